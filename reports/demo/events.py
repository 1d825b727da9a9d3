"""Incidents, and what follows a death."""

from datetime import timedelta

from cases.models import Death, DeathStep, Incident, Stay
from reports.demo.papers import longest_residents
from reports.demo.timeline import clock_at

Kind = DeathStep.Kind
STEPS = [
    # what, to or by whom, number, hours later
    (Kind.DOCTOR, "Dokter RSUD Umpama Sehat", "", 2),
    (Kind.POLICE, "Polsek Contoh Kota", "B/000/UMPAMA", 4),
    (Kind.CIVIL_REGISTRY, "Dukcapil Kabupaten Contoh", "", 8),
    (Kind.FAMILY, "Keponakan, lewat telepon", "", 10),
    (Kind.ANNOUNCEMENT, "Papan pengumuman desa asal", "400.9/000", 12),
    (Kind.GRAVE, "Keponakan klien", "", 240),
]
RECENT = 20  # so many days ago or less: still waiting for the family


def write_incidents(world):
    kenanga = world.shelters["kenanga"]
    one, other, third = longest_residents(world, "kenanga", 9)[6:9]
    closed = Incident(
        shelter=kenanga, at=world.moment(world.day(18), 6, 20), place="Kamar mandi Wisma Timur",
        kind=Incident.Kind.INJURY, description="Klien terpeleset; lutut kiri memar, tetap sadar.",
        first_aid="Dikompres dan dibalut.", reported_to="Kepala panti, lewat telepon",
        reported_at=world.moment(world.day(18), 6, 40),
    )  # fmt: skip
    still_open = Incident(
        shelter=kenanga, at=world.moment(world.day(1), 19, 5), place="Ruang makan", kind=Incident.Kind.LOSS,
        description="Jam tangan klien tidak ditemukan sesudah makan malam; dicari bersama.",
    )  # fmt: skip
    officer = world.officer(kenanga)
    with clock_at(world.moment(world.day(18), 7)):
        closed.write(by=officer, people=[one])
    with clock_at(world.moment(world.day(15), 9)):
        closed.close(by=world.head(kenanga), follow_up="Diperiksa puskesmas; alas lantai kamar mandi diganti.")
    with clock_at(world.moment(world.day(1), 20)):
        still_open.write(by=officer, people=[other, third])


def tell_deaths(world):
    for stay in Stay.objects.filter(exit_reason__slug="meninggal").select_related("shelter", "client").order_by("pk"):
        died_at = world.moment(stay.ended_on, 4, 50)
        if stay.entered_on < stay.ended_on:
            tell_death(world, stay, died_at)


def tell_death(world, stay, died_at):
    by = world.worker(stay.shelter)
    death = Death(
        stay=stay, died_at=died_at, place="RSUD Umpama Sehat", found_by="Perawat jaga dan petugas panti",
        cause="Usia lanjut dan radang paru, menurut surat dokter",
    )  # fmt: skip
    with clock_at(world.moment(stay.ended_on, 10, 30)):
        death.register(by=by)
    is_recent = stay.ended_on >= world.day(RECENT)
    for kind, to, reference, hours in STEPS[:2] if is_recent else STEPS:
        at = world.moment(stay.ended_on, 10, 30) + timedelta(hours=hours)
        with clock_at(at):
            step = DeathStep(death=death, kind=kind, on=stay.shelter.today(), to=to, reference=reference)
            step.add(by=by)
    if not is_recent:
        bury(world, stay, death)


def bury(world, stay, death):
    by, at = world.worker(stay.shelter), death.wait_until + timedelta(hours=4)
    with clock_at(at + timedelta(hours=2)):
        death.bury(
            by=by, at=at, place="TPU Contoh", buried_by="Petugas panti dan warga", burial_plot="Blok C nomor 14",
            washed_by="Pengurus masjid", shrouded_by="Pengurus masjid", rite="Islam", cost=1_250_000,
        )  # fmt: skip
        death.issue_minutes(by=by)
    with clock_at(at + timedelta(days=5)):
        death.ask_certificate(by=by, on=stay.shelter.today(), number="000/AM/UMPAMA")
