"""Forms of old answers in and answers out."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join

from assessments.models import AnswerBatch, AnswerMapping, Assessment, Instrument, InstrumentVersion
from assessments.models.assessments import HOLDING
from cases.cleaning import TextField
from cases.models import Category, Shelter
from cases.permissions import Perm
from reports.answers import pairing
from reports.answers.file import headings_digest, is_blank, plain, read_tables
from reports.answers.pairing import MARKS, Proposer
from reports.lists.forms import ExportForm

DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def answer_shelters(user, perm):
    """Answers are for whoever reads the file there: a right over spreadsheets alone is not enough."""
    return user.shelters_with(perm).filter(pk__in=user.shelters_with(Perm.FILE).values("pk"))


class OldAnswersForm(forms.Form):
    """A file, the instrument that it answers, and whose it is."""

    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", empty_label="Pilih panti", to_field_name="slug",
        error_messages={"required": "Pilih panti."},
    )  # fmt: skip
    version = forms.ModelChoiceField(
        InstrumentVersion.objects.none(), label="Instrumen", empty_label="Pilih instrumen",
        help_text="Instrumen yang pertanyaannya dijawab berkas ini.", error_messages={"required": "Pilih instrumen."},
    )  # fmt: skip
    file = forms.FileField(
        label="Berkas XLSX atau CSV", help_text="Unduhan Google Forms atau KoboToolbox. Paling banyak 1.000 jawaban.",
        error_messages={"required": "Pilih berkas.", "empty": "Berkas ini kosong."},
    )  # fmt: skip

    def __init__(self, *args, shelters, versions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset, self.fields["version"].queryset = shelters, versions
        if len(shelters) == 1:
            self.fields["shelter"].empty_label = None

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Berkas lebih besar daripada 10 MB.")
        self.content = file.read()
        read_tables(self.content)
        return file

    def keep(self, *, by):
        chosen = self.cleaned_data
        return AnswerBatch.keep(
            self.content, by=by, shelter=chosen["shelter"], version=chosen["version"], name=chosen["file"].name
        )  # fmt: skip


class MappingForm(forms.Form):
    """Each column and the question that it answers. Columns spelt like a question are taken as such."""

    style = forms.ChoiceField(label="Cara berkas ini menulis tanggal dan angka", choices=AnswerMapping.Style)

    def __init__(self, *args, batch, everything=False, **kwargs):
        self.batch, self.instrument = batch, batch.version.instrument
        self.first, self.others = read_tables(batch.content)
        self.digest = headings_digest(self.first, self.others)
        of_it = {"shelter": batch.shelter, "instrument": self.instrument, "headings": self.digest}
        self.kept = AnswerMapping.objects.filter(**of_it).select_related("saved_by").first()
        proposer = Proposer(batch.version.form, self.first, self.others)
        self.left_out = proposer.left_out
        self.proposals = proposer.proposals(self.kept and self.kept.columns)
        style = self.kept.style if self.kept else self._likely_style()
        super().__init__(*args, initial={"style": style}, **kwargs)
        self.words = MARKS | {one.path: _told(batch.version.form, one) for one in proposer.questions}
        self.rows = [self._row(place, one, everything) for place, one in enumerate(self.proposals)]

    def _likely_style(self):
        return "iso" if {"_uuid", "_submission_time"} & {*self.first.headings} else "id"

    def _row(self, place, proposal, everything):
        """What the page shows of a column: its heading, what stands in it, and its question."""
        name = f"c{place}"
        target = self.data.get(name, proposal.target) if self.is_bound else proposal.target
        table = next((one for one in self.others if one.name == proposal.place.table), self.first)
        column = table.column(proposal.place.heading)
        sample = (plain(row[column])[:60] for row in table.rows[:50] if not is_blank(row[column]))
        folded = proposal.exact and not everything and not self.is_bound
        return {
            "name": name, "place": proposal.place, "target": target, "said": self.words.get(target, "Abaikan"),
            "samples": list(dict.fromkeys(sample))[:2], "folded": folded,
        }  # fmt: skip

    @property
    def options(self):
        """Every question, once: each select shows its own choice above this shared list."""
        rows = [(target, said) for target, said in self.words.items() if target not in MARKS]
        marks = format_html_join("", '<option value="{}">{}</option>', MARKS.items())
        questions = format_html_join("", '<option value="{}">{}</option>', rows)
        shape = '<option value="">Abaikan</option><optgroup label="Tentang klien">{}</optgroup>'
        return format_html(shape + '<optgroup label="Pertanyaan">{}</optgroup>', marks, questions)

    def clean(self):
        self.columns = {row["place"].key: row["target"] for row in self.rows}
        if not {*self.columns.values()} <= {"", *self.words}:
            raise ValidationError("Pasangan kolom itu tidak ada dalam daftar. Pilih kembali.")
        found = list(pairing.problems(self.batch.version.form, self.columns))
        if found:
            raise ValidationError(found)

    def keep(self, *, by):
        return AnswerMapping.keep(
            self.batch, self.digest, columns=self.columns, style=self.cleaned_data["style"], by=by
        )  # fmt: skip


def _told(form, question):
    steps = question.path.split("/")
    above = form.items["/".join(steps[:-1])].label if len(steps) > 1 else ""
    return f"{' '.join(question.label.split())[:120]} ({above[:40]})" if above else question.label[:120]


class DiscardForm(forms.Form):
    reason = TextField(
        label="Alasan", max_length=200, help_text="Misalnya: bukan klien panti ini, atau isian percobaan.",
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip


class AnswerFilterForm(forms.Form):
    """Which answers. Nothing in it names a person, so it may stand in an address."""

    WHICH = [("", "Yang berlaku (disetujui atau diimpor)"), ("all", "Semua yang diselesaikan")]

    instrument = forms.ModelChoiceField(
        Instrument.objects.none(), label="Instrumen", empty_label="Pilih instrumen", to_field_name="slug",
        error_messages={"required": "Pilih instrumen."},
    )  # fmt: skip
    version = forms.IntegerField(
        label="Versi", required=False, min_value=1, help_text="Kosong: semua versi, disatukan menurut nama pertanyaan."
    )
    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", required=False, empty_label="Semua panti saya", to_field_name="slug"
    )
    since = forms.DateField(label="Diisi sejak", required=False, widget=DAY)
    until = forms.DateField(label="Diisi sampai", required=False, widget=DAY)
    category = forms.ModelChoiceField(
        Category.objects, label="Kategori PPKS", required=False, empty_label="Semua kategori", to_field_name="slug"
    )
    which = forms.ChoiceField(label="Status", choices=WHICH, required=False)

    def __init__(self, *args, shelters, instruments, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset, self.fields["instrument"].queryset = shelters, instruments

    def clean(self):
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", "Tanggal akhir mendahului tanggal awal.")

    def apply(self, assessments):
        """The assessments chosen, of those given; a filter that cannot be read finds none."""
        if not self.is_valid():
            return assessments.none()
        chosen = self.cleaned_data
        done = [*HOLDING, Assessment.Status.SUBMITTED]
        found = assessments.filter(status__in=done) if chosen["which"] else assessments.current()
        for name, lookup in (
            ("instrument", "instrument"), ("version", "version__number"), ("shelter", "stay__shelter"),
            ("since", "submitted_at__date__gte"), ("until", "submitted_at__date__lte"), ("category", "stay__category"),
        ):  # fmt: skip
            if chosen[name]:
                found = found.filter(**{lookup: chosen[name]})
        return found.exclude(stay__status="cancelled")

    def described(self):
        """The filter in words, for the sheet and the trail."""
        words = {**self.cleaned_data, "which": dict(self.WHICH)[self.cleaned_data["which"]]}
        return "; ".join(f"{self.fields[name].label}: {value}" for name, value in words.items() if value)


class AnswerExportForm(ExportForm):
    """Without a reason the file is without names, and without what is sensitive."""

    FORMATS = [("xlsx", "Excel (XLSX)"), ("csv", "CSV (ZIP bila ada bagian berulang)")]

    reason = TextField(
        label="Keperluan", max_length=200, required=False,
        help_text="Wajib untuk jawaban peka dan untuk nama. Tanpa keperluan keduanya disembunyikan.",
    )  # fmt: skip
    format = forms.ChoiceField(label="Bentuk berkas", choices=FORMATS, widget=forms.RadioSelect, initial="xlsx")
    named = forms.BooleanField(label="Sertakan nama, NIK, dan tanggal lahir", required=False)
    field_order = ["reason", "named", "format"]

    def clean(self):
        if self.cleaned_data.get("named") and not self.cleaned_data.get("reason"):
            self.add_error("reason", "Isi keperluannya bila nama disertakan.")
