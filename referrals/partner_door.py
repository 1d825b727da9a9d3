"""What the door of a referral opens to, and until when."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from assessments.models import Consent
from referrals.doors import DoorShut
from referrals.models import Referral
from referrals.models.halt import Halt

DAYS_AFTER_END = timedelta(days=7)
HALTS = {Halt.STOPPED: "stopped", Halt.SUSPENDED: "suspended"}


def refuse_over(link):
    shut = refusal(link)
    if shut:
        raise shut


def refusal(link):
    """A DoorShut when there is nothing behind the link that its holder may still see.

    The words for a partner whose answer is no longer wanted are given for a week, then theirs is an old link too.
    """
    referral = link.subject
    if not referral.is_out:
        return DoorShut("revoked", link)
    # A link that is made after the end, for a word that comes late, has its seven days too.
    if referral.ended_at and max(referral.ended_at, link.created_at) + DAYS_AFTER_END <= timezone.now():
        return DoorShut("expired", link)
    if referral.standing:
        return DoorShut(HALTS[referral.standing], link, referral.told_to_partner)
    if referral.status == Referral.Status.WITHDRAWN or consent_was_withdrawn(referral):
        return DoorShut("withdrawn", link, referral.told_to_partner)
    return None


def consent_was_withdrawn(referral):
    """The client no longer agrees that this partner is told: the door shuts, whether or not anybody saw to it."""
    share = Consent.Purpose.SHARE
    papers = Consent.objects.filter(stay=referral.stay_id, purpose=share, partner__iexact=referral.partner.name)
    withdrawn = Q(status=Consent.Status.WITHDRAWN, withdrawn_at__gte=referral.created_at)
    own = Q(pk=referral.consent_paper_id, status__in=[Consent.Status.WITHDRAWN, Consent.Status.VOID])
    if not papers.filter(withdrawn | own).exists():
        return False
    return not Consent.objects.in_force(referral.stay, share, referral.partner.name).exists()


def may_be_opened(referral):
    """Whether the code still opens the sensitive parts: a consent with a last day ends on it."""
    paper = referral.consent_paper
    return not (paper and paper.valid_until and paper.valid_until < referral.shelter.today())


def can_have_link(referral):
    """Whether a link would open to anything."""
    shut = referral.standing or referral.status == Referral.Status.WITHDRAWN
    return referral.is_out and not shut and not consent_was_withdrawn(referral)
