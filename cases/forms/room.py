import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.forms.stay import TimeInput
from cases.models import Bed, Placement, Room
from cases.models.room import MOST_BEDS_AT_ONCE


class RoomForm(forms.Form):
    """A new room with its beds."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = TextField(
        label="Nama kamar", max_length=60, help_text="Misalnya Putra, Putri, Isolasi, Melati 2.",
        error_messages={"required": "Isi nama kamar."},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Untuk siapa", choices=Room.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih untuk siapa kamar ini."},
    )  # fmt: skip
    beds = forms.IntegerField(
        label="Jumlah tempat tidur", min_value=0, max_value=MOST_BEDS_AT_ONCE, initial=1,
        help_text="Diberi nomor 1, 2, 3, dan seterusnya. Dapat ditambah kemudian.",
        error_messages={"required": "Isi jumlah tempat tidur; 0 bila belum ada."},
    )  # fmt: skip
    building = TextField(
        label="Gedung", max_length=80, initial="Gedung utama",
        help_text="Tulis nama yang sama untuk kamar di gedung yang sama.",
        error_messages={"required": "Isi nama gedung."},
    )  # fmt: skip
    note = TextField(label="Catatan kamar", max_length=200, required=False)


class RoomEditForm(RecordedForm):
    class Meta:
        model = Room
        fields = ["name", "kind", "note"]
        field_classes = dict.fromkeys(["name", "note"], TextField)
        widgets = {"kind": forms.RadioSelect}


class BedCountForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    beds = forms.IntegerField(
        label="Berapa tempat tidur ditambahkan?", min_value=1, max_value=MOST_BEDS_AT_ONCE,
        error_messages={"required": "Isi jumlahnya."},
    )  # fmt: skip


class BedForm(RecordedForm):
    class Meta:
        model = Bed
        fields = ["label"]
        field_classes = {"label": TextField}


class OutageForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    on = forms.DateField(
        label="Tidak dapat dipakai mulai", widget=DateInput, error_messages={"required": "Isi tanggal mulai."}
    )
    until = forms.DateField(
        label="Dapat dipakai lagi mulai", widget=DateInput, required=False, help_text="Kosongkan bila belum diketahui."
    )
    reason = TextField(
        label="Alasan", max_length=200, help_text="Misalnya diperbaiki, kasur dicuci, kamar dicat.",
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip


class OutageEndForm(forms.Form):
    on = forms.DateField(
        label="Dapat dipakai lagi mulai", widget=DateInput, error_messages={"required": "Isi tanggalnya."}
    )


class PlaceForm(forms.Form):
    """Where a resident sleeps from a day on. A bed that somebody took meanwhile is refused by the verb, in words."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    place = forms.CharField(
        label="Tempat", max_length=30, widget=forms.Select, error_messages={"required": "Pilih tempatnya."}
    )
    on = forms.DateField(label="Mulai tanggal", widget=DateInput, error_messages={"required": "Isi tanggal mulai."})
    at = forms.TimeField(label="Jam", widget=TimeInput, required=False)
    reason = TextField(
        label="Alasan", max_length=200, required=False,
        help_text="Wajib untuk tempat tambahan, kamar isolasi, dan kamar untuk orang lain.",
    )  # fmt: skip
    confirm = forms.BooleanField(label="Tetap tempatkan di sana", required=False)

    def __init__(self, *args, board, stay, **kwargs):
        super().__init__(*args, **kwargs)
        self.shelter = board.shelter
        self.fields["place"].widget.choices = [("", "Pilih tempat"), *choices(board, stay.client)]

    def clean_place(self):
        kind, _, pk = self.cleaned_data["place"].partition("-")
        pk = int(pk) if pk.isascii() and pk.isdigit() and len(pk) < 10 else 0
        if kind == "bed":
            bed = Bed.objects.filter(pk=pk, room__building__shelter=self.shelter).select_related("room__building")
            found = [(bed.room, bed) for bed in bed]
        else:
            rooms = Room.objects.filter(pk=pk, building__shelter=self.shelter).select_related("building")
            found = [(room, None) for room in rooms]
        if not found:
            raise forms.ValidationError("Pilih tempat dari daftar.")
        return found[0]

    def said(self):
        """What the verbs take."""
        given = self.cleaned_data
        room, bed = given["place"]
        return {"room": room, "bed": bed, "despite": given["confirm"]} | {
            key: given[key] for key in ("on", "at", "reason")
        }


def choices(board, client):
    """Free beds room by room, those meant for this person first, and in each room an extra place."""
    for one in board.rooms_for(client):
        room, free = one.room, len(one.free)
        places = [(f"bed-{place.bed.pk}", f"{room}-{place.bed.label}") for place in one.free]
        extra = (f"room-{room.pk}", f"{room}: tempat tambahan (melebihi kapasitas)")
        head = f"{room.building}: {room}, {room.get_kind_display().lower()}, {free} kosong"
        yield head, [*places, extra]


class SwapForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    other = forms.ModelChoiceField(
        Placement.objects, label="Bertukar dengan", empty_label="Pilih penghuni",
        error_messages={
            "required": "Pilih penghuni yang bertukar tempat.",
            "invalid_choice": "Tempat orang itu baru saja berubah. Pilih lagi.",
        },
    )  # fmt: skip
    on = forms.DateField(label="Mulai tanggal", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    reason = TextField(label="Alasan", max_length=200, required=False)
    confirm = forms.BooleanField(label="Tetap tukar", required=False)

    def __init__(self, *args, placement, **kwargs):
        super().__init__(*args, **kwargs)
        others = Placement.objects.open().filter(room__building__shelter=placement.shelter).exclude(pk=placement.pk)
        others = others.select_related("stay__client", "room", "bed__room").order_by("stay__client__name")
        self.fields["other"].queryset = others
        self.fields["other"].label_from_instance = lambda one: f"{one.stay.client} ({one})"


class VacateForm(forms.Form):
    on = forms.DateField(label="Kosong mulai tanggal", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    reason = TextField(
        label="Alasan", max_length=200, help_text="Misalnya pergi tanpa izin, dirawat lama di rumah sakit.",
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip
