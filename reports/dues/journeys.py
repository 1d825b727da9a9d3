"""What of the journeys home waits for somebody today: each list as home shows it, and as the digest counts it."""

from django.urls import reverse

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from referrals.models import Journey, JourneyLeg, JourneyNews
from referrals.models.dues import Patience
from reports.dues import first


def journey_dues(user):
    """(heading, rows of (words, address, note)), as many queries whatever the number of rows."""
    keeps = list(user.shelters_with(Perm.REFER))
    heads = list(user.shelters_with(Perm.REVIEW))
    if not Journey.objects.at([*keeps, *heads]).exists():
        return []  # one query for the many houses from which nobody travels
    patience = Patience()
    mine = _for_workers(user, keeps, patience) if keeps else []
    return [*_for_heads(user, heads, patience), *mine] if heads else mine


def _for_heads(user, heads, patience):
    asked = first(Journey.objects.allowed(user, Perm.REVIEW).for_approval().for_list().select_related("submitted_by"))
    stuck = first(JourneyLeg.objects.allowed(user, Perm.REVIEW).stuck(heads, patience).for_list())
    # Whoever only stands in opens the review and nothing else of the file.
    files = {shelter.pk for shelter in user.shelters_with(Perm.FILE)}
    return [
        ("Pemulangan menunggu persetujuan", [_review(one) for one in asked]),
        ("Pemulangan tanpa kabar: macet", [_silent(leg) for leg in stuck if leg.shelter.pk in files]),
    ]


def _for_workers(user, keeps, patience):
    mine, day = Journey.objects.allowed(user, Perm.REFER), keeps[0].today()
    legs = first(JourneyLeg.objects.allowed(user, Perm.REFER).unanswered(keeps, patience).for_list())
    news = first(JourneyNews.objects.allowed(user, Perm.REFER).raised().living().for_list())
    return [
        ("Kabar perjalanan", [_said(one) for one in news]),
        ("Belum ada kabar tiba", [_silent(leg) for leg in legs]),
        ("Siap pulang, belum berangkat", [_late(one) for one in first(mine.not_departed(day).for_list())]),
        ("Pemulangan dikembalikan kepala", [_sent_back(one) for one in first(mine.sent_back().for_list())]),
        ("Klien sudah kembali: lanjutkan pemulangannya?", [_plain(one) for one in first(mine.to_resume().for_list())]),
        ("Bukti biaya pemulangan belum ada", [_plain(one) for one in first(mine.lacking_receipts().for_list())]),
        ("Pemulangan selesai: tutup", [_plain(one) for one in first(mine.to_close().for_list())]),
    ]  # fmt: skip


def _plain(one):
    return one.client, one.get_absolute_url(), f"ke {one.region.name} · {one.get_status_display().lower()}"


def _review(one):
    note = f"ke {one.region.name} · diajukan {one.submitted_by}, {tanggal(one.submitted_at)}"
    return one.client, reverse("referrals:journey_review", args=[one.pk]), note


def _late(one):
    words = "rencananya lewat" if one.stay.is_resident else "masa tinggal sudah berakhir"
    return one.client, one.get_absolute_url(), f"ke {one.region.name} · {words}"


def _sent_back(one):
    return one.client, one.get_absolute_url(), f"ke {one.region.name} · {one.return_note}"


def _silent(leg):
    note = f"{leg.receiving} · seharusnya tiba {tanggal(leg.arrives_on)}"
    return leg.journey.client, leg.get_absolute_url(), note


def _said(news):
    note = f"{'berbeda: ' if news.differs else ''}{news.get_kind_display().lower()} · {news.voice}"
    return news.leg.journey.client, news.leg.journey.get_absolute_url(), note
