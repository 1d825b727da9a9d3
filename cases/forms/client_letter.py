import uuid

from django import forms

from cases.cleaning import TextField
from cases.models import ClientLetter
from cases.models.letter_kinds import AFTER_DEATH, TITLED, Kind

Fact = ClientLetter.Fact
USUAL = {
    Kind.RECOMMENDATION: [Fact.BORN, Fact.SEX, Fact.NIK, Fact.ADDRESS],
    Kind.TRAVEL: [Fact.BORN, Fact.SEX, Fact.NIK_MASKED, Fact.ADDRESS],
    Kind.STATEMENT: [Fact.BORN, Fact.NIK, Fact.ADDRESS],
    Kind.INVITATION: [Fact.NUMBER],
    Kind.RETURN_HOME: [Fact.BORN, Fact.SEX, Fact.NIK, Fact.ADDRESS, Fact.ENTERED],
    Kind.AUTOPSY: [Fact.BORN, Fact.SEX, Fact.NIK, Fact.ADDRESS, Fact.DEATH],
    Kind.BURIAL: [Fact.BORN, Fact.SEX, Fact.NIK, Fact.ADDRESS, Fact.DEATH],
}
SUBJECTS = {
    Kind.RECOMMENDATION: "", Kind.TRAVEL: "", Kind.STATEMENT: "", Kind.INVITATION: "Undangan",
    Kind.RETURN_HOME: "Pemulangan klien ke daerah asal", Kind.AUTOPSY: "Permintaan pemeriksaan jenazah",
    Kind.BURIAL: "Permohonan pemakaman",
}  # fmt: skip
DETAILS = {
    Kind.TRAVEL: "Tujuan:\nBerangkat tanggal:\nKendaraan:\nPendamping:",
    Kind.INVITATION: "Hari, tanggal:\nWaktu:\nTempat:\nAcara:",
    Kind.RETURN_HOME: "Tujuan:\nBerangkat tanggal:\nKendaraan:\nPendamping:",
}


class ClientLetterForm(forms.Form):
    """A letter about a client: to whom, what of the file, and what it asks."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    subject = TextField(
        label="Hal atau keperluan", max_length=150, error_messages={"required": "Tulis hal atau keperluan surat."},
        help_text="Tanpa nama klien: hal surat juga tercatat di agenda.",
    )  # fmt: skip
    addressee = TextField(
        label="Kepada (Yth.)", max_length=150, required=False, help_text="Jabatan atau nama, misalnya Direktur RSUD …"
    )
    city = TextField(label="Di", max_length=80, required=False)
    manner = forms.ChoiceField(
        label="Sifat", choices=ClientLetter.Manner, widget=forms.RadioSelect, initial=ClientLetter.Manner.NORMAL
    )
    facts = forms.MultipleChoiceField(
        label="Data klien dalam surat", choices=Fact, widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Nama selalu tercantum. Tandai hanya yang diperlukan penerima.",
    )  # fmt: skip
    body = TextField(
        label="Isi surat", max_length=4000, widget=forms.Textarea({"rows": 7}),
        error_messages={"required": "Tulis isi surat."}, help_text="Pembuka dan penutupnya sudah ada.",
    )  # fmt: skip
    details = TextField(
        label="Rincian", max_length=1500, required=False, widget=forms.Textarea({"rows": 5}),
        help_text="Satu baris satu rincian, misalnya “Tujuan: Terminal Mendolo”. Yang kosong tidak dicetak.",
    )  # fmt: skip
    enclosure = TextField(label="Lampiran", max_length=100, required=False, help_text="Misalnya “1 berkas”.")
    copies = TextField(
        label="Tembusan", max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text="Kosong: tembusan yang biasa untuk jenis surat ini. Satu baris satu penerima.",
    )  # fmt: skip

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        usual = {"facts": USUAL[kind], "subject": SUBJECTS[kind], "details": DETAILS.get(kind, "")}
        self.initial = usual | self.initial
        if kind in TITLED:
            del self.fields["manner"], self.fields["enclosure"]
        if kind not in AFTER_DEATH:
            self.fields["facts"].choices = [one for one in Fact.choices if one[0] != Fact.DEATH]

    def clean_addressee(self):
        if not self.cleaned_data["addressee"] and self.kind not in TITLED:
            raise forms.ValidationError("Tulis kepada siapa surat ini.")
        return self.cleaned_data["addressee"]

    def said(self):
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}


def initial_of(kept):
    return {name: getattr(kept, name) for name in ClientLetterForm.base_fields if hasattr(kept, name)}
