"""What of the referrals waits for somebody today: each list as home shows it, and as the digest writes it."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from referrals.models import PartnerMail, Referral, ReferralAnswer
from referrals.models.dues import Patience
from referrals.models.status import UNANSWERED
from reports.dues import first


def referral_dues(user):
    """(heading, rows of (words, address, note)), as many queries whatever the number of rows."""
    keeps = list(user.shelters_with(Perm.REFER))
    heads = list(user.shelters_with(Perm.REVIEW))
    if not keeps and not heads:
        return []
    lists = _for_workers(user, keeps, Patience()) if keeps else []
    return [*_for_heads(user, heads), *lists]


def _for_heads(user, heads):
    if not heads:
        return []
    reviewed = Referral.objects.allowed(user, Perm.REVIEW)
    stuck = first(reviewed.stuck(heads, Patience()).for_list())
    asked = first(reviewed.for_approval().for_list().select_related("submitted_by"))
    # Whoever only stands in opens the review and nothing else of the file.
    files = {shelter.pk for shelter in user.shelters_with(Perm.FILE)}
    return [
        ("Rujukan menunggu persetujuan", [_review(one) for one in asked]),
        ("Rujukan macet", [_stuck(one) for one in stuck if one.stay.shelter_id in files]),
    ]


def _for_workers(user, keeps, patience):
    mine, day = Referral.objects.allowed(user, Perm.REFER), keeps[0].today()
    raised = ReferralAnswer.objects.allowed(user, Perm.REFER).raised().living().for_list()
    differing = [_said(one) for one in first(raised.filter(differs=True))]
    return [
        ("Mitra bertanya", [_since(one) for one in first(mine.questioned().for_list().order_by("waiting_since"))]),
        ("Jawaban berbeda", differing),
        ("Kabar dari mitra", [_said(one) for one in first(raised.filter(differs=False))]),
        ("Antar hari ini", [_escort(one, day) for one in first(mine.to_escort(day).for_list())]),
        ("Rujukan tanpa jawaban", [_since(one) for one in first(mine.unanswered(keeps, patience).for_list())]),
        ("Surel ke mitra", [_mailed(one) for one in _mails(user)]),
        ("Ditunda sampai hari ini", [_postponed(one) for one in first(mine.postponed_until(day).for_list())]),
        ("Belum ada tanggal mengantar", [_since(one) for one in first(mine.without_day(keeps, patience).for_list())]),
        ("Belum ada kabar dari mitra", [_since(one) for one in first(mine.without_news(keeps, patience).for_list())]),
        ("Hasil rujukan diterima: tutup", [_since(one) for one in first(mine.to_close().for_list())]),
        ("Rujukan dikembalikan kepala", [_returned(one) for one in first(mine.returned().for_list())]),
        ("Rujukan masuk dari panti lain", _received(user)),
    ]  # fmt: skip


def _received(user):
    waiting = first(Referral.objects.received_by(user).waiting().for_list().order_by("sent_at"))
    return [(one.client.initials, one.received_url, f"dari {one.shelter} · {_when(one)}") for one in waiting]


def _mails(user):
    """What the system wrote today in place of a person, and what no mail server took: that is for a person."""
    waits = Q(referral__status__in=UNANSWERED, sent_at=None, failed_at__isnull=False)
    today = Q(sent_at__gte=timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0))
    return first(PartnerMail.objects.allowed(user, Perm.REFER).filter(waits | today).for_list())


def _mailed(mail):
    one, kind = mail.referral, mail.get_kind_display().lower()
    how = f"{kind} gagal dikirim ({mail.failure}); ingatkan lewat WhatsApp" if mail.failure else f"{kind} terkirim"
    return one.client, one.get_absolute_url(), f"{one.partner} · {how}"


def _since(one):
    return one.client, one.get_absolute_url(), f"{one.partner} · sejak {tanggal(one.waiting_since)}"


def _stuck(one):
    note = f"{one.partner} · {one.get_status_display().lower()} sejak {tanggal(one.waiting_since)} · ingatkan lagi, "
    return one.client, one.get_absolute_url(), f"{note}tanyai mitra lain, atau batalkan"


def _review(one):
    note = f"{one.partner} · diajukan {one.submitted_by}, {tanggal(one.submitted_at)}"
    return one.client, reverse("referrals:referral_review", args=[one.pk]), note


def _escort(one, today):
    late = "terlambat, " if one.arranged_on < today else ""
    return one.client, one.get_absolute_url(), f"ke {one.partner} · {late}{tanggal(one.arranged_on)}"


def _postponed(one):
    return one.client, one.get_absolute_url(), f"{one.partner} · ditunda sampai {tanggal(one.postponed_until)}"


def _returned(one):
    return one.client, one.get_absolute_url(), f"{one.partner} · {one.return_note}"


def _said(answer):
    note = f"{answer.referral.partner} · {answer.get_kind_display().lower()} · {answer.voice}"
    return answer.referral.client, answer.referral.get_absolute_url(), note


def _when(one):
    return f"{one.get_status_display().lower()} sejak {tanggal(one.sent_at)}"
