from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse

from cases.models import ActivitySession, Attendance, AuditEvent, EffectRating, Product, Programme, ServiceRecord
from tests.factories import make_client, make_programme, make_service, make_session, make_stay, service

DAY = date(2026, 3, 16)


@pytest.fixture
def house(today, sari, melati):
    return [make_stay(melati, by=sari, client=make_client(name)) for name in ("Agus", "Bejo", "Cici")]


@pytest.fixture
def programme(melati):
    return make_programme(melati)


@pytest.fixture
def session(programme, house):
    return make_session(programme, DAY)


def ticks(stays, present=(), was=()):
    """The page as it is sent: every row says what it held, a ticked box says so, an empty one says nothing."""
    sent = {f"was-hadir-{stay.pk}": "1" if stay in was else "" for stay in stays}
    return sent | {f"hadir-{stay.pk}": "1" for stay in present}


def counted():
    rows = ServiceRecord.objects.order_by("stay__client__name", "pk")
    return [(row.stay.client.name, row.service_id, row.date, row.quantity, row.on_sheet) for row in rows]


def test_who_came_is_one_save_and_each_counts_once(client, oka, session, house):
    agus, bejo, cici = house
    client.force_login(oka)
    for _ in range(2):
        assert (
            client.post(session.get_absolute_url(), ticks(house, present=[agus, cici])).url
            == session.get_absolute_url()
        )
    assert counted() == [("Agus", "guidance", DAY, 1, False), ("Cici", "guidance", DAY, 1, False)]
    assert list(Attendance.objects.order_by("pk").values_list("stay", "service_record__stay")) == [
        (agus.pk, agus.pk), (cici.pk, cici.pk),
    ]  # fmt: skip
    event = AuditEvent.objects.get(action="attendance.saved")
    assert (event.actor_name, event.details) == ("Oka", {"present": [agus.pk, cici.pk], "removed": []})


def test_taking_a_tick_away_takes_exactly_its_own_record(client, oka, session, house):
    agus, bejo, _ = house
    make_service(agus, "guidance", DAY, 1, note="Bimbingan lain")
    make_service(agus, "guidance", DAY, 2, on_sheet=True)
    client.force_login(oka)
    client.post(session.get_absolute_url(), ticks(house, present=[agus, bejo]))
    client.post(session.get_absolute_url(), ticks(house, present=[bejo], was=[agus, bejo]))
    assert counted() == [
        ("Agus", "guidance", DAY, 1, False), ("Agus", "guidance", DAY, 2, True), ("Bejo", "guidance", DAY, 1, False),
    ]  # fmt: skip
    assert list(Attendance.objects.values_list("stay", flat=True)) == [bejo.pk]


def test_two_tablets_on_one_list_lose_nothing(client, oka, session, house):
    """Both opened it with Cici ticked: one added Agus, the other added Bejo and took Cici away."""
    agus, bejo, cici = house
    client.force_login(oka)
    client.post(session.get_absolute_url(), ticks(house, present=[cici]))
    client.post(session.get_absolute_url(), ticks(house, present=[agus, cici], was=[cici]))
    client.post(session.get_absolute_url(), ticks(house, present=[bejo], was=[cici]))
    assert [row[0] for row in counted()] == ["Agus", "Bejo"]
    assert set(Attendance.objects.values_list("stay", flat=True)) == {agus.pk, bejo.pk}


def test_a_cut_off_page_removes_nobody(client, oka, session, house):
    client.force_login(oka)
    client.post(session.get_absolute_url(), ticks(house, present=house))
    client.post(session.get_absolute_url(), {})
    assert Attendance.objects.count() == 3


def test_attendance_and_its_record_stand_and_fall_together(session, house, oka):
    record = make_service(house[0], "guidance", DAY)
    attendance = Attendance.objects.create(session=session, stay=house[0], service_record=record, recorded_by=oka)
    with pytest.raises(ProtectedError):
        record.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        other = make_service(house[0], "guidance", DAY)
        Attendance.objects.create(session=session, stay=house[0], service_record=other, recorded_by=oka)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(session=session, stay=house[1], service_record=record, recorded_by=oka)
    attendance.delete()


