"""The plan of a journey home and its legs."""

import re

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput, RegionPicker
from cases.models import Relative
from referrals.forms.journey_door import TimeInput
from referrals.forms.referral import Key, by_kind
from referrals.models import Journey, JourneyLeg, JourneyPayer, Partner


class RupiahField(forms.IntegerField):
    """Whole rupiah, as people write them: 150000, 150.000, Rp 150.000,00."""

    def __init__(self, **options):
        widget = forms.TextInput({"inputmode": "numeric"})
        super().__init__(**{"min_value": 0, "max_value": 2_000_000_000, "widget": widget} | options)

    def to_python(self, value):
        if isinstance(value, str):
            value = re.sub(r"^\s*rp\.?|,(00|-)\s*$|[.\s]", "", value.casefold())
        return super().to_python(value)


def lines(rows):
    return forms.Textarea({"rows": rows})


class JourneyForm(forms.ModelForm):
    key = Key()

    class Meta:
        model = Journey
        fields = [
            "purpose", "region", "address", "receiver", "office", "payer", "consent", "consent_note", "fitness",
            "fitness_by", "fitness_on", "fitness_note", "documents",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            ["purpose", "address", "consent_note", "fitness_by", "fitness_note", "documents"], TextField
        )
        widgets = {
            "purpose": lines(3), "region": RegionPicker, "consent": forms.RadioSelect, "fitness": forms.RadioSelect,
            "fitness_on": DateInput, "fitness_note": lines(2), "documents": lines(3),
        }  # fmt: skip
        help_texts = {
            "receiver": "Hanya keluarga yang hubungannya sudah terbukti (tab Keluarga).",
            "office": "Dinas Sosial daerah asal; boleh bersama keluarga.",
        }
        error_messages = {
            "region": {"required": "Pilih wilayah tujuan."}, "purpose": {"required": "Tulis alasan pemulangan."},
            "address": {"required": "Tulis alamat tujuan."}, "payer": {"required": "Pilih siapa yang membiayai."},
            "consent": {"required": "Pilih persetujuan klien."},
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stay = self.instance.stay
        relatives = Relative.objects.filter(client=self.stay.client_id).exclude(state=Relative.State.DISPROVEN)
        self.fields["receiver"].queryset = relatives.proven()
        self.fields["receiver"].empty_label = "Tanpa keluarga"
        offices = Partner.objects.in_use().filter(kind=Partner.Kind.ORIGIN_OFFICE)
        self.fields["office"].queryset = offices | Partner.objects.filter(pk=self.instance.office_id)
        self.fields["office"].empty_label = "Tanpa dinas"
        self.fields["payer"].queryset = JourneyPayer.objects.in_use()
        self.fields["payer"].empty_label = "Pilih sumber biaya"
        # A radio group that must be answered offers no empty answer.
        self.fields["consent"].choices = Journey.Consent.choices
        self.fields["fitness"].choices = Journey.Fitness.choices

    def clean(self):
        given = super().clean()
        if not self.errors and not given.get("receiver") and not given.get("office"):
            self.add_error("office", "Pilih keluarga yang menerima, dinas penerima, atau keduanya.")
        day = given.get("fitness_on")
        if day and day > self.stay.shelter.today():
            self.add_error("fitness_on", "Tanggal ini belum tiba.")
        return given

    def save(self, *, by):
        self.instance.draft(by=by)
        return self.instance


class JourneyChangeForm(JourneyForm):
    key = None
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def save(self, *, by):
        changed = [name for name in self.changed_data if name in self._meta.fields]
        self.instance.redraft(by=by, version=self.cleaned_data["version"], changed=changed)


class LegForm(forms.ModelForm):
    key = Key()
    cost_planned = RupiahField(label="Rencana biaya (rupiah)", required=False)

    class Meta:
        model = JourneyLeg
        fields = [
            "region", "place", "office", "contact_name", "contact_phone", "leaves_on", "leaves_at", "arrives_on",
            "arrives_at", "vehicle", "operator", "ticket", "cost_planned", "escort_name", "escort_position",
            "escort_phone", "unescorted_reason",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            ["place", "contact_name", "operator", "ticket", "escort_name", "escort_position", "unescorted_reason"],
            TextField,
        )
        widgets = {
            "region": RegionPicker, "leaves_on": DateInput, "arrives_on": DateInput, "leaves_at": TimeInput,
            "arrives_at": TimeInput, "unescorted_reason": lines(2),
        }  # fmt: skip
        error_messages = {
            "region": {"required": "Pilih wilayah tujuan ruas ini."},
            "place": {"required": "Tulis tempat serah terima."},
            "leaves_on": {"required": "Isi tanggal berangkat."}, "vehicle": {"required": "Pilih kendaraan."},
            "arrives_on": {"required": "Isi perkiraan tanggal tiba."},
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        journey = self.instance.journey
        partners = Partner.objects.in_use() | Partner.objects.filter(pk=self.instance.office_id)
        partners = partners.exclude(shelter=journey.stay.shelter_id)
        self.fields["office"].queryset = partners
        self.fields["office"].choices = [("", "Tidak ada: keluarga yang menerima"), *by_kind(partners)]
        self.fields["vehicle"].choices = [("", "Pilih kendaraan"), *JourneyLeg.Vehicle.choices]

    def clean_cost_planned(self):
        return self.cleaned_data["cost_planned"] or 0

    def clean(self):
        given = super().clean()
        named, why = given.get("escort_name"), given.get("unescorted_reason")
        if named and why:
            self.add_error("unescorted_reason", "Kosongkan bila ada pendamping.")
        elif named and not given.get("escort_phone") and "escort_phone" not in self.errors:
            self.add_error("escort_phone", "Isi telepon pendamping; dinas di perjalanan menghubunginya.")
        elif not named and not why:
            self.add_error("escort_name", "Isi pendamping, atau alasan tanpa pendamping.")
        elif why:
            given["escort_position"] = given["escort_phone"] = ""
        return given


class LegChangeForm(LegForm):
    key = None


def usual_leg(journey):
    """What the next leg probably is: from the last one on to the destination, with the same escort."""
    before = journey.itinerary[-1] if journey.itinerary else None
    office, found = journey.office, {"region": journey.region_id}
    if office:
        found |= {"office": office.pk, "place": office.address, "contact_phone": office.phone}
    else:
        found |= {"place": journey.address, "contact_phone": journey.receiver.phone}
    if before:
        same = ("vehicle", "escort_name", "escort_position", "escort_phone", "unescorted_reason")
        found |= {name: getattr(before, name) for name in same} | {"leaves_on": before.arrives_on}
    return found
