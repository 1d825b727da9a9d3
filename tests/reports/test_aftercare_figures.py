"""How people fare about ninety days after leaving: one state each, and the street as one of them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.models import Aftercare
from reports.figures.aftercare import ALL, HEADINGS, aftercare_outcomes
from tests.factories import make_client, make_exit, make_stay

LEFT = date(2025, 12, 5)
NINETIETH = LEFT + timedelta(days=90)
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def gone(today, melati, sari):
    """Somebody who left on the fifth of December, with contacts so many days later: {day: result}."""

    def go(**contacts):
        stay = make_exit(melati, by=sari, client=make_client(), entered_on=date(2025, 11, 1), on=LEFT).stay
        for day, result in contacts.items():
            on = LEFT + timedelta(days=int(day.removeprefix("day")))
            contact, _ = Aftercare.objects.get_or_create(stay=stay, due_on=on)
            contact.finish(by=sari, on=on, way="phone", result=result, note="Uji")
        return stay

    return go


def counted(melati, *, masked=False, period=MARCH):
    return {row.label: dict(row.values) for row in aftercare_outcomes([melati], *period, masked=masked)}


def test_everybody_in_one_state_and_the_street_also_counted_as_ever(gone, melati, sari, django_assert_num_queries):
    gone(day7="well")  # asked, and not again about day 90
    gone(day30="street", day90="well")
    gone(day90="street")
    gone(day61="concern", day92="unreached")
    gone(day90="unreached")
    gone(day7="died")
    gone(day95="left")
    back = gone(day30="street")
    make_stay(melati, by=sari, client=back.client, entered_on=LEFT + timedelta(days=40))
    with django_assert_num_queries(1):
        row = counted(melati)[ALL]
    assert row == dict(zip(HEADINGS, ["8", "1", "1", "1", "1", "1", "1", "1", "1", "3"], strict=True))
    assert row == counted(melati)["Reunifikasi keluarga"]


def test_counted_in_the_period_of_the_ninetieth_day(gone, melati):
    gone()
    assert NINETIETH == date(2026, 3, 5)
    assert counted(melati)[ALL]["Belum ditanya"] == "1"
    assert counted(melati, period=(date(2026, 3, 6), date(2026, 3, 31))) == {}
    assert counted(melati, period=(date(2026, 3, 5), date(2026, 3, 5)))[ALL]["Klien"] == "1"


def test_small_numbers_tell_nobody_apart(gone, melati):
    for _ in range(6):
        gone(day90="well")
    gone(day90="street")
    row = counted(melati, masked=True)
    assert list(row) == [ALL]
    assert (row[ALL]["Klien"], row[ALL]["Baik"], row[ALL]["Kembali ke jalan"]) == ("7", "–", "<5")


def test_it_stands_among_the_figures_and_in_the_sheet(client, gone, budi, melati):
    gone(day90="street")
    client.force_login(budi)
    said = {"dari": "2026-03-01", "sampai": "2026-03-31"}
    page = client.get(reverse("reports:referral_figures"), said).content.decode()
    assert "Keadaan sekitar hari ke-90" in page and "Pernah kembali ke jalan" in page
    sheet = client.get(reverse("reports:referral_figures_export"), said | {"bentuk": "csv"})
    assert f"Sekitar hari ke-90, {ALL}: Kembali ke jalan" in b"".join(sheet.streaming_content).decode("utf-8-sig")
