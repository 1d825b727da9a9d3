from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from cases.cleaning import TextField
from cases.models import ServiceType
from reports.entry.meanwhile import AmountField, changes, clashes, last_to_change, watched
from reports.models import Target


class TargetsForm(forms.Form):
    """The targets of a year, one line per type. An emptied line is no target, which is something else than 0."""

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, **kwargs)
        self.year, self.types = year, list(ServiceType.objects.all())
        found = {target.service_type_id: target for target in Target.objects.filter(year=year)}
        for kind in self.types:
            target = found.get(kind.code)
            self.fields[f"population_{kind.code}"] = watched(
                AmountField(label=f"Target {kind.label}", required=False, initial=target and target.population)
            )
            self.fields[f"source_{kind.code}"] = watched(
                TextField(
                    label=f"Sumber {kind.label}", required=False, max_length=200,
                    initial=target.source if target else "",
                )
            )  # fmt: skip

    def lines(self):
        return [(kind, self[f"population_{kind.code}"], self[f"source_{kind.code}"]) for kind in self.types]

    def clean(self):
        given = super().clean()
        for kind in self.types:
            population, source = given.get(f"population_{kind.code}"), given.get(f"source_{kind.code}")
            if population is not None and source == "":
                self.add_error(f"source_{kind.code}", "Tulis sumber angka target ini.")
            elif population is None and source and f"population_{kind.code}" not in self.errors:
                self.add_error(f"population_{kind.code}", "Isi jumlahnya, atau kosongkan juga sumbernya.")
        return given

    @transaction.atomic
    def save(self, *, by):
        """Whether it was saved; if not, the form says what somebody else changed meanwhile."""
        list(ServiceType.objects.select_for_update(no_key=True).order_by("pk"))
        now = {target.service_type_id: target for target in Target.objects.filter(year=self.year)}
        values = {}
        for kind in self.types:
            target = now.get(kind.code)
            values[f"population_{kind.code}"] = target and target.population
            values[f"source_{kind.code}"] = target.source if target else ""
        if clashes(self, values, last_to_change(*now.values())):
            return False
        typed = changes(self)
        for kind in self.types:
            names = {"population": f"population_{kind.code}", "source": f"source_{kind.code}"}
            changed = {name: typed[field] for name, field in names.items() if field in typed}
            if changed:
                self.enter(kind, changed, now.get(kind.code), by=by)
        return not self.errors

    def enter(self, kind, changed, target, *, by):
        gone = target is None and changed.get("population") is None
        if gone:
            self.add_error(f"source_{kind.code}", "Target ini sementara itu dihapus. Isi lagi jumlah dan sumbernya.")
            return
        try:
            Target.enter(kind, self.year, by=by, **changed)
        except ValidationError as error:
            self.add_error(f"population_{kind.code}", error.messages)
