import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Shelter
from cases.permissions import Perm
from cases.uploads import checked
from reports.models import SopDocument
from reports.models.sop_version import SOP_TYPES
from reports.public.text import HELP

FIRST = "Versi pertama."
WRONG_KIND = "SOP diunggah sebagai PDF, DOCX, atau ODT. Foto dan tabel dapat dimasukkan ke dalam dokumennya."


class SopVersionForm(forms.Form):
    """What a version says. `seen` is the draft as it was when the page was opened."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    valid_from = forms.DateField(
        label="Berlaku sejak", widget=DateInput,
        error_messages={"required": "Isi tanggal mulai berlaku.", "invalid": "Tanggal ini tidak ada."},
    )  # fmt: skip
    changes = TextField(
        label="Ringkasan perubahan", max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Apa yang berbeda dari versi sebelumnya, supaya petugas tahu bagian mana yang dibaca ulang.",
        error_messages={"required": "Tulis apa yang berubah."},
    )  # fmt: skip
    file = forms.FileField(
        label="Berkas SOP", required=False,
        help_text="PDF, DOCX, atau ODT, paling besar 10 MB. PDF paling mudah dibuka di ponsel.",
        error_messages={"empty": "Berkas ini kosong."},
    )  # fmt: skip
    text = TextField(
        label="Isi SOP", required=False, max_length=20_000, widget=forms.Textarea({"rows": 12}),
        help_text=f"Isi ini bila tidak ada berkas, atau sebagai ringkasannya. {HELP}",
    )  # fmt: skip
    is_public = forms.BooleanField(
        label="Boleh dilihat umum", required=False,
        help_text="Sesudah disahkan, versi ini dapat diunduh siapa pun di halaman publik panti. Tanpa nama klien.",
    )  # fmt: skip

    def __init__(self, *args, version=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept = version if version and version.file else None
        if self.kept:
            self.fields["file"].help_text += " Kosongkan bila berkas yang tersimpan masih dipakai."
            self.fields["drop_file"] = forms.BooleanField(label="Hapus berkas yang tersimpan", required=False)
            self.order_fields(["key", "seen", "valid_from", "changes", "file", "drop_file"])

    def clean_file(self):
        given = self.cleaned_data["file"]
        if not given:
            return None
        kept = checked(given)
        if kept.content_type not in SOP_TYPES:
            raise forms.ValidationError(WRONG_KIND)
        return kept

    def clean(self):
        given = super().clean()
        keeps = self.kept and not given.get("drop_file")
        if not (given.get("text") or given.get("file") or keeps or "file" in self.errors):
            self.add_error("file", "Unggah berkas SOP, atau tulis isinya di bawah.")
        return given

    @property
    def content(self):
        """As SopDocument.write takes it."""
        given = self.cleaned_data
        words = {name: given[name] for name in ("valid_from", "changes", "text", "is_public", "seen")}
        return words | {"checked": given["file"], "drop_file": given.get("drop_file", False)}


class SopForm(SopVersionForm):
    """A new document with its first version."""

    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Berlaku di", error_messages={"required": "Pilih tempat SOP ini berlaku."}
    )
    number = TextField(
        label="Nomor SOP", max_length=60, help_text="Seperti tertulis di dokumennya, misalnya SOP/RSM/04.",
        error_messages={"required": "Tulis nomor SOP."},
    )  # fmt: skip
    title = TextField(
        label="Judul SOP", max_length=200, help_text="Misalnya Penerimaan klien di luar jam kerja.",
        error_messages={"required": "Tulis judul SOP."},
    )  # fmt: skip

    field_order = ["key", "seen", "shelter", "number", "title", "valid_from", "changes", "file", "text", "is_public"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        houses, place = by.shelters_with(Perm.VOICES), self.fields["shelter"]
        place.queryset = houses
        if by.memberships.current().filter(shelter=None).exists():
            place.required, place.empty_label = False, "Semua panti"
        elif len(houses) == 1:
            place.initial, place.empty_label = houses[0], None
        self.fields["changes"].initial = FIRST

    def begin(self, *, by):
        content = {name: value for name, value in self.content.items() if name != "seen"}
        place = {name: self.cleaned_data[name] for name in ("shelter", "number", "title")}
        return SopDocument.begin(by=by, **place, **content)


class ReasonForm(forms.Form):
    """Why an SOP is no longer in force."""

    reason = TextField(
        label="Alasan dicabut", max_length=300, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis mengapa SOP ini dicabut."},
    )  # fmt: skip


class ReviewForm(forms.Form):
    """The head approves what is shown, or returns it with a note."""

    seen = forms.CharField(widget=forms.HiddenInput)
    note = TextField(
        label="Catatan bila dikembalikan", required=False, max_length=500, widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
