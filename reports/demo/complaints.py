"""Twelve complaints, in every state that one can be in; the senders are invented."""

import uuid
from datetime import timedelta

from reports.complaints.helping import announce
from reports.complaints.sender import SENDER, rate, reopen
from reports.demo.timeline import clock_at
from reports.models import Complaint, ComplaintShare, ComplaintStep

SENT = [
    # days ago, about, kind, subject, text, what else
    (60, "melati", "thanks", "Terima kasih untuk petugas malam", "Ayah kami diterima baik.", {"channel": "whatsapp"}),
    (52, "melati", "complaint", "Jam besuk tidak sesuai papan", "Papan menulis pukul 14, dibuka pukul 15.", {}),
    (47, "kenanga", "suggestion", "Tambah kursi di ruang tunggu", "Keluarga berdiri lama.", {"channel": "box"}),
    (33, "melati", "complaint", "Surat kehilangan lama dibuat", "Dua minggu menunggu.", {"sp4n_id": "7654321"}),
    (30, "melati", "information", "Syarat menjemput keluarga", "Berkas apa saja yang dibawa?",
     {"reporter_email": "contoh@example.org"}),
    (26, "melati", "complaint", "Lampu jalan depan panti mati", "Gelap sejak seminggu.", {}),
    (25, "melati", "complaint", "Lampu jalan mati", "Depan panti gelap.", {}),
    (21, "kenanga", "complaint", "Petugas meminta uang", "Diminta membayar saat menjemput.",
     {"confidentiality": "secret"}),
    (9, "melati", "complaint", "Antre pendaftaran terlalu lama", "Menunggu tiga jam.", {"reporter_name": "Bu Contoh"}),
    (8, "melati", "complaint", "Keputusan kepala panti", "Permohonan kami tidak dijawab.", {"about_head": True}),
    (3, "melati", "person", "Kakek ± 70 tahun di halte Umpama", "Sudah tiga malam tidur di sana, batuk.",
     {"reporter_name": "Ketua WKSBM Contoh", "reporter_phone": "0000-5550-0391"}),
    (1, "melati", "suggestion", "Jadwal kegiatan ditempel di gerbang", "Supaya keluarga tahu.", {}),
]  # fmt: skip


def complain(world):
    """Sent on their days, and handled as far as each one has come."""
    dewi, told = world.staff["dewi"], []
    for days, house, kind, subject, text, more in SENT:
        shelter, values = world.shelters[house], {"channel": "sp4n" if "sp4n_id" in more else "form"} | more
        by = SENDER if values["channel"] == "form" else world.worker(shelter)
        with clock_at(world.moment(world.day(days), 10)):
            complaint = Complaint(
                key=uuid.UUID(int=world.dice.getrandbits(128), version=4), about=shelter, kind=kind, subject=subject,
                text=text, addressed_to="shelter", **values,
            )  # fmt: skip
            told.append(complaint.receive(by=by)[0])
    thanks, hours, chairs, papers, asking, lamp, lamp_again, money, queue, head, person, _ = told
    budi, citra, sari = world.head(thanks.about), world.head(chairs.about), world.staff["sari"]
    answered(world, thanks, 58, budi, "Terima kasih, sudah kami sampaikan kepada petugas.").close(by=budi)
    answered(world, hours, 45, budi, "Papan sudah diperbaiki: besuk pukul 15 sampai 17.").close(by=budi)
    at(world, 44, lambda: rate(hours, 3))
    answered(world, chairs, 40, citra, "Empat kursi sudah ditambahkan.")
    answered(world, papers, 5, budi, "Surat selesai dan dapat diambil.")
    at(world, 2, lambda: reopen(papers, "Nama di surat salah tulis."))
    answered(world, asking, 29, budi, "Bawa KTP, KK, dan surat pengantar RT.")
    at(world, 25, lambda: lamp.forward(by=budi, to="Dinas Perhubungan", text="Lampu jalan dirawat Dinas Perhubungan."))
    at(world, 24, lambda: lamp_again.mark_duplicate(by=budi, of=lamp, text="Laporan yang sama sudah kami teruskan."))
    at(world, 20, lambda: asked(money, dewi))
    at(world, 8, lambda: queue.verify(by=budi))
    at(world, 8, lambda: queue.assign(sari, by=budi))
    at(world, 7, lambda: ComplaintStep.add(queue, "message", "Kami menambah satu petugas pagi.", by=sari))
    at(world, 7, lambda: head.refuse(by=dewi, reason="unclear", text="Permohonan yang mana? Tulis tanggalnya."))
    at(world, 2, lambda: person.verify(by=budi))
    at(world, 2, lambda: announce(person, shelter=person.about, mark=person.subject[:200], text=person.text, by=budi))


def at(world, days, act):
    with clock_at(world.moment(world.day(days), 11)):
        act()


def answered(world, complaint, days, by, text):
    """Verified the day after it came, and answered so many days ago."""
    with clock_at(world.moment(complaint.received_on + timedelta(days=1), 9)):
        complaint.verify(by=by)
    at(world, days, lambda: complaint.answer(text, by=by))
    return complaint


def asked(complaint, by):
    complaint.verify(by=by)
    ComplaintShare.share(complaint, complaint.about, "Bagaimana biaya penjemputan diatur di panti?", by=by)
