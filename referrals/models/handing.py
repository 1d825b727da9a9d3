"""The client goes to the partner, or nothing comes of it: handover, withdrawal, expiry, and the reminders between."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.leaving import leave
from cases.models import Task
from referrals.models.dues import Patience
from referrals.models.status import UNANSWERED, Status

UNANSWERED_END = "Lewat waktu: tidak dijawab mitra."


@transaction.atomic
def hand_over(referral, *, by, on, received_by, reason=None, witnesses=("", ""), note=""):
    """With an exit reason the stay ends here, its exit record and berita acara (BAST) included; else it goes on."""
    referral.lock()
    referral.require_next(Status.HANDED_OVER)
    if on > referral.shelter.today():
        raise ValidationError({"on": "Tanggal serah terima belum tiba."})
    if on < referral.answered_on:
        raise ValidationError({"on": "Tanggal serah terima tidak boleh sebelum mitra menerima."})
    finish_task(referral, by=by)
    kept = _leave(referral, by=by, on=on, received_by=received_by, reason=reason, note=note) if reason else None
    if kept and all(witnesses):
        kept.issue_minutes(by=by, witness_1=witnesses[0], witness_2=witnesses[1])
    referral.move_to(
        Status.HANDED_OVER, "referral.handed_over", by=by, handed_over_on=on, received_by_name=received_by,
        handed_over_at=referral.shelter.now(), handed_over_by=by,
    )  # fmt: skip
    return kept


def _leave(referral, *, by, on, received_by, reason, note):
    partner = referral.partner
    where = ", ".join(filter(None, [partner.name, partner.address, partner.city]))
    return leave(
        referral.stay, by=by, on=on, reason=reason, destination=where[:200], note=note, institution=partner.name,
        institution_officer=received_by, letter_number=referral.letter.number,
    )  # fmt: skip


def close(referral, *, by):
    """The result has been read, and nothing is left to do."""
    referral.move_to(Status.CLOSED, "referral.closed", by=by, closed_at=referral.shelter.now(), closed_by=by)


@transaction.atomic
def withdraw(referral, *, by, reason, voice=None):
    """We no longer ask. A letter that was sent keeps its number and says why it is void."""
    referral.move_to(
        Status.WITHDRAWN, "referral.withdrawn", by=by, voice=voice,
        withdrawn_at=referral.shelter.now(), withdrawn_by=by, withdraw_reason=reason,
    )  # fmt: skip
    end_letter(referral, reason)
    if referral.task and referral.task.is_unfinished and by:
        referral.task.cancel(by=by, reason=reason)


@transaction.atomic
def expire(referral, *, by):
    """Asked, reminded, never answered: somebody closes it. Nothing expires by itself."""
    referral.lock()
    referral.require_next(Status.EXPIRED)
    last_day = Patience().escalation_on(referral)
    if referral.shelter.today() < last_day:
        raise ValidationError("Mitra masih punya waktu untuk menjawab. Batalkan rujukan bila tidak diperlukan lagi.")
    referral.move_to(Status.EXPIRED, "referral.expired", by=by)
    end_letter(referral, UNANSWERED_END)


def end_letter(referral, reason):
    if referral.letter:
        referral.letter.void(reason)


def finish_task(referral, *, by):
    if referral.task and referral.task.is_unfinished:
        referral.task.finish(by=by, note=f"Diserahkan kepada {referral.partner}"[:300])


@transaction.atomic
def remind(referral, *, by):
    """Asked again: the list is quiet until the patience has run out once more; the head is still told in time."""
    referral.lock()
    if referral.status not in UNANSWERED or referral.standing:
        raise ValidationError("Rujukan ini tidak sedang menunggu jawaban. Muat ulang halaman ini.")
    referral.reminded_at, referral.reminded_by = referral.shelter.now(), by
    referral.full_clean()
    referral.save()
    record(by=by, action="referral.reminded", target=referral, partner=str(referral.partner))


@transaction.atomic
def rearrange(referral, *, by, on, note=""):
    """Another day was agreed for taking the client there."""
    referral.lock()
    if referral.status != Status.ACCEPTED or referral.standing:
        raise ValidationError("Tanggal mengantar diubah selama rujukan diterima dan klien belum diserahkan.")
    if on < referral.shelter.today():
        raise ValidationError({"on": "Pilih hari ini atau sesudahnya."})
    referral.arranged_on = on
    referral.full_clean()
    referral.save()
    referral.answers.raised().filter(kind="not_arrived").update(settled_at=referral.shelter.now(), settled_by=by)
    record(by=by, action="referral.rearranged", target=referral, on=str(on), reason=note)
    _plan_again(referral, by=by)


def _plan_again(referral, *, by):
    old = referral.task
    task = Task(stay=referral.stay, title=f"Antar ke {referral.partner}"[:120],
                assigned_to=old and old.assigned_to,
                due_at=datetime.combine(referral.arranged_on, time(12), tzinfo=referral.shelter.zone))  # fmt: skip
    if old and old.is_unfinished:
        old.cancel(by=by, reason="Tanggal mengantar diubah")
    task.add(by=by)
    referral.task = task
    referral.save(update_fields=["task"])


@transaction.atomic
def resume(referral, *, by):
    """The client is back, and the referral goes on where it stood."""
    referral.lock()
    if not type(referral).objects.to_resume().filter(pk=referral.pk).exists():
        raise ValidationError("Rujukan ini tidak sedang ditangguhkan, atau klien belum kembali.")
    referral.resumed_at, referral.resumed_by = referral.shelter.now(), by
    referral.full_clean()
    referral.save()
    del referral.halt
    record(by=by, action="referral.resumed", target=referral, letter=str(referral.letter or ""))
