from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, DayRecord, ServiceRecord
from tests.factories import make_client, make_ended_stay, make_service, make_stay

DAY = date(2026, 3, 16)


@pytest.fixture
def house(today, sari, melati):
    """Three people in the house; Citra's people are elsewhere."""
    return [make_stay(melati, by=sari, client=make_client(name)) for name in ("Agus", "Bejo", "Cici")]


def url(shelter, day=DAY):
    return reverse("cases:day_sheet", args=[shelter.slug, day.isoformat()])


def given(day=DAY):
    rows = ServiceRecord.objects.filter(date=day).order_by("stay__client__name", "service_id")
    return [(row.stay.client.name, row.service_id, row.quantity) for row in rows]


def test_one_save_fills_the_day_for_everybody_present(client, oka, melati, house):
    agus, bejo, cici = house
    client.force_login(oka)
    response = client.post(
        url(melati),
        {f"presence-{bejo.pk}": "rs", "all-food": "3", f"clothing-{cici.pk}": "1", f"food-{cici.pk}": "2"},
    )
    assert response.url == url(melati)
    assert list(DayRecord.objects.values_list("stay", "presence", "recorded_by")) == [(bejo.pk, "rs", oka.pk)]
    assert given() == [("Agus", "food", 3), ("Cici", "clothing", 1), ("Cici", "food", 2)]
    event = AuditEvent.objects.get(action="sheet.saved")
    assert (event.actor_name, event.shelter_id, len(event.details["cells"])) == ("Oka", melati.pk, 4)


def test_the_same_sheet_sent_twice_changes_nothing_more(client, oka, melati, house):
    client.force_login(oka)
    for _ in range(2):
        client.post(url(melati), {"all-food": "3"})
    assert given() == [("Agus", "food", 3), ("Bejo", "food", 3), ("Cici", "food", 3)]
    assert AuditEvent.objects.filter(action="sheet.saved").count() == 1


def test_a_cell_can_be_corrected_and_emptied(client, oka, melati, house):
    agus, bejo, _ = house
    make_service(agus, "food", DAY, 3, on_sheet=True)
    make_service(bejo, "food", DAY, 3, on_sheet=True)
    client.force_login(oka)
    client.post(url(melati), {
        f"food-{agus.pk}": "2", f"was-food-{agus.pk}": "3", f"food-{bejo.pk}": "", f"was-food-{bejo.pk}": "3",
    })  # fmt: skip
    assert given() == [("Agus", "food", 2)]


def test_two_tablets_lose_nothing_of_each_other(client, oka, melati, house):
    """Both opened the empty sheet; one wrote Agus' meals, the other Bejo's, and both another number for Cici."""
    agus, bejo, cici = house
    client.force_login(oka)
    blank = {f"was-food-{stay.pk}": "" for stay in house}
    client.post(url(melati), blank | {f"food-{agus.pk}": "3", f"food-{cici.pk}": "1"})
    answer = client.post(url(melati), blank | {f"food-{bejo.pk}": "2", f"food-{cici.pk}": "3"}, follow=True)
    assert given() == [("Agus", "food", 3), ("Bejo", "food", 2), ("Cici", "food", 1)]
    assert "Cici: Permakanan sudah dicatat orang lain (1)." in answer.content.decode()


def test_what_was_recorded_elsewhere_is_shown_and_left_alone(client, oka, melati, house):
    make_service(house[0], "guidance", DAY, 1)
    client.force_login(oka)
    assert "+ 1 dicatat di tempat lain" in client.get(url(melati)).content.decode()
    client.post(url(melati), {f"guidance-{house[0].pk}": "2"})
    assert given() == [("Agus", "guidance", 1), ("Agus", "guidance", 2)]


@pytest.mark.parametrize("typed", ["0", "100", "-1", "tiga", "1,5", "²"])
def test_a_number_that_is_none_is_refused_and_kept_on_the_page(client, oka, melati, house, typed):
    client.force_login(oka)
    page = client.post(url(melati), {f"food-{house[0].pk}": typed, f"food-{house[1].pk}": "3"}).content.decode()
    assert "Isi angka 1–99, atau kosongkan." in page and f'value="{typed}"' in page
    assert given() == []


def test_who_left_that_day_has_meals_but_no_roll_call(client, oka, sari, melati, today):
    gone = make_ended_stay(melati, date(2026, 3, 10), DAY, by=sari, client=make_client("Dodi"))
    make_ended_stay(melati, date(2026, 3, 1), date(2026, 3, 15), by=sari, client=make_client("Eko"))
    client.force_login(oka)
    page = client.get(url(melati)).content.decode()
    assert "Dodi" in page and "Eko" not in page and f"presence-{gone.pk}" not in page
    client.post(url(melati), {"all-food": "3", f"food-{gone.pk}": "1"})
    assert given() == [("Dodi", "food", 1)]


def test_a_day_that_has_not_come_and_one_that_is_none_are_not_found(client, oka, melati, house):
    client.force_login(oka)
    statuses = [client.get(url(melati).replace("2026-03-16", day)).status_code for day in ("2026-03-17", "kemarin")]
    assert statuses == [404, 404]


def test_a_hundred_residents_are_one_page_of_few_queries(
    client, oka, sari, melati, today, django_assert_max_num_queries
):
    for number in range(100):
        make_stay(melati, by=sari, client=make_client(f"Klien {number:03}"))
    client.force_login(oka)
    client.get(url(melati))
    with django_assert_max_num_queries(12):
        client.get(url(melati))
    cells = {f"{slug}-{stay.pk}": "2" for stay in melati.stays.all() for slug in ("food", "clothing", "guidance")}
    with django_assert_max_num_queries(22):
        client.post(url(melati), cells)
    assert ServiceRecord.objects.count() == 300
