"""Needs past their date: on home, as a list, and taken out."""

from datetime import date

from django.urls import reverse

from cases.models import Need
from reports.lists.of_needs import SLUG, late_needs
from tests.factories import make_need, make_stay


def late(stay, due_on=date(2026, 3, 15), **values):
    need = make_need(stay, "civil_documents", date(2026, 3, 2), **values)
    Need.objects.filter(pk=need.pk).update(due_on=due_on)
    return need


def test_late_is_what_is_open_after_its_date_of_whoever_is_still_here(today, stay, melati, kenanga, sari):
    mine = late(stay)
    for other in (
        late(make_stay(melati, by=sari), due_on=today),
        late(make_stay(melati, by=sari), closed_on=date(2026, 3, 3), reason="terpenuhi"),
        late(make_stay(kenanga, by=sari)),
    ):
        assert other not in late_needs(sari)
    assert list(late_needs(sari)) == [mine]


def test_home_shows_it_and_the_list_goes_out_for_a_reason(client, today, stay, sari, budi, oka, citra):
    late(stay)
    page = reverse("reports:listing_page", args=[SLUG])
    for person, home, code in ((sari, True, 200), (budi, True, 200), (oka, False, 403), (citra, False, 200)):
        client.force_login(person)
        assert ("Kebutuhan lewat tanggal" in client.get("/").content.decode()) is home, person
        answer = client.get(page)
        assert answer.status_code == code, person
        assert ("15/03/2026" in answer.content.decode()) is (home and code == 200), person


def test_with_more_than_home_shows_its_last_row_leads_to_the_whole_list(client, today, melati, sari):
    for _ in range(9):
        late(make_stay(melati, by=sari, entered_on=date(2026, 3, 2)))
    client.force_login(sari)
    assert reverse("reports:listing_page", args=[SLUG]) in client.get("/").content.decode()
