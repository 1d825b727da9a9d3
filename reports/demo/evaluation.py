"""Two evaluations at Melati: last year's, closed, and this year's, under way with notes and a late follow-up."""

from datetime import date, timedelta
from decimal import Decimal

from reports.demo.timeline import clock_at
from reports.evaluation.copying import copied
from reports.evaluation.freezing import close
from reports.models import EvaluationFinding, EvaluationIndicator, EvaluationPlan
from reports.models.evaluation_indicator import YEAR

SURVEY = "Dihitung dari lembar daring keluarga, rata-rata setahun."
# wording, kind, measure, unit, source, direction, baseline, target of each quarter, of the year
INDICATORS = [
    ("Orang yang dijangkau", "output", "persons", "orang", "", "higher", 60, (40, 40, 40, 40), 100),
    ("Asesmen pertama selesai tepat waktu", "process", "step_assessment", "persen", "", "higher", 70, (80, 80, 85, 85),
     85),
    ("Klien yang kembali ke keluarga", "outcome", "reunions", "masa tinggal", "", "higher", 12, (5, 5, 5, 5), 20),
    ("Kembali ke panti dalam 90 hari", "outcome", "returns_90", "persen", "", "lower", 20, (15, 15, 15, 15), 15),
    ("Kejadian yang dicatat", "outcome", "incidents", "kejadian", "", "lower", 8, (2, 2, 2, 2), 8),
    ("Keluarga yang puas saat penjemputan", "outcome", "", "persen", SURVEY, "higher", None, (None,) * 4, 80),
]  # fmt: skip


def evaluate(world):
    melati, year = world.shelters["melati"], world.today.year
    by, head = world.worker(melati), world.head(melati)
    start = world.moment(date(year - 1, 1, 12), 9)
    with clock_at(start):
        last = plan_of(melati, year - 1, by, head)
    with clock_at(max(start, world.moment(date(year, 1, 20), 9))):
        family = last.indicators.get(measure="")
        EvaluationFinding.write(
            family, YEAR, by=by, actual=Decimal(76), actual_source="Rekap lembar daring keluarga",
            measured_on=date(year - 1, 12, 31), note="Keluarga meminta kabar lebih awal sebelum menjemput.",
        )  # fmt: skip
        close(last, by=head)
        this = copied(last, year, by=by)
        this.activate(by=head)
    with clock_at(world.now):
        note(world, this, by)
        copied(this, year + 1, by=by)


def plan_of(shelter, year, by, head):
    plan = EvaluationPlan(
        shelter=shelter, year=year, title="Pelayanan rumah singgah", subject_text="Pelayanan penampungan sementara",
        purpose="Mengetahui apakah klien lekas ditangani dan tidak kembali ke jalan.",
    ).open(by=by)  # fmt: skip
    for wording, kind, measure, unit, source, direction, baseline, quarters, whole in INDICATORS:
        targets = dict(zip(("target_1", "target_2", "target_3", "target_4"), quarters, strict=True))
        EvaluationIndicator(
            plan=plan, wording=wording, kind=kind, measure=measure, unit=unit, source=source, direction=direction,
            baseline=baseline, baseline_note="perkiraan awal" if baseline else "", target_year=whole, responsible=by,
            **targets,
        ).add(by=by)  # fmt: skip
    plan.activate(by=head)
    return plan


def note(world, plan, by):
    """On the quarter that runs: what explains the figures, and two things to do, one of them late by now."""
    quarter = (world.today.month + 2) // 3
    found = {one.measure: one for one in plan.indicators.all()}
    EvaluationFinding.write(
        found["returns_90"], quarter, by=by, note="Yang kembali kebanyakan belum mempunyai pekerjaan.",
        follow_up="Hubungkan dengan pelatihan kerja sebelum keluar.", owner=by, due_on=world.today + timedelta(days=30),
    )  # fmt: skip
    EvaluationFinding.write(
        found["step_assessment"], quarter, by=by, note="Petugas asesmen cuti dua minggu.",
        follow_up="Susun jadwal pengganti petugas asesmen.", owner=by, due_on=world.day(5),
    )  # fmt: skip
