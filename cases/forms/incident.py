import uuid
from datetime import timedelta

from django import forms
from django.db.models import Q

from cases.cleaning import TextField
from cases.forms.moment import MomentField
from cases.models import Incident, Stay

WORDS = ("description", "first_aid", "reported_to", "follow_up")


def area(rows):
    return forms.Textarea({"rows": rows})


class PeopleField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, stay):
        return f"{stay.client} ({stay.client.number})"


class IncidentForm(forms.Form):
    """What happened; the fields are in the order in which one tells it."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    kind = forms.ChoiceField(
        label="Jenis kejadian", choices=Incident.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenis kejadian."},
    )  # fmt: skip
    at = MomentField(label="Waktu kejadian", error_messages={"required": "Isi tanggal dan jam kejadian."})
    place = TextField(label="Tempat", max_length=150, error_messages={"required": "Tulis di mana terjadinya."})
    description = TextField(
        label="Apa yang terjadi", max_length=5000, widget=area(5),
        error_messages={"required": "Ceritakan apa yang terjadi."},
    )  # fmt: skip
    people = PeopleField(
        Stay.objects, label="Klien yang terlibat", required=False, help_text="Kosongkan bila tidak ada."
    )
    first_aid = TextField(label="Pertolongan pertama", required=False, max_length=2000, widget=area(2))
    reported_to = TextField(
        label="Dilaporkan kepada", required=False, max_length=200, help_text="Kepala panti, Polsek, Puskesmas, …"
    )
    reported_at = MomentField(label="Waktu melapor", required=False)
    follow_up = TextField(label="Tindak lanjut", required=False, max_length=3000, widget=area(3))

    def __init__(self, *args, incident, **kwargs):
        self.incident = incident
        shelter = incident.shelter
        kwargs["initial"] = self._initial() | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["at"].zone = self.fields["reported_at"].zone = shelter.zone
        self.fields["people"].queryset = self._candidates()

    def _initial(self):
        if not self.incident.pk:
            return {"at": self.incident.shelter.now()}
        fields = ("version", "kind", "at", "place", "reported_at", *WORDS)
        return {field: getattr(self.incident, field) for field in fields} | {"people": self.incident.people.all()}

    def _candidates(self):
        """Whoever is or was there in the last month, and those named before."""
        shelter = self.incident.shelter
        recent = shelter.stays.overlapping(shelter.today() - timedelta(days=31), shelter.today()).values("pk")
        named = self.incident.people.values("pk") if self.incident.pk else Stay.objects.none().values("pk")
        stays = Stay.objects.filter(Q(pk__in=recent) | Q(pk__in=named))
        return stays.select_related("client").order_by("client__name", "pk")

    def save(self, *, by):
        given = self.cleaned_data
        for field in ("kind", "at", "place", "reported_at", *WORDS):
            setattr(self.incident, field, given[field])
        if self.incident.pk:
            self.incident.rewrite(by=by, version=given["version"], people=given["people"])
        else:
            self.incident.write(by=by, people=given["people"])
        return self.incident


class IncidentCloseForm(forms.Form):
    follow_up = TextField(
        label="Tindak lanjut dan hasilnya", max_length=3000, widget=area(5),
        error_messages={"required": "Tulis tindak lanjutnya; kejadian ditutup dengan hasilnya."},
    )  # fmt: skip


class IncidentFilterForm(forms.Form):
    kind = forms.ChoiceField(label="Jenis", choices=[("", "Semua jenis"), *Incident.Kind.choices], required=False)
    since = forms.DateField(label="Sejak", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    until = forms.DateField(label="Sampai", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def apply(self, incidents):
        """Both dates inclusive, by the clock of the installation: the list may join shelters of several zones."""
        given = self.cleaned_data if self.is_valid() else {}
        if given.get("kind"):
            incidents = incidents.filter(kind=given["kind"])
        if given.get("since"):
            incidents = incidents.filter(at__date__gte=given["since"])
        if given.get("until"):
            incidents = incidents.filter(at__date__lte=given["until"])
        return incidents
