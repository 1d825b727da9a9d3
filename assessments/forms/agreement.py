import uuid

from django import forms

from assessments.models import Agreement
from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Relative, User
from cases.staff import staff_of


class AgreementForm(forms.Form):
    """What the client said, or who speaks for the client, and how."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    answer = forms.ChoiceField(
        label="Jawaban atas rencana", choices=Agreement.Answer.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih jawabannya."},
    )  # fmt: skip
    exception = TextField(
        label="Yang tidak disetujui, atau alasannya", required=False, max_length=1000,
        widget=forms.Textarea({"rows": 3}), help_text="Wajib kecuali jawabannya “Setuju”.",
    )  # fmt: skip
    party = forms.ChoiceField(
        label="Dinyatakan oleh", choices=Agreement.Party.choices, widget=forms.RadioSelect,
        initial=Agreement.Party.CLIENT, error_messages={"required": "Pilih siapa yang menyatakan."},
        help_text="Untuk anak: orang tua, keluarga, atau walinya. Bila tidak ada yang diketahui: kepala panti.",
    )  # fmt: skip
    relative = forms.ModelChoiceField(
        Relative.objects.none(), label="Keluarga atau wali dalam berkas", required=False, empty_label="Tidak ada"
    )
    party_name = TextField(label="Atau tulis namanya", required=False, max_length=150)
    party_relation = TextField(label="Hubungan dengan klien", required=False, max_length=100)
    way = forms.ChoiceField(
        label="Cara menyatakan", choices=Agreement.Way.choices, widget=forms.RadioSelect, required=False,
        help_text="Wajib bila setuju.",
    )  # fmt: skip
    witness_1 = TextField(label="Saksi pertama", required=False, max_length=150, help_text="Wajib bila lisan.")
    witness_2 = TextField(label="Saksi kedua", required=False, max_length=150)
    means = TextField(
        label="Bahasa atau cara menjelaskan", required=False, max_length=150,
        help_text="Misalnya bahasa Jawa, bahasa isyarat, atau dengan gambar.",
    )  # fmt: skip
    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    explained_by = forms.ModelChoiceField(
        User.objects.none(), label="Rencana dijelaskan oleh", empty_label=None,
        error_messages={"required": "Pilih siapa yang menjelaskan."},
    )  # fmt: skip

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        family = plan.stay.client.relatives.exclude(state=Relative.State.DISPROVEN)
        self.fields["relative"].queryset = family
        self.fields["explained_by"].queryset = staff_of(plan.shelter)

    def agreement(self, plan):
        given = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        if given["answer"] not in Agreement.CONSENTING:
            given["way"] = ""
        return Agreement(plan=plan, **given)


class WithdrawForm(forms.Form):
    on = forms.DateField(label="Ditarik pada", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    reason = TextField(
        label="Alasan klien menarik persetujuan", max_length=150, error_messages={"required": "Tulis alasannya."}
    )
