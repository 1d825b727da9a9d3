"""Whose complaint it is to read: the one place that decides it."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from cases.permissions import Perm, ScopedQuerySet, roles_with
from reports.models.complaint_words import OPEN, Addressee

HERE = Q(addressed_to=Addressee.SHELTER)


def in_department(user, perm):
    """Whether this person holds the right by a role of the department, and not of one shelter."""
    return user.memberships.current().filter(shelter=None, role__in=roles_with(perm)).exists()


class ComplaintQuerySet(ScopedQuerySet):
    """A shelter's register holds what was addressed to it; all else, and the secret, is the department's alone.

    Even that a complaint is there is told to nobody else: whoever may not read it gets 404, not 403.
    """

    def at(self, shelters):
        return self.filter(HERE, about__in=shelters)

    def allowed(self, user, perm):
        """Where this person handles complaints: the department everywhere, the head what came to the shelter."""
        if in_department(user, perm):
            return self.all()
        return self.at(user.shelters_with(perm))

    def visible_to(self, user):
        """What one handles, and what was given to oneself, while one works there."""
        if in_department(user, Perm.COMPLAINTS):
            return self.all()
        handled = Q(about__in=user.shelters_with(Perm.COMPLAINTS))
        return self.filter(HERE, handled | Q(assigned_to=user, about__in=user.shelters_with(Perm.FILE)))

    def counted_for(self, user):
        """In figures: the shelter counts its own register, the department and its auditor every one."""
        return self.allowed(user, Perm.REPORT)

    def just_recorded_by(self, user):
        """For the slip that is handed over at the desk: for an hour, whoever wrote it down sees number and code."""
        return self.filter(received_by=user, received_at__gt=timezone.now() - timedelta(hours=1))

    def open(self):
        return self.filter(status__in=OPEN)

    def for_list(self):
        return self.select_related("about", "assigned_to").order_by("-received_at", "-pk")

    def matching(self, text):
        """Not the sender's name: what is searched for stands in the address of the page."""
        said = Q(subject__icontains=text) | Q(text__icontains=text)
        return self.filter(said | Q(number__icontains=text) | Q(sp4n_id__iexact=text))
