"""What a partner says about a referral, and what follows from it. The verbs of Referral lead here.

The first decision counts. Whoever says something else later changes nothing: it is kept and raised to the worker.
"""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.models import Task
from cases.models.task import workers_of
from referrals.models.answer import ReferralAnswer
from referrals.models.status import ENDED, INSIDE, TAKEN, Status
from referrals.models.voice import Voice

Kind = ReferralAnswer.Kind
ELSEWHERE = "Klien sudah diterima lembaga lain."


@transaction.atomic
def see(referral, *, voice):
    """Somebody at the partner's has opened it. Opening decides nothing, and says so once."""
    referral.lock()
    if Status.SEEN in referral.next_statuses and not referral.standing:
        since = {"waiting_since": referral.waiting_since}
        referral.move_to(Status.SEEN, "referral.seen", by=None, voice=voice, **since)


def accept(referral, *, voice, by=None, on=None, at=None, arranged_on=None, conditions="", note=""):
    """The partner will take the client. The stay goes on until the client really leaves."""
    return decide(
        referral, Status.ACCEPTED, action="referral.accepted", voice=voice, by=by, on=on, at=at, note=note,
        day=arranged_on, conditions=conditions, changes={"arranged_on": arranged_on, "conditions": conditions},
    )  # fmt: skip


def postpone(referral, *, voice, until, by=None, on=None, at=None, note=""):
    """Not now: on that day it is on the work list again."""
    if until <= referral.shelter.today():
        raise ValidationError({"until": "Pilih tanggal sesudah hari ini."})
    return decide(
        referral, Status.POSTPONED, action="referral.postponed", voice=voice, by=by, on=on, at=at, note=note,
        day=until, changes={"postponed_until": until},
    )  # fmt: skip


def decline(referral, *, voice, reason, by=None, on=None, at=None, note=""):
    return decide(
        referral, Status.DECLINED, action="referral.declined", voice=voice, by=by, on=on, at=at, note=note,
        reason=reason, changes={"decline_reason": reason},
    )  # fmt: skip


@transaction.atomic
def decide(referral, status, *, voice, by, on, at=None, note="", action, changes=None, **said):
    """Accept, postpone or decline. Returns the answer; `counts` tells whether it moved the referral."""
    others = lock_batch(referral)
    on = on or referral.shelter.today()
    refuse_impossible(referral, on)
    answer = fresh(referral, Kind(status.value), voice=voice, by=by, on=on, at=at, text=note, **said)
    twin = earlier(referral, answer)
    if twin:
        return twin
    if status not in referral.next_statuses and referral.is_out:
        return keep_late(referral, answer, by=by)
    referral.move_to(status, action, by=by, voice=voice, **answered(referral, answer), **(changes or {}))
    keep(answer)
    if status == Status.ACCEPTED:
        thank_others(referral, others, by=by, voice=voice)
        plan_escort(referral, by=by)
    return answer


@transaction.atomic
def ask(referral, text, *, voice, by=None):
    """A question to the shelter. Where the partner has decided already it is a message, and moves nothing."""
    referral.lock()
    refuse_impossible(referral, referral.shelter.today())
    moves = Status.QUESTION in referral.next_statuses and not referral.standing
    answer = fresh(referral, Kind.QUESTION if moves else Kind.MESSAGE, voice=voice, by=by, text=text)
    twin = earlier(referral, answer)
    if twin:
        return twin
    if moves:
        referral.move_to(Status.QUESTION, "referral.asked", by=by, voice=voice)
        return keep(answer)
    keep(answer)
    told(referral, "referral.message_received", by=by, voice=voice)
    return answer


@transaction.atomic
def reply(referral, text, *, by):
    """The shelter's word in the same thread; a question is answered by it, and the partner is waited for again."""
    referral.lock()
    if referral.status in INSIDE:
        raise ValidationError("Rujukan ini belum dikirim kepada mitra.")
    answer = fresh(referral, Kind.REPLY, voice=Voice.of(by), by=by, text=text)
    referral.answers.filter(kind=Kind.MESSAGE, settled_at=None).update(settled_at=referral.shelter.now(), settled_by=by)
    if referral.status == Status.QUESTION:
        referral.move_to(Status.SENT, "referral.replied", by=by)
    else:
        told(referral, "referral.replied", by=by)
    return keep(answer)


@transaction.atomic
def report_arrival(referral, *, voice, came, by=None, on=None, note=""):
    on = on or referral.shelter.today()
    referral.lock()
    refuse_impossible(referral, on)
    answer = fresh(referral, Kind.ARRIVED if came else Kind.NOT_ARRIVED, voice=voice, by=by, on=on, text=note)
    twin = earlier(referral, answer)
    if twin:
        return twin
    if came and Status.ARRIVED in referral.next_statuses:
        referral.move_to(Status.ARRIVED, "referral.arrived", by=by, voice=voice, arrived_on=on,
                         arrived_at=referral.shelter.now())  # fmt: skip
        return keep(answer)
    if not came and referral.status in (Status.ACCEPTED, Status.HANDED_OVER):
        keep(answer)
        told(referral, "referral.missed", by=by, voice=voice)
        return answer
    if referral.status not in TAKEN and referral.status not in ENDED:
        referral.require_next(Status.ARRIVED)
    return keep_late(referral, answer, by=by)


