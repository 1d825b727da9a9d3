"""The one way onto the trail."""

from django.apps import apps

# What these fields hold is for the file, not for the trail: it says that they changed, not what they say.
SILENT_FIELDS = {"nik", "claimed_nik", "kk_number", "phone", "note", "condition", "description", "answers", "password"}


def record(*, by, action, target, shelter=None, **details):
    """Write one line of the trail. Call it in the same transaction as the change."""
    event = entry(by=by, action=action, target=target, shelter=shelter, **details)
    event.save()
    return event


def entry(*, by, action, target, shelter=None, **details):
    """The line, unsaved: for an import that writes thousands of them at once."""
    shelter = shelter or getattr(target, "shelter", None)
    return apps.get_model("cases.AuditEvent")(
        actor_id=by and by.pk,
        actor_name=str(by) if by else "sistem",
        action=action,
        target_model=target._meta.label,
        target_id=str(target.pk),
        shelter_id=shelter and shelter.pk,
        details=details,
    )


def difference(before, after):
    """What changed between two dicts of plain values, as {field: [old, new]}; silent fields without their text."""
    changed = {}
    for field, new in after.items():
        old = before.get(field)
        if old != new:
            changed[field] = ["•", "•"] if field in SILENT_FIELDS else [plain(old), plain(new)]
    return changed


def plain(value):
    """A value as JSON keeps it and a person reads it."""
    if value is None or isinstance(value, (str, int, bool)):
        return value
    return str(value)
