"""Referrals in figures: what is counted, what is hidden, and how few questions it takes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.models import AuditEvent, Letter, Region
from referrals.models import Referral
from reports.figures.referrals import referral_figures, told_total
from tests.factories import make_client, make_ended_stay, make_stay
from tests.referrals.factories import make_partner

PAGE, EXPORT = reverse("reports:referral_figures"), reverse("reports:referral_figures_export")
YEAR = {"dari": "2026-01-01", "sampai": "2026-12-31"}


def sent_on(day, stay, partner, by, days=None, **values):
    """A referral as it stands in the table, whatever led there: the figures read columns, not steps."""
    referral = Referral(stay=stay, partner=partner, purpose="Uji", consent="agreed")
    referral.draft(by=by)
    letter = Letter.issue(Letter.Kind.REFERRAL, shelter=stay.shelter, by=by)
    Letter.objects.filter(pk=letter.pk).update(issued_on=day)
    values = {"status": "sent", "letter": letter, "sent_at": stay.shelter.now(), "sent_by": by} | values
    if days is not None:
        values |= {
            "answered_on": day + timedelta(days=days), "answered_at": stay.shelter.now(), "answered_by_name": "Tri",
            "answered_channel": "phone", "answer_recorded_by": by,
        }  # fmt: skip
    if values["status"] in ("declined", "completed", "closed", "withdrawn", "expired"):
        values["ended_at"] = stay.shelter.now()
    Referral.objects.filter(pk=referral.pk).update(**values)
    return referral


@pytest.fixture
def asked(today, melati, sari):
    """Six to the hospital: three accepted, one declined, two without an answer. One to the office."""
    hospital, office = make_partner(), make_partner("Dinsos", kind="origin_office")
    day = date(2026, 2, 2)
    for days in (1, 3, 8):
        sent_on(day, make_stay(melati, by=sari), hospital, sari, days, status="accepted")
    sent_on(day, make_stay(melati, by=sari), hospital, sari, 2, status="declined", decline_reason="full")
    for _ in range(2):
        sent_on(day, make_stay(melati, by=sari), hospital, sari)
    sent_on(day, make_stay(melati, by=sari), office, sari, 0, status="accepted")
    return hospital


def figures(shelters, masked=False, first=date(2026, 1, 1), last=date(2026, 12, 31)):
    return referral_figures(shelters, first, last, masked=masked)


def texts(row):
    return [text for _, text in row.values]


def test_what_was_asked_answered_and_how_fast(asked, melati):
    found = figures([melati])
    assert {row.label: texts(row) for row in found.partners} == {
        "RSJ Prof. Soerojo": ["6", "4", "3", "0", "1", "2", "2,5"], "Dinsos": ["1", "1", "1", "0", "0", "0", "0"],
    }  # fmt: skip
    assert texts(found.total) == ["7", "5", "4", "0", "1", "2", "2"]
    assert [(bar.label, bar.text, bar.width) for bar in found.funnel] == [
        ("Diminta", "7", 100), ("Dijawab", "5", 71), ("Diterima", "4", 57), ("Tiba", "0", 0),
    ]  # fmt: skip
    assert [(bar.label, bar.text) for bar in found.reasons] == [("Kuota penuh", "1")]


def test_a_referral_counts_where_and_when_its_letter_was_issued(asked, melati, kenanga):
    assert figures([kenanga]).partners == []
    assert figures([melati], first=date(2026, 2, 3)).partners == []
    assert figures([melati], last=date(2026, 2, 2)).total.counts[0] == 7


def test_small_groups_are_hidden_from_whoever_reads_no_files(asked, melati):
    found = figures([melati], masked=True)
    assert {row.label: texts(row) for row in found.partners} == {
        "RSJ Prof. Soerojo": ["6", "<5", "<5", "0", "<5", "<5", "–"], "Dinsos": ["<5"] + ["–"] * 6,
    }  # fmt: skip
    # 7 less 6 would tell the one that is hidden.
    assert texts(found.total)[0] == "–"
    assert [bar.width for bar in found.reasons] == [0]


@pytest.mark.parametrize(("rows", "told"), [([(6,), (7,)], 13), ([(6,), (2,)], None), ([(6,), (2,), (3,)], 11)])
def test_a_sum_is_said_only_when_it_gives_nobody_away(rows, told):
    rows = [(*row, 0, 0, 0, 0, 0) for row in rows]
    total = dict.fromkeys(["answered", "accepted", "arrived", "declined", "open"], 0)
    assert told_total(rows, total | {"asked": sum(row[0] for row in rows)}, True)[0] == told


def test_where_clients_come_from_and_go(today, melati, sari):
    for code, name, level in (("33", "Jawa Tengah", 1), ("33.23", "Temanggung", 2), ("33.23.01", "Bulu", 3)):
        Region.objects.create(code=code, name=name, level=level, path=name)
    make_stay(melati, by=sari, client=make_client(origin_id="33.23.01"))
    make_stay(melati, by=sari, client=make_client(origin_id="33.23"))
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 2, 1), by=sari)
    found = figures([melati])
    assert [(bar.label, bar.text, bar.width) for bar in found.origins] == [
        ("Temanggung", "2", 100), ("Tidak diketahui", "1", 50)
    ]  # fmt: skip
    assert [(bar.label, bar.text) for bar in found.destinations] == [("Reunifikasi keluarga", "1")]


@pytest.mark.parametrize(("who", "hidden"), [("budi", False), ("sari", False), ("dewi", True), ("agus", True)])
def test_the_page_shows_figures_and_hides_small_ones(client, request, asked, who, hidden):
    client.force_login(request.getfixturevalue(who))
    page = client.get(PAGE, YEAR).content.decode()
    assert "RSJ Prof. Soerojo" in page
    assert ("&lt;5" in page) is hidden
    assert "Klien Uji" not in page


def test_a_shelter_of_others_cannot_be_asked_for(client, asked, citra):
    client.force_login(citra)
    assert "Pilih panti dari daftar." in client.get(PAGE, YEAR | {"panti": "melati"}).content.decode()


def test_the_sheet_says_what_the_page_says(client, asked, dewi):
    client.force_login(dewi)
    content = b"".join(client.get(EXPORT, YEAR | {"bentuk": "csv"}).streaming_content).decode("utf-8-sig")
    assert '"RSJ Prof. Soerojo";"6";"<5"' in content
    assert AuditEvent.objects.get(action="referrals.figures_exported").details["format"] == "csv"
    assert client.get(EXPORT, {"dari": "x"}).status_code == 302


def test_the_figures_take_six_questions_whatever_the_rows(asked, melati, sari, django_assert_num_queries):
    for number in range(5):
        sent_on(date(2026, 2, 3), make_stay(melati, by=sari), make_partner(f"Mitra {number}"), sari, 1, status="seen")
    with django_assert_num_queries(6):
        figures([melati])
