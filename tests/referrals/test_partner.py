from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent
from referrals.models import Partner
from tests.factories import make_stay
from tests.referrals.factories import make_partner, make_referral

LIST, NEW = "/mitra/", "/mitra/baru/"
FORM = {"name": "RSUD Temanggung", "kind": "hospital", "city": "Temanggung", "phone": "0293-491119"}


def new_form(**changes):
    return FORM | {"key": str(uuid4())} | changes


@pytest.mark.parametrize("who", ["sari", "budi", "dewi", "citra"])
def test_whoever_keeps_the_list_sees_it(client, request, hospital, who):
    client.force_login(request.getfixturevalue(who))
    assert hospital.name in client.get(LIST).content.decode()
    assert client.get(hospital.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("who", ["oka", "agus"])
def test_others_do_not(client, request, hospital, who):
    client.force_login(request.getfixturevalue(who))
    pages = [LIST, NEW, hospital.get_absolute_url(), reverse("referrals:partner_edit", args=[hospital.pk])]
    assert [client.get(page).status_code for page in pages] == [403] * 4


def test_a_new_partner_is_on_the_list_and_on_the_trail(client, dewi):
    client.force_login(dewi)
    response = client.post(NEW, new_form())
    partner = Partner.objects.get()
    assert response.url == partner.get_absolute_url()
    event = AuditEvent.objects.get(action="partner.created")
    assert (event.actor_name, event.details["changed"]["name"]) == ("Dewi", [None, "RSUD Temanggung"])


def test_a_double_click_adds_one_partner(client, dewi):
    client.force_login(dewi)
    form = new_form()
    first, second = client.post(NEW, form), client.post(NEW, form)
    assert first.url == second.url
    assert Partner.objects.count() == 1


def test_a_partner_wanted_for_a_referral_leads_back_to_it(client, sari, stay):
    client.force_login(sari)
    response = client.post(f"{NEW}?masa-tinggal={stay.pk}", new_form())
    partner = Partner.objects.get()
    assert response.url == f"/masa-tinggal/{stay.pk}/rujukan/baru/?mitra={partner.pk}"
    assert f'<option value="{partner.pk}" selected>' in client.get(response.url).content.decode()


def test_a_name_stands_on_the_list_once(client, dewi, hospital):
    client.force_login(dewi)
    response = client.post(NEW, new_form(name=hospital.name.upper()))
    assert "Mitra dengan nama itu sudah ada dalam daftar." in response.content.decode()
    with pytest.raises(IntegrityError, match="partner_name_once"), transaction.atomic():
        make_partner(hospital.name.lower())


def test_a_change_says_what_was_before(client, dewi, hospital):
    client.force_login(dewi)
    url = reverse("referrals:partner_edit", args=[hospital.pk])
    response = client.post(url, FORM | {"name": hospital.name, "basic_services": ["food"]})
    assert response.url == hospital.get_absolute_url()
    hospital.refresh_from_db()
    assert hospital.kind == "hospital"
    event = AuditEvent.objects.get(action="partner.changed")
    assert event.details["changed"]["city"] == ["Magelang", "Temanggung"]
    assert AuditEvent.objects.get(action="partner.services_changed").details["services"] == ["food"]


def test_search_reads_name_city_and_kind(client, dewi, hospital):
    make_partner("LKS Harapan", kind="lks", city="Temanggung")
    client.force_login(dewi)

    def found(words):
        return [partner.name for partner in client.get(LIST, {"q": words}).context["page"]]

    assert [found(words) for words in ("soerojo", "magelang", "rsj", "jiwa magelang", "rsj temanggung")] == [
        [hospital.name]
    ] * 4 + [[]]
    assert found("") == ["LKS Harapan", hospital.name]


def test_the_partner_page_shows_only_referrals_of_own_shelters(client, draft, sari, citra, dewi):
    for person, seen in ((sari, True), (citra, False), (dewi, False)):
        client.force_login(person)
        page = client.get(draft.partner.get_absolute_url()).content.decode()
        assert (draft.client.name in page) is seen


def test_the_list_asks_few_questions(client, dewi, django_assert_max_num_queries):
    for serial in range(30):
        make_partner(f"Mitra {serial:02}")
    client.force_login(dewi)
    with django_assert_max_num_queries(12):  # 4 savepoints, 3 for session and person
        assert len(client.get(LIST).context["page"]) == 25


def test_the_partner_page_asks_few_questions(client, draft, sari, melati, django_assert_max_num_queries):
    for _ in range(5):
        make_referral(make_stay(melati, by=sari), by=sari, partner=draft.partner)
    client.force_login(sari)
    with django_assert_max_num_queries(20):  # the same whatever the rows: six kinds of them hang on a partner
        client.get(draft.partner.get_absolute_url())


@pytest.mark.parametrize("written", ["0812-3456-789", "+62 812 3456 789"])
def test_whatsapp_takes_the_number_with_its_country(written):
    assert Partner(whatsapp=written).whatsapp_digits == "628123456789"
