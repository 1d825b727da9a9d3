from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class MomentField(forms.Field):
    """A date and time of day as the clock of the shelter showed it; which shelter, the form says."""

    widget = MomentInput

    def __init__(self, *, zone=None, **kwargs):
        super().__init__(**kwargs)
        self.zone = zone

    def prepare_value(self, value):
        return timezone.localtime(value, self.zone) if isinstance(value, datetime) else value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError as error:
            raise ValidationError("Tulis tanggal dan jam, misalnya 2026-03-16 21:30.") from error
        return moment.replace(tzinfo=self.zone) if moment.tzinfo is None else moment
