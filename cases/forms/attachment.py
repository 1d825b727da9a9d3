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


class RemoveForm(forms.Form):
    reason = TextField(
        label="Alasan dihapus", max_length=200, error_messages={"required": "Tulis mengapa berkas dihapus."}
    )
