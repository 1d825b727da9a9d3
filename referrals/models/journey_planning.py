"""A journey home is planned, looked at by the head where the shelter wants it, and gets its letters."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.models import ServiceRecord, Stay
from cases.models.standin import standin_for
from cases.permissions import Perm
from referrals.journey_letters import told_of, write_letters
from referrals.models.journey_states import PLANNING, Fitness, Status
from referrals.models.link import DoorLink

SERVICE = "repatriation"
OWN = "Pemulangan disetujui oleh orang lain, bukan oleh yang mengajukannya."
GONE = "Klien sudah tidak tinggal di panti. Pemulangan direncanakan selama masa tinggal."
REPLANNED = "Rencana perjalanan diubah."


@transaction.atomic
def draft(journey, *, by):
    """Begin: only while the client lives in the house."""
    journey.created_by = by
    require_resident(journey)
    journey.full_clean()
    journey.save()
    record(by=by, action="journey.created", target=journey, to=journey.region.name)


@transaction.atomic
def redraft(journey, *, by, version, changed):
    """Whoever changes the draft waits for one who sends it at the same moment, and is then refused."""
    current = type(journey).objects.select_for_update(of=["self"]).get(pk=journey.pk)
    if not current.is_draft:
        raise ValidationError("Rencana ini bukan konsep lagi, isinya tidak dapat diubah.")
    if current.version != version:
        raise ValidationError("Konsep ini baru saja diubah orang lain. Muat ulang halaman ini.")
    journey.version = version + 1
    journey.full_clean()
    journey.save()
    record(by=by, action="journey.changed", target=journey, changed={part: ["•", "•"] for part in changed})


@transaction.atomic
def submit(journey, *, by):
    journey.lock()
    journey.require_next(Status.WAITING)
    refuse_incomplete(journey)
    journey.move_to(
        Status.WAITING, "journey.submitted", by=by, submitted_at=journey.shelter.now(), submitted_by=by,
        returned_at=None, returned_by=None, return_note="",
    )  # fmt: skip


@transaction.atomic
def return_(journey, *, by, note):
    """Back to its author with a remark; as a draft it can be changed again."""
    journey.lock()
    refuse_own(journey, by)
    if journey.status != Status.WAITING:
        journey.require_next(Status.WAITING)
    if not note.strip():
        raise ValidationError({"note": "Tulis apa yang perlu diperbaiki."})
    journey.move_to(
        Status.DRAFT, "journey.returned", by=by, returned_at=journey.shelter.now(), returned_by=by, return_note=note
    )


@transaction.atomic
def approve(journey, *, by):
    """The head agrees: at this moment the letters get their numbers, and the plan stands."""
    journey.lock()
    if journey.status != Status.WAITING:
        raise ValidationError("Pemulangan ini tidak sedang menunggu persetujuan. Muat ulang halaman ini.")
    refuse_own(journey, by)
    approved = {"approved_at": journey.shelter.now(), "approved_by": by}
    _issue(journey, "journey.approved", by=by, approved_as=standin_for(by, journey.shelter), **approved)


@transaction.atomic
def ready(journey, *, by):
    """Where no approval is wanted. Somebody guarded goes without an escort only when the head does this."""
    journey.lock()
    if not journey.is_draft:
        journey.require_next(Status.WAITING)
    if journey.needs_head and may_decide(journey, by):
        journey.approved_at, journey.approved_by = journey.shelter.now(), by
        journey.save(update_fields=["approved_at", "approved_by"])
    journey.require_next(Status.APPROVED)
    _issue(journey, "journey.readied", by=by)


def may_decide(journey, by):
    """Whether this person decides alone: the head of a shelter that asks for no approval of referrals."""
    return not journey.shelter.referral_needs_approval and Perm.REVIEW in by.perms_at(journey.shelter)


def _issue(journey, action, *, by, **changes):
    require_resident(journey)
    refuse_incomplete(journey)
    journey.require_next(Status.APPROVED)
    journey.approved_as, journey.approved_by = changes.get("approved_as"), changes.get("approved_by")
    letters, told = write_letters(journey, by=by), told_of(journey)
    journey.move_to(
        Status.APPROVED, action, by=by, issued_at=journey.shelter.now(), issued_by=by, told=told, **letters, **changes
    )
    for leg in journey.itinerary:
        if leg.office:
            DoorLink.mint_for(leg, DoorLink.Kind.JOURNEY, by=by)
    note = f"Perjalanan ke {journey.region.name} disiapkan, surat {journey.letter.letter}"
    ServiceRecord.give(journey.stay, SERVICE, by=by, on=journey.shelter.today(), note=note[:300])


@transaction.atomic
def revise(journey, *, by, reason):
    """The plan changes after all: back to the draft. Its letters are void, and no link opens any more."""
    journey.lock()
    if journey.status != Status.APPROVED or journey.standing:
        raise ValidationError("Hanya rencana yang siap berangkat dapat dikembalikan menjadi konsep.")
    void_letters(journey, by=by, reason=REPLANNED)
    for leg in journey.itinerary:
        if leg.link and not leg.link.revoked_at:
            leg.link.revoke(by=by)
    journey.move_to(
        Status.DRAFT, "journey.revised", by=by, reason=reason, letter=None, travel_letter=None, statement=None, told=[],
        issued_at=None, issued_by=None, approved_at=None, approved_by=None, approved_as=None,
        submitted_at=None, submitted_by=None,
    )  # fmt: skip


@transaction.atomic
def cancel(journey, *, by, reason):
    """Nobody travels. Letters keep their numbers and say why they are void; a ticket that was paid is still owed its
    receipt."""
    journey.lock()
    journey.require_next(Status.CANCELLED)
    void_letters(journey, by=by, reason=reason)
    journey.move_to(
        Status.CANCELLED, "journey.cancelled", by=by, cancelled_at=journey.shelter.now(), cancelled_by=by,
        cancel_reason=reason,
    )  # fmt: skip


@transaction.atomic
def resume(journey, *, by):
    """The client is back, and the journey goes on where it stood."""
    journey.lock()
    if not type(journey).objects.to_resume().filter(pk=journey.pk).exists():
        raise ValidationError("Pemulangan ini tidak sedang ditangguhkan, atau klien belum kembali.")
    journey.resumed_at, journey.resumed_by = journey.shelter.now(), by
    journey.full_clean()
    journey.save()
    del journey.halt
    record(by=by, action="journey.resumed", target=journey)


def void_letters(journey, *, by, reason):
    for kept in journey.letters:
        if not kept.letter.void_reason:
            kept.void(by=by, reason=reason)


def refuse_own(journey, by):
    if by.pk == journey.submitted_by_id:
        raise ValidationError(OWN)


def require_resident(journey):
    # The stay is locked so that nobody discharges the client between the question and the letter.
    if not Stay.objects.select_for_update(of=["self"]).get(pk=journey.stay_id).is_resident:
        raise ValidationError(GONE)


def refuse_incomplete(journey):
    problems = [*lacking(journey), *lacking_legs(journey)]
    if problems:
        raise ValidationError(problems)


def lacking(journey):
    """What the plan itself still wants, in sentences."""
    if journey.fitness == Fitness.UNKNOWN:
        yield "Catat dahulu pemeriksaan kesehatan: layak jalan atau belum."
    elif journey.fitness == Fitness.UNFIT:
        yield "Klien belum layak jalan. Tunggu sampai pemeriksaan berikutnya."
    elif not (journey.fitness_by and journey.fitness_on):
        yield "Tulis siapa yang memeriksa kesehatan klien, dan kapan."
    if journey.receiver and not journey.receiver.is_proven:
        yield "Hubungan keluarga yang menerima belum terbukti. Periksa di tab Keluarga."


def lacking_legs(journey):
    legs, today = journey.itinerary, journey.shelter.today()
    if not legs:
        yield "Tambahkan sedikitnya satu ruas perjalanan."
        return
    if journey.status in PLANNING and legs[0].leaves_on < today:
        yield "Tanggal berangkat ruas pertama sudah lewat. Ubah tanggalnya."
    for before, leg in zip(legs, legs[1:], strict=False):
        if leg.leaves_on < before.arrives_on:
            yield f"Ruas {leg.position} berangkat sebelum ruas {before.position} tiba."
        if before.office is None:
            yield f"Pilih siapa yang mengambil alih di akhir ruas {before.position}."
    last = legs[-1]
    if not within(last.region_id, journey.region_id):
        yield f"Ruas terakhir berakhir di {last.region.name}; tujuannya {journey.region.name}."
    if journey.office_id and last.office_id != journey.office_id:
        yield f"Ruas terakhir diserahkan kepada {journey.office}, dinas penerima rencana ini."
    if journey.office_id is None and last.office_id:
        yield "Ruas terakhir menyebut dinas yang mengambil alih; pilih juga sebagai dinas penerima."


def within(one, other):
    """Region codes of which one lies in the other, such as 33.07 and 33.07.05."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
