"""The forms of a social report and of a report of progress."""

import json
from datetime import date
from hashlib import sha256
from uuid import uuid4

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput

LONGEST = 20_000


class PrintForm(forms.Form):
    """Printing also what is sensitive needs a reason."""

    whole = forms.BooleanField(
        label="Cetak juga jawaban yang peka", required=False,
        help_text="Misalnya perkara hukum atau kekerasan. Hanya bila penerima memerlukannya.",
    )  # fmt: skip
    reason = TextField(label="Alasan", required=False, max_length=200, help_text="Tercatat di jejak.")

    def clean(self):
        given = super().clean()
        if given.get("whole") and not given.get("reason"):
            self.add_error("reason", "Tulis mengapa jawaban yang peka perlu dicetak.")
        return given


class AboutForm(forms.Form):
    """For whom and what for; and for a report of progress which days it tells of."""

    recipient = TextField(
        label="Ditujukan kepada", required=False, max_length=200, help_text="Misalnya Direktur RSJ atau Kepala Panti."
    )
    purpose = TextField(
        label="Keperluan", required=False, max_length=200, help_text="Misalnya rujukan perawatan. Boleh dikosongkan."
    )
    copies = TextField(
        label="Tembusan", required=False, max_length=300, widget=forms.Textarea({"rows": 2}),
        help_text="Satu penerima per baris. Boleh dikosongkan.",
    )  # fmt: skip
    companion = TextField(label="Pendamping", required=False, max_length=150)
    period_from = forms.DateField(
        label="Masa laporan dari", widget=DateInput, error_messages={"required": "Isi tanggal mulai masa laporan."}
    )
    period_until = forms.DateField(
        label="Masa laporan sampai", widget=DateInput, error_messages={"required": "Isi tanggal akhir masa laporan."}
    )
    planned_end = forms.DateField(label="Rencana terminasi", widget=DateInput, required=False)
    OF_PROGRESS = ("companion", "period_from", "period_until", "planned_end")

    def __init__(self, *args, report, **kwargs):
        self.report = report
        super().__init__(*args, **kwargs)
        if not report.is_progress:
            for name in self.OF_PROGRESS:
                del self.fields[name]

    def clean_period_until(self):
        first, last = self.cleaned_data.get("period_from"), self.cleaned_data["period_until"]
        if first and last < first:
            raise forms.ValidationError("Masa laporan berakhir tidak sebelum mulainya.")
        if last > self.report.shelter.today():
            raise forms.ValidationError("Masa laporan berakhir paling lambat hari ini.")
        return last


class ReportNewForm(AboutForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def report_of(self):
        for name, value in self.cleaned_data.items():
            if name != "key":
                setattr(self.report, name, value)
        return self.report


class ReportTextForm(AboutForm):
    """The text under each heading. What somebody else changed since is taken over where this page changed nothing."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, report, **kwargs):
        initial = {name: getattr(report, name) for name in AboutForm.base_fields}
        initial |= {"revision": report.revision, "was": marks(report)}
        initial |= {slug: text for slug, _, text in report.parts}
        super().__init__(data, report=report, initial=initial, **kwargs)
        for slug, label in report.headings:
            self.fields[slug] = TextField(
                label=label, required=False, max_length=LONGEST,
                widget=forms.Textarea({"rows": rows_for(report.sections.get(slug, ""))}),
            )  # fmt: skip

    @property
    def sections(self):
        return {slug: self.cleaned_data.get(slug, "") for slug, _ in self.report.headings}

    @property
    def facts(self):
        return {name: self.cleaned_data[name] for name in AboutForm.base_fields if name in self.fields}

    def text_fields(self):
        return [(slug, self[slug], self.report.was_typed(slug)) for slug, _ in self.report.headings]

    def about_fields(self):
        return [self[name] for name in AboutForm.base_fields if name in self.fields]

    def meet(self, current):
        """What both this page and somebody else changed, as (label, their text); what only they changed is taken over.

        Afterwards the form stands on the present revision: saving it once more is a decision.
        """
        was, both, data = self._was(), [], self.data.copy()
        for name, theirs in values(current).items():
            if name not in self.fields:
                continue
            mine = plain(self.cleaned_data.get(name))
            if mark(mine) == was.get(name):
                data[name], self.cleaned_data[name] = theirs, self.fields[name].clean(theirs)
            elif mark(theirs) != was.get(name) and theirs != mine:
                both.append((self.fields[name].label, theirs))
        data["revision"], data["was"] = current.revision, marks(current)
        self.data, self.report = data, current
        return both

    def _was(self):
        try:
            found = json.loads(self.cleaned_data["was"] or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def plain(value):
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def values(report):
    """Everything that the page of a report lets one change, as text."""
    told = {name: plain(getattr(report, name)) for name in AboutForm.base_fields}
    return told | {slug: text for slug, _, text in report.parts}


def mark(text):
    """Tells whether a text was changed, without carrying it through the page twice."""
    return sha256(text.encode()).hexdigest()[:12]


def marks(report):
    return json.dumps({name: mark(text) for name, text in values(report).items()})


def rows_for(text):
    """High enough to read what stands there, on a phone as well, and never a wall."""
    return min(16, max(4, sum(1 + len(line) // 70 for line in text.split("\n"))))


class RevisionForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class ReturnReportForm(RevisionForm):
    note = TextField(
        label="Apa yang perlu diperbaiki?", max_length=2000, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )  # fmt: skip


class ReasonForm(forms.Form):
    reason = TextField(
        label="Alasan", max_length=200, widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip


class RefillForm(RevisionForm):
    how = forms.ChoiceField(
        label="Bagaimana teks dari jawaban dipakai?", widget=forms.RadioSelect,
        choices=[("below", "Tambahkan di bawah tulisan sekarang"), ("instead", "Ganti tulisan sekarang")],
        error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
