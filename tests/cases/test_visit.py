from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, ServiceRecord, ServiceType, Stay, Visit
from cases.sheet import DaySheet
from reports.month import Month
from reports.spm.month import spm_month
from tests.factories import make_client, make_day, make_stay

DAY = date(2026, 3, 16)
FORM = {
    "key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f51", "version": "1", "on": "2026-03-14", "visited_by": "Sari",
    "purpose": "Melihat keadaan di rumah", "services": ["guidance", "family_community_guidance"],
    "findings": "Atap bocor, ibu sakit.", "next_on": "2026-03-16",
}  # fmt: skip


@pytest.fixture
def outside(today, sari, melati):
    kind = ServiceType.objects.get(code="REG_GEPENG")
    return make_stay(melati, by=sari, client=make_client("Ibu Luar"), entered_on=date(2026, 3, 1), setting="outside",
                     service_type=kind)  # fmt: skip


def new(stay):
    return reverse("cases:visit_new", args=[stay.pk])


def tab(stay):
    return reverse("cases:client_activities", args=[stay.client_id])


def test_a_visit_counts_what_was_given_on_its_date(client, oka, outside):
    client.force_login(oka)
    for _ in range(2):
        assert client.post(new(outside), FORM).url == tab(outside)
    visit = Visit.objects.get()
    given = list(ServiceRecord.objects.order_by("service_id").values_list("service_id", "date", "quantity", "on_sheet"))
    assert given == [
        ("family_community_guidance", date(2026, 3, 14), 1, False),
        ("guidance", date(2026, 3, 14), 1, False),
    ]
    assert (visit.services.count(), visit.recorded_by) == (2, oka)
    assert AuditEvent.objects.filter(action="visit.created").count() == 1
    assert not AuditEvent.objects.filter(details__icontains="Atap").exists()


def test_findings_are_for_the_file_and_the_writer(client, outside, sari, oka, melati):
    client.force_login(sari)
    client.post(new(outside), FORM)
    visit = Visit.objects.get()
    seen = []
    for person in (sari, oka):
        client.force_login(person)
        edit = client.get(reverse("cases:visit_edit", args=[visit.pk])).status_code
        seen.append(("Atap bocor" in client.get(tab(outside)).content.decode(), edit))
    assert seen == [(True, 200), (False, 403)]


def test_the_next_visit_is_due_until_it_is_made(client, sari, outside):
    client.force_login(sari)
    client.post(new(outside), FORM)
    assert [list(Visit.objects.due(day)) for day in (date(2026, 3, 15), DAY)] == [[], [Visit.objects.get()]]
    client.post(new(outside), FORM | {"key": FORM["key"][:-1] + "2", "on": "2026-03-16", "next_on": ""})
    assert not Visit.objects.due(DAY).exists()


def test_words_are_corrected_and_a_second_writer_is_told(client, sari, outside):
    client.force_login(sari)
    client.post(new(outside), FORM)
    url = reverse("cases:visit_edit", args=[Visit.objects.get().pk])
    change = {
        "version": "1",
        "visited_by": "Sari",
        "purpose": "Antar obat",
        "findings": "Baik.",
        "next_on": "2026-04-01",
    }
    client.post(url, change)
    page = client.post(url, change | {"purpose": "Lain"}).content.decode()
    visit = Visit.objects.get()
    assert (visit.purpose, visit.next_on) == ("Antar obat", date(2026, 4, 1))
    assert "baru saja diubah orang lain" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"on": "2026-03-17"}, "Tanggal kunjungan belum tiba."),
        ({"on": "2026-02-28"}, "Tanggal di luar masa layanan."),
        ({"next_on": "2026-03-14"}, "Kunjungan berikutnya sesudah tanggal kunjungan ini."),
        ({"purpose": ""}, "Tulis tujuan kunjungan."),
    ],
)
def test_a_visit_that_cannot_be_counts_nothing(client, sari, outside, change, words):
    client.force_login(sari)
    page = client.post(new(outside), FORM | change).content.decode()
    assert words in page and "Atap bocor" in page
    assert not Visit.objects.exists() and not ServiceRecord.objects.exists()


