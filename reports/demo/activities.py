"""A corner of crafts at Kenanga, and somebody whom Melati serves at home."""

from datetime import time, timedelta

from cases.attendance import AttendanceSheet, RatingSheet
from cases.audit import record
from cases.intake import admit_new_client
from cases.models import ActivitySession, Client, Product, Programme, Stay, Visit
from cases.models.activity import Dimension
from reports.demo.papers import longest_residents
from reports.demo.timeline import clock_at

SESSIONS = [
    # days ago (a session still to come counts below zero), plan, what was made, for how much it was sold
    (35, "Mengenal bahan dan alat", "", None),
    (28, "Menganyam gelang", "Gelang anyaman", 60_000),
    (21, "Menganyam tempat tisu", "Tempat tisu", 90_000),
    (14, "Membatik taplak", "Taplak batik", None),
    (7, "Menyelesaikan taplak", "Taplak batik", 150_000),
    (-7, "Pameran kecil di aula", "", None),
]


def do_crafts(world):
    kenanga = world.shelters["kenanga"]
    by, started = world.worker(kenanga), world.day(40)
    with clock_at(world.moment(started, 9)):
        programme = Programme(
            shelter=kenanga, name="Sudut Kriya", dimensions=list(Dimension), service=world.services["basic_skills"],
            started_on=started, aim="Berkarya bersama dan mempunyai penghasilan sendiri.", partners="PKK Desa Umpama",
        )  # fmt: skip
        programme.full_clean()
        programme.save()
        record(by=by, action="programme.created", target=programme)
    people = longest_residents(world, "kenanga", 6)
    for session in SESSIONS:
        meet(world, programme, people, by, *session)
    for days_ago in (35, 7):
        rate(world, programme, people, by, days_ago)


def meet(world, programme, people, by, days_ago, plan, made, sold_for):
    session = ActivitySession(
        programme=programme, on=world.day(days_ago), at=time(9), plan=plan, leader="Ibu Ratna, perajin"
    )
    with clock_at(world.moment(world.day(max(days_ago, 0)), 8)):
        session.full_clean()
        session.save()
        record(by=by, action="activitysession.created", target=session)
    if days_ago < 0:
        return
    with clock_at(world.moment(session.on, 12)):
        came = people if days_ago % 2 else people[:4]
        posted = {f"hadir-{stay.pk}": "on" for stay in came} | {f"was-hadir-{stay.pk}": "" for stay in came}
        AttendanceSheet(session).save(posted, by=by)
        if made:
            Product(session=session, name=made, quantity=len(came), sold_for=sold_for).add(by=by)


def rate(world, programme, people, by, days_ago):
    """Two of five at first; most of them better after a month."""
    posted = {
        f"nilai-{stay.pk}-{dimension.value}": str(2 + (number % 3 if days_ago == 7 else 0))
        for number, stay in enumerate(people)
        for dimension in Dimension
    }
    with clock_at(world.moment(world.day(days_ago), 13)):
        RatingSheet(programme).save(posted, on=world.day(days_ago), by=by)


def serve_at_home(world):
    """An old man in his own house: visits instead of nights."""
    melati, day = world.shelters["melati"], world.day(30)
    by = world.staff["joko"]
    client = Client(name="Darsono Susanto", sex="L", estimated_age=73, age_estimated_on=day, no_nik_reason="lost")
    stay = Stay(
        setting=Stay.Setting.OUTSIDE, entered_on=day, source=world.sources["masyarakat"], brought_by="Ketua RT 04",
        category=world.categories["08"], service_type=world.types["kabupaten", "elderly"],
        condition="Lemah, tinggal sendiri; tetangga mengantar makan.", neglect=Stay.Neglect.CONFIRMED,
    )  # fmt: skip
    with clock_at(world.moment(day, 11)):
        admit_new_client(by=by, shelter=melati, client=client, stay=stay)
    for days_ago, findings in (
        (28, "Atap bocor; kebutuhan makan terbantu tetangga."),
        (14, "Lebih kuat, mau berjalan."),
    ):
        visit = Visit(
            stay=stay, on=world.day(days_ago), visited_by="Joko Widagdo", purpose="Melihat keadaan dan mengantar bahan",
            findings=findings, next_on=world.day(days_ago) + timedelta(days=14),
        )  # fmt: skip
        with clock_at(world.moment(visit.on, 14)):
            visit.make(by=by, services=[world.services["food"], world.services["health_supplies"]])
