"""Forms of the spreadsheet screens."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from cases.cleaning import TextField
from cases.models import Category, Shelter, Stay
from cases.permissions import Perm
from reports.imports import run
from reports.imports.layout import grids
from reports.imports.reading import WrongHeading
from reports.models import SheetUpload
from reports.models.sheet import KEEPERS, rights_of


def kinds_for(user):
    """(kind, words) of the sheets that this person may bring in."""
    held = rights_of(user)
    return [(kind, words) for kind, words in SheetUpload.Kind.choices if KEEPERS.get(kind, Perm.IMPORT) in held]


def sheet_of(kind):
    return run.KINDS[kind]


class ImportForm(forms.Form):
    """A file, what is in it, and whose it is. It is read here, so that a file nobody can read is kept nowhere."""

    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", empty_label="Pilih panti", to_field_name="slug", required=False
    )
    kind = forms.ChoiceField(
        label="Isi berkas", widget=forms.RadioSelect, error_messages={"required": "Pilih isi berkas."}
    )
    file = forms.FileField(
        label="Berkas XLSX atau CSV", help_text="Paling besar 10 MB dan 20.000 baris.",
        error_messages={"required": "Pilih berkas.", "empty": "Berkas ini kosong."},
    )  # fmt: skip
    create_lists = forms.BooleanField(
        label="Tambahkan kategori, sumber, atau alasan yang belum ada dalam daftar", required=False
    )

    def __init__(self, *args, shelters, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset, self.fields["kind"].choices = shelters, kinds
        if any(kind in KEEPERS for kind, _ in kinds):
            self.fields["shelter"].help_text = "Tidak dipakai untuk daftar seluruh dinas, misalnya mitra."
        if len(shelters) == 1:
            self.fields["shelter"].empty_label = None

    def clean_file(self):
        if self.cleaned_data["file"].size > settings.UPLOAD_LIMIT:
            raise ValidationError("Berkas lebih besar daripada 10 MB.")
        return self.cleaned_data["file"]

    def clean(self):
        kind = self.cleaned_data.get("kind")
        if kind in KEEPERS:
            self.cleaned_data["shelter"] = None
        elif kind and not self.cleaned_data.get("shelter") and "shelter" not in self.errors:
            self.add_error("shelter", "Pilih panti.")
        if {"file", "kind"} <= self.cleaned_data.keys():
            self.content = self.cleaned_data["file"].read()
            try:
                self.is_mapped = self._has_our_headings(kind)
            except ValidationError as error:
                self.add_error("file", error)

    def _has_our_headings(self, kind):
        """Or those of somebody else, which are paired first. Raises ValidationError if nobody can read the file."""
        try:
            run.read(kind, self.content)
        except WrongHeading:
            grids(sheet_of(kind), self.content)
            return False
        return True

    def keep(self, *, by):
        cleaned = self.cleaned_data
        return SheetUpload.keep(
            self.content, by=by, shelter=cleaned["shelter"], kind=cleaned["kind"], name=cleaned["file"].name,
            create_lists=cleaned["create_lists"], is_mapped=self.is_mapped,
        )  # fmt: skip


class UndoForm(forms.Form):
    reason = TextField(
        label="Alasan", max_length=200, help_text="Misalnya: salah panti, atau kolom tertukar.",
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip


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
