"""Family, who came together, contacts and the search for the family (scenario 15)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, Client, FamilyContact, Household, HouseholdMember, Need, Relative, ServiceRecord
from cases.models.household import come_together, left_alone
from cases.models.stay import Stay
from tests.factories import make_client, make_day, make_need, make_relative, make_stay

TODAY = date(2026, 3, 16)


def body(response):
    return response.content.decode()


def url(name, row):
    return reverse(f"cases:{name}", args=[row.pk])


def add_contact(client, stay, number, **answers):
    answers = {"on": "2026-03-11", "way": "phone", "result": "reached"} | answers
    return client.post(url("contact_new", stay), answers | {"key": f"6f1f3a0e-7e49-4d5c-8d5e-00000000010{number}"})


def test_a_refusal_does_not_close_the_tracing_and_each_step_counts_on_its_day(client, today, sari, stay):
    need = make_need(stay, "family_tracing", date(2026, 3, 9))
    tarno, sumarni = (make_relative(stay.client, name, by=sari) for name in ("Tarno", "Sumarni"))
    client.force_login(sari)
    page = body(add_contact(client, stay, 1, relative=tarno.pk, result="refused"))
    assert "Tulis alasan penolakan." in page
    add_contact(client, stay, 1, relative=tarno.pk, result="refused", note="Tidak sanggup merawat.")
    add_contact(client, stay, 1, relative=tarno.pk, result="refused", note="Tidak sanggup merawat.")  # sent twice
    add_contact(client, stay, 2, whom="Kepala Desa Kedu", way="office", on="2026-03-12")
    add_contact(client, stay, 3, relative=sumarni.pk, result="agreed", on="2026-03-15")
    assert Need.objects.get(pk=need.pk).closed_on is None
    given = ServiceRecord.objects.filter(service="family_tracing").order_by("date").values_list("date", flat=True)
    assert list(given) == [date(2026, 3, 11), date(2026, 3, 12), date(2026, 3, 15)]
    page = body(client.get(url("client_family", stay.client)))
    assert "Tidak sanggup merawat." in page and "Setuju menerima atau menjemput" in page
    assert AuditEvent.objects.filter(action="contact.logged").count() == 3


def test_a_mere_visit_counts_only_when_the_worker_says_so(client, today, sari, stay):
    sumarni = make_relative(stay.client, "Sumarni", by=sari)
    client.force_login(sari)
    add_contact(client, stay, 1, relative=sumarni.pk, way="guest")
    assert (FamilyContact.objects.count(), ServiceRecord.objects.count()) == (1, 0)
    add_contact(client, stay, 2, relative=sumarni.pk, is_tracing="on")
    assert ServiceRecord.objects.get().service_id == "family_tracing"


@pytest.mark.parametrize(
    "answers, words",
    [
        ({}, "Pilih keluarga dari daftar"),
        ({"whom": "Desa", "on": "2026-03-17"}, "Tanggal belum tiba."),
        ({"whom": "Desa", "on": "2026-03-01"}, "Tanggal di luar masa tinggal."),
        ({"whom": "Warganet", "way": "social"}, "Media sosial hanya dengan izin klien."),
    ],
)
def test_a_contact_that_cannot_be_is_explained_and_kept(client, today, sari, stay, answers, words):
    client.force_login(sari)
    page = body(add_contact(client, stay, 1, note="Catatan panjang", **answers))
    assert words in page and "Catatan panjang" in page and not FamilyContact.objects.exists()


def test_a_relation_is_claimed_then_proven_and_a_stale_page_changes_nothing(client, today, sari, budi, person, stay):
    tarno = make_relative(person, by=sari)
    was = tarno.stand
    client.force_login(sari)
    answers = {"outcome": "proven", "relation": "child", "on": "2026-03-16", "was": was}
    assert "Pilih buktinya." in body(client.post(url("relative_proof", tarno), answers))
    client.post(url("relative_proof", tarno), answers | {"proof": "kk", "number": "123"})
    tarno.refresh_from_db()
    assert (tarno.state, tarno.proof, tarno.decided_by, tarno.decided_on) == ("proven", "kk", sari, TODAY)
    client.force_login(budi)
    late = client.post(url("relative_proof", tarno), answers | {"outcome": "disproven", "note": "Salah"})
    assert "baru saja diperiksa orang lain" in body(late)
    tarno.refresh_from_db()
    assert tarno.state == "proven"
    # what is proven is no longer changed on the plain form
    edit = {"name": "Tarno", "relation": "mother", "key": "6f1f3a0e-7e49-4d5c-8d5e-000000000200"}
    client.post(url("relative_edit", tarno), edit)
    assert Relative.objects.get(pk=tarno.pk).relation == "child"


def test_a_nik_that_cannot_be_is_kept_and_said(client, today, sari, person, stay):
    client.force_login(sari)
    answers = {"name": "Tarno", "relation": "child", "nik": "12345", "key": "6f1f3a0e-7e49-4d5c-8d5e-000000000201"}
    page = body(client.post(url("relative_new", person), answers, follow=True))
    assert Relative.objects.get().nik == "12345" and "belum valid" in page


def test_a_client_of_a_stranger_cannot_be_named_by_number(client, today, sari, citra, kenanga, person, stay):
    other = make_stay(kenanga, by=citra, client=make_client("Ratna")).client
    client.force_login(sari)
    answers = {"relation": "mother", "key": "6f1f3a0e-7e49-4d5c-8d5e-000000000202"}
    for number in (other.number, "TIDAK-ADA"):
        page = body(client.post(url("relative_new", person), answers | {"person_number": number}))
        assert "tidak ditemukan di panti Anda" in page and "Ratna" not in page
    assert "nomor klien ini sendiri" in body(
        client.post(url("relative_new", person), answers | {"person_number": person.number})
    )


@pytest.mark.parametrize("written", ["081234567890", "+62 812-3456-7890", "0812 3456 7890"])
def test_a_client_is_found_by_the_phone_of_the_family(db, written, melati):
    person = make_client("Sukinah")
    make_relative(person, "Tarno", phone="0812-3456-7890")
    make_relative(make_client("Bambang"), "Lain", phone="0899-0000-1111")
    assert list(Client.objects.matching(written)) == [person]
    assert [found.name for found in Relative.objects.by_phone(written)] == ["Tarno"]
    assert not Relative.objects.by_phone("0812").exists()


def test_who_came_together_is_on_each_file_and_households_grow_into_one(today, sari, melati):
    stays = [make_stay(melati, by=sari, client=make_client(name)) for name in ("Ibu", "Anak", "Nenek", "Paman")]
    come_together(stays[:2], by=sari)
    come_together(stays[2:], by=sari)
    come_together(stays[1:3], by=sari)
    for stay in stays:
        assert HouseholdMember.objects.with_stay(stay).count() == 4
    assert Household.objects.filter(members__isnull=False).distinct().count() == 1


def test_people_of_two_shelters_did_not_come_together(today, sari, citra, melati, kenanga):
    here, there = make_stay(melati, by=sari), make_stay(kenanga, by=citra)
    with pytest.raises(ValidationError, match="di panti yang sama"):
        come_together([here, there], by=sari)


def test_a_wrong_household_is_corrected(client, today, sari, melati):
    mother, child = (make_stay(melati, by=sari, client=make_client(name)) for name in ("Ibu", "Anak"))
    client.force_login(sari)
    client.post(url("household_join", mother), {"stays": [child.pk]})
    client.post(url("household_join", child), {"alone": "1"})
    assert not HouseholdMember.objects.filter(stay=child).exists()
    assert [event.action for event in AuditEvent.objects.filter(action__startswith="household")] == [
        "household.parted", "household.joined", "household.joined",
    ]  # fmt: skip


def test_a_child_is_alone_as_soon_as_its_grown_up_is_recorded_as_gone(today, sari, melati):
    child = make_stay(melati, by=sari, client=make_client("Dimas", estimated_age=2, age_estimated_on=TODAY))
    mother = make_stay(melati, by=sari, client=make_client("Lestari", estimated_age=28, age_estimated_on=TODAY))
    come_together([mother, child], by=sari)
    assert left_alone(Stay.objects.all()) == []
    make_day(mother, date(2026, 3, 15), "kabur")
    assert left_alone(Stay.objects.all()) == [child]


def test_the_officer_sees_no_family(client, today, oka, sari, stay):
    make_relative(stay.client, "Sumarni", phone="0812-3456-7890", by=sari)
    client.force_login(oka)
    pages = [stay.client.get_absolute_url(), stay.get_absolute_url(), stay.client.get_services_url()]
    shown = "".join(body(client.get(page)) for page in pages)
    assert "Sumarni" not in shown and "7890" not in shown and "Keluarga</a>" not in shown


def test_the_database_keeps_the_rules(today, sari, stay):
    make_relative(stay.client, by=sari)
    contact = FamilyContact(stay=stay, whom="Desa", on=TODAY, way="office", result="reached")
    contact.log(by=sari)
    for constraint, values in [
        ("family_contact_with_somebody", {"whom": ""}),
        ("family_contact_refusal_explained", {"result": "refused"}),
        ("family_contact_social_media_consented", {"way": "social"}),
    ]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            FamilyContact.objects.update(**values)


def test_the_tab_stays_flat_as_the_family_grows(client, today, sari, stay, melati, django_assert_max_num_queries):
    for number in range(12):
        relative = make_relative(stay.client, f"Saudara {number}", by=sari)
        FamilyContact(stay=stay, relative=relative, on=TODAY, way="phone", result="reached").log(by=sari)
        come_together([stay, make_stay(melati, by=sari, client=make_client(f"Orang {number}"))], by=sari)
    client.force_login(sari)
    client.get(url("client_family", stay.client))
    with django_assert_max_num_queries(16):  # 14, and a savepoint of the test with its release
        body(client.get(url("client_family", stay.client)))
