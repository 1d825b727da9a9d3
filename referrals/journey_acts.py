"""What an office on the way home may do behind its link."""

from referrals.door_acts import Act
from referrals.forms import journey_door as forms
from referrals.forms.door import LetterForm
from referrals.models.journey_states import LEFT, LEG_NEXT, LegStatus

ALWAYS = tuple(LegStatus)
AWAITED = (LegStatus.WAITING, LegStatus.PASSED)  # who was missed and comes after all is told of as well
ACTS = [
    Act("sampai", "Sudah tiba di sini", "Klien sudah tiba di sini", "", "Kirim kabar", forms.ArrivedForm,
        "Terima kasih. Kabar “sudah tiba” sudah kami catat.", (*AWAITED, LegStatus.MISSING), first=True),
    Act("diteruskan", "Sudah diteruskan", "Klien sudah diteruskan", "", "Kirim kabar", forms.ForwardedForm,
        "Terima kasih. Kabar “sudah diteruskan” sudah kami catat.",
        tuple(status for status, following in LEG_NEXT.items() if LegStatus.FORWARDED in following)),
    Act("tidak-datang", "Tidak datang", "Klien tidak datang", "Panti segera mencari tahu.", "Kirim kabar",
        forms.MissingForm, "Terima kasih. Panti segera mencari tahu.", AWAITED),
    Act("surat", "Kirim berita acara penerimaan", "Kirim berita acara penerimaan",
        "Foto atau pindaian surat yang sudah ditandatangani.", "Kirim berkas", LetterForm, "Berkas sudah kami terima.",
        ALWAYS),
    Act("pesan", "Tulis pesan", "Tulis pesan untuk panti", "Jangan menulis nama lengkap klien di sini.",
        "Kirim pesan", forms.MessageForm, "Pesan Anda sudah sampai ke panti.", ALWAYS),
]  # fmt: skip
BY_SLUG = {act.slug: act for act in ACTS}
DECISIONS = ("sampai", "diteruskan", "tidak-datang")


def fits(act, leg):
    """Nothing is said of somebody who has not left, and at the end of the way nobody goes on."""
    if act.slug in DECISIONS and leg.journey.status not in LEFT:
        return False
    if act.slug == "diteruskan" and not leg.following:
        return False
    return act.fits(leg)


def fitting(leg):
    return [act for act in ACTS if fits(act, leg)]
