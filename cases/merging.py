"""Two files become one: which value of each field survives, and how values are kept to be brought back."""

import json

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from cases.models.client import Client

KEEP, DROP, BOTH = "keep", "drop", "both"
# Never chosen: what makes the number itself, and aliases, which are always put together.
APART = {"id", "number", "aliases", "search_names", "version", "created_at", "merged_into"}
# Columns that only make sense together go together; every other column, also one of tomorrow, goes alone.
TOGETHER = {
    "estimated_age": ("estimated_age", "age_estimated_on"),
    "nik": ("nik", "claimed_nik", "nik_status", "nik_note"),
}
# Losing an allergy to a radio button must not be possible by default.
MAY_BOTH = ("health_note", "description")
NIK_WORTH = {"valid": 3, "doubled": 2, "invalid": 1, "": 0}


def columns(model=Client):
    return [
        field for field in model._meta.concrete_fields
        if field.name not in APART - {"aliases"} and not isinstance(field, models.GeneratedField)
    ]  # fmt: skip


def groups():
    """{key: columns that move together}, in the order of the file."""
    second = {name for names in TOGETHER.values() for name in names[1:]}
    names = [field.name for field in columns() if field.name != "aliases" and field.name not in second]
    return {name: TOGETHER.get(name, (name,)) for name in names}


def snapshot(client):
    """The values of a file as JSON keeps them."""
    values = {field.attname: _plain(field, client) for field in columns()}
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def _plain(field, client):
    value = getattr(client, field.attname)
    return value.name if isinstance(field, models.FileField) else value


def restore(client, values, names=None):
    """Write kept values back, all or those of some columns; a column that did not exist then stays as it is."""
    for field in columns():
        if field.attname in values and (names is None or field.name in names):
            value = values[field.attname]
            target = field.target_field if field.is_relation else field
            as_is = value is None or isinstance(field, models.FileField)
            setattr(client, field.attname, value if as_is else target.to_python(value))


def differing(values, others):
    """The groups in which two snapshots differ."""
    names = {field.name: field.attname for field in columns()}
    return [
        key for key, fields in groups().items()
        if any(values.get(names[name]) != others.get(names[name]) for name in fields)
    ]  # fmt: skip


def label(key):
    return "perkiraan usia" if key == "estimated_age" else str(Client._meta.get_field(key).verbose_name)


def shown(client, key):
    """The value of a group as a person reads it; empty when nothing is known."""
    if key == "nik":
        return client.nik or (f"{client.claimed_nik} (belum valid)" if client.claimed_nik else "")
    if key == "photo":
        return "ada foto" if client.photo else ""
    field = Client._meta.get_field(key)
    if field.choices:
        return getattr(client, f"get_{key}_display")() if getattr(client, key) else ""
    value = getattr(client, key)
    return "" if value is None else value


def fuller(keep, drop, key):
    """Which file says more: the default of the choice."""
    if key == "nik":
        return DROP if NIK_WORTH[drop.nik_status] > NIK_WORTH[keep.nik_status] else KEEP
    ours, theirs = shown(keep, key), shown(drop, key)
    if key in MAY_BOTH and ours and theirs:
        return BOTH
    if isinstance(ours, str) and isinstance(theirs, str) and not Client._meta.get_field(key).choices:
        return DROP if len(theirs) > len(ours) else KEEP
    return KEEP if ours != "" or theirs == "" else DROP


def combine(keep, drop, choices):
    """Put the chosen values and every name into the file that is kept; unsaved. The NIK's uniqueness is not settled."""
    names = [*keep.aliases, keep.name, drop.name, *drop.aliases]
    for key in differing(snapshot(keep), snapshot(drop)):
        choice = choices.get(key) or fuller(keep, drop, key)
        if choice == BOTH and key in MAY_BOTH:
            setattr(keep, key, _both(keep, drop, key))
        elif choice == DROP:
            restore(keep, snapshot(drop), groups()[key])
    keep.aliases = distinct(names, besides=keep.name)
    if keep.nik:
        keep.no_nik_reason = ""


def _both(keep, drop, key):
    text = "; ".join(filter(None, [getattr(keep, key), getattr(drop, key)]))
    if len(text) > Client._meta.get_field(key).max_length:
        raise ValidationError(f"Isian “{label(key)}” kedua berkas terlalu panjang bila disatukan. Pilih salah satu.")
    return text


def distinct(names, besides=""):
    """Each name once, however written, without the one that the file is called by."""
    kept, known = [], {besides.casefold(), ""}
    for name in names:
        if name[:100].casefold() not in known:
            known.add(name[:100].casefold())
            kept.append(name[:100])
    return kept
