"""What is done with a referral after the draft: one small form for each act."""

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import ExitReason
from referrals.models import Channel, Referral, Voice


class SendForm(forms.Form):
    """The others that were drafted together go with it, unless somebody takes the tick away."""

    together = forms.BooleanField(label="Kirim juga kepada mitra lain yang ditanyai bersama", required=False)


class SubmitForm(SendForm):
    together = forms.BooleanField(label="Ajukan juga untuk mitra lain yang ditanyai bersama", required=False)


class ReviewForm(forms.Form):
    DECISIONS = [("approve", "Setujui dan terbitkan surat"), ("return", "Kembalikan dengan catatan")]

    decision = forms.ChoiceField(
        label="Keputusan", choices=DECISIONS, widget=forms.RadioSelect, error_messages={"required": "Pilih keputusan."}
    )
    note = TextField(
        label="Catatan untuk penyusun", required=False, max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="Wajib bila dikembalikan.",
    )  # fmt: skip
    together = forms.BooleanField(label="Berlaku juga untuk mitra lain yang ditanyai bersama", required=False)

    def decide(self, referrals, *, by):
        """`referrals`: this one, or all that wait of the batch."""
        given = self.cleaned_data
        for referral in referrals:
            if given["decision"] == "approve":
                referral.approve(by=by)
            else:
                referral.return_(by=by, note=given["note"])


class SaidForm(forms.Form):
    """What the partner says, whoever types it. Each part is read only when it belongs to the answer."""

    answer = forms.ChoiceField(
        label="Jawaban mitra", widget=forms.RadioSelect, error_messages={"required": "Pilih jawaban mitra."}
    )
    arranged_on = forms.DateField(label="Tanggal mengantar klien", required=False, widget=DateInput)
    conditions = TextField(
        label="Syarat dari mitra", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Misalnya berkas yang dibawa.",
    )  # fmt: skip
    until = forms.DateField(label="Ditunda sampai tanggal", required=False, widget=DateInput)
    reason = forms.ChoiceField(
        label="Alasan tidak diterima", choices=Referral.DeclineReason.choices, widget=forms.RadioSelect,
        required=False, help_text="Bila “Lainnya”, jelaskan di catatan jawaban.",
    )  # fmt: skip
    note = TextField(
        label="Catatan jawaban, pertanyaan, atau hasil", required=False, max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args, referral, **kwargs):
        super().__init__(*args, **kwargs)
        self.referral = referral
        self.fields["answer"].choices = list(self._answers())

    def _answers(self):
        taken = self.referral.is_taken
        if taken:
            yield from [("arrived", "Klien sudah datang"), ("not_arrived", "Klien tidak datang"), ("result", "Hasil")]
        yield from [
            ("accepted", "Diterima"), ("postponed", "Ditunda sampai tanggal tertentu"),
            ("declined", "Tidak dapat diterima"), ("question", "Pesan" if taken else "Mitra bertanya"),
        ]  # fmt: skip

    def clean(self):
        given = super().clean()
        answer, note = given.get("answer"), given.get("note")
        if answer == "declined" and not given.get("reason"):
            self.add_error("reason", "Pilih alasan mitra tidak dapat menerima.")
        elif answer == "declined" and given["reason"] == Referral.DeclineReason.OTHER and not note:
            self.add_error("note", "Jelaskan alasan lainnya.")
        if answer == "postponed" and not given.get("until"):
            self.add_error("until", "Isi sampai tanggal berapa ditunda.")
        if answer in ("question", "result") and not note:
            self.add_error("note", "Tulis pertanyaannya." if answer == "question" else "Tulis hasilnya.")
        return given

    def say(self, *, by, voice, on=None, at=None):
        """Call the verb that was chosen; returns the answer as it was kept."""
        given, referral, when = self.cleaned_data, self.referral, {"on": on, "at": at}
        said = {"voice": voice, "by": by}
        match given["answer"]:
            case "accepted":
                plan = {name: given[name] for name in ("arranged_on", "conditions", "note")}
                return referral.accept(**said, **when, **plan)
            case "postponed":
                return referral.postpone(**said, **when, until=given["until"], note=given["note"])
            case "declined":
                return referral.decline(**said, **when, reason=given["reason"], note=given["note"])
            case "question":
                return referral.ask(given["note"], **said)
            case "result":
                return referral.report_result(**said, result=given["note"])
        return referral.report_arrival(**said, on=on, came=given["answer"] == "arrived", note=given["note"])


