"""Which evaluations a person may read and write."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.models import Membership, Shelter
from cases.permissions import Perm, ScopedQuerySet, roles_with

STATUSES = [("draft", "Konsep"), ("active", "Berjalan"), ("closed", "Ditutup")]


class EvaluationPlanQuerySet(ScopedQuerySet):
    """A plan belongs to a shelter, or without one to the department: shelters do not see that of the department."""

    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        return self.at_or_department(Shelter.objects.visible_to(user), user, None)

    def allowed(self, user, perm):
        """The department reads every plan and writes its own; a shelter's is written where it is worked by."""
        if perm == Perm.VOICES:
            return self.at_or_department(writes_for(user)[0], user, perm)
        return self.at_or_department(user.shelters_with(perm), user, perm)

    def at_or_department(self, shelters, user, perm):
        """In the department itself nobody has the head's approvals: whoever keeps the standard gives them."""
        held = Membership.objects.current().filter(user=user, shelter=None)
        if perm:
            held = held.filter(role__in=roles_with(Perm.STANDARD if perm == Perm.REVIEW else perm))
        return self.filter(Q(shelter__in=shelters) | Q(Exists(held), shelter=None))

    def for_page(self):
        return self.select_related("shelter", "service_type", "service", "programme", "innovation")

    def with_counts(self):
        """How many indicators, and how many follow-ups are not done."""
        findings = self.model.indicators.rel.related_model.findings.rel.related_model.objects
        follow = findings.filter(indicator__plan=OuterRef("pk"), done_at=None).exclude(follow_up="")
        open_ones = follow.order_by().values("indicator__plan").annotate(n=models.Count("pk")).values("n")
        return self.annotate(
            indicator_count=models.Count("indicators"), follow_up_count=models.Subquery(open_ones),
        ).order_by(*self.model._meta.ordering)  # fmt: skip


def writes_for(user):
    """The shelters whose evaluations this person writes, and whether that of the department."""
    held = user.memberships.current().filter(role__in=roles_with(Perm.VOICES))
    places = set(held.order_by().values_list("shelter", flat=True))
    return Shelter.objects.filter(pk__in=places - {None}), None in places
