"""An innovation is written in three parts, each its own page; and its stage moves by an act with a date."""

import uuid

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Shelter
from reports.entry.meanwhile import changes, clashes, watched
from reports.models import Innovation, InnovationOption
from reports.models.innovation import DESIGN, EFFECT, HTTPS

List = InnovationOption.List
OPTIONS = {"initiator": List.INITIATOR, "form": List.FORM, "theme": List.THEME, "sector": List.SECTOR}
ABOUT = [
    "name", "started_on", *OPTIONS, "initiator_name", "kind", "is_developed", "national_programme", "video_url",
    "other_sectors",
]  # fmt: skip
UNWATCHED = {"other_sectors"}  # a whole list, told by its ticks


def offered(list, day, chosen=()):
    """What may be chosen on a day, and what this row has chosen already."""
    options = InnovationOption.objects.of(list)
    return (options.on(day) | options.filter(pk__in=[key for key in chosen if key])).order_by("position", "name")


class PartForm(forms.ModelForm):
    """Of two people who change one field at once the second is told what the first wrote, and keeps what they typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name not in UNWATCHED:
                watched(field)

    @transaction.atomic
    def save(self, *, by):
        """Whether it was saved; if not, the form says what somebody else wrote meanwhile."""
        found = Innovation.objects.for_page().select_for_update(of=["self"]).get(pk=self.instance.pk)
        now = {name: getattr(found, name) for name in self.fields if name not in UNWATCHED}
        if clashes(self, now, str(found.changed_by)):
            return False
        found.revise(by=by, **changes(self))
        return True


class AboutForm(PartForm):
    video_url = forms.URLField(
        label="Alamat video", required=False, max_length=300, validators=[HTTPS], assume_scheme="https",
        help_text="Diawali https://. Tiga menit sudah cukup untuk kebanyakan lomba.",
        error_messages={"invalid": HTTPS.message},
    )  # fmt: skip

    class Meta:
        model = Innovation
        fields = ABOUT
        field_classes = dict.fromkeys(["name", "initiator_name", "national_programme"], TextField)
        widgets = {
            "started_on": DateInput, "kind": forms.RadioSelect, "other_sectors": forms.CheckboxSelectMultiple,
        }  # fmt: skip
        error_messages = {
            "name": {"required": "Tulis nama inovasi."}, "started_on": {"required": "Isi tanggalnya."},
            "initiator_name": {"required": "Tulis nama inisiator."}, "kind": {"required": "Pilih salah satu."},
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        day = self.instance.today()
        for name, list in OPTIONS.items():
            self.fields[name].queryset = offered(list, day, [getattr(self.instance, f"{name}_id")])
            self.fields[name].empty_label = "Pilih"
            self.fields[name].error_messages["required"] = "Pilih salah satu."
        others = self.instance.other_sectors.values_list("pk", flat=True) if self.instance.pk else ()
        self.fields["other_sectors"].queryset = offered(List.SECTOR, day, others)
        self.fields["kind"].choices = Innovation.Kind.choices


class NewForm(AboutForm):
    """The shelters are those of the person who writes; only the department writes one for all."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Inovasi panti", required=False,
        error_messages={"invalid_choice": "Pilih panti dari daftar."},
    )  # fmt: skip
    field_order = ["key", "shelter", *ABOUT]

    class Meta(AboutForm.Meta):
        fields = ["shelter", *ABOUT]

    def __init__(self, *args, shelters, of_department, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = False
        self.fields["shelter"].queryset = shelters
        self.fields["shelter"].required = not of_department
        self.fields["shelter"].empty_label = "Seluruh dinas" if of_department else "Pilih panti"
        self.fields["shelter"].error_messages["required"] = "Pilih panti."
        if not of_department and len(shelters) == 1:
            self.fields["shelter"].initial = shelters[0]

    def _get_validation_exclusions(self):
        """Whether the name is free is left to the verb: a second click must land where the first did."""
        return super()._get_validation_exclusions() | {"name"}

    def begin(self, *, by):
        self.instance.begin(by=by, other_sectors=self.cleaned_data["other_sectors"])
        return self.instance


def texts_form(names, rows):
    meta = type("Meta", (), {
        "model": Innovation, "fields": names, "field_classes": dict.fromkeys(names, TextField),
        "widgets": {name: forms.Textarea({"rows": rows}) for name in names},
    })  # fmt: skip
    return type("TextsForm", (PartForm,), {"Meta": meta})


PARTS = {
    # slug: (heading, form)
    "identitas": ("Identitas inovasi", AboutForm),
    "rancang-bangun": ("Rancang bangun", texts_form(DESIGN, 7)),
    "manfaat": ("Tujuan, manfaat, dan hasil", texts_form(EFFECT, 6)),
}


class AdvanceForm(forms.Form):
    on = forms.DateField(label="Sejak", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    note = TextField(label="Catatan", required=False, max_length=500, help_text="Misalnya nomor surat keputusan.")


class BackForm(forms.Form):
    reason = TextField(
        label="Mengapa mundur?", max_length=500, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip
