"""Last year's rows as a start: what was asked for, never what was fulfilled."""

from django.db import transaction

from cases.models import ServiceType
from reports.models import Budget, QualityRequirement, Target, entered

COPIED = {
    Target: ["population", "source"],
    QualityRequirement: ["kind", "label", "unit", "required", "source"],
    Budget: ["label", "sipd_code", "allocated", "source"],
}
# What makes a row the same as one of last year: it is not copied where it already stands.
SAME = {Target: [], QualityRequirement: ["kind", "label"], Budget: ["label"]}


@transaction.atomic
def copy_year(year, *, by):
    """Copy what last year has and this one has not. Returns how many rows were made."""
    list(
        ServiceType.objects.select_for_update(no_key=True).order_by("pk")
    )  # twice at once: the second finds the first's
    made = 0
    for model, fields in COPIED.items():
        same = ["service_type_id", *SAME[model]]
        here = set(model.objects.filter(year=year).values_list(*same))
        for row in model.objects.filter(year=year - 1).order_by("pk"):
            if tuple(getattr(row, name) for name in same) not in here:
                values = {name: getattr(row, name) for name in fields}
                entered.create(model(year=year, service_type_id=row.service_type_id, **values), by=by)
                made += 1
    return made


def can_copy(year):
    return any(model.objects.filter(year=year - 1).exists() for model in COPIED)
