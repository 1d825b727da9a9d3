"""A referral is written, looked at by the head where the shelter wants it, and goes out with a number."""

from django.core.exceptions import ValidationError
from django.db import transaction

from assessments.models import Consent
from cases.audit import record
from cases.models import Letter, Stay
from cases.models.standin import standin_for
from referrals.models.reasons import Consent as Agreed
from referrals.models.share import ReferralShare, usual_choices
from referrals.models.status import Status

OWN = "Rujukan disetujui oleh orang lain, bukan oleh yang mengajukannya."
GONE = "Klien sudah tidak tinggal di panti. Rujukan dibuat dan dikirim selama masa tinggal."


@transaction.atomic
def draft(referral, *, by, needs=(), choices=None):
    """Begin: only while the client lives in the house. Without `choices` the usual pieces are shared."""
    referral.created_by = by
    require_resident(referral)
    attach_consent(referral)
    referral.full_clean()
    referral.save()
    referral.needs.set(needs)
    ReferralShare.choose(referral, usual_choices(referral.stay) if choices is None else choices)
    record(by=by, action="referral.created", target=referral, partner=str(referral.partner))


@transaction.atomic
def redraft(referral, *, by, version, needs, changed, choices=None):
    """Whoever changes the draft waits for one who sends it at the same moment, and is then refused."""
    current = type(referral).objects.select_for_update().get(pk=referral.pk)
    if not current.is_draft:
        raise ValidationError("Rujukan ini bukan konsep lagi, isinya tidak dapat diubah.")
    if current.version != version:
        raise ValidationError("Konsep ini baru saja diubah orang lain. Muat ulang halaman ini.")
    referral.version = version + 1
    attach_consent(referral)
    referral.full_clean()
    referral.save()
    referral.needs.set(needs)
    if choices is not None:
        ReferralShare.choose(referral, choices)
    # What it says of the client stays in the file: the trail tells which parts changed.
    record(by=by, action="referral.changed", target=referral, changed={part: ["•", "•"] for part in changed})


def attach_consent(referral):
    """The signed paper for this partner, where there is one in force: it is what “agreed” rests on."""
    papers = Consent.objects.in_force(referral.stay, Consent.Purpose.SHARE, referral.partner.name)
    agreed = referral.consent in (Agreed.AGREED, Agreed.GUARDIAN)
    referral.consent_paper = papers.first() if agreed else None


def submit(referral, *, by):
    referral.move_to(
        Status.WAITING, "referral.submitted", by=by, submitted_at=referral.shelter.now(), submitted_by=by,
        returned_at=None, returned_by=None, return_note="",
    )  # fmt: skip


@transaction.atomic
def return_(referral, *, by, note):
    """Back to its author with a remark; as a draft it can be changed again."""
    referral.lock()
    refuse_own(referral, by)
    if not note.strip():
        raise ValidationError({"note": "Tulis apa yang perlu diperbaiki."})
    referral.move_to(
        Status.DRAFT, "referral.returned", by=by, returned_at=referral.shelter.now(), returned_by=by,
        return_note=note, waiting_since=None,
    )  # fmt: skip


@transaction.atomic
def approve(referral, *, by):
    """At this moment the letter gets its number, and the referral goes out."""
    referral.lock()
    referral.require_next(Status.SENT)
    refuse_own(referral, by)
    approved = {"approved_at": referral.shelter.now(), "approved_by": by}
    _issue(referral, "referral.approved", by=by, approved_as=standin_for(by, referral.shelter), **approved)


def send(referral, *, by):
    """Where no approval is wanted: from now on the words of the referral stand."""
    with transaction.atomic():
        referral.lock()
        if referral.status != Status.DRAFT:
            raise ValidationError(
                f"Status “{referral.standing_label}” tidak dapat menjadi “{Status.SENT.label}”. Muat ulang halaman ini."
            )
        _issue(referral, "referral.sent", by=by)


def _issue(referral, action, *, by, **changes):
    require_resident(referral)
    referral.require_next(Status.SENT)
    refuse_withdrawn_consent(referral)
    letter = Letter.issue(
        Letter.Kind.REFERRAL, shelter=referral.shelter, by=by, about=referral.stay,
        addressee=referral.partner.addressee, signer=by if changes.get("approved_as") else None,
    )  # fmt: skip
    now = referral.shelter.now()
    referral.move_to(Status.SENT, action, by=by, letter=letter, sent_at=now, sent_by=by, **changes)
    for share in referral.shares.all():
        share.freeze()


def refuse_withdrawn_consent(referral):
    """Between the draft and the letter the client may have changed their mind."""
    paper = referral.consent_paper
    if paper is None:
        return
    valid = Consent.objects.in_force(referral.stay, Consent.Purpose.SHARE, referral.partner.name)
    if not valid.filter(pk=paper.pk).exists():
        raise ValidationError(
            f"Persetujuan {paper.letter.number} sudah dicabut atau berakhir. Ubah konsep dan pilih dasarnya lagi."
        )


def refuse_own(referral, by):
    if by.pk == referral.submitted_by_id:
        raise ValidationError(OWN)


def require_resident(referral):
    # The stay is locked so that nobody discharges the client between the question and the letter.
    if not Stay.objects.select_for_update(of=["self"]).get(pk=referral.stay_id).is_resident:
        raise ValidationError(GONE)
