"""What followed from the surveys: one house told the public, both planned; and a figure of before."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from reports.demo.timeline import clock_at
from reports.models import OldSurveyFigure, SurveyAction, SurveyElement, SurveyPeriod, SurveyPublication, SurveyText
from reports.survey.figures import figures_of

PLANS = [
    ("U8", "Pasang kotak saran dan poster nomor pengaduan di ruang tengah dan pintu masuk", 20),
    ("U9", "Perbaiki pompa air dan dua kran di kamar mandi laki-laki", -3),
]
WRITTEN = {
    "latar": "Survei ini dilaksanakan agar penilaian penghuni, keluarga, kantor pengirim, dan mitra menjadi bahan "
    "perbaikan pelayanan panti.",
    "pelaksana": "Tim survei dibentuk dari dua pekerja sosial dan seorang relawan yang tidak melayani responden.",
    "lokasi": "Ruang tamu dan ruang tengah panti, serta lewat kode QR pada pintu masuk.",
    "analisis": "Penanganan pengaduan dan sarana dinilai paling rendah. Beberapa responden menulis bahwa mereka "
    "tidak tahu ke mana harus mengadu.",
}


def tell_how_it_was(world):
    for shelter in world.shelters.values():
        head = world.head(shelter)
        period = SurveyPeriod.objects.filter(shelter=shelter, status=SurveyPeriod.Status.CLOSED).first()
        SurveyText.write(period, WRITTEN, by=world.worker(shelter))
        plan(world, period, head)
        OldSurveyFigure.enter(
            shelter, by=head, name=f"SKM {world.today.year - 1}", ended_on=world.day(400), respondents=41,
            index=Decimal("74.31"), source=f"Laporan SKM {world.today.year - 1} (berkas kertas)",
        )  # fmt: skip
        if shelter.slug == "melati":
            with clock_at(datetime.combine(world.day(60), time(10), world.now.tzinfo)):
                SurveyPublication.publish(period, figures_of, by=head)


def plan(world, period, head):
    """One is still to come, one is late: home shows the second."""
    with clock_at(datetime.combine(world.day(70), time(11), world.now.tzinfo)):
        for code, words, days in PLANS:
            SurveyAction.plan(
                period, by=head, element=SurveyElement.objects.get(pk=code), action=words,
                owner=world.worker(period.shelter), due_on=world.today + timedelta(days=days),
            )  # fmt: skip
