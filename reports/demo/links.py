"""Links of partners: one sent and only previewed, one opened and read, one by which a letter came. None is printed."""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from cases.uploads import checked
from referrals.models import DoorLink, LinkOpening, PartnerFile, Referral, Voice
from reports.demo.timeline import clock_at

TRI = Voice("Ibu Tri", "Bagian penerimaan")


def send_links(world):
    steps = [preview, read, write_back]
    waiting = Referral.objects.waiting().filter(link=None).order_by("sent_at")[: len(steps)]
    for referral, step in zip(waiting, steps, strict=False):
        moment = min(referral.sent_at + timedelta(minutes=5), world.now)
        with clock_at(moment):
            link, _ = DoorLink.mint_for(referral, DoorLink.Kind.REFERRAL, by=referral.sent_by)
            LinkOpening.objects.create(link=link, at=moment, device="Pratinjau WhatsApp")
        later = min(moment + timedelta(hours=3), world.now)
        with clock_at(later):
            step(referral, link, later)


def preview(referral, link, moment):
    """A chat has looked, nobody else."""


def read(referral, link, moment):
    link.try_code(link.make_code(by=referral.sent_by))
    referral.see(voice=TRI)
    for what in ("", "Membuka data dengan kode"):
        LinkOpening.objects.create(link=link, at=moment, device="Tablet atau ponsel Android, Chrome", decided=what)


def write_back(referral, link, moment):
    PartnerFile.receive(referral, checked(photo_of("Surat balasan (contoh)")), title="Surat balasan", voice=TRI)
    referral.ask("Apakah klien sudah diperiksa dokter bulan ini?", voice=TRI)
    for what in ("", "Kirim surat atau foto", "Tanya panti"):
        LinkOpening.objects.create(link=link, at=moment, device="iPhone, Safari", decided=what)


def photo_of(words):
    paper, data = Image.new("RGB", (420, 594), "white"), io.BytesIO()
    ImageDraw.Draw(paper).text((60, 80), words, fill="black")
    paper.save(data, "JPEG")
    return SimpleUploadedFile("surat.jpg", data.getvalue())
