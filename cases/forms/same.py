from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases import merging
from cases.cleaning import TextField, clean_text
from cases.matching import Sketch
from cases.models import Client
from cases.models.client import full_years
from cases.templatetags.indonesian import tanggal


class SketchForm:
    """The half-filled intake form, read with patience: what cannot be understood yet is simply not known yet."""

    def __init__(self, data):
        self.data = data

    def sketch(self):
        aliases = [alias.strip() for alias in self._text("aliases").split(",") if alias.strip()]
        names = tuple(filter(None, [self._text("name"), *aliases])) or tuple(filter(None, [self._text("description")]))
        numbers = tuple(filter(None, [self._text("nik"), self._text("phone")]))
        sex = self._text("sex")
        return Sketch(
            names=names, numbers=numbers, sex=sex if sex in ("L", "P") else "", age=self._age(),
            origin=self._text("origin")[:13],
        )  # fmt: skip

    def _text(self, name):
        try:
            return clean_text(self.data.get(name, ""))[:200]
        except ValidationError:
            return ""

    def _age(self):
        try:
            return max(0, full_years(date.fromisoformat(self._text("birth_date")), timezone.localdate()))
        except ValueError:
            age = self._text("estimated_age")
            return int(age) if age.isascii() and age.isdigit() and len(age) <= 3 else None


class NumberForm(forms.Form):
    """The other file, by its number."""

    number = TextField(
        label="Nomor klien yang lain", max_length=40, error_messages={"required": "Tulis nomor klien yang lain."},
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args, clients, **kwargs):
        super().__init__(*args, **kwargs)
        self.clients = clients

    def clean_number(self):
        number = self.cleaned_data["number"]
        found = self.clients.filter(number__iexact=number).first()
        if found is None:
            # The same words for a stranger's number and for one that does not exist.
            raise ValidationError(ASK_DEPARTMENT)
        return found


ASK_DEPARTMENT = (
    "Nomor itu bukan klien panti Anda. Bila orangnya tercatat di panti lain, minta admin dinas menggabungkan: "
    "sebutkan kedua nomor klien."
)


class NumbersForm(forms.Form):
    """Two files of whatever shelters, by their numbers: for the department."""

    kept = TextField(label="Nomor klien yang dipertahankan", max_length=40)
    dropped = TextField(label="Nomor klien yang digabungkan ke sana", max_length=40)

    def clean(self):
        given = super().clean()
        for field in ("kept", "dropped"):
            if given.get(field):
                number = given[field]
                given[field] = Client.objects.living().filter(number__iexact=number).first()
                if given[field] is None:
                    self.add_error(field, "Tidak ada berkas dengan nomor itu, atau sudah digabung.")
        if given.get("kept") and given.get("kept") == given.get("dropped"):
            self.add_error("dropped", "Tulis dua nomor yang berbeda.")
        return given


def _said(client, group):
    value = merging.shown(client, group)
    return tanggal(value) if isinstance(value, date) else value


class MergeForm(forms.Form):
    """One radio per field in which the files differ; the fuller value is chosen already."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    keep_version = forms.IntegerField(widget=forms.HiddenInput)
    drop_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, keep, drop, masked=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = merging.differing(merging.snapshot(keep), merging.snapshot(drop))
        self.fields["keep_version"].initial, self.fields["drop_version"].initial = keep.version, drop.version
        for group in [] if masked else self.groups:
            if _said(keep, group) == _said(drop, group):  # they differ in what nobody reads, such as a NIK's state
                continue
            label = merging.label(group)
            self.fields[f"choice_{group}"] = forms.ChoiceField(
                label=label[:1].upper() + label[1:], choices=self._choices(keep, drop, group),
                widget=forms.RadioSelect, initial=merging.fuller(keep, drop, group),
                error_messages={"required": "Pilih salah satu."},
            )  # fmt: skip

    @staticmethod
    def _choices(keep, drop, group):
        choices = [
            (side, f"{_said(client, group) or 'kosong'} — {client.number}")
            for side, client in ((merging.KEEP, keep), (merging.DROP, drop))
        ]
        both = group in merging.MAY_BOTH and all(merging.shown(client, group) for client in (keep, drop))
        return [*choices, (merging.BOTH, "Keduanya, disatukan")] if both else choices

    @property
    def choices(self):
        return {group: self.cleaned_data[f"choice_{group}"] for group in self.groups
                if f"choice_{group}" in self.cleaned_data}  # fmt: skip

    @property
    def versions(self):
        return self.cleaned_data["keep_version"], self.cleaned_data["drop_version"]


class UndoForm(forms.Form):
    """The owner of everything that came since the merge."""

    def __init__(self, *args, merge, additions, masked=False, **kwargs):
        super().__init__(*args, **kwargs)
        owners = [("kept", merge.kept.number), ("dropped", merge.dropped.number)]
        self.asked = [one for one in additions if not one.follows and not one.stay_key]
        for place, one in enumerate(self.asked):
            said = f"{one.label[:1].upper()}{one.label[1:]}" + ("" if masked else f": {one.text}")
            self.fields[f"owner_{place}"] = forms.ChoiceField(
                label=f"{said} — milik siapa?", choices=owners, widget=forms.RadioSelect,
                error_messages={"required": "Pilih pemiliknya."},
            )  # fmt: skip
        self.fields["seen"] = forms.CharField(
            widget=forms.HiddenInput, initial=self.fingerprint, required=False
        )  # fmt: skip

    @property
    def fingerprint(self):
        return " ".join(one.key for one in self.asked)

    def clean_seen(self):
        if self.cleaned_data["seen"].strip() != self.fingerprint:
            raise ValidationError("Berkas ini baru saja bertambah. Muat ulang halaman ini.")
        return self.cleaned_data["seen"]

    @property
    def owners(self):
        return {one.key: self.cleaned_data[f"owner_{place}"] for place, one in enumerate(self.asked)}
