"""The draft of a referral: for whom it asks is given, what it asks and what it tells is filled in."""

from itertools import groupby
from uuid import uuid4

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Attachment, Need
from referrals.drafting import summary_of
from referrals.models import Partner, Referral
from referrals.models.share import USUAL, Choice, Piece, usual_choices


class Key(forms.UUIDField):
    """Makes a second sending of the same form harmless: see FormKey."""

    def __init__(self):
        super().__init__(initial=uuid4, widget=forms.HiddenInput)


class ReferralForm(forms.ModelForm):
    key = Key()
    others = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label="Tanyai juga mitra lain sekaligus", required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Setiap mitra mendapat surat sendiri. Yang pertama menerima; yang lain diberi tahu dengan sopan.",
    )  # fmt: skip
    shares = forms.MultipleChoiceField(
        label="Yang dibagikan kepada mitra", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Pilih seperlunya. Tampilan untuk mitra dapat diperiksa sebelum dikirim.",
    )  # fmt: skip

    class Meta:
        model = Referral
        fields = ["partner", "purpose", "needs", "urgency", "wished_on", "summary", "consent", "consent_note"]
        field_classes = dict.fromkeys(["purpose", "summary", "consent_note"], TextField)
        widgets = {
            "purpose": forms.Textarea({"rows": 4}),
            "summary": forms.Textarea({"rows": 6}),
            "needs": forms.CheckboxSelectMultiple,
            "urgency": forms.RadioSelect,
            "wished_on": DateInput,
            "consent": forms.RadioSelect,
        }

    field_order = ["partner", "others", "purpose", "needs", "urgency", "wished_on", "summary", "shares", "consent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stay = self.instance.stay
        self._fill_partners()
        # A radio group that must be answered offers no empty answer.
        self.fields["consent"].choices = Referral.Consent.choices
        self.fields["needs"].queryset = self._needs()
        self._files = {str(one.pk): one for one in self._attachments()}
        self.fields["shares"].choices = list(self._pieces())
        if self.instance.pk:
            chosen = self.instance.shares.select_related("attachment")
            chosen = [Choice(share.piece, share.attachment) for share in chosen]
        else:
            chosen = usual_choices(self.stay)
            if not self.is_bound:
                self.initial["summary"] = summary_of(self.stay)
        self.initial["shares"] = [choice.value for choice in chosen]

    def _fill_partners(self):
        partners = Partner.objects.in_use() | Partner.objects.filter(pk=self.instance.partner_id)
        partners = partners.exclude(shelter=self.stay.shelter_id)
        self.fields["partner"].queryset = partners
        grouped = list(by_kind(partners))
        self.fields["partner"].choices = [("", "Pilih mitra"), *grouped]
        if "others" in self.fields:
            self.fields["others"].queryset = partners
            self.fields["others"].choices = grouped

    def _needs(self):
        """The needs of this stay that are still open, and those that this draft names already."""
        needs = Need.objects.filter(stay=self.instance.stay_id).select_related("service")
        named = self.instance.needs.values("pk") if self.instance.pk else []
        return needs.filter(closed_on=None) | needs.filter(pk__in=named)

    def _attachments(self):
        """Uploads of this shelter only: what another house keeps of the client is not ours to pass on."""
        return Attachment.objects.kept().filter(client=self.stay.client_id, shelter=self.stay.shelter_id)

    def _pieces(self):
        yield from ((piece.value, piece.label) for piece in USUAL)
        if self.stay.client.photo:
            yield Piece.PHOTO.value, Piece.PHOTO.label
        for one in self._files.values():
            yield file_choice(one), f"{one.get_kind_display()}: {one.title}"

    def choices(self):
        for value in self.cleaned_data["shares"]:
            piece, _, pk = value.partition(":")
            yield Choice(piece, self._files[pk] if pk else None)

    def clean(self):
        given = super().clean()
        if given.get("partner") and given["partner"] in given.get("others", ()):
            given["others"] = [other for other in given["others"] if other != given["partner"]]
        wished = given.get("wished_on")
        if wished and "wished_on" in self.changed_data and wished < self.stay.shelter.today():
            self.add_error("wished_on", "Tanggal ini sudah lewat.")
        return given

    @transaction.atomic
    def save(self, *, by):
        """One referral for each partner, of one batch; the first is returned."""
        given, first = self.cleaned_data, self.instance
        needs, choices = given["needs"], list(self.choices())
        first.draft(by=by, needs=needs, choices=choices)
        for partner in given["others"]:
            values = {name: getattr(first, name) for name in self._meta.fields if name not in ("partner", "needs")}
            Referral(stay=self.stay, partner=partner, batch=first.batch, **values).draft(
                by=by, needs=needs, choices=choices
            )
        return first


class ReferralChangeForm(ReferralForm):
    key = None
    others = None
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def save(self, *, by):
        changed = [name for name in self.changed_data if name in (*self._meta.fields, "shares")]
        version, needs = self.cleaned_data["version"], self.cleaned_data["needs"]
        choices = list(self.choices()) if "shares" in changed else None
        self.instance.redraft(by=by, version=version, needs=needs, changed=changed, choices=choices)


def file_choice(attachment):
    piece = Piece.HEALTH if attachment.kind == Attachment.Kind.HEALTH else Piece.ATTACHMENT
    return Choice(piece, attachment).value


def by_kind(partners):
    """Choices of a select, grouped by kind in the order of the list."""
    order = Partner.Kind.values
    partners = sorted(partners, key=lambda partner: (order.index(partner.kind), partner.name.casefold()))
    for kind, group in groupby(partners, key=lambda partner: partner.get_kind_display()):
        yield kind, [(partner.pk, partner.name) for partner in group]
