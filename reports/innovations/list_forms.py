"""The lists that the department keeps: choices, numbers of the guidelines, indicators."""

import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from reports.innovations.forms import List
from reports.models import InnovationIndicator, InnovationOption, InnovationRule


class ListForm(RecordedForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["key"]


class OptionForm(ListForm):
    class Meta:
        model = InnovationOption
        fields = ["list", "name", "position", "valid_from", "valid_until", "source"]
        field_classes = dict.fromkeys(["name", "source"], TextField)
        widgets = dict.fromkeys(["valid_from", "valid_until"], DateInput)


class RuleForm(ListForm):
    class Meta:
        model = InnovationRule
        fields = ["kind", "track", "amount", "valid_from", "source"]
        field_classes = {"source": TextField}
        widgets = {"valid_from": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["track"].queryset = InnovationOption.objects.of(List.TRACK)


class IndicatorForm(ListForm):
    class Meta:
        model = InnovationIndicator
        fields = ["code", "name", "position", "weight", "proof", "valid_from", "valid_until", "source"]
        field_classes = dict.fromkeys(["name", "proof", "source"], TextField)
        widgets = dict.fromkeys(["valid_from", "valid_until"], DateInput) | {"proof": forms.Textarea({"rows": 4})}


LISTS = {
    # slug: (heading, model, form)
    "pilihan": ("Pilihan isian", InnovationOption, OptionForm),
    "aturan": ("Aturan", InnovationRule, RuleForm),
    "indikator": ("Indikator", InnovationIndicator, IndicatorForm),
}
