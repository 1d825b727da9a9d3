"""A partner that is a shelter of this system answers inside; acceptance opens the sending stay's file, to read."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent
from referrals.models import Partner, Referral
from tests.factories import make_client, make_ended_stay, make_need, make_stay, make_user
from tests.referrals.factories import make_partner, make_referral


def url(name, referral):
    return reverse(f"referrals:{name}", args=[referral.pk])


@pytest.fixture
def house(kenanga):
    """Panti Kenanga as it stands on the list of partners."""
    return Partner.objects.filter(shelter=kenanga).first() or make_partner("Panti Kenanga", shelter=kenanga)


@pytest.fixture
def asked(today, stay, sari, house):
    make_need(stay, "clothing", date(2026, 3, 3))
    referral = make_referral(stay, by=sari, partner=house)
    referral.send(by=sari)
    return referral


def answer(client, referral, **said):
    return client.post(url("received_answer", referral), {"answer": "accepted"} | said)


PAGES = ["received_detail", "received_answer"]


@pytest.mark.parametrize("who, status", [("citra", 200), ("sari", 404), ("budi", 404), ("oka", 404), ("dewi", 404)])
def test_who_reads_what_was_sent_to_kenanga(client, request, asked, citra, who, status):
    client.force_login(request.getfixturevalue(who))
    assert {client.get(url(name, asked)).status_code for name in PAGES} == {status}


def test_a_draft_is_nobody_elses(client, today, stay, sari, house, citra):
    draft = make_referral(stay, by=sari, partner=house)
    client.force_login(citra)
    assert client.get(url("received_detail", draft)).status_code == 404
    assert "Belum ada rujukan" in client.get(reverse("referrals:received_list")).content.decode()


def test_the_head_of_the_other_house_answers_inside(client, asked, citra, sari):
    client.force_login(citra)
    assert "Suratmin" not in client.get(reverse("referrals:received_list")).content.decode()
    assert "Suratmin" in client.get(url("received_detail", asked)).content.decode()
    answer(client, asked, arranged_on="2026-03-18", conditions="Bawa KTP")
    asked.refresh_from_db()
    assert (asked.status, asked.answered_by_name, asked.answered_channel) == ("accepted", "Citra", "inside")
    assert (asked.arranged_on, asked.conditions) == (date(2026, 3, 18), "Bawa KTP")
    event = AuditEvent.objects.get(action="referral.accepted")
    assert (event.actor_name, event.shelter_id) == ("Citra", asked.stay.shelter_id)


def test_acceptance_opens_that_stay_and_no_more(client, asked, citra, sari, melati):
    other = make_stay(melati, by=sari, client=make_client("Orang Lain"))
    client.force_login(citra)
    assert client.get(url("received_file", asked)).status_code == 404
    answer(client, asked)
    page = client.get(url("received_file", asked))
    body = page.content.decode()
    assert "Suratmin" in body and "Sandang" in body and asked.stay.register_number in body
    assert AuditEvent.objects.filter(action="referralfile.viewed", actor_name="Citra").count() == 1
    # Nothing else of Melati: neither this client's own pages, nor anybody else's.
    for name, pk in [
        ("cases:client_detail", asked.client.pk), ("cases:client_edit", asked.client.pk),
        ("cases:stay_detail", asked.stay_id), ("cases:stay_discharge", asked.stay_id), ("cases:stay_detail", other.pk),
        ("referrals:referral_detail", asked.pk), ("referrals:referral_withdraw", asked.pk),
        ("referrals:referral_handover", asked.pk), ("assessments:client_assessments", asked.client.pk),
    ]:  # fmt: skip
        assert client.get(reverse(name, args=[pk])).status_code == 404, name
    assert client.post(url("received_file", asked)).status_code == 405


def test_an_earlier_stay_elsewhere_stays_closed(client, asked, citra, sari, melati):
    earlier = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari)
    earlier.client = asked.client
    earlier.save()
    client.force_login(citra)
    answer(client, asked)
    assert earlier.register_number not in client.get(url("received_file", asked)).content.decode()


def test_it_closes_when_the_referral_is_withdrawn(client, asked, citra, sari):
    client.force_login(citra)
    answer(client, asked)
    asked.refresh_from_db()
    asked.withdraw(by=sari, reason="Keluarga menjemput")
    assert client.get(url("received_file", asked)).status_code == 404
    page = client.get(url("received_detail", asked)).content.decode()
    assert "dibatalkan panti" in page and "Suratmin" not in page and "Keluarga menjemput" not in page


@pytest.mark.parametrize("answered", ["declined", "postponed"])
def test_anything_but_acceptance_opens_nothing(client, asked, citra, answered):
    client.force_login(citra)
    answer(client, asked, answer=answered, reason="full", until="2026-03-20")
    asked.refresh_from_db()
    assert asked.status == answered
    assert client.get(url("received_file", asked)).status_code == 404


@pytest.mark.parametrize("who", ["oka", "dewi", "agus"])
def test_without_the_right_there_is_no_list(client, request, db, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("referrals:received_list")).status_code == 403


def test_an_officer_of_the_receiving_house_reads_nothing(client, asked, kenanga):
    tono = make_user("tono", "officer", kenanga)
    client.force_login(tono)
    assert client.get(url("received_detail", asked)).status_code == 404


def test_a_number_that_leads_nowhere_opens_nothing(asked, citra, sari):
    """The gate of every other noun opens nothing to another house."""
    assert not Referral.objects.opened_to(citra).exists()
    assert not type(asked.stay).objects.opened_to(citra).exists()


def test_the_list_asks_few_questions(client, today, melati, sari, house, citra, django_assert_max_num_queries):
    for _ in range(20):
        make_referral(make_stay(melati, by=sari), by=sari, partner=house).send(by=sari)
    client.force_login(citra)
    with django_assert_max_num_queries(12):
        assert len(client.get(reverse("referrals:received_list")).context["page"]) == 20