def test_a_day_that_has_not_come_has_no_attendance(client, oka, programme, house):
    session = make_session(programme, date(2026, 3, 20))
    client.force_login(oka)
    assert "belum tiba" in client.get(session.get_absolute_url()).content.decode()
    client.post(session.get_absolute_url(), ticks(house, present=house))
    assert counted() == []


def test_a_counted_session_keeps_its_date(client, oka, session, house):
    client.force_login(oka)
    client.post(session.get_absolute_url(), ticks(house, present=house[:1]))
    page = client.post(reverse("cases:session_edit", args=[session.pk]), {
        "key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f09", "on": "2026-03-10", "plan": "Batik",
    })  # fmt: skip
    assert "Kosongkan kehadiran" in page.content.decode()
    session.refresh_from_db()
    assert session.on == DAY


def test_sixty_residents_are_one_page_of_few_queries(client, oka, sari, melati, session, django_assert_max_num_queries):
    stays = [make_stay(melati, by=sari, client=make_client(f"Klien {number:02}")) for number in range(60)]
    client.force_login(oka)
    client.get(session.get_absolute_url())
    with django_assert_max_num_queries(12):
        page = client.get(session.get_absolute_url()).content.decode()
    assert "Klien 59" in page
    with django_assert_max_num_queries(20):
        client.post(session.get_absolute_url(), ticks(stays, present=stays))
    assert ServiceRecord.objects.count() == Attendance.objects.count() == 60


PROGRAMME = {
    "key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f02", "name": "JOKERS", "aim": "Tetap aktif",
    "dimensions": ["body", "income"], "partners": "PKK", "service": "basic_skills", "started_on": "2026-03-01",
}  # fmt: skip


def test_the_worker_begins_a_programme_and_the_officer_its_sessions(client, sari, oka, melati, today):
    client.force_login(oka)
    assert client.post(reverse("cases:programme_new", args=["melati"]), PROGRAMME).status_code == 403
    client.force_login(sari)
    programme_url = client.post(reverse("cases:programme_new", args=["melati"]), PROGRAMME).url
    assert client.post(reverse("cases:programme_new", args=["melati"]), PROGRAMME).url == programme_url
    programme = Programme.objects.get()
    assert (programme.dimension_labels, programme.service_id) == (["Fisik", "Ekonomi"], "basic_skills")
    client.force_login(oka)
    form = {"key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f03", "on": "2026-03-16", "at": "09:00", "leader": "Bu Tri"}
    client.post(reverse("cases:session_new", args=[programme.pk]), form)
    again = form | {"key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f04"}
    page = client.post(reverse("cases:session_new", args=[programme.pk]), again).content.decode()
    assert "Sudah ada sesi kegiatan ini pada tanggal dan jam itu." in page
    assert ActivitySession.objects.get().leader == "Bu Tri"
    names = ["programme.created", "activitysession.created"]
    assert list(AuditEvent.objects.filter(action__in=names).order_by("pk").values_list("action", flat=True)) == names


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"dimensions": []}, "Pilih sedikitnya satu aspek."),
        ({"service": "food"}, "Masukkan pilihan yang valid"),
        ({"ended_on": "2026-02-01"}, "Tanggal berakhir tidak boleh sebelum tanggal mulai."),
        ({"name": "Sudut Kriya"}, "sudah mempunyai kegiatan dengan nama itu"),
    ],
)
def test_a_programme_that_cannot_be_is_refused(client, sari, programme, today, change, words):
    client.force_login(sari)
    page = client.post(reverse("cases:programme_new", args=["melati"]), PROGRAMME | change).content.decode()
    assert words in page
    assert Programme.objects.count() == 1


def test_what_was_made_and_sold_adds_up(client, oka, session, programme):
    client.force_login(oka)
    url = reverse("cases:session_product", args=[session.pk])
    lines = [("Keset", "4", "60000"), ("Vas", "2", "12500.50"), ("Lukisan", "1", "")]
    for number, (name, quantity, sold) in enumerate(lines):
        key = f"5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f1{number}"
        for _ in range(2):
            client.post(url, {"key": key, "name": name, "quantity": quantity, "sold_for": sold})
    assert list(Product.objects.values_list("name", "quantity", "sold_for")) == [
        ("Keset", 4, Decimal(60000)), ("Vas", 2, Decimal("12500.50")), ("Lukisan", 1, None),
    ]  # fmt: skip
    assert "Rp 72.500,5" in client.get(programme.get_absolute_url()).content.decode()
    client.post(reverse("cases:product_remove", args=[Product.objects.first().pk]))
    assert Product.objects.count() == 2


