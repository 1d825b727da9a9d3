"""What a partner may do behind its link, each on a page of its own, and while it makes sense."""

from referrals.door_acts import Act
from referrals.forms import door as forms
from referrals.models.status import TAKEN, UNDECIDED, Status

WHOLE = tuple(status for status in Status if status not in (Status.DRAFT, Status.WAITING, Status.WITHDRAWN))
ACTS = [
    Act("terima", "Terima", "Terima permintaan ini", "Panti segera melihat jawaban Anda.", "Terima", forms.AcceptForm,
        "Terima kasih. Jawaban “diterima” sudah kami catat.", UNDECIDED, first=True),
    Act("tolak", "Belum dapat menerima", "Belum dapat menerima", "Alasan Anda membantu panti mencari tempat lain.",
        "Kirim jawaban", forms.DeclineForm, "Terima kasih atas jawaban Anda. Panti akan mencari jalan lain.",
        UNDECIDED),
    Act("tunda", "Usulkan tanggal lain", "Usulkan tanggal lain", "Untuk “bisa, tetapi belum sekarang”.",
        "Kirim usulan", forms.PostponeForm, "Usulan tanggal Anda sudah kami catat.", UNDECIDED),
    Act("tanya", "Tanya panti", "Tanya panti", "Jangan menulis nama lengkap klien di sini.", "Kirim pertanyaan",
        forms.AskForm, "Pertanyaan Anda sudah sampai. Balasannya terbaca di halaman ini.", UNDECIDED),
    Act("tiba", "Kabarkan kedatangan", "Apakah klien sudah datang?", "", "Kirim kabar", forms.ArrivalForm,
        "Terima kasih, kabar kedatangan sudah kami catat.", (Status.ACCEPTED, Status.HANDED_OVER)),
    Act("hasil", "Kabarkan hasil", "Hasil", "Apa yang sudah dilakukan, dan bagaimana selanjutnya.", "Kirim hasil",
        forms.ResultForm, "Terima kasih, hasilnya sudah kami catat.",
        (Status.ACCEPTED, Status.HANDED_OVER, Status.ARRIVED)),
    Act("surat", "Kirim surat atau foto", "Kirim surat atau foto",
        "Misalnya surat balasan, surat keterangan, atau foto surat yang sudah ditandatangani.", "Kirim berkas",
        forms.LetterForm, "Berkas sudah kami terima.", WHOLE),
    Act("pesan", "Tulis pesan", "Tulis pesan untuk panti", "Jangan menulis nama lengkap klien di sini.",
        "Kirim pesan", forms.AskForm, "Pesan Anda sudah sampai ke panti.",
        tuple(status for status in WHOLE if status not in UNDECIDED)),
]  # fmt: skip
BY_SLUG = {act.slug: act for act in ACTS}
DECISIONS = ("terima", "tolak", "tunda")
DECIDED = (*TAKEN, Status.DECLINED)


def fitting(referral):
    return [act for act in ACTS if act.fits(referral)]
