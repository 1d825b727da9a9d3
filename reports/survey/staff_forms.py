import uuid

from django import forms
from django.utils import timezone

from cases.cleaning import TextField
from cases.forms.client import DateInput
from reports.models import SurveyPeriod, SurveyQuestion
from reports.models.survey_card import MOST_CARDS
from reports.survey.device import WAYS


class PeriodForm(forms.ModelForm):
    """The dates and the name of a period; the shelter is chosen once, when it is new."""

    class Meta:
        model = SurveyPeriod
        fields = ["name", "begins_on", "ends_on", "population", "equal_weight_rounded"]
        field_classes = {"name": TextField}
        widgets = {"begins_on": DateInput, "ends_on": DateInput}
        error_messages = {
            "begins_on": {"invalid": "Tanggal ini tidak ada.", "required": "Isi tanggal mulai."},
            "ends_on": {"invalid": "Tanggal ini tidak ada.", "required": "Isi tanggal selesai."},
            "population": {"invalid": "Tulis angka bulat."},
        }

    def _post_clean(self):
        """The verb asks the model's rules, with the row locked; here they would only be asked twice."""

    def values(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class NewPeriodForm(PeriodForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shelter = forms.ModelChoiceField(None, label="Panti", error_messages={"required": "Pilih panti."})
    field_order = ["key", "shelter"]

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset = shelters
        self.fields["shelter"].initial = shelters.first() if shelters.count() == 1 else None


class CardsForm(forms.Form):
    count = forms.IntegerField(
        label="Jumlah kartu", initial=20, min_value=1, max_value=MOST_CARDS,
        help_text=f"Sepuluh kartu per lembar A4, paling banyak {MOST_CARDS} sekali cetak.",
        error_messages={"required": "Isi jumlah kartu.", "invalid": "Tulis angka bulat."},
    )  # fmt: skip


class DeviceForm(forms.Form):
    period = forms.ModelChoiceField(
        None, label="Periode", empty_label=None, error_messages={"required": "Pilih periode."}
    )
    way = forms.ChoiceField(
        label="Cara mengisi", initial=WAYS[0], widget=forms.RadioSelect, error_messages={"required": "Pilih caranya."},
        choices=[
            (WAYS[0], "Orang mengisi sendiri di perangkat ini"),
            (WAYS[1], "Dibacakan orang lain; huruf besar"),
        ],
    )  # fmt: skip

    def __init__(self, *args, periods, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["period"].queryset = periods
        self.fields["period"].label_from_instance = lambda period: f"{period.shelter}: {period}"


class HideForm(forms.Form):
    reason = TextField(
        label="Alasan", max_length=200, help_text="Misalnya: menyebut nama petugas. Jangan ulangi namanya di sini.",
        error_messages={"required": "Tulis alasannya, tanpa mengulang nama orang."},
    )  # fmt: skip


class QuestionForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = SurveyQuestion
        fields = [
            "wording", "explanation", "answer_1", "answer_2", "answer_3", "answer_4", "position", "valid_from",
            "source",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            ["wording", "explanation", "answer_1", "answer_2", "answer_3", "answer_4", "source"], TextField
        )
        widgets = {"valid_from": DateInput}
        error_messages = {"valid_from": {"invalid": "Tanggal ini tidak ada.", "required": "Isi tanggal."}}

    def __init__(self, data=None, *, before):
        """Begins with the words that are in force; what is saved is a new row."""
        initial = {name: getattr(before, name) for name in self._meta.fields} if before else {}
        super().__init__(data, initial=initial | {"valid_from": timezone.localdate(), "source": ""})

    def _post_clean(self):
        """As above: settle() asks the model's rules of the new row."""

    def values(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}
