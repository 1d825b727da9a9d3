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


def office_text(leg):
    """With the link to an office on the way home: who it is stands behind it, and not in a chat."""
    return (
        f"{greeting(leg)}\n\nKami memulangkan seorang klien melalui Bapak/Ibu, perkiraan tiba {tanggal(leg.arrives_on)}"
        f"{number_of(leg.journey)}. Mohon dikabarkan lewat tautan rahasia ini bila sudah tiba. Data lengkap terbuka "
        f"dengan kode yang kami sampaikan lewat telepon{phone_of(leg.shelter)}:\n"
    )


def reminder_of_leg(leg):
    """An address that opens WhatsApp with the question whether they came; empty without a number."""
    text = (
        f"{greeting(leg)}, apakah klien yang kami pulangkan{number_of(leg.journey)} sudah tiba? Perkiraan tiba "
        f"{tanggal(leg.arrives_on)}. Mohon kabar. Terima kasih. {leg.shelter.name}{phone_of(leg.shelter)}"
    )
    return f"{leg.whatsapp_digits}?text={quote(text)}" if leg.whatsapp_digits else ""


def greeting(leg):
    return f"Yth. {leg.office.addressee if leg.office else 'Bapak/Ibu'}"


def number_of(journey):
    return f", surat nomor {journey.letter.letter.number}" if journey.letter else ""


def phone_of(shelter):
    return f" {shelter.phone}" if shelter.phone else ""
