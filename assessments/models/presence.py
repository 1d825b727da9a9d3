"""Who else is at an assessment just now: information from the trail and the last save, and no lock that could stay."""

from datetime import timedelta

from django.utils import timezone

from cases.models import AuditEvent

WITHIN = timedelta(minutes=10)


def others_here(assessment, user):
    """[(name, when they last opened or saved a page)] of other people, the latest first. One query."""
    since, seen = timezone.now() - WITHIN, {}
    opened = AuditEvent.objects.about(assessment).filter(
        action="assessment.viewed", at__gte=since, details__has_key="page"
    )
    for actor, name, at in opened.order_by("pk").values_list("actor_id", "actor_name", "at"):
        seen[actor] = (name, at)
    if assessment.last_saved_at and assessment.last_saved_at >= since:
        saver = assessment.last_saved_by
        seen[saver.pk] = (str(saver), max(assessment.last_saved_at, seen.get(saver.pk, (None, since))[1]))
    seen.pop(user.pk, None)
    zone = assessment.shelter.zone
    latest = sorted(seen.values(), key=lambda one: one[1], reverse=True)
    return [(name, at.astimezone(zone)) for name, at in latest]
