"""The questionnaire as a form: a field per element, named by its code, asked in the order of the questionnaire."""

import secrets

from django import forms
from django.core.signing import BadSignature, Signer

from cases.cleaning import TextField
from cases.models import BasicService
from reports.models import SurveyResponse
from reports.public.gate import honeypot

PAGES = Signer(salt="reports.survey.page")
BLANK = "Boleh dikosongkan"
BROUGHT = "Penerimaan orang yang diantar"
ABOUT = {
    "respondent": ("Anda siapa?", SurveyResponse.Respondent.choices),
    "sex": ("Jenis kelamin", SurveyResponse.Sex.choices),
    "age_band": ("Usia", SurveyResponse.AgeBand.choices),
    "education": ("Pendidikan terakhir", SurveyResponse.Education.choices),
    "occupation": ("Pekerjaan", SurveyResponse.Occupation.choices),
}


class SurveyForm(forms.Form):
    """Nothing has to be filled in but one score: what is left out is no answer, and no mistake."""

    situs_web = honeypot()
    suggestion = TextField(
        label="Saran atau pesan Anda", required=False, max_length=1000,
        help_text="Jangan menulis nama orang, supaya tidak ada yang dikenali.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Saran paling panjang 1000 huruf; sekarang %(show_value)d."},
    )  # fmt: skip

    def __init__(self, data=None, *, period, way):
        super().__init__(data)
        self.period, self.way, self.asked = period, way, list(period.questions())
        for question in self.asked:
            self.fields[question.element_id] = forms.ChoiceField(
                label=question.wording, choices=question.answers, required=False, widget=forms.RadioSelect,
                error_messages={"invalid_choice": "Pilih satu dari keempat jawaban."},
            )  # fmt: skip
        for name, (label, choices) in ABOUT.items():
            self.fields[name] = choice(label, choices)
        self.fields["service"] = choice("Layanan yang Anda terima", services(period.shelter))
        helped = way == SurveyResponse.Way.ASSISTED
        self.fields["helper"] = choice(
            "Siapa yang membacakan?" if helped else "Apakah ada yang membantu Anda mengisi?",
            SurveyResponse.Helper.choices, blank="Pilih" if helped else "Tidak, saya isi sendiri", required=helped,
        )  # fmt: skip
        # In a hidden field: what makes the same page count once.
        self.token = (data or {}).get("lembar", "")
        if not self.is_own_page():
            self.token = PAGES.sign(f"{period.pk}.{secrets.token_urlsafe(16)}")
        for name, field in self.fields.items():
            if name != "situs_web":
                field.widget.attrs["autocomplete"] = "off"

    def questions(self):
        """[(question, bound field)] in the order of asking."""
        return [(question, self[question.element_id]) for question in self.asked]

    def about(self):
        return [self[name] for name in (*ABOUT, "service")]

    def is_own_page(self):
        """Whether the hidden token is one that we gave out for this period."""
        try:
            return PAGES.unsign(self.token).startswith(f"{self.period.pk}.")
        except BadSignature:
            return False

    def clean(self):
        data = super().clean()
        if self.data.get("lembar") != self.token:
            raise forms.ValidationError("Halaman ini sudah lama terbuka. Periksa jawaban Anda, lalu kirim lagi.")
        if not self.scores() and not any(question.element_id in self.errors for question in self.asked):
            raise forms.ValidationError("Jawab sedikitnya satu dari pertanyaan di bawah ini, lalu kirim lagi.")
        return data

    def scores(self):
        """{code: 1…4} of the answered elements."""
        codes = [question.element_id for question in self.asked]
        return {code: int(self.cleaned_data[code]) for code in codes if self.cleaned_data.get(code)}

    def send(self, once):
        """The response; None when the card or the page was used before."""
        names = [*ABOUT, "service", "helper", "suggestion"]
        values = {name: self.cleaned_data[name] for name in names}
        return SurveyResponse.send(self.period, way=self.way, scores=self.scores(), once=once, **values)


def choice(label, choices, *, blank=BLANK, required=False):
    return forms.ChoiceField(
        label=label, choices=[("", blank), *choices], required=required,
        error_messages={"required": "Pilih satu.", "invalid_choice": "Pilih satu dari daftar."},
    )  # fmt: skip


def services(shelter):
    """What the shelter's level of government owes, as it is called today."""
    today = shelter.today()
    owed = BasicService.objects.filter(rules__service_type__level=shelter.level)
    owed = owed.filter(rules__valid_from__lte=today).exclude(pk="burial").distinct()
    return [(label, label) for label in [*owed.values_list("label", flat=True), BROUGHT]]
