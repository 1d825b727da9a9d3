"""What an office on the way says, and what follows from it. The verbs of JourneyLeg and JourneyNews lead here.

The first decision of an office counts. Whoever says something else later changes nothing: it is kept and raised to
the worker, who asks again and may let it count (`JourneyNews.adopt`).
"""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from referrals.models.journey_states import LEG_NEXT, ON_THE_WAY, PLANNING, LegStatus, Status
from referrals.models.voice import Voice

DECISIONS = ("arrived", "forwarded", "missing")
NOT_YET = "Klien belum berangkat menurut catatan panti. Tulis pesan, atau telepon panti."


@transaction.atomic
def hear(leg, kind, *, voice, by=None, on=None, at=None, condition="", text=""):
    """Keep what was said of this leg; returns the news, whose `counts` tells whether it moved anything."""
    lock(leg)
    on = on or leg.shelter.today()
    news = apps.get_model("referrals.JourneyNews")(
        leg=leg, kind=kind, name=voice.name, position=voice.position, channel=voice.channel, typed_by=by,
        said_on=on, said_time=at, condition=condition, text=text,
    )  # fmt: skip
    refuse_impossible(leg, kind, on)
    twin = earlier(leg, news)
    if twin:
        return twin
    if kind not in DECISIONS:
        keep(news)
        told(leg, "journey.message_received", by=by, voice=voice)
    elif LegStatus(kind) in LEG_NEXT.get(leg.status, ()) and leg.journey.status in waited_for(leg):
        decide(leg, news, by=by)
        keep(news)
    else:
        news.counts, news.differs = False, differs(leg, news)
        keep(news)
        told(leg, "journey.news_differed" if news.differs else "journey.news_repeated", by=by, voice=voice)
    return news


def waited_for(leg):
    """Of an office on the way a late word still says where they were; of the last one it would undo an end."""
    return (*ON_THE_WAY, Status.RECEIVED, Status.CLOSED) if leg.following else ON_THE_WAY


def refuse_impossible(leg, kind, on):
    journey = leg.journey
    if on > leg.shelter.today():
        raise ValidationError({"on": "Tanggal kabar belum tiba."})
    if kind in DECISIONS and journey.status in PLANNING:
        raise ValidationError(NOT_YET)
    if journey.departed_on and kind in DECISIONS and on < journey.departed_on:
        raise ValidationError({"on": "Tanggal kabar tidak boleh sebelum tanggal berangkat."})
    if kind == "forwarded" and not leg.following:
        raise ValidationError("Ini tujuan terakhir; tidak ada yang diteruskan.")


def earlier(leg, news):
    """The same person saying the same again: a double click, or a page sent twice."""
    same = ["kind", "name", "channel", "text", "said_on", "said_time", "condition"]
    return leg.news.filter(**{name: getattr(news, name) for name in same}).last()


def keep(news):
    news.full_clean()
    news.save()


def decide(leg, news, *, by):
    """The leg stands where the office says, and with the last one the journey."""
    leg.status = LegStatus(news.kind)
    leg.answered_at, leg.answered_on, leg.answered_time = leg.shelter.now(), news.said_on, news.said_time
    leg.answered_by_name, leg.answered_by_position, leg.answered_channel = news.name, news.position, news.channel
    leg.full_clean()
    leg.save()
    told(leg, f"journey.leg_{news.kind}", by=by, voice=news.voice)
    if news.kind == "missing":
        return
    leg.journey.legs.filter(position__lt=leg.position, status=LegStatus.WAITING).update(status=LegStatus.PASSED)
    following = leg.following
    if following is None:
        leg.journey.receive(by=by or news.voice, on=news.said_on)
    elif following.waiting_since and following.waiting_since < leg.shelter.now():
        following.waiting_since = leg.shelter.now()  # they are on the way now, however late
        following.save(update_fields=["waiting_since"])


def differs(leg, news):
    """Whether the shelter would act otherwise, had this been the answer."""
    if news.kind == leg.status or (news.kind == "arrived" and leg.status == LegStatus.FORWARDED):
        return leg.journey.status == Status.FAILED
    return True


def correct(leg, news, *, by):
    """The word that counted was wrong. Only what can still be undone is: who was received does not go missing again."""
    if leg.journey.status == Status.CLOSED or (news.kind == "missing" and leg.journey.status == Status.RECEIVED):
        raise ValidationError("Pemulangan ini sudah selesai. Catat yang sebenarnya di berkas klien.")
    decide(leg, news, by=by)


@transaction.atomic
def remind(leg, *, by):
    """Asked again: the list is quiet until the patience has run out once more; the head is still told in time."""
    lock(leg)
    if leg.status != LegStatus.WAITING or leg.journey.status not in ON_THE_WAY:
        raise ValidationError("Kabar dari kantor ini tidak sedang ditunggu. Muat ulang halaman ini.")
    leg.reminded_at, leg.reminded_by = leg.shelter.now(), by
    leg.full_clean()
    leg.save()
    record(by=by, action="journey.reminded", target=leg.journey, partner=leg.receiving)


def lock(leg):
    """The journey first, as every verb does: of two offices that speak at once, one waits for the other."""
    leg.journey.lock()
    kept = leg.journey
    leg.refresh_from_db(from_queryset=type(leg).objects.select_for_update(of=["self"]))
    leg.journey = kept


def told(leg, action, *, by, voice):
    """On the trail: whoever typed it, and for whom; the office's own name when nobody typed."""
    details = {"voice": str(voice)} if by and voice != Voice.of(by) else {}
    record(by=by or voice, action=action, target=leg.journey, partner=leg.receiving, **details)
