"""A word to the partner by the worker's own telephone: a prepared text without the client's name."""

from urllib.parse import quote

from cases.templatetags.indonesian import tanggal


def reminder_text(referral):
    letter = referral.letter
    return (
        f"Yth. {referral.partner.addressee}, kami menunggu jawaban atas surat rujukan nomor {letter.number} "
        f"tanggal {tanggal(letter.issued_on)}. Mohon kabar, meskipun belum ada keputusan. Terima kasih. "
        f"{referral.shelter.name}{f', {referral.shelter.phone}' if referral.shelter.phone else ''}"
    )


def noted_text(referral):
    """After an answer by telephone: what we wrote down, so that the partner can correct it."""
    day = f", diantar {tanggal(referral.arranged_on)}" if referral.arranged_on else ""
    return (
        f"Yth. {referral.partner.addressee}, kami mencatat jawaban {referral.answered_by_name} atas surat rujukan "
        f"nomor {referral.letter.number}: {referral.get_status_display().lower()}{day}. "
        f"Bila tidak sesuai, kabari kami. {referral.shelter.name}"
    )


def whatsapp_reminder(referral):
    """An address that opens WhatsApp with the text; empty without a number."""
    return whatsapp(referral, reminder_text(referral))


def whatsapp(referral, text):
    digits = referral.partner.whatsapp_digits
    return f"{digits}?text={quote(text)}" if digits else ""
