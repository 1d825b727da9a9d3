"""Forms of the agenda: a letter written elsewhere, one that came, and what the department settles for each kind."""

import uuid

from django import forms

from cases.agenda import MONTHS
from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import LetterRule, LetterText
from cases.models.letter_kinds import Kind
from cases.models.letter_text import check_places

KINDS = sorted(Kind.choices, key=lambda choice: choice[1])


class AgendaFilterForm(forms.Form):
    """Which lines of the agenda. Nothing in it names a person, so it may stand in an address."""

    way = forms.ChoiceField(label="Agenda", required=False, choices=[("out", "Surat keluar"), ("in", "Surat masuk")])
    shelter = forms.ChoiceField(label="Panti", required=False)
    year = forms.TypedChoiceField(label="Tahun", required=False, coerce=int)
    month = forms.TypedChoiceField(
        label="Bulan", required=False, coerce=int, empty_value=None,
        choices=[("", "Semua bulan"), *enumerate(MONTHS, 1)],
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Jenis surat keluar", required=False, choices=[("", "Semua jenis"), *KINDS]
    )  # fmt: skip

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.shelters = {shelter.slug: shelter for shelter in shelters}
        self.fields["shelter"].choices = [(shelter.slug, shelter.name) for shelter in shelters]
        self.this_year = shelters[0].today().year
        self.fields["year"].choices = [(year, year) for year in range(self.this_year, self.this_year - 6, -1)]

    def chosen(self):
        """What is chosen, or the usual where nothing is, or nothing that can be read."""
        given = self.cleaned_data if self.is_valid() else {}
        return {
            "way": given.get("way") or "out",
            "shelter": self.shelters.get(given.get("shelter")) or next(iter(self.shelters.values())),
            "year": given.get("year") or self.this_year, "month": given.get("month"), "kind": given.get("kind") or "",
        }  # fmt: skip


class AgendaSearchForm(forms.Form):
    q = TextField(
        label="Nomor, perihal, atau alamat surat", max_length=100,
        error_messages={"required": "Tulis yang dicari."}, widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip


class OtherLetterForm(forms.Form):
    """A letter that was written by hand or in another application, for its place in the agenda."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    subject = TextField(label="Perihal", max_length=200, error_messages={"required": "Tulis perihalnya."})
    addressee = TextField(label="Kepada", max_length=200, error_messages={"required": "Tulis kepada siapa."})
    on = forms.DateField(label="Tanggal surat", widget=DateInput, error_messages={"required": "Isi tanggal surat."})
    number = TextField(
        label="Nomor yang sudah tertulis", required=False, max_length=100,
        help_text="Kosongkan agar surat mendapat nomor berikutnya. Isi hanya bila suratnya sudah bernomor.",
    )  # fmt: skip


class IncomingLetterForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    sender = TextField(label="Dari", max_length=150, error_messages={"required": "Tulis pengirimnya."})
    number = TextField(
        label="Nomor surat", max_length=100, error_messages={"required": "Tulis nomor surat pengirim."},
        help_text="Seperti tertulis di surat. Tulis “tanpa nomor” bila tidak ada.",
    )  # fmt: skip
    dated_on = forms.DateField(
        label="Tanggal surat", widget=DateInput, error_messages={"required": "Isi tanggal surat."}
    )
    received_on = forms.DateField(
        label="Diterima tanggal", widget=DateInput, error_messages={"required": "Isi tanggal terima."}
    )
    subject = TextField(label="Perihal", max_length=200, error_messages={"required": "Tulis perihalnya."})
    forwarded_to = TextField(label="Diteruskan kepada", max_length=150, required=False)

    def clean(self):
        given = super().clean()
        dated, received = given.get("dated_on"), given.get("received_on")
        if dated and received and received < dated:
            self.add_error("received_on", "Surat tidak dapat diterima sebelum tanggalnya.")
        return given

    def said(self):
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}


class LetterRuleForm(forms.Form):
    """Code and words of a kind. What stands in braces is from a short list; nothing else is ever read or run."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    classification = TextField(
        label="Kode klasifikasi arsip", max_length=20, error_messages={"required": "Tulis kodenya, misalnya 400.9."},
        validators=LetterRule._meta.get_field("classification").validators,
        help_text=LetterRule._meta.get_field("classification").help_text,
    )  # fmt: skip
    retention = TextField(
        label="Masa simpan", max_length=200, required=False,
        help_text=LetterRule._meta.get_field("retention").help_text,
    )  # fmt: skip
    opening = TextField(
        label="Pembuka, sebelum data", max_length=3000, required=False, widget=forms.Textarea({"rows": 4})
    )
    closing = TextField(
        label="Penutup, sesudah data", max_length=3000, required=False, widget=forms.Textarea({"rows": 7}),
        help_text="Baris kosong memulai alinea baru.",
    )  # fmt: skip
    copies = TextField(
        label="Tembusan", max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text="Satu baris satu penerima. Nomornya dicetak sendiri.",
    )  # fmt: skip
    enclosure = TextField(
        label="Lampiran", max_length=100, required=False, help_text="Misalnya “1 berkas”. Kosong dicetak –."
    )

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind == Kind.OTHER:  # written elsewhere: it has no words here
            for name in ("opening", "closing", "copies", "enclosure"):
                del self.fields[name]

    def _checked(self, name):
        text = self.cleaned_data[name]
        check_places(text, self.kind)
        return text

    def clean_opening(self):
        return self._checked("opening")

    def clean_closing(self):
        return self._checked("closing")

    def clean_copies(self):
        return self._checked("copies")

    def clean_enclosure(self):
        return self._checked("enclosure")

    def said(self):
        texts = dict.fromkeys(("opening", "closing", "copies", "enclosure"), "")
        return texts | self.cleaned_data

    def text(self):
        """What was typed, unsaved: to be shown with sample facts."""
        return LetterText(kind=self.kind, **{name: self.said()[name] for name in ("opening", "closing", "copies")})