@transaction.atomic
def report_result(referral, *, voice, result, by=None):
    """What became of it. Told twice, the second telling is a message."""
    referral.lock()
    refuse_impossible(referral, referral.shelter.today())
    answer = fresh(referral, Kind.RESULT, voice=voice, by=by, text=result)
    twin = earlier(referral, answer)
    if twin:
        return twin
    if referral.status in ENDED and referral.is_out:
        return keep_late(referral, answer, by=by)
    referral.move_to(Status.COMPLETED, "referral.completed", by=by, voice=voice, result=result,
                     completed_at=referral.shelter.now(), completed_by=by)  # fmt: skip
    return keep(answer)


def complete(referral, *, by, result):
    """The shelter knows the result itself."""
    return report_result(referral, voice=Voice.of(by), by=by, result=result)


def fresh(referral, kind, *, voice, by, text="", on=None, at=None, **said):
    return ReferralAnswer(
        referral=referral, kind=kind, name=voice.name, position=voice.position, channel=voice.channel, typed_by=by,
        said_on=on or referral.shelter.today(), said_time=at, text=text, **said,
    )  # fmt: skip


def keep(answer):
    answer.full_clean()
    answer.save()
    return answer


def earlier(referral, answer):
    """The same person saying the same again: a double click, or a page sent twice."""
    same = ["kind", "name", "channel", "text", "day", "reason", "said_on"]
    return referral.answers.filter(**{name: getattr(answer, name) for name in same}).last()


def keep_late(referral, answer, *, by):
    """Too late to count: a decision stands, or the referral is over. What differs is raised to the worker."""
    answer.counts, answer.differs = False, differs(referral, answer)
    keep(answer)
    action = "referral.answer_differed" if answer.differs else "referral.answer_repeated"
    told(referral, action, by=by, voice=answer.voice)
    return answer


def differs(referral, answer):
    """Whether the shelter would act otherwise, had this been the answer."""
    match answer.kind:
        case Kind.ACCEPTED:
            return referral.status not in TAKEN or answer.day not in (None, referral.arranged_on)
        case Kind.DECLINED:
            return referral.status in TAKEN
        case Kind.ARRIVED:
            return referral.status not in TAKEN
        case Kind.RESULT:
            return answer.text != referral.result
    return True


def answered(referral, answer):
    """The columns of the referral that say who decided."""
    return {
        "answered_by_name": answer.name, "answered_by_position": answer.position, "answered_channel": answer.channel,
        "answered_on": answer.said_on, "answered_at": referral.shelter.now(), "answer_recorded_by": answer.typed_by,
        "answer_note": answer.text,
    }  # fmt: skip


def refuse_impossible(referral, on):
    if on > referral.shelter.today():
        raise ValidationError({"on": "Tanggal jawaban belum tiba."})
    if referral.is_stopped or not referral.is_out:
        referral.require_next(Status.ACCEPTED)


def told(referral, action, *, by, voice=None, **details):
    """On the trail: whoever typed it, and for whom; the partner's own name when nobody typed."""
    if by and voice and voice != Voice.of(by):
        details["voice"] = str(voice)
    record(by=by or voice, action=action, target=referral, **details)


def lock_batch(referral):
    """All that were asked together, always in the same order: of two acceptances one waits for the other."""
    batch = type(referral).objects.filter(batch=referral.batch).order_by("pk")
    others = [one for one in batch.select_for_update(of=["self"]) if one.pk != referral.pk]
    referral.lock()
    return others


def thank_others(referral, others, *, by, voice):
    """The first acceptance: the other partners need not look any further, and read so on their page."""
    for other in others:
        other.lock()
        if Status.WITHDRAWN in other.next_statuses:
            other.withdraw(by=by, reason=ELSEWHERE, voice=voice)


def plan_escort(referral, *, by):
    """Somebody has to take the client there on the day that was agreed."""
    stay, sender = referral.stay, referral.sent_by
    if not stay.is_resident:
        return
    day, words = referral.arranged_on, "Antar ke"
    if day is None:
        day, words = referral.shelter.today() + timedelta(days=1), "Sepakati tanggal mengantar ke"
    worker = workers_of(referral.shelter).filter(pk=sender.pk).first()
    task = Task(stay=stay, title=f"{words} {referral.partner}"[:120], assigned_to=worker,
                due_at=datetime.combine(day, time(12), tzinfo=referral.shelter.zone))  # fmt: skip
    task.add(by=by or sender)
    referral.task = task
    referral.save(update_fields=["task"])
