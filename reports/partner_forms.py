import base64
import binascii

from django import forms
from django.core.exceptions import ValidationError

from cases.cleaning import TextField
from reports.imports.partners import PartnerSheet

LARGEST = 1_000_000  # bytes: the page of the preview carries the file


class PartnerFileForm(forms.Form):
    """A file to look at."""

    is_confirmed = False
    file = forms.FileField(
        label="Berkas XLSX atau CSV", help_text="Paling besar 1 MB dan 1.000 mitra.",
        error_messages={"required": "Pilih berkas.", "empty": "Berkas ini kosong."},
    )  # fmt: skip

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError("Berkas lebih besar daripada 1 MB.")
        content = file.read()
        self.sheet, self.encoded = PartnerSheet.read(content), base64.b64encode(content).decode()
        self.file_name = file.name[-120:]
        return file


class PartnerSheetForm(forms.Form):
    """The same file once more, as the preview carried it: it is read and judged anew, whatever comes."""

    is_confirmed = True
    content = forms.CharField(widget=forms.HiddenInput, max_length=LARGEST * 2)
    name = TextField(widget=forms.HiddenInput, required=False, max_length=120)

    def clean_content(self):
        self.encoded = self.cleaned_data["content"]
        try:
            self.sheet = PartnerSheet.read(base64.b64decode(self.encoded, validate=True))
        except binascii.Error as error:
            raise ValidationError("Berkas tidak terbaca. Unggah sekali lagi.") from error
        return self.encoded

    @property
    def file_name(self):
        return self.cleaned_data.get("name", "")
