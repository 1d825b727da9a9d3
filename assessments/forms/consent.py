"""The forms of informed consent: the paper to be signed, what was answered, and its end."""

from uuid import uuid4

from django import forms

from assessments.models import Consent
from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Relative

Status, Giver = Consent.Status, Consent.Giver


class ConsentForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    purpose = forms.ChoiceField(
        label="Persetujuan untuk apa?", choices=Consent.Purpose.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih untuk apa persetujuan diminta."},
        help_text="Satu lembar untuk satu tujuan: klien boleh setuju yang satu dan menolak yang lain.",
    )  # fmt: skip
    partner = TextField(
        label="Lembaga penerima data", required=False, max_length=150,
        help_text="Hanya untuk berbagi data. Tulis namanya persis seperti di daftar mitra.",
    )  # fmt: skip
    detail = TextField(
        label="Rincian", required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Data apa, tindakan apa, atau foto apa. Dicetak di lembar persetujuan.",
    )  # fmt: skip
    explained_by = TextField(
        label="Dijelaskan oleh", max_length=150, error_messages={"required": "Tulis siapa yang menjelaskan."}
    )
    language = TextField(
        label="Bahasa atau cara menjelaskan", max_length=100, initial="Bahasa Indonesia",
        help_text="Misalnya bahasa Jawa, bahasa isyarat, atau dibacakan.",
        error_messages={"required": "Tulis bahasa atau cara menjelaskan."},
    )  # fmt: skip
    valid_until = forms.DateField(
        label="Berlaku sampai", required=False, widget=DateInput,
        help_text="Bila dikosongkan: sampai masa tinggal ini berakhir.",
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        shares = given.get("purpose") == Consent.Purpose.SHARE
        if shares and not given.get("partner"):
            self.add_error("partner", "Tulis lembaga yang akan menerima data.")
        if not shares:
            given["partner"] = ""
        needs_detail = given.get("purpose") in (Consent.Purpose.MEDICAL, Consent.Purpose.PUBLICATION)
        if needs_detail and not given.get("detail"):
            self.add_error("detail", "Tulis tindakan atau foto mana yang dimaksud.")
        return given

    def consent_of(self, stay):
        return Consent(stay=stay, **{name: value for name, value in self.cleaned_data.items() if name != "key"})


class AnswerForm(forms.Form):
    """What was said. For publishing, no is what stands there unless somebody says otherwise."""

    status = forms.ChoiceField(
        label="Jawaban", widget=forms.RadioSelect, error_messages={"required": "Pilih jawabannya."},
        choices=[(one.value, one.label) for one in (Status.GIVEN, Status.REFUSED, Status.UNABLE)],
    )  # fmt: skip
    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})
    given_by = forms.ChoiceField(
        label="Dijawab oleh", choices=Giver.choices, widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    relative = forms.ModelChoiceField(
        Relative.objects.none(), label="Wali dari daftar keluarga", required=False, empty_label="Bukan dari daftar"
    )
    name = TextField(
        label="Nama yang menjawab", required=False, max_length=150, help_text="Kosongkan bila klien sendiri."
    )
    relation = TextField(label="Hubungan dengan klien", required=False, max_length=100)
    way = forms.ChoiceField(
        label="Cara menyatakan", choices=Consent.Way.choices, widget=forms.RadioSelect, required=False
    )
    witness_1 = TextField(label="Saksi 1", required=False, max_length=150)
    witness_2 = TextField(label="Saksi 2", required=False, max_length=150)
    reason = TextField(
        label="Alasan atau keterangan", required=False, max_length=300,
        help_text="Wajib bila klien belum mampu menyatakan, atau kepala panti yang menyetujui.",
    )  # fmt: skip

    def __init__(self, *args, consent, **kwargs):
        super().__init__(*args, **kwargs)
        relatives = Relative.objects.filter(client=consent.stay.client_id).exclude(state=Relative.State.DISPROVEN)
        self.fields["relative"].queryset = relatives
        self.fields["relative"].label_from_instance = str
        if consent.purpose == Consent.Purpose.PUBLICATION:
            self.fields["status"].initial = Status.REFUSED

    def clean(self):
        given = super().clean()
        if given.get("status") == Status.UNABLE:
            if not given.get("reason"):
                self.add_error("reason", "Tulis mengapa klien belum mampu menyatakan.")
            return given
        if given.get("given_by") == Giver.GUARDIAN and given.get("relative"):
            chosen = given["relative"]
            given["name"], given["relation"] = chosen.name, chosen.get_relation_display().lower()
        for field, words in self.missing(given):
            self.add_error(field, words)
        return given

    def missing(self, given):
        giver = given.get("given_by")
        if not giver:
            yield "given_by", "Pilih siapa yang menjawab."
        if not given.get("way"):
            yield "way", "Pilih cara menyatakan."
        if giver in (Giver.GUARDIAN, Giver.HEAD) and not given.get("name"):
            yield "name", "Tulis nama yang menjawab."
        if giver == Giver.GUARDIAN and not given.get("relation"):
            yield "relation", "Tulis hubungan dengan klien."
        if giver == Giver.HEAD and not given.get("reason"):
            yield "reason", "Tulis mengapa tidak ada wali."
        if given.get("way") == Consent.Way.SPOKEN and not given.get("witness_2"):
            yield "witness_1", "Persetujuan lisan memerlukan dua saksi."

    def answer(self, consent, *, by):
        given = dict(self.cleaned_data)
        given.pop("relative")
        given["witnesses"] = given.pop("witness_1"), given.pop("witness_2")
        consent.answer(by=by, **given)


class WithdrawForm(forms.Form):
    on = forms.DateField(label="Dicabut pada", widget=DateInput, error_messages={"required": "Isi tanggal."})
    name = TextField(
        label="Dicabut oleh", max_length=150, error_messages={"required": "Tulis siapa yang mencabut."},
        help_text="Klien atau walinya.",
    )  # fmt: skip
    reason = TextField(
        label="Alasan", required=False, max_length=300, help_text="Tidak wajib: mencabut tidak perlu alasan."
    )
