"""Questions about requests to take people in."""

from django.db.models import Count, Q

from cases.permissions import Perm, ScopedQuerySet

# Where the row of a sweep went when it is not in our care any more.
GONE = ["shelter", "partner", "family", "released"]


def in_care(to=""):
    """Persons who live here now; `to`: the path that leads to them. Two rows of a sweep may turn out to be one."""
    row = f"{to}sweep_person__"
    here = Q()
    for stay in (f"{to}stay__", f"{row}stay__", f"{row}same_as__stay__"):
        here |= Q(**{f"{stay}status": "resident"})
    return here & Q(**{f"{to}closed_at": None})


def finished(to=""):
    """Persons who went on, home or elsewhere, or with whom nothing remained to be done."""
    row = f"{to}sweep_person__"
    done = Q(**{f"{to}closed_at__isnull": False})
    done |= Q(**{f"{row}outcome__in": GONE}) | Q(**{f"{row}same_as__outcome__in": GONE})
    for stay in (f"{to}stay__", f"{row}stay__", f"{row}same_as__stay__"):
        done |= Q(**{f"{stay}status": "discharged"})
    return done


class IntakeRequestQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        """Whoever opens the door reads who is announced."""
        return self.allowed(user, Perm.ADMIT)

    def waiting(self):
        return self.filter(state__in=["new", "question"])

    def unread(self):
        """What somebody of the shelter has to answer."""
        return self.filter(state="new")

    def with_counts(self):
        return self.annotate(
            person_count=Count("people"),
            care_count=Count("people", filter=in_care("people__")),
            finished_count=Count("people", filter=finished("people__")),
        )

    def for_list(self):
        return self.select_related("shelter", "office__partner", "passed_from", "decided_by", "sweep").with_counts()
