from django import forms

from cases.forms.recorded import RecordedForm
from cases.models import AftercareRule, ExitReason


class ExitRuleForm(RecordedForm):
    """Which questions an exit for this reason must answer. What the reason is (death, reunion) is not edited."""

    class Meta:
        model = ExitReason
        fields = [
            "needs_receiver", "needs_relation_proven", "needs_papers", "needs_letter", "needs_destination",
            "needs_region", "needs_statement",
        ]  # fmt: skip
        help_texts = {
            "needs_relation_proven": "Anak dan klien yang dijaga selalu memerlukannya, juga tanpa tanda ini.",
            "needs_papers": "KTP, KK, surat RT/RW, dan pernyataan bermeterai penjemput.",
        }

    def clean(self):
        given = super().clean()
        for name in ("needs_relation_proven", "needs_papers"):
            if given.get(name) and not given.get("needs_receiver"):
                self.add_error(name, "Hanya bersama “memerlukan penerima”.")
        return given


class AftercareRuleForm(forms.Form):
    days = forms.IntegerField(
        label="Hari setelah keluar", min_value=1, max_value=AftercareRule.LONGEST,
        widget=forms.NumberInput({"inputmode": "numeric"}), help_text="Misalnya 7, 30, atau 90.",
        error_messages={"required": "Isi berapa hari setelah keluar."},
    )  # fmt: skip
