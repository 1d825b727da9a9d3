from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import AuditEvent, FileWarning
from tests.factories import make_client, make_stay, make_warning, reason

KEY = "7d1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0004"
TEXT = "Kejang bila terlambat minum obat"


def body(response):
    return response.content.decode()


def test_it_shows_wherever_the_client_appears(client, stay, sari, oka, today):
    make_warning(stay, sari)
    client.force_login(oka)
    sheet = reverse("cases:day_sheet", args=["melati", "2026-03-16"])
    pages = [client.get(url) for url in (stay.client.get_absolute_url(), stay.get_absolute_url(),
                                         reverse("cases:client_list"), sheet)]  # fmt: skip
    pages.append(client.post(reverse("cases:intake_search"), {"q": "Suratmin"}))
    pages.append(client.post(reverse("cases:client_list"), {"q": "Suratmin"}, headers={"HX-Request": "true"}))
    assert [TEXT in body(page) for page in pages] == [True] * 6
    assert "Sari " not in body(pages[2]) + body(pages[3])


def test_another_shelter_reads_none_of_it(client, stay, sari, citra, today):
    make_warning(stay, sari)
    client.force_login(citra)
    assert TEXT not in body(client.post(reverse("cases:intake_search"), {"q": "Suratmin"}))


def test_the_officer_reads_it_but_not_who_wrote_it_and_changes_nothing(client, stay, sari, oka, today):
    warning = make_warning(stay, sari)
    client.force_login(oka)
    assert client.get(reverse("cases:client_warnings", args=[stay.client_id])).status_code == 403
    assert client.post(reverse("cases:warning_review", args=[warning.pk]), {"holds": "no"}).status_code == 403


def test_it_is_put_once_looked_at_again_and_ended_with_a_reason(client, stay, sari, today):
    client.force_login(sari)
    new = reverse("cases:warning_new", args=[stay.pk])
    answers = {"key": KEY, "kind": "safety", "text": TEXT, "review_on": "2026-03-16"}
    assert "harus sesudah hari ini" in body(client.post(new, answers))
    for _ in range(2):
        client.post(new, answers | {"review_on": "2026-03-20"})
    warning = FileWarning.objects.get()
    assert list(FileWarning.objects.due(date(2026, 3, 19))) == []
    assert list(FileWarning.objects.due(date(2026, 3, 20))) == [warning]
    url = reverse("cases:warning_review", args=[warning.pk])
    assert "Isi tanggal tinjauan berikutnya." in body(client.post(url, {"holds": "yes"}))
    client.post(url, {"holds": "yes", "review_on": "2026-04-20"})
    assert list(FileWarning.objects.due(date(2026, 3, 20))) == []
    assert "Tulis mengapa" in body(client.post(url, {"holds": "no"}))
    client.post(url, {"holds": "no", "reason": "Sudah stabil"})
    assert "sudah diakhiri" in body(client.post(url, {"holds": "no", "reason": "lagi"}))
    assert TEXT not in body(client.get(stay.client.get_absolute_url()))
    page = body(client.get(reverse("cases:client_warnings", args=[stay.client_id])))
    assert TEXT in page and "Sudah stabil" in page
    told = AuditEvent.objects.filter(target_model="cases.FileWarning").order_by("pk")
    assert [one.action for one in told] == ["warning.put", "warning.reviewed", "warning.ended"]
    assert TEXT not in str([one.details for one in told])


@pytest.mark.parametrize(("kind", "is_told"), [("health", True), ("safety", True), ("child", False), ("other", False)])
def test_a_later_shelter_reads_of_danger_only_and_only_in_its_care(
    client, stay, sari, citra, kenanga, today, kind, is_told
):
    """The ruling: whoever now houses the person must know of the fits and of the knife, and of nothing else."""
    warning = make_warning(stay, sari, kind=kind)
    client.force_login(citra)
    assert client.get(stay.client.get_absolute_url()).status_code == 404
    stay.discharge(by=sari, on=today, reason=reason("mandiri"))
    later = make_stay(kenanga, by=citra, client=stay.client, entered_on=today)
    page = body(client.get(stay.client.get_absolute_url()))
    told = "dari panti lain: Rumah Singgah Melati, 16 Maret 2026"
    assert (TEXT in page, told in page) == (is_told, is_told)
    assert "Sari" not in body(client.get(reverse("cases:client_warnings", args=[stay.client_id])))
    assert client.get(reverse("cases:warning_review", args=[warning.pk])).status_code == 404
    assert not FileWarning.objects.visible_to(citra).exists()

    later.discharge(by=citra, on=today, reason=reason("mandiri"))
    assert TEXT not in body(client.get(stay.client.get_absolute_url()))  # no longer in its care


def test_the_former_shelter_learns_nothing_of_the_later_one(client, stay, sari, citra, kenanga, today):
    stay.discharge(by=sari, on=today, reason=reason("mandiri"))
    make_warning(make_stay(kenanga, by=citra, client=stay.client, entered_on=today), citra)
    client.force_login(sari)
    assert TEXT not in body(client.get(stay.client.get_absolute_url()))


def test_ending_needs_a_reason(stay, sari, today):
    with pytest.raises(ValidationError, match="alasan"):
        make_warning(stay, sari).end(by=sari, reason="")


def test_lists_stay_flat_with_warnings(client, sari, melati, today, django_assert_max_num_queries):
    stays = [
        make_stay(melati, by=sari, client=make_client(f"Klien {number}"), entered_on=today) for number in range(30)
    ]
    client.force_login(sari)
    sheet = reverse("cases:day_sheet", args=["melati", "2026-03-16"])
    client.get(sheet)
    with CaptureQueriesContext(connection) as before:
        client.get(sheet)
    for stay in stays:
        make_warning(stay, sari)
    with django_assert_max_num_queries(10):
        page = body(client.get(reverse("cases:client_list")))
    assert page.count(TEXT) == 25
    with django_assert_max_num_queries(len(before)):
        page = body(client.get(sheet))
    assert page.count(TEXT) == 30