def test_before_and_latest_are_shown_and_a_later_rating_never_hides_the_first(client, sari, session, programme, house):
    agus = house[0]
    client.force_login(sari)
    client.post(session.get_absolute_url(), ticks(house, present=[agus]))
    url = reverse("cases:programme_ratings", args=[programme.pk])
    name = f"nilai-{agus.pk}-social"
    for on, value in (("2026-02-01", "2"), ("2026-03-01", "3"), ("2026-03-16", "4")):
        client.post(url, {"on": on, name: value, f"nilai-{agus.pk}-body": "9", f"nilai-{house[1].pk}-social": "1"})
    assert list(EffectRating.objects.values_list("stay", "dimension", "value")) == [
        (agus.pk, "social", 2), (agus.pk, "social", 3), (agus.pk, "social", 4),
    ]  # fmt: skip
    effects = EffectRating.objects.before_and_latest()[agus.pk]["social"]
    assert [one.value for one in effects] == [2, 4]
    page = client.get(reverse("cases:client_activities", args=[agus.client_id])).content.decode()
    assert "2 (01/02/2026)" in page and "4 (16/03/2026)" in page and "3 (01/03/2026)" not in page


def test_ratings_of_the_file_are_not_for_the_officer(client, oka, sari, session, programme, house):
    agus = house[0]
    EffectRating.objects.create(stay=agus, programme=programme, dimension="mind", rated_on=DAY, value=2, rated_by=sari)
    client.force_login(oka)
    assert client.get(reverse("cases:programme_ratings", args=[programme.pk])).status_code == 403
    assert "Psikologis" not in client.get(reverse("cases:client_activities", args=[agus.client_id])).content.decode()


def test_a_rating_has_a_scale_and_a_day(client, sari, programme, house, session):
    with pytest.raises(IntegrityError), transaction.atomic():
        EffectRating.objects.create(
            stay=house[0], programme=programme, dimension="mind", rated_on=DAY, value=6, rated_by=sari
        )
    client.force_login(sari)
    client.post(session.get_absolute_url(), ticks(house, present=house))
    page = client.post(reverse("cases:programme_ratings", args=[programme.pk]), {"on": "2026-03-17"}).content.decode()
    assert "Tanggal penilaian belum tiba." in page


def test_strangers_find_nothing(client, citra, session, programme):
    client.force_login(citra)
    assert programme.name not in client.get(reverse("cases:programme_list")).content.decode()
    addresses = [programme.get_absolute_url(), session.get_absolute_url()]
    assert [client.get(url).status_code for url in addresses] == [404, 404]
    assert client.post(session.get_absolute_url(), {}).status_code == 404


def test_lists_take_few_queries(client, sari, melati, programme, house, django_assert_max_num_queries):
    for number in range(26):
        make_session(make_programme(melati, f"Kegiatan {number}"), DAY)
        make_session(programme, date(2026, 2, 1 + number))
    client.force_login(sari)
    for url in (reverse("cases:programme_list"), programme.get_absolute_url()):
        with django_assert_max_num_queries(12):
            client.get(url)


def test_a_session_outside_the_programme_is_refused(programme, today):
    programme.ended_on = date(2026, 3, 1)
    with pytest.raises(ValidationError, match="di luar masa kegiatan"):
        ActivitySession(programme=programme, on=DAY).full_clean()


def test_a_session_counts_as_what_its_programme_says(client, oka, melati, house):
    session = make_session(make_programme(melati, "Jahit", service=service("basic_skills")), DAY)
    client.force_login(oka)
    client.post(session.get_absolute_url(), ticks(house, present=house[:1]))
    assert counted() == [("Agus", "basic_skills", DAY, 1, False)]
