"""What the trail says of how a signed month came to differ: who changed what since, and when."""

from datetime import timedelta

from django.db.models import Q

from cases.audit_words import ACTIONS, FIELDS
from cases.models import AuditEvent, Client

# Whatever was begun before the signature and stored after it was on its way for so long at most.
ON_ITS_WAY = timedelta(minutes=1)
# Nouns that a figure rests on.
NOUNS = r"^(stay|client|absence|need|service|servicerecord|dayrecord|exit|death|home|placement|activitysession)\."
CATALOGUE = r"^(servicerule|basicservice|servicetype|standard|catalogue)"
MOST = 200


def causes_of(report, people):
    """Plain dicts, the earliest first. `people`: keys of the clients who changed."""
    since = report.signed_at - ON_ITS_WAY
    files = people | set(Client.objects.filter(merged_into__in=people).values_list("pk", flat=True))
    about_them = Q(client_id__in=files, action__regex=NOUNS)
    of_the_house = Q(client_id=None, action="sheet.saved") & sheets_of(report.month)
    events = AuditEvent.objects.happenings().filter(at__gte=since)
    events = events.filter(Q(shelter_id=report.shelter_id) | Q(shelter_id=None))
    found = events.filter(about_them | of_the_house | Q(action__regex=CATALOGUE)).order_by("pk")
    return [cause(event) for event in found[:MOST] if bears_on(event, report.month)]


def sheets_of(month):
    return Q(details__date__startswith=str(month))


def bears_on(event, month):
    """An event that names its day belongs to the month of that day; what came before may still count later."""
    return str(event.details.get("date") or "")[:7] <= str(month)


def cause(event):
    changed = event.details.get("changed")
    fields = ", ".join(FIELDS.get(field, field) for field in changed) if isinstance(changed, dict) else ""
    what = ACTIONS.get(event.action, event.action)
    reason = event.details.get("reason")
    return {
        "at": event.at.isoformat(timespec="seconds"),
        "by": event.actor_name,
        "client": event.client_id,
        "what": f"{what}: {fields}" if fields else what,
        "reason": reason if isinstance(reason, str) else "",
    }