def test_the_database_keeps_the_order_of_dates(outside, sari):
    visit = Visit(stay=outside, on=DAY, visited_by="Sari", purpose="Uji")
    visit.make(by=sari)
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(next_on=DAY)
    with pytest.raises(ValidationError):
        Visit(stay=outside, on=DAY, visited_by="Sari", purpose="Uji", next_on=DAY).make(by=sari)


def test_who_is_served_outside_takes_no_place_and_stands_on_no_sheet(outside, stay, melati, sari):
    """Suratmin lives in the house; Ibu Luar does not."""
    assert [row.stay for row in DaySheet(melati, DAY).rows] == [stay]
    assert list(Stay.objects.at([melati]).resident().in_house()) == [stay]
    assert list(Stay.objects.at([melati]).outside()) == [outside]
    melati.capacity = 1
    melati.save()
    made = [
        make_stay(melati, by=sari, entered_on=DAY, **values).over_capacity for values in ({}, {"setting": "outside"})
    ]
    assert made == [True, False]


def test_a_full_list_outside_leaves_the_house_empty(outside, melati, sari):
    melati.capacity = 1
    melati.save()
    assert make_stay(melati, by=sari, entered_on=DAY).over_capacity is False


def test_the_shelter_list_counts_who_lives_there(client, dewi, outside, stay):
    client.force_login(dewi)
    assert "1 orang dari 20 tempat" in client.get(reverse("cases:shelter_list")).content.decode()


def test_the_standard_counts_them_as_present(outside, melati):
    """No day record means present, also of somebody who is visited at home."""
    figures = next(one for one in spm_month(melati, Month(2026, 3)).types if one.service_type.code == "REG_GEPENG")
    assert figures.in_scope == (outside.client_id,)
    for day in range(1, 17):
        make_day(outside, date(2026, 3, day), "izin")
    figures = [one for one in spm_month(melati, Month(2026, 3)).types if one.service_type.code == "REG_GEPENG"]
    assert [one.in_scope for one in figures] == [()]


INTAKE = {"key": "5f0c7f7e-8b8e-4e58-9d3e-0b9a1d8e2f52", "name": "Wati", "sex": "P", "entered_on": "2026-03-16"}


@pytest.mark.parametrize(("said", "setting"), [({}, "in_house"), ({"setting": "outside"}, "outside")])
def test_intake_asks_where_somebody_is_served(client, sari, melati, today, said, setting):
    melati.level = "provinsi"
    melati.save()
    client.force_login(sari)
    category = {"category": str(make_stay(melati, by=sari).category_id)}
    client.post(reverse("cases:intake_new"), INTAKE | {"shelter": melati.pk} | category | said)
    stay = Stay.objects.get(client__name="Wati")
    level = {"in_house": "provinsi", "outside": "kabupaten"}[setting]
    assert (stay.setting, stay.service_type.level) == (setting, level)


def test_the_type_of_service_fits_the_place(client, sari, melati, today):
    melati.level = "provinsi"
    melati.save()
    stay = make_stay(melati, by=sari)
    client.force_login(sari)
    form = {"entered_on": "2026-01-05", "neglect": "unconfirmed", "setting": "outside", "service_type": "PROV_GEPENG"}
    page = client.post(reverse("cases:stay_edit", args=[stay.pk]), form).content.decode()
    assert "yang sesuai dengan tempat pelayanannya" in page
    client.post(reverse("cases:stay_edit", args=[stay.pk]), form | {"service_type": "REG_GEPENG"})
    stay.refresh_from_db()
    assert (stay.setting, stay.service_type_id) == ("outside", "REG_GEPENG")


def test_the_tab_takes_few_queries(client, sari, outside, django_assert_max_num_queries):
    for day in range(2, 16):
        Visit(stay=outside, on=date(2026, 3, day), visited_by="Sari", purpose="Uji").make(by=sari)
    client.force_login(sari)
    with django_assert_max_num_queries(20):
        page = client.get(tab(outside)).content.decode()
    assert "Layanan luar panti" in page and "Catat kunjungan" in page


def test_a_stranger_finds_no_visit(client, citra, sari, outside):
    visit = Visit(stay=outside, on=DAY, visited_by="Sari", purpose="Uji")
    visit.make(by=sari)
    client.force_login(citra)
    addresses = [new(outside), tab(outside), reverse("cases:visit_edit", args=[visit.pk])]
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
