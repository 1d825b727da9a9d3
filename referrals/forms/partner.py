"""The forms about a partner: what it is, whom it takes, whom to call, when it is open, what was agreed."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from cases.audit import record
from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.models import BasicService, Category, Region
from referrals.models import (
    Condition,
    Criteria,
    OpeningHours,
    Partner,
    PartnerAgreement,
    PartnerContact,
    PartnerNote,
    Required,
)

FROM_SHELTER = ("name", "kind", "address", "city", "phone", "email")  # of a shelter here: they follow the shelter


def hidden_key():
    """Makes a second sending of the same form harmless: see FormKey."""
    return forms.UUIDField(initial=uuid4, widget=forms.HiddenInput)


class PartnerSearchForm(forms.Form):
    q = TextField(label="Cari nama, kota, atau jenis", required=False, max_length=100)
    service = forms.ModelChoiceField(
        BasicService.objects, label="Memberi layanan", required=False, empty_label="Semua layanan"
    )
    retired = forms.BooleanField(label="Juga yang tidak dipakai lagi", required=False)

    def apply(self, partners):
        if not self.is_valid():
            return partners.in_use()
        chosen = self.cleaned_data
        partners = partners.matching(chosen["q"])
        if chosen["service"]:
            partners = partners.filter(basic_services=chosen["service"])
        return partners if chosen["retired"] else partners.in_use()


class PartnerForm(RecordedForm):
    map_url = forms.URLField(
        label="Alamat peta", required=False, max_length=300, assume_scheme="https",
        help_text="Salin dari aplikasi peta, diawali https://.",
    )  # fmt: skip

    class Meta:
        model = Partner
        fields = [
            "name", "kind", "contact_position", "contact_name", "address", "city", "phone", "whatsapp",
            "email", "map_url", "basic_services", "services", "requirements",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            ["name", "contact_position", "contact_name", "address", "city", "phone", "whatsapp", "services",
             "requirements"], TextField,
        )  # fmt: skip
        widgets = {name: forms.Textarea({"rows": 3}) for name in ("services", "requirements")} | {
            "basic_services": forms.CheckboxSelectMultiple
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.shelter_id:
            for name in FROM_SHELTER:
                self.fields[name].disabled = True

    def save(self, *, by):
        is_new = self.instance._state.adding
        partner = super().save(by=by)
        if "basic_services" in self.changed_data and not is_new:
            services = sorted(partner.basic_services.values_list("pk", flat=True))
            record(by=by, action="partner.services_changed", target=partner, services=services)
        return partner


class NewPartnerForm(PartnerForm):
    key = hidden_key()


class PartnerChangeForm(PartnerForm):
    """A partner that is no longer used is retired by its own act: something may still be on its way there."""


class RetireForm(forms.Form):
    on = forms.DateField(label="Tidak dipakai sejak", widget=DateInput)
    note = TextField(
        label="Alasan, dan apa yang terjadi dengan rujukan yang berjalan", required=False, max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip


class CriteriaForm(RecordedForm):
    regions_text = TextField(
        label="Daerah asal klien yang dilayani", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Satu daerah satu baris: nama atau kode provinsi atau kabupaten/kota. Kosong: belum diketahui.",
    )  # fmt: skip

    class Meta:
        model = Criteria
        fields = [
            "sex", "age_from", "age_to", "all_categories", "categories", "accepted", "refused", "all_regions",
            "documents", "quota",
        ]  # fmt: skip
        widgets = {"sex": forms.RadioSelect, "categories": forms.CheckboxSelectMultiple}

    field_order = ["sex", "age_from", "age_to", "all_categories", "categories", "accepted", "refused", "all_regions",
                   "regions_text", "documents", "quota"]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices in (("accepted", Condition), ("refused", Condition), ("documents", Required)):
            field = Criteria._meta.get_field(name)
            self.fields[name] = forms.MultipleChoiceField(
                label=field.verbose_name.capitalize(), choices=choices, required=False,
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip
        self.fields["sex"].choices = Criteria.Sex.choices
        chosen = self.instance.categories.values("pk") if self.instance.pk else []
        self.fields["categories"].queryset = Category.objects.in_use() | Category.objects.filter(pk__in=chosen)
        if self.instance.pk:
            self.initial["regions_text"] = "\n".join(str(region) for region in self.instance.regions.all())
        self.order_fields(self.field_order)

    def clean_regions_text(self):
        lines = [line.strip() for line in self.cleaned_data["regions_text"].splitlines()]
        return [region_named(line) for line in lines if line]

    def clean(self):
        given = super().clean()
        if given.get("all_categories") and given.get("categories"):
            self.add_error("categories", "Hapus tanda “semua kategori”, atau kosongkan pilihan ini.")
        if given.get("all_regions") and given.get("regions_text"):
            self.add_error("regions_text", "Hapus tanda “semua daerah”, atau kosongkan isian ini.")
        if both := set(given.get("accepted", [])) & set(given.get("refused", [])):
            names = ", ".join(Condition(code).label for code in Condition.values if code in both)
            self.add_error("refused", f"Diterima dan sekaligus tidak diterima: {names}.")
        return given

    def save(self, *, by):
        criteria = super().save(by=by)
        before = set(criteria.regions.values_list("pk", flat=True))
        wanted = {region.pk for region in self.cleaned_data["regions_text"]}
        if before != wanted or "categories" in self.changed_data:
            criteria.regions.set(wanted)
            record(by=by, action="criteria.lists_changed", target=criteria, partner=str(criteria.partner))
        return criteria


def region_named(text):
    """The province, regency or district that a person means by a line; a ValidationError says what else to write."""
    regions = Region.objects.filter(retired_on=None, level__lte=Region.Level.DISTRICT)
    code = regions.filter(pk=text).first()
    if code:
        return code
    found = regions.filter(path__iexact=text) or regions.filter(name__iexact=text) or regions.matching(text)
    found = list(found[:4])
    if len(found) == 1 or (found and found[0].path.casefold() == text.casefold()):
        return found[0]
    if not found:
        raise ValidationError(f"“{text[:60]}” tidak ada dalam daftar wilayah. Tulis nama kabupaten/kota atau kodenya.")
    some = "; ".join(f"{region.path} ({region.pk})" for region in found[:3])
    raise ValidationError(f"“{text[:60]}” dapat berarti beberapa daerah: {some}. Tulis kodenya.")


class PlacesForm(forms.Form):
    """What the partner says of its free places; who said it and when stands beside it."""

    free_places = forms.IntegerField(label="Tempat kosong", min_value=0, max_value=100_000, help_text="0 bila penuh.")
    on = forms.DateField(label="Menurut keterangan tanggal", widget=DateInput)
    said_by = TextField(label="Keterangan dari", max_length=150, help_text="Nama dan bagian di mitra.")


class ContactForm(RecordedForm):
    key = hidden_key()

    class Meta:
        model = PartnerContact
        fields = ["task", "name", "function", "phone", "whatsapp", "email"]
        field_classes = dict.fromkeys(["name", "function", "phone", "whatsapp"], TextField)
        widgets = {"task": forms.RadioSelect}


class ContactChangeForm(ContactForm):
    key = None


class AgreementForm(RecordedForm):
    key = hidden_key()

    class Meta:
        model = PartnerAgreement
        fields = ["number", "subject", "starts_on", "ends_on"]
        field_classes = dict.fromkeys(["number", "subject"], TextField)
        widgets = {"starts_on": DateInput, "ends_on": DateInput}

    def save(self, *, by):
        if self.instance._state.adding:
            self.instance.created_by = by
        return super().save(by=by)


class AgreementChangeForm(AgreementForm):
    key = None


class NoteForm(forms.ModelForm):
    key = hidden_key()

    class Meta:
        model = PartnerNote
        fields = ["on", "text"]
        field_classes = {"text": TextField}
        widgets = {"on": DateInput, "text": forms.Textarea({"rows": 5})}


class HoursForm(forms.Form):
    """A week: from and until per weekday, or open day and night."""

    always_open = forms.BooleanField(label="Buka 24 jam setiap hari", required=False)
    hours_note = TextField(
        label="Catatan jam buka", required=False, max_length=200, help_text="Misalnya tutup saat libur nasional."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number, label in OpeningHours.Weekday.choices:
            for side, word in (("opens", "buka"), ("closes", "tutup")):
                self.fields[f"{side}_{number}"] = forms.TimeField(
                    label=f"{label} {word}", required=False, error_messages={"invalid": "Tulis jam seperti 08:00."},
                    widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
                )  # fmt: skip

    @property
    def days(self):
        """(weekday, from, until) for the page."""
        return [(label, self[f"opens_{n}"], self[f"closes_{n}"]) for n, label in OpeningHours.Weekday.choices]

    def clean(self):
        given = super().clean()
        self.week = {}
        for number, label in OpeningHours.Weekday.choices:
            opens, closes = given.get(f"opens_{number}"), given.get(f"closes_{number}")
            if opens and closes and closes > opens:
                self.week[number] = opens, closes
            elif opens and closes:
                self.add_error(f"closes_{number}", f"{label}: jam tutup harus sesudah jam buka.")
            elif (opens or closes) and not {f"opens_{number}", f"closes_{number}"} & self.errors.keys():
                self.add_error(f"closes_{number}", f"{label}: isi jam buka dan jam tutup.")
        return given


class FittingForm(forms.Form):
    """What the client needs and how they are; sent by POST, because it says something of a person's health."""

    needs = forms.ModelMultipleChoiceField(
        BasicService.objects, label="Kebutuhan", required=False, widget=forms.CheckboxSelectMultiple
    )
    conditions = forms.MultipleChoiceField(
        label="Kondisi kesehatan klien", choices=Condition, required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Yang Anda tandai hanya dipakai di halaman ini dan tidak disimpan.",
    )  # fmt: skip
