"""Lists that are saved in one go: who came to a session, and how residents do before and after a programme.

As on the daily sheet, a page carries what it held when it was opened. Only what the person changed is written, so two
tablets on one list lose nothing of each other.
"""

from collections import namedtuple
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from cases.audit import record
from cases.models import ActivitySession, Attendance, Dimension, EffectRating, Programme, ServiceRecord, Stay


@dataclass
class Seat:
    stay: Stay
    present: bool

    @property
    def name(self):
        return f"hadir-{self.stay.pk}"


class AttendanceSheet:
    """One session: all whom the shelter serves on its day, and those already marked, each with a tick."""

    def __init__(self, session):
        self.session = session
        came = set(session.attendances.values_list("stay_id", flat=True))
        stays = Stay.objects.filter(
            Q(pk__in=came) | Q(pk__in=session.shelter.stays.on(session.on).values("pk"))
        ).select_related("client").order_by("client__name", "pk")  # fmt: skip
        self.rows = [Seat(stay, stay.pk in came) for stay in stays]

    @property
    def present(self):
        return [row for row in self.rows if row.present]

    @transaction.atomic
    def save(self, posted, *, by):
        """Write the ticks that were changed. A tick that both tablets changed can only have become the same."""
        session = ActivitySession.objects.select_for_update(of=["self"]).get(pk=self.session.pk)
        came = set(session.attendances.values_list("stay_id", flat=True))
        changed = [
            row.stay.pk
            for row in self.rows
            if f"was-{row.name}" in posted and (row.name in posted) != bool(posted[f"was-{row.name}"])
        ]
        added = [stay for stay in changed if f"hadir-{stay}" in posted and stay not in came]
        removed = [stay for stay in changed if f"hadir-{stay}" not in posted and stay in came]
        self._add(added, by)
        self._remove(removed)
        if added or removed:
            record(by=by, action="attendance.saved", target=session, present=added, removed=removed)
        return len(added), len(removed)

    def _add(self, stays, by):
        session = self.session
        given = ServiceRecord.objects.bulk_create(
            ServiceRecord(
                stay_id=stay, service_id=session.programme.service_id, date=session.on,
                note=session.programme.name, recorded_by=by,
            )
            for stay in stays
        )  # fmt: skip
        Attendance.objects.bulk_create(
            Attendance(session=session, stay_id=one.stay_id, service_record=one, recorded_by=by) for one in given
        )

    def _remove(self, stays):
        gone = self.session.attendances.filter(stay__in=stays)
        records = list(gone.values_list("service_record", flat=True))
        gone.delete()
        ServiceRecord.objects.filter(pk__in=records).delete()


Effect = namedtuple("Effect", "dimension name before latest")


@dataclass
class Rated:
    stay: Stay
    effects: list


class RatingSheet:
    """A programme's participants, each dimension before and at the latest, and room for a rating of one day."""

    def __init__(self, programme):
        self.programme = programme
        self.dimensions = [one for one in Dimension if one in programme.dimensions]
        taking_part = Attendance.objects.filter(session__programme=programme).values("stay")
        rated = programme.ratings.values("stay")
        stays = Stay.objects.filter(Q(pk__in=taking_part) | Q(pk__in=rated)).exclude(status="cancelled")
        known = programme.ratings.before_and_latest()
        self.rows = [
            Rated(stay, [self._effect(stay, one, known.get(stay.pk, {})) for one in self.dimensions])
            for stay in stays.select_related("client").order_by("client__name", "pk")
        ]

    def _effect(self, stay, dimension, known):
        return Effect(dimension, f"nilai-{stay.pk}-{dimension.value}", *known.get(dimension.value, (None, None)))

    @transaction.atomic
    def save(self, posted, *, on, by):
        """Keep every value that was chosen, as of the day. Chosen again for the same day, the later one stands."""
        Programme.objects.select_for_update(of=["self"]).get(pk=self.programme.pk)
        scale = {str(value) for value in range(EffectRating.LOWEST, EffectRating.HIGHEST + 1)}
        chosen = [
            EffectRating(
                stay=row.stay, programme=self.programme, dimension=effect.dimension, rated_on=on,
                value=int(posted[effect.name]), rated_by=by,
            )
            for row in self.rows
            if row.stay.entered_on <= on and (row.stay.ended_on is None or on <= row.stay.ended_on)
            for effect in row.effects
            if posted.get(effect.name) in scale
        ]  # fmt: skip
        EffectRating.objects.bulk_create(
            chosen, update_conflicts=True, unique_fields=["stay", "programme", "dimension", "rated_on"],
            update_fields=["value", "rated_by", "rated_at"],
        )  # fmt: skip
        if chosen:
            stays = sorted({one.stay_id for one in chosen})
            record(by=by, action="effect.rated", target=self.programme, date=str(on), stays=stays)
        return len(chosen)
