"""The rows that an import wrote, for its report: by the numbers that the house uses, with a link where one may look."""

from dataclasses import dataclass

from django.apps import apps

from cases.models import Client, Stay
from cases.permissions import Perm
from reports.imports.undoing import number_of

# The leading rows of each kind; what was written beside them (lists, criteria of a partner) needs no line of its own.
LEADING = (
    "cases.Stay", "cases.Client", "cases.DayRecord", "cases.ServiceRecord", "cases.Need", "referrals.Partner",
    "cases.User", "cases.Membership", "reports.Target",
)  # fmt: skip


@dataclass
class Written:
    label: str
    key: int
    row: int | None
    is_new: bool


class WrittenRows(list):
    """A page of them can be looked up in one query per model."""

    def __getitem__(self, place):
        found = super().__getitem__(place)
        return WrittenRows(found) if isinstance(place, slice) else found

    def with_links(self, user):
        shelters = set(user.shelters_with(Perm.SEE).values_list("pk", flat=True))
        found = {label: self._instances(label) for label in {each.label for each in self}}
        for each in self:
            instance = found[each.label].get(each.key)
            yield each, instance and number_of(instance), instance and address(instance, shelters)

    def _instances(self, label):
        model = apps.get_model(label)
        rows = model._base_manager.filter(pk__in=[each.key for each in self if each.label == label])
        related = {"stay", "user", "client"} & {field.name for field in model._meta.fields}
        return rows.select_related(*related).in_bulk() if related else rows.in_bulk()


def written_rows(trace):
    """Of a trace: new rows and changed ones in the order of the file."""
    found = WrittenRows()
    for label in LEADING:
        for name in ("new", "changed"):
            rows = trace.get(label, {}).get(name, [])
            found += [Written(label, row[0], row[1], name == "new") for row in rows]
    found.sort(key=lambda each: (each.row or 0, LEADING.index(each.label)))
    stays = {each.row for each in found if each.label == "cases.Stay"}
    return WrittenRows(each for each in found if each.label != "cases.Client" or each.row not in stays)


def address(instance, shelters):
    """Where the row is read; None for whoever may not know of it."""
    stay = instance if isinstance(instance, Stay) else getattr(instance, "stay", None)
    if stay is not None:
        return stay.get_absolute_url() if stay.shelter_id in shelters else None
    if isinstance(instance, Client):
        return None  # its stay stands beside it
    return instance.get_absolute_url() if hasattr(instance, "get_absolute_url") else None
