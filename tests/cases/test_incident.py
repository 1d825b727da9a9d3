from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, Incident
from tests.factories import make_client, make_stay

NIGHT = datetime(2026, 3, 15, 16, 30, tzinfo=UTC)  # 23.30 in Jakarta
FORM = {
    "key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f01", "version": "1", "kind": "fight", "at": "2026-03-15T23:30",
    "place": "Ruang tengah", "description": "Berebut selimut, dilerai.", "first_aid": "Luka lecet dibersihkan.",
}  # fmt: skip


@pytest.fixture
def incident(today, melati, oka, stay):
    incident = Incident(shelter=melati, at=NIGHT, place="Dapur", kind="injury", description="Tergelincir di dapur.")
    incident.write(by=oka, people=[stay])
    return incident


def url(name, *args):
    return reverse(f"cases:incident_{name}", args=args)


def actions():
    return list(
        AuditEvent.objects.filter(action__startswith="incident").order_by("pk").values_list("action", flat=True)
    )


def test_the_officer_writes_down_what_happened_at_night(client, oka, melati, stay, today):
    client.force_login(oka)
    response = client.post(url("new", "melati"), FORM | {"people": [stay.pk]})
    incident = Incident.objects.get()
    assert response.url == incident.get_absolute_url()
    assert (incident.at, incident.created_by, list(incident.people.all())) == (NIGHT, oka, [stay])
    assert client.post(url("new", "melati"), FORM).url == incident.get_absolute_url()
    assert (Incident.objects.count(), actions()) == (1, ["incident.created"])


def test_what_is_told_of_people_is_for_the_writer_and_for_readers_of_files(client, incident, oka, sari, budi, melati):
    from cases.permissions import Role  # noqa: PLC0415
    from tests.factories import make_user  # noqa: PLC0415

    rani = make_user("rani", Role.OFFICER, melati, name="Rani")
    told = []
    for person in (oka, sari, budi, rani):
        client.force_login(person)
        pages = [
            client.get(url("detail", incident.pk)),
            client.get(url("edit", incident.pk)),
            client.get(url("pdf", incident.pk)),
        ]
        told.append(
            (
                pages[0].status_code,
                "Tergelincir" in pages[0].content.decode(),
                pages[1].status_code,
                pages[2].status_code,
            )
        )
    assert told == [(200, True, 200, 200)] * 3 + [(200, False, 403, 403)]
    client.force_login(rani)
    assert "Tergelincir" not in client.get(url("list")).content.decode()


def test_the_list_is_of_ones_own_shelter_by_kind_and_date(client, incident, sari, citra):
    client.force_login(sari)
    found = [
        "Dapur" in client.get(url("list") + query).content.decode()
        for query in ("", "?kind=injury", "?kind=fire", "?since=2026-03-15&until=2026-03-15", "?since=2026-03-16")
    ]
    assert found == [True, True, False, True, False]
    client.force_login(citra)
    assert "Dapur" not in client.get(url("list")).content.decode()


def test_it_is_closed_with_what_came_of_it_and_then_stands(client, incident, sari):
    client.force_login(sari)
    assert "Tulis tindak lanjutnya" in client.post(url("close", incident.pk), {"follow_up": ""}).content.decode()
    client.post(url("close", incident.pk), {"follow_up": "Lantai dikeringkan."})
    incident.refresh_from_db()
    assert (incident.closed_by, incident.follow_up) == (sari, "Lantai dikeringkan.")
    page = client.post(url("edit", incident.pk), FORM | {"version": incident.version})
    assert "sudah ditutup" in page.content.decode()


def test_two_who_complete_it_at_once_do_not_overwrite_each_other(client, incident, sari):
    client.force_login(sari)
    assert client.post(url("edit", incident.pk), FORM | {"description": "Pertama."}).status_code == 302
    page = client.post(url("edit", incident.pk), FORM | {"description": "Kedua."}).content.decode()
    assert "baru saja diubah orang lain" in page and "Kedua." in page
    incident.refresh_from_db()
    assert incident.description == "Pertama."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"at": "2026-03-17T10:00"}, "Waktu kejadian belum tiba."),
        ({"at": "kemarin"}, "Tulis tanggal dan jam"),
        ({"place": ""}, "Tulis di mana terjadinya."),
        ({"reported_to": "Polsek"}, "kepada siapa dan kapan"),
        ({"reported_to": "Polsek", "reported_at": "2026-03-15T20:00"}, "tidak boleh sebelum kejadian"),
    ],
)
def test_what_cannot_be_is_refused_and_kept_on_the_page(client, oka, melati, today, change, words):
    client.force_login(oka)
    page = client.post(url("new", "melati"), FORM | change).content.decode()
    assert words in page and "Berebut selimut" in page
    assert not Incident.objects.exists()


def test_the_database_keeps_the_pairs(incident, sari):
    for change in ({"reported_to": "Polsek"}, {"closed_by": sari}, {"closed_by": sari, "closed_at": NIGHT}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Incident.objects.filter(pk=incident.pk).update(**change)


def test_closing_twice_is_refused(incident, sari):
    incident.close(by=sari, follow_up="Selesai.")
    with pytest.raises(ValidationError, match="sudah ditutup"):
        Incident.objects.get(pk=incident.pk).close(by=sari, follow_up="Lagi.")


def test_the_report_is_one_page(client, incident, sari):
    client.force_login(sari)
    response = client.get(url("pdf", incident.pk))
    assert response["Content-Type"] == "application/pdf" and response.content.count(b"/Type /Page\n") <= 1
    assert "Suratmin" not in response["Content-Disposition"]
    assert actions()[-1] == "incident.printed"


def test_a_long_list_takes_few_queries(client, sari, melati, stay, today, django_assert_max_num_queries):
    for number in range(30):
        incident = Incident(shelter=melati, at=NIGHT, place=f"Kamar {number}", kind="loss", description="Hilang.")
        incident.write(by=sari, people=[make_stay(melati, by=sari, client=make_client())])
    client.force_login(sari)
    with django_assert_max_num_queries(12):
        client.get(url("list"))
    with django_assert_max_num_queries(14):
        client.get(url("detail", incident.pk))
