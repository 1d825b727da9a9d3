"""Forms of a sheet that comes in, and of taking it back."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from cases.cleaning import TextField
from cases.models import Shelter
from cases.permissions import Perm
from reports.imports import run
from reports.imports.layout import grids
from reports.imports.reading import WrongHeading
from reports.models import SheetUpload
from reports.models.sheet import KEEPERS


def kinds_for(user):
    """(kind, words) of the sheets that this person may bring in."""
    held = user.rights()
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
