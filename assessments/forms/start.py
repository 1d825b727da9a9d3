from django import forms

from assessments.models import Instrument, InstrumentVersion


class StartForm(forms.Form):
    """What may be begun at the stay's shelter: first what is meant for such a client, the rest on request."""

    version = forms.ModelChoiceField(
        InstrumentVersion.objects.none(),
        label="Instrumen",
        error_messages={
            "required": "Pilih instrumen.",
            "invalid_choice": "Instrumen ini sudah diganti atau tidak dipakai lagi; pilih kembali.",
        },
    )

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        self.stay = stay
        self.fields["version"].queryset = InstrumentVersion.objects.offered_at(stay.shelter)

    def choices(self):
        """Versions that fit the category and the age, and the others."""
        age = self.stay.client.age_on(self.stay.shelter.today())
        fits = set(Instrument.objects.fitting(category=self.stay.category, age=age).values_list("pk", flat=True))
        offered = list(self.fields["version"].queryset)
        fitting = [version for version in offered if version.instrument_id in fits]
        return fitting, [version for version in offered if version.instrument_id not in fits]
