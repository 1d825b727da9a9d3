"""The agenda: a letter of every kind written about clients, one void, one still a draft, letters from elsewhere, and
what came by post."""

from datetime import timedelta

from cases.letter_documents import words_now
from cases.models import ClientLetter, IncomingLetter, Letter, Stay
from cases.models.letter_kinds import AFTER_DEATH, FOR_CLIENT, Kind
from reports.demo.timeline import clock_at

SAYS = {
    Kind.RECOMMENDATION: (
        "Bantuan modal usaha", "Kepala Dinas Perindustrian dan Tenaga Kerja",
        "Yang bersangkutan telah selesai mengikuti pelatihan menjahit dan memerlukan mesin jahit untuk berusaha.", "",
    ),
    Kind.TRAVEL: (
        "Perjalanan pulang", "", "Surat jalan ini berlaku untuk satu kali perjalanan.",
        "Tujuan: Terminal Mendolo, Wonosobo\nKendaraan: bus umum\nPendamping: petugas panti",
    ),
    Kind.STATEMENT: (
        "Kesediaan mengikuti pelatihan", "",
        "Dengan ini menyatakan bersedia mengikuti pelatihan keterampilan sampai selesai.", "",
    ),
    Kind.INVITATION: (
        "Undangan", "Keluarga klien", "Kami mengundang Bapak/Ibu untuk membicarakan rencana kepulangannya, pada:",
        "Hari, tanggal: Kamis minggu depan\nWaktu: pukul 09.00\nTempat: ruang pertemuan panti",
    ),
    Kind.RETURN_HOME: (
        "Pemulangan klien ke daerah asal", "Kepala Dinas Sosial daerah asal",
        "Klien dalam keadaan sehat dan menyatakan ingin pulang. Keluarganya sudah kami hubungi.", "",
    ),
    Kind.AUTOPSY: (
        "Permintaan pemeriksaan jenazah", "Direktur RSUD", "Sebab kematian belum diketahui dan keluarga belum ada.", "",
    ),
    Kind.BURIAL: (
        "Permohonan pemakaman", "Kepala Kantor Pengelola Pemakaman", "Jenazah berada di kamar jenazah RSUD.", "",
    ),
}  # fmt: skip
CAME = [
    ("Dinas Kesehatan", "440/0112/2026", "Jadwal pemeriksaan kesehatan berkala", "Pekerja sosial"),
    ("Kantor Satpol PP", "331.1/047/2026", "Rencana penertiban bersama", "Kepala panti"),
    ("RSUD", "445/208/2026", "Ringkasan perawatan klien", "Pekerja sosial"),
]  # fmt: skip


def write_letters(world):
    shelter = world.shelters["melati"]
    alive = list(Stay.objects.filter(shelter=shelter).resident().order_by("entered_on", "pk")[:3])
    dead = Stay.objects.of_the_dead().filter(shelter=shelter).order_by("-ended_on").first()
    worker, head = world.worker(shelter), world.head(shelter)
    for number, kind in enumerate(FOR_CLIENT):
        stay = dead if kind in AFTER_DEATH else alive[number % len(alive)]
        if stay:
            kept = drafted(stay, kind, by=worker)
            kept.issue(by=worker, words=words_now)
            if kind == Kind.TRAVEL:
                kept.void(by=head, reason="Perjalanan ditunda")
    drafted(alive[0], Kind.INVITATION, by=worker)
    Letter.enter(
        shelter=shelter, by=worker, subject="Permohonan bantuan beras", addressee="Perum Bulog", on=world.today
    )
    old = Letter.enter(
        shelter=shelter, by=head, subject="Laporan tahunan", addressee="Dinas Sosial", on=world.day(20),
        number=f"460/LAMA-7/{world.day(20).year}",
    )  # fmt: skip
    old.withdraw(by=head, reason="Ditulis dua kali")
    receive(world, shelter, by=worker)


def drafted(stay, kind, *, by):
    subject, addressee, body, details = SAYS[kind]
    facts = ["born", "sex", "address", "death"] if kind in AFTER_DEATH else ["born", "sex", "nik_masked"]
    kept = ClientLetter(
        stay=stay, kind=kind, subject=subject, addressee=addressee, body=body, details=details, facts=facts,
        city=stay.shelter.city if addressee else "",
    )  # fmt: skip
    kept.draft(by=by)
    return kept


def receive(world, shelter, *, by):
    for days, (sender, number, subject, to) in zip((9, 5, 2), CAME, strict=True):
        with clock_at(world.moment(world.day(days), 9)):
            came = IncomingLetter(
                shelter=shelter, sender=sender, number=number, subject=subject, forwarded_to=to,
                dated_on=world.day(days) - timedelta(days=3), received_on=world.day(days),
            )  # fmt: skip
            came.receive(by=by)
