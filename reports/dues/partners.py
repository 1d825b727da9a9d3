"""Agreements with partners that end soon, for whoever can renew them: heads and the department."""

from django.utils import timezone

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from referrals.models import PartnerAgreement
from reports.dues import first


def partner_dues(user):
    """(heading, rows of (words, address, note))"""
    if not (user.holds(Perm.MANAGE) or user.holds(Perm.REVIEW)):
        return []
    today = timezone.localdate()
    ending = first(PartnerAgreement.objects.visible_to(user).ending(today).select_related("partner"))
    return [("MoU yang hampir atau baru berakhir", [_ending(row, today) for row in ending])]


def _ending(agreement, today):
    word = "sudah berakhir" if agreement.ends_on < today else "berakhir"
    note = f"{agreement.number} · {word} {tanggal(agreement.ends_on)}"
    return agreement.partner, f"{agreement.partner.get_absolute_url()}#perjanjian", note