class AnswerForm(SaidForm):
    """As told to us by telephone or letter: who said it, and when, on behalf of the partner (atas nama)."""

    answered_by = TextField(
        label="Nama yang menjawab", max_length=150, error_messages={"required": "Tulis nama yang menjawab."}
    )
    position = TextField(
        label="Jabatan yang menjawab", max_length=150, error_messages={"required": "Tulis jabatan yang menjawab."},
        help_text="Misalnya dokter jaga atau bagian penerimaan.",
    )  # fmt: skip
    channel = forms.ChoiceField(
        label="Dijawab lewat", choices=[(Channel.PHONE, "Telepon atau WhatsApp"), (Channel.LETTER, "Surat")],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    on = forms.DateField(label="Tanggal jawaban", widget=DateInput)
    at = forms.TimeField(
        label="Jam jawaban", required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text="Bila diketahui.",
    )  # fmt: skip

    field_order = ["answer", "answered_by", "position", "channel", "on", "at"]

    def record(self, *, by):
        given = self.cleaned_data
        voice = Voice(given["answered_by"], given["position"], given["channel"] or Channel.PHONE)
        return self.say(by=by, voice=voice, on=given["on"], at=given["at"])


class InsideAnswerForm(SaidForm):
    """The partner is a shelter of this system: whoever is signed in speaks for it."""

    def record(self, *, by):
        return self.say(by=by, voice=Voice.of(by))


class ReplyForm(forms.Form):
    text = TextField(
        label="Balasan untuk mitra", max_length=2000, widget=forms.Textarea({"rows": 4}),
        help_text="Dibaca mitra di tautannya; sampaikan juga lewat telepon bila mendesak.",
        error_messages={"required": "Tulis balasannya."},
    )  # fmt: skip


class HandoverForm(forms.Form):
    """The client is handed to the partner; with a reason the stay ends by it."""

    on = forms.DateField(label="Tanggal serah terima", widget=DateInput)
    received_by = TextField(
        label="Diterima oleh", max_length=200, help_text="Nama dan jabatan petugas mitra.",
        error_messages={"required": "Tulis siapa yang menerima klien."},
    )  # fmt: skip
    reason = forms.ModelChoiceField(
        ExitReason.objects.in_use().filter(to_institution=True), label="Masa tinggal",
        empty_label="Masa tinggal berlanjut (rujukan layanan saja)", required=False,
        help_text="Pilih alasan keluar bila klien pindah ke mitra; berita acara serah terima (BAST) ikut terbit.",
    )  # fmt: skip
    witness_1 = TextField(label="Saksi pertama", max_length=200, required=False, help_text="Nama dan jabatan.")
    witness_2 = TextField(label="Saksi kedua", max_length=200, required=False, help_text="Nama dan jabatan.")
    note = TextField(label="Catatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 2}))

    def clean(self):
        given = super().clean()
        if given.get("reason"):
            for name in ("witness_1", "witness_2"):
                if not given.get(name):
                    self.add_error(name, "Berita acara memerlukan dua saksi.")
        return given

    def hand_over(self, referral, *, by):
        given = self.cleaned_data
        said = {name: given[name] for name in ("on", "received_by", "reason", "note")}
        return referral.hand_over(by=by, witnesses=(given["witness_1"], given["witness_2"]), **said)


class RearrangeForm(forms.Form):
    on = forms.DateField(label="Tanggal mengantar yang baru", widget=DateInput)
    note = TextField(label="Alasan", required=False, max_length=200)


class CompleteForm(forms.Form):
    result = TextField(
        label="Hasil rujukan", max_length=3000, widget=forms.Textarea({"rows": 5}),
        help_text="Misalnya kapan dan oleh siapa klien diterima, dan apa tindak lanjutnya.",
        error_messages={"required": "Tulis hasil rujukan."},
    )  # fmt: skip


class WithdrawForm(forms.Form):
    reason = TextField(
        label="Alasan pembatalan", max_length=200, error_messages={"required": "Tulis alasan pembatalan."},
        help_text="Mitra tidak membaca alasan ini; mitra membaca bahwa rujukan dibatalkan.",
    )  # fmt: skip
