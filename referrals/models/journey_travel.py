"""Somebody travels home: departure, which ends the stay, arrival, what went wrong, the money, the end."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.leaving import leave
from cases.models import ExitReason, ServiceRecord
from referrals.models.journey_planning import SERVICE
from referrals.models.journey_states import ON_THE_WAY, Status

REASON = "pemulangan"


@transaction.atomic
def depart(journey, *, by, on, at=None, note="", exception="", **papers):
    """On the way: the stay ends here with all that its reason asks for. Returns the exit record.

    `exception`: the head's own words for letting somebody guarded go without a proven receiver (cases.leaving).
    """
    journey.lock()
    journey.require_next(Status.UNDERWAY)
    refuse_departure(journey, on)
    stay = journey.stay
    stay.refresh_from_db()
    if stay.is_resident:
        words = f"Berangkat ke {journey.region.name}, {journey.way.lower()}, {len(journey.itinerary)} ruas"
        ServiceRecord.give(stay, SERVICE, by=by, on=on, note=words[:300])
    kept = leave(
        stay, by=by, on=on, reason=ExitReason.objects.get(slug=REASON), note=note, exception=exception,
        **facts_of(journey), **papers,
    )  # fmt: skip
    for need in stay.needs.open().filter(service=SERVICE, opened_on__lte=on):
        need.close(by=by, on=on, reason=need.Reason.FULFILLED)
    for leg in journey.itinerary:
        leg.waiting_since = leg.expected_at()
        leg.save(update_fields=["waiting_since"])
    journey.move_to(
        Status.UNDERWAY, "journey.departed", by=by, departed_on=on, departed_time=at,
        departed_at=journey.shelter.now(), departed_by=by,
    )  # fmt: skip
    return kept


def refuse_departure(journey, on):
    if on > journey.shelter.today():
        raise ValidationError({"on": "Tanggal berangkat belum tiba."})
    if on < journey.issued_at.astimezone(journey.shelter.zone).date():
        raise ValidationError({"on": "Tanggal berangkat tidak boleh sebelum surat-suratnya terbit."})
    if any(kept.letter.void_reason for kept in journey.letters):
        raise ValidationError("Salah satu suratnya sudah dibatalkan. Kembalikan rencana menjadi konsep dahulu.")
    if journey.needs_head and not journey.approved_by_id:
        raise ValidationError("Klien ini berangkat tanpa pendamping: hanya dengan persetujuan kepala panti.")


def facts_of(journey):
    """The plan as an exit record keeps it."""
    legs, facts = journey.itinerary, {"receiver": journey.receiver, "region": journey.region}
    escorts = dict.fromkeys(leg.escort for leg in legs)
    facts |= {
        "destination": journey.destination[:200], "escort": "; ".join(escorts)[:200],
        "ticket": "; ".join(leg.carrier for leg in legs)[:200],
        "cost": sum(leg.cost_planned for leg in legs) or None,
    }  # fmt: skip
    if journey.office:
        facts |= {"institution": journey.office.name, "letter_number": journey.letter.letter.number}
    return facts


@transaction.atomic
def arrive(journey, *, by, on):
    """The escort says that they are there. Whoever receives has not said so yet."""
    refuse_day(journey, on)
    journey.move_to(Status.ARRIVED, "journey.arrived", by=by, arrived_on=on)


@transaction.atomic
def receive(journey, *, by, on):
    """The last office, or the family, has them. `by`: whoever typed it, or the voice that spoke through the link."""
    journey.move_to(
        Status.RECEIVED, "journey.received", by=by, received_on=on, received_at=journey.shelter.now(),
        arrived_on=journey.arrived_on or on,
    )  # fmt: skip


@transaction.atomic
def fail(journey, *, by, on, failure, note):
    """It went wrong. The stay is over all the same: whoever comes back is admitted again, as anybody is."""
    refuse_day(journey, on)
    journey.move_to(
        Status.FAILED, "journey.failed", by=by, failure=failure, failed_on=on, failed_at=journey.shelter.now(),
        failed_by=by, failure_note=note,
    )  # fmt: skip


def refuse_day(journey, on):
    if on > journey.shelter.today():
        raise ValidationError({"on": "Tanggal ini belum tiba."})
    if journey.departed_on and on < journey.departed_on:
        raise ValidationError({"on": "Tanggal ini tidak boleh sebelum tanggal berangkat."})


@transaction.atomic
def settle_money(journey, *, by, **given):
    """The advance, what of it came back, and why the rest does not fit."""
    journey.lock()
    if journey.status not in (Status.APPROVED, *ON_THE_WAY, Status.RECEIVED, Status.FAILED, Status.CANCELLED):
        raise ValidationError("Uang muka dicatat sejak pemulangan siap berangkat sampai ditutup.")
    for field, value in given.items():
        setattr(journey, field, value)
    journey.full_clean()
    journey.save()
    record(by=by, action="journey.money_noted", target=journey, amount=journey.advance)


@transaction.atomic
def close(journey, *, by):
    """Everything is told and every rupiah accounted for; nothing is left to do."""
    journey.lock()
    journey.require_next(Status.CLOSED)
    if journey.costs.unproven().exists():
        raise ValidationError("Ada biaya yang belum berbukti. Unggah buktinya, atau tulis alasannya.")
    if balance(journey) and not journey.balance_note:
        raise ValidationError("Uang muka belum sama dengan biaya dan sisanya. Catat sisanya, atau jelaskan selisihnya.")
    journey.move_to(Status.CLOSED, "journey.closed", by=by, closed_at=journey.shelter.now(), closed_by=by)


def balance(journey):
    """Rupiah of the advance that are neither spent nor given back; below zero somebody paid out of their own pocket.

    Without an advance there is nothing to give an account of: the office paid directly.
    """
    if not journey.advance:
        return 0
    return journey.advance - journey.remainder - sum(cost.amount for cost in journey.costs.all())
