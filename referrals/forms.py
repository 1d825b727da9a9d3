from itertools import groupby
from uuid import uuid4

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.models import Need
from referrals.models import Partner, Referral


class Key(forms.UUIDField):
    """Makes a second sending of the same form harmless: see FormKey."""

    def __init__(self):
        super().__init__(initial=uuid4, widget=forms.HiddenInput)


class PartnerSearchForm(forms.Form):
    q = TextField(label="Cari nama, kota, atau jenis", required=False, max_length=100)


class PartnerForm(RecordedForm):
    class Meta:
        model = Partner
        fields = [
            "name", "kind", "contact_position", "contact_name", "address", "city", "phone", "whatsapp",
            "email", "services", "requirements",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            ["name", "contact_position", "contact_name", "address", "city", "phone", "whatsapp", "services",
             "requirements"], TextField,
        )  # fmt: skip
        widgets = {name: forms.Textarea({"rows": 3}) for name in ("services", "requirements")}


class NewPartnerForm(PartnerForm):
    key = Key()


class PartnerChangeForm(PartnerForm):
    class Meta(PartnerForm.Meta):
        fields = [*PartnerForm.Meta.fields, "retired_on"]
        widgets = PartnerForm.Meta.widgets | {"retired_on": DateInput}


class ReferralForm(forms.ModelForm):
    """The draft: for whom it asks is given, what it asks is filled in."""

    key = Key()

    class Meta:
        model = Referral
        fields = ["partner", "purpose", "needs", "summary", "urgency", "consent", "consent_note"]
        field_classes = dict.fromkeys(["purpose", "summary", "consent_note"], TextField)
        widgets = {
            "purpose": forms.Textarea({"rows": 4}),
            "summary": forms.Textarea({"rows": 6}),
            "needs": forms.CheckboxSelectMultiple,
            "urgency": forms.RadioSelect,
            "consent": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = self.instance.partner_id
        self.fields["partner"].queryset = Partner.objects.in_use() | Partner.objects.filter(pk=chosen)
        self.fields["partner"].choices = [("", "Pilih mitra"), *by_kind(self.fields["partner"].queryset)]
        # A radio group that must be answered offers no empty answer.
        self.fields["consent"].choices = Referral.Consent.choices
        self.fields["needs"].queryset = self._needs()

    def _needs(self):
        """The needs of this stay that are still open, and those that this draft names already."""
        needs = Need.objects.filter(stay=self.instance.stay_id).select_related("service")
        named = self.instance.needs.values("pk") if self.instance.pk else []
        return needs.filter(closed_on=None) | needs.filter(pk__in=named)

    def save(self, *, by):
        self.instance.draft(by=by, needs=self.cleaned_data["needs"])
        return self.instance


class ReferralChangeForm(ReferralForm):
    key = None
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def save(self, *, by):
        changed = [name for name in self.changed_data if name in self._meta.fields]
        version, needs = self.cleaned_data["version"], self.cleaned_data["needs"]
        self.instance.redraft(by=by, version=version, needs=needs, changed=changed)


def by_kind(partners):
    """Choices of a select, grouped by kind in the order of the list."""
    order = Partner.Kind.values
    partners = sorted(partners, key=lambda partner: (order.index(partner.kind), partner.name.casefold()))
    for kind, group in groupby(partners, key=lambda partner: partner.get_kind_display()):
        yield kind, [(partner.pk, partner.name) for partner in group]


class SendForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class AnswerForm(forms.Form):
    """What the partner said, as told to us. Either half is read only when it was the answer."""

    ANSWERS = [("accepted", "Diterima"), ("declined", "Tidak dapat diterima")]

    answer = forms.ChoiceField(
        label="Jawaban mitra", choices=ANSWERS, widget=forms.RadioSelect,
        error_messages={"required": "Pilih jawaban mitra."},
    )  # fmt: skip
    answered_by = TextField(label="Nama yang menjawab", max_length=150, help_text="Nama dan jabatan di mitra.")
    on = forms.DateField(label="Tanggal jawaban", widget=DateInput)
    note = TextField(label="Catatan jawaban", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}))
    arranged_on = forms.DateField(label="Tanggal mengantar klien", required=False, widget=DateInput)
    conditions = TextField(
        label="Syarat dari mitra", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Misalnya berkas yang dibawa.",
    )  # fmt: skip
    reason = forms.ChoiceField(
        label="Alasan tidak diterima", choices=Referral.DeclineReason.choices, widget=forms.RadioSelect,
        required=False, help_text="Bila “Lainnya”, jelaskan di catatan jawaban.",
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        if given.get("answer") != "declined":
            return given
        if not given.get("reason"):
            self.add_error("reason", "Pilih alasan mitra tidak dapat menerima.")
        elif given["reason"] == Referral.DeclineReason.OTHER and not given.get("note"):
            self.add_error("note", "Jelaskan alasan lainnya.")
        return given

    def record(self, referral, *, by):
        given = self.cleaned_data
        said = {"by": by} | {name: given[name] for name in ("answered_by", "on", "note")}
        if given["answer"] == "accepted":
            referral.accept(arranged_on=given["arranged_on"], conditions=given["conditions"], **said)
        else:
            referral.decline(reason=given["reason"], **said)


class CompleteForm(forms.Form):
    result = TextField(
        label="Hasil rujukan", max_length=3000, widget=forms.Textarea({"rows": 5}),
        help_text="Misalnya kapan dan oleh siapa klien diterima, dan apa tindak lanjutnya.",
        error_messages={"required": "Tulis hasil rujukan."},
    )  # fmt: skip


class WithdrawForm(forms.Form):
    reason = TextField(
        label="Alasan pembatalan", max_length=200, error_messages={"required": "Tulis alasan pembatalan."}
    )
