"""Writing to partners by e-mail, where the installation has a mail server: a reminder when a referral is unanswered,
and what was noted after an answer by telephone.

No mail bears the name of a client or the link. A mailbox is read by many and forwarded, a new link would kill the one
that the partner holds, and a command does not know under which address the house is reached. The mail says of when the
link is and whom to call.
"""

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from cases.models import Shelter
from cases.templatetags.indonesian import tanggal
from referrals.models import PartnerContact, PartnerMail, Referral
from referrals.models.dues import Patience
from referrals.models.status import UNANSWERED
from referrals.reminding import noted_text, reminder_text

Kind = PartnerMail.Kind
LATELY = timedelta(days=3)  # an answer of long ago needs no receipt any more
WORDS = {Kind.REMINDER: "Mohon jawaban atas surat", Kind.NOTED: "Jawaban Anda kami catat: surat"}


def can_mail():
    """Whether a mail server is set up; tests and trials send elsewhere than by SMTP."""
    return bool(settings.EMAIL_HOST) or not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")


def address_of(partner):
    """Of the desk for referrals, else the partner's own; none for a shelter of the system, which answers inside."""
    if partner.shelter_id:
        return ""
    desk = partner.contacts.filter(task=PartnerContact.Task.REFERRAL).exclude(email="").first()
    return desk.email if desk else partner.email


def send_due():
    """Everything that is due now, one mail at a time: (sent, failed). Called as often as one likes."""
    sent = failed = 0
    for referral, kind, step, standing in due():
        to = address_of(referral.partner)
        mail = to and PartnerMail.claim(referral, kind, step=step, to=to, standing=standing)
        if not mail:
            continue
        try:
            message(mail).send()
        except (OSError, SMTPException) as error:
            mail.note_failed(error)
            failed += 1
        else:
            mail.note_sent()
            sent += 1
    return sent, failed


def due():
    """(referral, kind, since when, whether that still stands)"""
    everywhere = Referral.objects.select_related("stay__shelter", "stay__client", "partner", "letter", "link")
    for referral in everywhere.unanswered(Shelter.objects.all(), Patience()):
        since = referral.waiting_since
        yield referral, Kind.REMINDER, since, lambda one, at=since: one.waiting_since == at and one.status in UNANSWERED
    for referral in everywhere.told_by_phone(timezone.now() - LATELY):
        since = referral.answered_at
        yield referral, Kind.NOTED, since, lambda one, at=since: one.answered_at == at


def message(mail):
    referral = mail.referral
    text = reminder_text(referral) if mail.kind == Kind.REMINDER else noted_text(referral)
    lines = [text]
    if mail.kind == Kind.REMINDER and referral.link and not referral.link.refusal:
        made = referral.link.created_at.astimezone(referral.shelter.zone).date()
        lines.append(
            f"Jawaban dapat diisi pada tautan rahasia dari kami tertanggal {tanggal(made)}. Tautan itu tidak "
            "kami ulang di surel; bila tidak ada lagi, telepon kami."
        )
    lines.append("Surel ini dikirim otomatis; jangan menulis nama atau data klien di balasannya.")
    replies = [referral.shelter.email] if referral.shelter.email else []
    subject = f"{WORDS[mail.kind]} nomor {referral.letter.number}"
    return EmailMessage(subject, "\n\n".join(lines) + "\n", None, [mail.to], reply_to=replies)
