"""The one way onto the trail."""

from django.apps import apps

from cases.locks import refuse_locked

# What these fields hold is for the file, not for the trail: it says that they changed, not what they say.
SILENT_FIELDS = {
    "nik",
    "claimed_nik",
    "kk_number",
    "phone",
    "note",
    "condition",
    "description",
    "answers",
    "password",
}


def record(*, by, action, target, shelter=None, **details):
    """Write one line of the trail. Call it in the same transaction as the change."""
    event = entry(by=by, action=action, target=target, shelter=shelter, **details)
    refuse_locked(event, target)
    event.save()
    return event


def entry(*, by, action, target, shelter=None, **details):
    """The line, unsaved: for an import that writes thousands of them at once."""
    if shelter is None:
        shelter = target if target._meta.model_name == "shelter" else getattr(target, "shelter", None)
    return apps.get_model("cases.AuditEvent")(
        actor_id=by and by.pk,
        actor_name=str(by) if by else "sistem",
        action=action,
        target_model=target._meta.label,
        target_id=str(target.pk),
        shelter_id=shelter and shelter.pk,
        client_id=client_of(target),
        details=details,
    )


def client_of(target):
    """Whose file the event belongs to: the client itself, or whom the target's stay is of; None for all else."""
    if target._meta.model_name == "client":
        return target.pk
    if hasattr(target, "client_id"):
        return target.client_id
    return target.stay.client_id if getattr(target, "stay_id", None) else None


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
