import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.forms.stay import TimeInput
from cases.models import ActivitySession, BasicService, Dimension, Product, Programme


def area(rows):
    return forms.Textarea({"rows": rows})


class ProgrammeForm(RecordedForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    dimensions = forms.MultipleChoiceField(
        label="Aspek yang dikembangkan", choices=Dimension.choices, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu aspek."},
    )  # fmt: skip

    class Meta:
        model = Programme
        fields = ["name", "aim", "dimensions", "partners", "service", "started_on", "ended_on"]
        field_classes = dict.fromkeys(["name", "aim", "partners"], TextField)
        widgets = {
            "aim": area(3), "service": forms.RadioSelect, "started_on": DateInput, "ended_on": DateInput,
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = BasicService.objects.filter(slug__in=Programme.SERVICES)
        self.fields["service"].empty_label = None


class SessionForm(RecordedForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = ActivitySession
        fields = ["on", "at", "plan", "leader", "note"]
        field_classes = dict.fromkeys(["plan", "leader", "note"], TextField)
        widgets = {"on": DateInput, "at": TimeInput, "plan": area(3), "note": area(3)}


class ProductForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = TextField(label="Hasil karya", max_length=150, error_messages={"required": "Tulis apa yang dibuat."})
    quantity = forms.IntegerField(
        label="Jumlah", min_value=1, max_value=100_000, initial=1, error_messages={"required": "Isi jumlahnya."}
    )
    sold_for = forms.DecimalField(
        label="Terjual (Rp)", required=False, min_value=0, max_digits=12, decimal_places=2,
        help_text="Uang seluruhnya, angka saja. Kosongkan bila tidak dijual.",
    )  # fmt: skip

    def save(self, *, session, by):
        values = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        Product(session=session, **values).add(by=by)


class RatedOnForm(forms.Form):
    on = forms.DateField(label="Tanggal penilaian", widget=DateInput, error_messages={"required": "Isi tanggal."})

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        self.shelter = shelter

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on > self.shelter.today():
            raise forms.ValidationError("Tanggal penilaian belum tiba.")
        return on
