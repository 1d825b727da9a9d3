"""What the department enters for a year (targets, quality, budgets, texts): how such a row is changed and removed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import BooleanField, F, Func, Q

from cases.audit import difference, plain, record

MONTHS = 12
SOURCE_HELP = "Peraturan, keputusan, atau dokumen asal angka ini."


def empty_months():
    return [None] * MONTHS


def in_twelve_months(name, field, words):
    """Constraints of an array with one value per month, Jan to Des: twelve places, none below zero."""
    whole = f"cardinality(%(expressions)s) = {MONTHS}"
    positive = "NOT coalesce(0 > ANY(%(expressions)s), false)"
    return [
        {
            "name": f"{name}_has_twelve_months",
            "condition": array_says(whole, field),
            "violation_error_message": "Isian per bulan harus dua belas.",
        },
        {
            "name": f"{name}_months_not_negative",
            "condition": array_says(positive, field),
            "violation_error_message": words,
        },
    ]


def array_says(template, field):
    return Func(F(field), template=template, output_field=BooleanField())


def within_years(name):
    return {
        "name": f"{name}_year_is_plausible",
        "condition": Q(year__gte=2000, year__lte=2100),
        "violation_error_message": "Tahun harus antara 2000 dan 2100.",
    }


def locked(row):
    """The row as it is now, held until the transaction ends; a sentence when somebody removed it."""
    found = type(row).objects.select_for_update(of=["self"]).filter(pk=row.pk).first()
    if found is None:
        raise ValidationError("Baris ini sudah dihapus orang lain.")
    return found


@transaction.atomic
def create(row, *, by):
    row.full_clean()
    row.save()
    record(by=by, action=f"{row._meta.model_name}.created", target=row, year=row.year, row=str(row),
           changed=difference({}, values(row)))  # fmt: skip
    return row


@transaction.atomic
def change(row, *, by, **changes):
    """Set these fields and no others: what somebody else changed meanwhile stays. Returns the row as it is now."""
    found = locked(row)
    before = values(found)
    for name, value in changes.items():
        setattr(found, name, value)
    changed = difference(before, values(found))
    if changed:
        found.full_clean()
        found.save()
        record(by=by, action=f"{row._meta.model_name}.changed", target=found, year=found.year, row=str(found),
               changed=changed)  # fmt: skip
    return found


@transaction.atomic
def remove(row, *, by):
    found = locked(row)
    record(by=by, action=f"{row._meta.model_name}.removed", target=found, year=found.year, row=str(found),
           was={name: plain(value) for name, value in values(found).items()})  # fmt: skip
    found.delete()


def values(row):
    """Every column but the key and the year, as the trail tells them."""
    skipped = {"id", "year"}
    said = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in skipped}
    return {name: month_words(value) if isinstance(value, list) else value for name, value in said.items()}


def month_words(months):
    return " ".join("–" if value is None else str(value) for value in months)
