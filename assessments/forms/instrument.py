"""The department's forms about instruments: what is asked, of whom, and where."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from assessments.models import Instrument
from cases.cleaning import TextField, clean_text
from cases.models import Category, Shelter
from cases.uploads import why_refused

MOST_BYTES = 5 * 1024 * 1024
ZIP = b"PK\x03\x04"


class UploadForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    file = forms.FileField(
        label="Berkas XLSForm",
        help_text="Excel (.xlsx) atau Markdown (.md), paling besar 5 MB. Sesudah diunggah berkas ini masih konsep.",
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas ini kosong."},
        widget=forms.ClearableFileInput({"accept": ".xlsx,.md"}),
    )  # fmt: skip

    def clean_file(self):
        """What the file says it is, and whether it is that; the form inside is read by the verb."""
        upload = self.cleaned_data["file"]
        self.file_name = clean_text(upload.name)[-150:]
        self.kind = f".{self.file_name.rpartition('.')[2].lower()}"
        if self.kind == ".xls":
            raise ValidationError("Ini berkas Excel lama. Simpan dahulu sebagai Excel Workbook (.xlsx).")
        if self.kind == ".xlsm":
            raise ValidationError("Berkas ini memuat makro. Simpan dahulu sebagai Excel Workbook (.xlsx).")
        if self.kind not in (".xlsx", ".md"):
            raise ValidationError("Pilih berkas .xlsx atau .md.")
        if upload.size > MOST_BYTES:
            raise ValidationError("Berkas lebih dari 5 MB. Instrumen hanya berisi teks; buang gambar di dalamnya.")
        self.source = upload.read()
        if self.kind == ".xlsx" and not self.source.startswith(ZIP):
            raise ValidationError(f"Berkas ini bernama .xlsx tetapi bukan Excel. {why_refused(self.source)}")
        if self.kind == ".md" and (b"\x00" in self.source or self.source.startswith((ZIP, b"MZ"))):
            raise ValidationError("Berkas ini bernama .md tetapi bukan teks.")
        return upload


class PublishForm(forms.Form):
    """`after`: the number of the version that was the newest when the page was opened, or 0."""

    after = forms.IntegerField(widget=forms.HiddenInput)
    rename = forms.BooleanField(
        label="", error_messages={"required": "Beri tanda bila nama instrumen memang berganti."}
    )
    note = TextField(
        label="Apa yang berubah?", max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Dibaca petugas yang memakai instrumen ini.",
        error_messages={"required": "Tulis apa yang berubah dibanding versi sebelumnya."},
    )  # fmt: skip

    def __init__(self, *args, version, before, **kwargs):
        super().__init__(*args, initial={"after": before.number if before else 0}, **kwargs)
        if not before:
            del self.fields["note"]
        if version.renames:
            label = f"Nama instrumen berganti dari “{version.instrument}” menjadi “{version.form.title}”"
            self.fields["rename"].label = label
        else:
            del self.fields["rename"]

    def publish(self, version, *, by):
        given = self.cleaned_data
        version.release(by=by, after=given["after"], note=given.get("note", ""))


class OfferForm(forms.ModelForm):
    class Meta:
        model = Instrument
        fields = ("purpose", "position", "shelters", "categories", "age_from", "age_to")
        widgets = {"shelters": forms.CheckboxSelectMultiple, "categories": forms.CheckboxSelectMultiple}
        help_texts = {
            "shelters": "Tanpa tanda: semua panti.",
            "categories": "Tanpa tanda: semua kategori. Kategori lokal mengikuti kategori induknya.",
            "age_from": "Kosong: tanpa batas.", "age_to": "Kosong: tanpa batas.",
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelters"].queryset = Shelter.objects.order_by("name")
        chosen = Q(pk__in=self.instance.categories.values("pk"))
        self.fields["categories"].queryset = Category.objects.filter(Q(retired_on=None) | chosen)

    def clean_purpose(self):
        return clean_text(self.cleaned_data["purpose"])


class AgreeForm(forms.Form):
    """Nothing to fill in: the page says what will happen, the button does it."""
