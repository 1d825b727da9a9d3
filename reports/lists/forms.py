"""Which rows of a list, and in which form and for what they leave the house."""

from django import forms

from cases.cleaning import TextField
from cases.models import Category, Shelter, Stay


class StayFilterForm(forms.Form):
    """Which stays of a list. Nothing in it names a person, so it may stand in an address."""

    STATUS = [("", "Semua"), *Stay.Status.choices]

    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", required=False, empty_label="Semua panti", to_field_name="slug"
    )
    status = forms.ChoiceField(label="Status", choices=STATUS, required=False)
    category = forms.ModelChoiceField(
        Category.objects, label="Kategori PPKS", required=False, empty_label="Semua kategori", to_field_name="slug"
    )
    entered_from = forms.DateField(
        label="Masuk sejak", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    entered_to = forms.DateField(
        label="Masuk sampai", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset = shelters

    def apply(self, stays):
        """The stays chosen; those entered by mistake only when asked for. A filter that cannot be read finds none."""
        if not self.is_valid():
            return stays.none()
        chosen = self.cleaned_data
        stays = stays.filter(status=chosen["status"]) if chosen["status"] else stays.kept()
        for name, lookup in (
            ("shelter", "shelter"), ("category", "category"),
            ("entered_from", "entered_on__gte"), ("entered_to", "entered_on__lte"),
        ):  # fmt: skip
            if chosen[name]:
                stays = stays.filter(**{lookup: chosen[name]})
        return stays

    def described(self):
        """The filter in words, for the sheet and the trail."""
        values = {"status": dict(self.STATUS).get(self.cleaned_data["status"])} if self.cleaned_data["status"] else {}
        chosen = {name: value for name, value in (self.cleaned_data | values).items() if value}
        words = [f"{self.fields[name].label}: {value}" for name, value in chosen.items()]
        return "; ".join(words) or "Semua masa tinggal"


class ExportForm(forms.Form):
    """Data with names leave the house for a reason, which stands on the trail."""

    FORMATS = [("xlsx", "Excel (XLSX)"), ("csv", "CSV")]
    PAPER = ("pdf", "PDF untuk dicetak")

    reason = TextField(
        label="Keperluan", max_length=200, help_text="Misalnya: bahan laporan triwulan untuk Bappeda.",
        error_messages={"required": "Isi keperluan ekspor."},
    )  # fmt: skip
    format = forms.ChoiceField(label="Bentuk berkas", choices=FORMATS, widget=forms.RadioSelect, initial="xlsx")


class TakeOutForm(ExportForm):
    """A list as a file. `reason`: whether one is asked for; `paper`: whether it is short enough to be printed."""

    def __init__(self, *args, reason, paper, **kwargs):
        super().__init__(*args, **kwargs)
        if paper:
            self.fields["format"].choices = [*self.FORMATS, self.PAPER]
        if not reason:
            del self.fields["reason"]
