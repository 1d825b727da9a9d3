"""What is done with a journey home: each form one act."""

from django import forms

from cases.cleaning import TextField
from cases.forms.attachment import ProofFile
from cases.forms.client import DateInput
from cases.models import ExitReason
from cases.models.exit import PAPERS, ExitRecord
from cases.models.release import is_guarded
from referrals.forms import act
from referrals.forms.journey import RupiahField, lines
from referrals.forms.journey_door import TimeInput
from referrals.forms.referral import Key
from referrals.models import Channel, Journey, JourneyCost, JourneyNews, Voice
from referrals.models.journey_travel import REASON


class ReviewForm(act.ReviewForm):
    DECISIONS = [("approve", "Setujui dan terbitkan surat-surat"), ("return", "Kembalikan dengan catatan")]

    decision = forms.ChoiceField(
        label="Keputusan", choices=DECISIONS, widget=forms.RadioSelect, error_messages={"required": "Pilih keputusan."}
    )
    together = None


class ReasonForm(forms.Form):
    reason = TextField(label="Alasan", max_length=200, error_messages={"required": "Tulis alasannya."})


class DepartForm(forms.Form):
    """The client leaves; the stay ends with what its exit reason asks for."""

    on = forms.DateField(label="Tanggal berangkat", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    at = forms.TimeField(label="Jam berangkat", required=False, widget=TimeInput)
    exception = TextField(
        label="Izin kepala panti: alasan memulangkan tanpa penerima yang terbukti", required=False, max_length=1000,
        widget=lines(2), help_text="Nama Anda, waktu, dan alasan ini dicatat.",
    )  # fmt: skip
    note = TextField(label="Catatan", required=False, max_length=2000, widget=lines(2))

    def __init__(self, *args, journey, is_head, **kwargs):
        super().__init__(*args, **kwargs)
        self.asks = ExitReason.objects.get(slug=REASON).asks
        guarded = is_guarded(journey.stay, journey.shelter.today())
        if not (is_head and guarded):
            del self.fields["exception"]
        if self.asks.needs_papers:
            for name in PAPERS:
                label = ExitRecord._meta.get_field(name).verbose_name
                self.fields[name] = forms.BooleanField(label=f"{label[:1].upper()}{label[1:]}", required=False)


class ArriveForm(forms.Form):
    on = forms.DateField(label="Tanggal tiba", widget=DateInput, error_messages={"required": "Isi tanggalnya."})


class FailForm(forms.Form):
    failure = forms.ChoiceField(
        label="Apa yang terjadi?", choices=Journey.Failure.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih apa yang terjadi."},
    )  # fmt: skip
    on = forms.DateField(label="Tanggal kejadian", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    note = TextField(
        label="Penjelasan", max_length=2000, widget=lines(4), error_messages={"required": "Jelaskan apa yang terjadi."},
        help_text="Di mana, siapa yang mengabarkan, apa yang sudah dilakukan.",
    )  # fmt: skip


class NewsForm(forms.Form):
    """As told to us by telephone or letter: who said it, and when."""

    key = Key()
    kind = forms.ChoiceField(
        label="Kabar", choices=JourneyNews.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih kabarnya."},
    )  # fmt: skip
    name = TextField(
        label="Nama yang mengabarkan", max_length=150, error_messages={"required": "Tulis nama yang mengabarkan."}
    )
    position = TextField(
        label="Jabatan atau hubungan", max_length=150, help_text="Misalnya petugas piket, atau anak klien.",
        error_messages={"required": "Tulis jabatan atau hubungannya dengan klien."},
    )  # fmt: skip
    channel = forms.ChoiceField(
        label="Dikabarkan lewat", choices=[(Channel.PHONE, "Telepon atau WhatsApp"), (Channel.LETTER, "Surat")],
        widget=forms.RadioSelect, initial=Channel.PHONE,
    )  # fmt: skip
    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    at = forms.TimeField(label="Jam", required=False, widget=TimeInput)
    condition = TextField(label="Keadaan klien", max_length=300, required=False)
    text = TextField(label="Catatan", required=False, max_length=2000, widget=lines(3))

    def __init__(self, *args, leg, **kwargs):
        super().__init__(*args, **kwargs)
        if not leg.following:
            kinds = [choice for choice in JourneyNews.Kind.choices if choice[0] != JourneyNews.Kind.FORWARDED]
            self.fields["kind"].choices = kinds

    def clean(self):
        given = super().clean()
        if given.get("kind") == JourneyNews.Kind.MESSAGE and not given.get("text"):
            self.add_error("text", "Tulis pesannya.")
        return given

    def hear(self, leg, *, by):
        given = self.cleaned_data
        said = {name: given[name] for name in ("on", "at", "condition", "text")}
        return leg.hear(given["kind"], voice=Voice(given["name"], given["position"], given["channel"]), by=by, **said)


class CostForm(forms.ModelForm):
    key = Key()
    amount = RupiahField(label="Jumlah (rupiah)", min_value=1, error_messages={"required": "Isi jumlahnya."})
    file = ProofFile()

    class Meta:
        model = JourneyCost
        fields = ["kind", "amount", "paid_on", "paid_to", "receipt_number", "file", "no_receipt_reason"]
        field_classes = dict.fromkeys(["paid_to", "receipt_number", "no_receipt_reason"], TextField)
        widgets = {"paid_on": DateInput}
        error_messages = {
            "kind": {"required": "Pilih untuk apa."}, "paid_on": {"required": "Isi tanggalnya."},
            "paid_to": {"required": "Tulis siapa yang menerima uangnya."},
        }  # fmt: skip
        help_texts = {"no_receipt_reason": "Bila memang tidak akan ada bukti. Kosongkan bila bukti menyusul."}

    field_order = Meta.fields

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Pilih"), *JourneyCost.Kind.choices]

    def clean(self):
        given = super().clean()
        if given.get("file") and given.get("no_receipt_reason"):
            self.add_error("no_receipt_reason", "Kosongkan bila ada bukti.")
        return given


class ProveForm(forms.Form):
    number = TextField(label="Nomor bukti", max_length=60, required=False)
    file = ProofFile()
    reason = TextField(label="Atau: tanpa bukti, karena", max_length=300, required=False)


class MoneyForm(forms.ModelForm):
    advance = RupiahField(label="Uang muka (rupiah)", required=False)
    remainder = RupiahField(label="Sisa yang dikembalikan (rupiah)", required=False)

    class Meta:
        model = Journey
        fields = ["advance", "advance_to", "advance_on", "remainder", "remainder_on", "balance_note"]
        field_classes = dict.fromkeys(["advance_to", "balance_note"], TextField)
        widgets = {"advance_on": DateInput, "remainder_on": DateInput}
        help_texts = {"balance_note": "Bila uang muka tidak sama dengan biaya ditambah sisa."}

    def clean_advance(self):
        return self.cleaned_data["advance"] or 0

    def clean_remainder(self):
        return self.cleaned_data["remainder"] or 0

    def clean(self):
        given = super().clean()
        if given.get("advance") and not (given.get("advance_to") and given.get("advance_on")):
            self.add_error("advance_to", "Tulis kepada siapa dan kapan uang muka diberikan.")
        if given.get("remainder") and not given.get("remainder_on"):
            self.add_error("remainder_on", "Isi tanggal sisa dikembalikan.")
        if given.get("remainder", 0) > given.get("advance", 0):
            self.add_error("remainder", "Sisa tidak lebih dari uang muka.")
        return given
