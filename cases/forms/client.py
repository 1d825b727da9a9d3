from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import nik
from cases.cleaning import TextField
from cases.models import Client, Region
from cases.photos import portrait

SEXES = [("L", "Laki-laki"), ("P", "Perempuan"), ("", "Tidak diketahui")]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class RegionPicker(forms.TextInput):
    """Search-as-you-type over region codes; without script a button searches and a list of radio buttons answers."""

    template_name = "cases/_region_picker.html"

    def __init__(self):
        super().__init__()
        self.typed = ""

    def value_from_datadict(self, data, files, name):
        self.typed = data.get(f"{name}_q", "")
        return data.get(name)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = Region.objects.filter(pk=value or "").first()
        context |= {"typed": self.typed, "chosen": chosen}
        if self.typed and not (chosen and self.typed == chosen.path):
            context["regions"] = Region.objects.matching(self.typed)
        return context


class ClientFields(forms.Form):
    """Who somebody is. All may stay empty but one: a name, a nickname or a description."""

    name = TextField(label="Nama", required=False, max_length=200, help_text="Kosongkan bila tidak diketahui.")
    aliases = TextField(
        label="Nama panggilan atau alias", required=False, max_length=300, help_text="Pisahkan dengan koma."
    )
    description = TextField(
        label="Ciri-ciri",
        required=False,
        max_length=300,
        help_text="Misalnya “kaos merah, tato di lengan kiri”.",
    )
    sex = forms.ChoiceField(label="Jenis kelamin", choices=SEXES, widget=forms.RadioSelect, required=False)
    estimated_age = forms.IntegerField(
        label="Perkiraan usia",
        required=False,
        min_value=0,
        max_value=130,
        help_text="Bila tanggal lahir tidak diketahui.",
    )
    birth_date = forms.DateField(label="Tanggal lahir", required=False, widget=DateInput)
    birth_place = TextField(label="Tempat lahir", required=False, max_length=100)
    nik = TextField(
        label="NIK",
        required=False,
        max_length=40,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    no_nik_reason = forms.ChoiceField(label="Bila belum ada NIK", choices=Client.NoNik.choices, required=False)
    origin = forms.ModelChoiceField(Region.objects, label="Wilayah asal", required=False, widget=RegionPicker)
    origin_address = TextField(label="Alamat asal", required=False, max_length=250)
    phone = TextField(label="Nomor HP", required=False, max_length=30)
    health_note = TextField(
        label="Diet, alergi, dan perhatian",
        required=False,
        max_length=200,
        help_text="Tampil di lembar harian.",
    )
    photo = forms.FileField(
        label="Foto", required=False, widget=forms.FileInput({"accept": "image/*", "capture": "environment"})
    )

    def clean_aliases(self):
        return [alias.strip()[:100] for alias in self.cleaned_data["aliases"].split(",") if alias.strip()]

    def clean_birth_date(self):
        born = self.cleaned_data["birth_date"]
        if born and born > timezone.localdate():
            raise ValidationError("Tanggal lahir belum tiba.")
        return born

    def clean_photo(self):
        upload = self.cleaned_data["photo"]
        if not upload:
            return None
        if upload.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Foto lebih dari 10 MB. Perkecil dahulu.")
        return portrait(upload)

    def clean(self):
        given = super().clean()
        if not any(given.get(field) for field in ("name", "aliases", "description")) and not self.errors:
            self.add_error("name", "Isi nama, nama panggilan, atau ciri-ciri klien.")
        return given

    def fill(self, client, *, today):
        """Write the answers into a client, unsaved; returns the warnings that the worker should read."""
        given = self.cleaned_data
        for field in ("name", "aliases", "description", "sex", "birth_place", "no_nik_reason", "origin",
                      "origin_address", "phone", "health_note", "birth_date"):  # fmt: skip
            setattr(client, field, given[field])
        age = None if given["birth_date"] else given["estimated_age"]
        if age is None or age != client.estimated_age:
            client.estimated_age, client.age_estimated_on = age, None if age is None else today
        if given["photo"]:
            client.photo = given["photo"]
        written = client.nik or client.claimed_nik
        if nik.normalise(given["nik"]) != nik.normalise(written):
            client.set_nik(given["nik"], today=today)
        return nik_warnings(client, today)


def nik_warnings(client, today):
    """What a colleague would say about this NIK; nothing here stops anybody."""
    if client.nik_status == client.NikStatus.INVALID:
        return [f"NIK disimpan sebagai belum valid: {client.nik_note}"]
    if not client.nik:
        return []
    regions = set(
        Region.objects.filter(level__in=(2, 3), code__startswith=client.nik[:2]).values_list("code", flat=True)
    )
    reading = nik.read(
        client.nik, today=today, sex=client.sex, birth_date=client.birth_date,
        regions=frozenset(code.replace(".", "") for code in regions),
    )  # fmt: skip
    doubled = [client.nik_note] if client.nik_status == client.NikStatus.DOUBLED else []
    return doubled + list(reading.warnings)


class ClientForm(ClientFields):
    """The same questions, answered again: carries the version that was read, so that nothing is overwritten unseen."""

    citizenship = forms.ChoiceField(
        label="Kewarganegaraan", choices=Client.Citizenship.choices, widget=forms.RadioSelect
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def initial_of(client):
        return {
            "name": client.name, "aliases": ", ".join(client.aliases), "description": client.description,
            "sex": client.sex, "estimated_age": client.estimated_age, "birth_date": client.birth_date,
            "birth_place": client.birth_place, "nik": client.nik or client.claimed_nik,
            "no_nik_reason": client.no_nik_reason, "origin": client.origin_id,
            "origin_address": client.origin_address, "phone": client.phone, "health_note": client.health_note,
            "citizenship": client.citizenship, "version": client.version,
        }  # fmt: skip
