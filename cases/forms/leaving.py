import uuid

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.attachment import ProofFile
from cases.forms.client import DateInput, RegionPicker
from cases.models import Aftercare, ExitReason, HandoverPermission, PickupItem, Region, Relative
from cases.models.exit import PAPERS, ExitRecord
from cases.models.release import is_child


class ExitForm(forms.Form):
    """How somebody leaves: only what the chosen reason asks for is on the page."""

    reason = forms.ModelChoiceField(
        ExitReason.objects.in_use().select_related("maps_to"), label="Alasan keluar", empty_label="Pilih alasan",
        error_messages={"required": "Pilih alasan keluar."},
    )  # fmt: skip
    on = forms.DateField(label="Tanggal keluar", widget=DateInput, error_messages={"required": "Isi tanggal keluar."})
    receiver = forms.ModelChoiceField(
        Relative.objects.none(), label="Diserahkan kepada", required=False, empty_label="Belum dipilih",
        help_text="Dari tab Keluarga. Tambahkan di sana bila belum ada.",
    )  # fmt: skip
    exception = TextField(
        label="Izin kepala panti: alasan menyerahkan tanpa bukti atau berkas lengkap", required=False,
        max_length=1000, widget=forms.Textarea({"rows": 2}),
        help_text="Hanya bila bukti atau berkas tidak lengkap. Nama Anda, waktu, dan alasan ini dicatat.",
    )  # fmt: skip
    institution = TextField(label="Lembaga penerima", required=False, max_length=200)
    institution_officer = TextField(label="Petugas yang menerima", required=False, max_length=200)
    letter_number = TextField(label="Nomor surat rujukan", required=False, max_length=100)
    letter_follows = forms.BooleanField(
        label="Surat menyusul", required=False, help_text="Klien tidak perlu menunggu surat."
    )
    region = forms.ModelChoiceField(Region.objects, label="Wilayah tujuan", required=False, widget=RegionPicker)
    destination = TextField(label="Alamat atau tujuan", required=False, max_length=200)
    escort = TextField(label="Pendamping perjalanan", required=False, max_length=200, help_text="Nama dan jabatan.")
    ticket = TextField(label="Tiket atau kendaraan", required=False, max_length=200)
    cost = forms.IntegerField(
        label="Biaya (rupiah)", required=False, min_value=0, max_value=2_000_000_000,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )  # fmt: skip
    work = TextField(label="Pekerjaan atau kegiatan", required=False, max_length=200)
    statement = TextField(
        label="Pernyataan klien", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Dengan kata-katanya sendiri: mengapa tidak melanjutkan.",
    )  # fmt: skip
    note = TextField(label="Catatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}))

    FACTS = (
        *PAPERS, "region", "escort", "ticket", "cost", "institution", "institution_officer", "letter_number",
        "letter_follows", "work", "statement",
    )  # fmt: skip

    def __init__(self, *args, stay, reason, is_head, pickup=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.items, self.seen = {}, []  # what was seen before the day of the pick-up is not asked again
        relatives = Relative.objects.filter(client=stay.client).exclude(state=Relative.State.DISPROVEN)
        self.fields["receiver"].queryset = relatives
        self.fields["receiver"].label_from_instance = told
        if reason:
            self.fields["reason"].widget = forms.HiddenInput()
            self.fields["reason"].initial = reason
            for name in set(self.fields) - asked(reason, stay, is_head):
                del self.fields[name]
            if "receiver" in self.fields:
                self._ask_papers(stay, pickup)

    def _ask_papers(self, stay, pickup):
        """A box for each item of the department's list that has not been seen yet, after the receiver."""
        if pickup:
            self.initial.setdefault("receiver", pickup.relative_id)
            self.seen = [line for line in pickup.lines() if line.is_seen]
        known = {line.item.pk for line in self.seen}
        today = stay.shelter.today()
        items = PickupItem.objects.asked_for(is_child=is_child(stay, today), is_guarded=stay.is_guarded)
        self.items = {item.field_name: item for item in items if item.pk not in known and not item.is_relation}
        self.fields |= {
            name: forms.BooleanField(
                label=item.label[:1].upper() + item.label[1:], required=False,
                help_text="" if item.required else "Tidak wajib.",
            )
            for name, item in self.items.items()
        }  # fmt: skip
        self.order_fields(["reason", "on", "receiver", *self.items])

    def acts(self):
        """The answers as `leave` takes them."""
        given = self.cleaned_data
        plain = {name: given[name] for name in ("on", "reason", "destination", "note") if name in given}
        for name in ("receiver", "exception"):
            if given.get(name):
                plain[name] = given[name]
        own = [item.pk for name, item in self.items.items() if name not in PAPERS and given[name]]
        return plain | {name: given[name] for name in self.FACTS if name in given} | {"items": own}


def asked(reason, stay, is_head):
    """Which questions this reason asks. A release of somebody guarded always asks who receives."""
    asks = reason.asks
    guarded = reason.is_release and stay.is_guarded
    wanted = {"reason", "on", "note"}
    if asks.needs_receiver or guarded:
        wanted |= {"receiver"}
        wanted |= {"exception"} if is_head else set()
    if asks.needs_region:
        wanted |= {"region", "escort", "ticket", "cost"}
    if asks.needs_receiver:
        wanted |= {"escort", "ticket", "cost"}
    if asks.needs_letter or asks.to_institution:
        wanted |= {"institution", "institution_officer", "letter_number", "letter_follows"}
    if asks.needs_statement:
        wanted |= {"statement"}
    if asks.slug == "mandiri":
        wanted |= {"work"}
    if not (asks.is_death or asks.is_abscond):
        wanted |= {"destination"}
    return wanted


def told(relative):
    """The state of a relation must be read where it is chosen."""
    return f"{relative} — {relative.get_state_display().lower()}"


class MinutesForm(forms.Form):
    witness_1 = TextField(
        label="Saksi pertama", max_length=200, help_text="Nama dan jabatan.",
        error_messages={"required": "Tulis nama saksi pertama."},
    )  # fmt: skip
    witness_2 = TextField(label="Saksi kedua", max_length=200, error_messages={"required": "Tulis nama saksi kedua."})


class LetterNumberForm(forms.Form):
    number = TextField(
        label="Nomor surat rujukan", max_length=ExitRecord._meta.get_field("letter_number").max_length,
        error_messages={"required": "Isi nomor surat."},
    )  # fmt: skip


class PermissionForm(forms.Form):
    receiver = forms.ModelChoiceField(
        Relative.objects.none(), label="Diserahkan kepada", required=False,
        empty_label="Tanpa penerima (pergi sendiri)",
    )  # fmt: skip
    reason = TextField(
        label="Alasan", max_length=1000, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis alasan pengecualian ini."},
    )  # fmt: skip
    file = ProofFile()

    @transaction.atomic
    def grant(self, stay, *, by):
        """The permission and what it rests on, both or neither."""
        given = self.cleaned_data
        permission = HandoverPermission.grant(stay, by=by, receiver=given["receiver"], reason=given["reason"])
        self.fields["file"].keep(given["file"], stay, by=by, title=str(permission), permission=permission)
        return permission

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        relatives = Relative.objects.filter(client=stay.client).exclude(state=Relative.State.DISPROVEN)
        self.fields["receiver"].queryset = relatives
        self.fields["receiver"].label_from_instance = told


class AftercareForm(forms.Form):
    on = forms.DateField(label="Tanggal kontak", widget=DateInput, error_messages={"required": "Isi tanggal."})
    way = forms.ChoiceField(
        label="Cara", choices=Aftercare.Way.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih caranya."},
    )  # fmt: skip
    result = forms.ChoiceField(
        label="Hasil", choices=Aftercare.Result.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasilnya."},
    )  # fmt: skip
    note = TextField(
        label="Catatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Wajib bila ada masalah.",
    )  # fmt: skip


class UnplannedAftercareForm(AftercareForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
