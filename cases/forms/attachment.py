from uuid import uuid4

from django import forms

from cases.cleaning import TextField, clean_text
from cases.models import Attachment, IdentityPaper
from cases.uploads import ACCEPTED, checked


class AttachmentForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(
        label="Jenis berkas", choices=[("", "Pilih jenis"), *Attachment.Kind.choices],
        error_messages={"required": "Pilih jenis berkas."},
    )  # fmt: skip
    title = TextField(
        label="Judul", max_length=150, help_text="Misalnya “KTP, sisi depan” atau “Surat rujukan RSUD”.",
        error_messages={"required": "Tulis judul berkas."},
    )  # fmt: skip
    paper = forms.ModelChoiceField(
        IdentityPaper.objects.none(), label="Bukti untuk dokumen", required=False, empty_label="Tidak terkait"
    )
    file = forms.FileField(
        label="Berkas", help_text=f"{ACCEPTED} Paling besar 10 MB.",
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas ini kosong."},
    )  # fmt: skip

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["paper"].queryset = IdentityPaper.objects.filter(stay=stay)

    def clean_file(self):
        self.original_name = clean_text(self.cleaned_data["file"].name)
        return checked(self.cleaned_data["file"])

    def keep(self, stay, *, by):
        given = self.cleaned_data
        said = {name: given[name] for name in ("kind", "title", "paper")}
        attachment = Attachment(client=stay.client, shelter=stay.shelter, stay=stay, **said)
        attachment.keep(given["file"], by=by, original_name=self.original_name)
        return attachment


class ProofFile(forms.FileField):
    """The scan that goes with a proof or a permission, right on its form; checked as every upload is."""

    def __init__(self):
        super().__init__(
            label="Berkas bukti (foto atau pindaian)", required=False, help_text=f"{ACCEPTED} Paling besar 10 MB.",
            error_messages={"empty": "Berkas ini kosong."},
        )  # fmt: skip

    def clean(self, data, initial=None):
        given = super().clean(data, initial)
        if not given:
            return None
        self.original_name = clean_text(given.name)
        return checked(given)

    def keep(self, given, stay, *, by, title, **link):
        """Into the client's file, tied to what it proves. Nothing to do when nothing was given."""
        if given is None:
            return None
        proof = Attachment(
            client=stay.client, shelter=stay.shelter, stay=stay, kind=Attachment.Kind.FAMILY, title=title[:150], **link
        )
        proof.keep(given, by=by, original_name=self.original_name)
        return proof


class SignedPaperForm(forms.Form):
    """The berita acara with its signatures, or a photo of the handover, beside the record of the exit."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    what = forms.ChoiceField(
        label="Apa yang diunggah?", widget=forms.RadioSelect,
        choices=[("letter", "Berita acara yang sudah ditandatangani"), ("photo", "Foto serah terima")],
        error_messages={"required": "Pilih apa yang diunggah."},
    )  # fmt: skip
    file = forms.FileField(
        label="Berkas", help_text="Foto (JPG, PNG, WebP) atau PDF. Paling besar 10 MB.",
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas ini kosong."},
    )  # fmt: skip

    def clean_file(self):
        self.original_name = clean_text(self.cleaned_data["file"].name)
        return checked(self.cleaned_data["file"])

    def clean(self):
        given = super().clean()
        file, what = given.get("file"), given.get("what")
        if file and what == "photo" and file.content_type != "image/jpeg":
            self.add_error("file", "Foto serah terima harus berupa gambar (JPG, PNG, atau WebP).")
        if file and what == "letter" and file.content_type not in ("image/jpeg", "application/pdf"):
            self.add_error("file", "Berita acara diunggah sebagai foto atau PDF.")
        return given

    def keep(self, kept, *, by):
        stay, what = kept.stay, self.cleaned_data["what"]
        title = f"Berita acara {kept.letter}, ditandatangani" if what == "letter" else "Foto serah terima"
        paper = Attachment(
            client=stay.client, shelter=stay.shelter, stay=stay, kind=what, title=title[:150], exit_record=kept
        )
        paper.keep(self.cleaned_data["file"], by=by, original_name=self.original_name)
        return paper


class RemoveForm(forms.Form):
    reason = TextField(
        label="Alasan dihapus", max_length=200, error_messages={"required": "Tulis mengapa berkas dihapus."}
    )
