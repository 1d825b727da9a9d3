"""Groups outside report each half-year by their link: figures, no names, corrected only by number."""

import csv
import io

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import AuditEvent
from referrals.half import Half, due, latest
from referrals.models import CommunityFigure, CommunityReport
from reports.figures.community import compare
from reports.figures.documents import community_document
from reports.views.community import house_of
from tests.factories import category
from tests.referrals.factories import make_community_report, make_group

SECOND_2025 = Half(2025, 2)


@pytest.fixture
def group(today, melati, dewi):
    return make_group(dewi, shelter=melati)


def page(group, name="community_page", **kwargs):
    return reverse(f"referrals:{name}", kwargs={"token": group.link.token, **kwargs})


def write_url(group, half=SECOND_2025):
    return page(group, "community_write", year=half.year, half=half.number)


def told(client, url):
    return client.get(url).content.decode()


def test_halves_of_a_year(today):
    assert [str(half) for half in latest(today, 4)] == ["2026-1", "2025-2", "2025-1", "2024-2"]
    assert (due(today), Half(2025, 2).moved(-3), Half(2026, 1).label) == (
        SECOND_2025, Half(2024, 1), "Januari–Juni 2026",
    )  # fmt: skip


def test_a_draft_waits_behind_the_same_link_until_it_is_sent(client, group):
    form = {"version": 1, "n-08-grant": "12", "n-24-empowerment": "3", "activities": "Kunjungan", "save": "1"}
    client.post(write_url(group), form)
    assert "Konsep" in told(client, page(group))
    assert 'name="n-08-grant" value="12"' in told(client, write_url(group))
    report = CommunityReport.objects.get()
    client.post(write_url(group), form | {"version": report.version, "send": "1", "name": "Pak Guyub"})
    report.refresh_from_db()
    assert report.is_sent
    assert report.figure_values() == {(category("08").pk, "grant"): 12, (category("24").pk, "empowerment"): 3}
    assert "Terkirim" in told(client, page(group))
    assert AuditEvent.objects.about(report).get().actor_name == "Pak Guyub, WKSBM Guyub Rukun (tautan)"


def test_a_sent_report_changes_only_by_a_numbered_correction(client, group):
    first = make_community_report(group, SECOND_2025, {("08", "grant"): 12})
    form = {"version": first.version, "n-08-grant": "99", "save": "1"}
    assert client.post(write_url(group), form).status_code == 409
    with pytest.raises(ValidationError, match="hanya lewat ralat"):
        first.save_draft({}, version=first.version, activities="", needs="")
    client.post(write_url(group), {"correct": "1", "why": "Dua orang terhitung dua kali"})
    second = CommunityReport.objects.get(revision=1)
    assert second.figure_values() == first.figure_values()
    assert CommunityReport.objects.in_force().get() == first  # a draft corrects nothing yet
    client.post(write_url(group), {"version": 1, "n-08-grant": "10", "send": "1", "name": "Pak Guyub"})
    assert CommunityReport.objects.in_force().get() == second
    first.refresh_from_db()
    assert first.figure_values() == {(category("08").pk, "grant"): 12}


def test_two_phones_of_a_group_do_not_overwrite_each_other(client, group):
    client.post(write_url(group), {"version": 1, "n-08-grant": "12", "save": "1"})
    refused = client.post(write_url(group), {"version": 1, "n-08-grant": "7", "save": "1"}).content.decode()
    assert "sudah diubah dari perangkat lain" in refused
    assert 'name="n-08-grant" value="7"' in refused
    assert CommunityFigure.objects.get().persons == 12


BAD = [
    ({"n-08-grant": "-1"}, "Tulis jumlah orang dengan angka"),
    ({"n-08-grant": "banyak"}, "Tulis jumlah orang dengan angka"),
    ({"n-08-grant": "100001"}, "paling banyak 100.000"),
    ({"activities": "Membantu 3404990101010001"}, "16 angka seperti NIK"),
    ({"needs": "3404 9901 0101 0001"}, "16 angka seperti NIK"),
    ({"send": "1", "name": ""}, "Tulis nama pengirim."),
]


@pytest.mark.parametrize(("wrong", "sentence"), BAD)
def test_bad_input_is_told(client, group, wrong, sentence):
    response = client.post(write_url(group), {"version": 1, "n-24-grant": "5", "save": "1"} | wrong)
    assert sentence in response.content.decode()
    assert 'name="n-24-grant" value="5"' in response.content.decode()
    assert not CommunityReport.objects.exists()


def test_a_running_half_is_kept_and_not_sent(client, group):
    url = write_url(group, Half(2026, 1))
    answer = client.post(url, {"version": 1, "n-08-grant": "2", "send": "1", "name": "Pak Guyub"}).content.decode()
    assert "Semester ini belum selesai" in answer
    assert not CommunityReport.objects.get().is_sent
    saved = client.post(url, {"version": 2, "n-08-grant": "3", "save": "1"})
    assert saved.status_code == 302


def test_a_half_to_come_has_no_page(client, group):
    for half in (Half(2026, 2), Half(2020, 1), Half(2026, 3)):
        assert client.get(write_url(group, half)).status_code == 404
    with pytest.raises(ValidationError, match="belum mulai"):
        CommunityReport.begin(group, Half(2026, 2), by=None)


def test_an_empty_report_is_not_sent(client, group):
    answer = client.post(write_url(group), {"version": 1, "send": "1", "name": "Pak Guyub"}).content.decode()
    assert "Laporan masih kosong" in answer


def test_a_revoked_link_is_shut(client, group, dewi):
    group.link.revoke(by=dewi)
    assert client.get(page(group)).status_code == 410


def test_who_reported_and_who_did_not(client, group, dewi, melati):
    make_community_report(group, SECOND_2025, {("08", "grant"): 12})
    make_group(dewi, "WKSBM Sejahtera", "Kecamatan Ngadirejo")
    client.force_login(dewi)
    shown = told(client, reverse("referrals:community_list"))
    assert "1 dari 2 kelompok belum melapor" in shown
    assert shown.count("https://wa.me/628120002?text=") == 1
    assert "Juli%E2%80%93Desember%202025" in shown


def test_compared_over_time_and_by_region(client, group, dewi, sari):
    other = make_group(dewi, "WKSBM Sejahtera", "Kecamatan Ngadirejo")
    make_community_report(group, Half(2025, 1), {("08", "grant"): 5})
    make_community_report(group, SECOND_2025, {("08", "grant"): 12, ("24", "protection"): 1})
    make_community_report(other, SECOND_2025, {("24", "protection"): 4})
    make_community_report(other, Half(2025, 1), {("24", "protection"): 400}, sent=False)
    client.force_login(sari)
    found = client.get(reverse("reports:community")).context["found"]
    assert found.reported == [0, 2, 1, 0, 0, 0]
    tables = dict(found.tables)
    assert dict(tables["Menurut jenis bantuan"]) == {
        "Santunan": [0, 12, 5, 0, 0, 0], "Pemberdayaan": [0] * 6, "Perlindungan": [0, 5, 0, 0, 0, 0],
        "Rehabilitasi sosial": [0] * 6,
    }  # fmt: skip
    assert found.by_area == [
        ("Kecamatan Ngadirejo", [0, 0, 4, 0], 4), ("Kecamatan Parakan", [12, 0, 1, 0], 13),
    ]  # fmt: skip


def test_the_sheet_holds_the_figures_that_stand(client, group, dewi):
    make_community_report(group, SECOND_2025, {("08", "grant"): 12})
    client.force_login(dewi)
    data = b"".join(client.get(reverse("reports:community_export"), {"format": "csv"}))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1] == [
        "2025/II", "WKSBM Guyub Rukun", "WKSBM", "Kecamatan Parakan", "", "Lanjut usia terlantar", "Santunan", "12",
        "0", "2026-03-16",
    ]  # fmt: skip
    assert b"".join(client.get(reverse("reports:community_export")))[:2] == b"PK"


def test_the_tables_on_paper_bear_the_departments_head_or_the_shelters(client, group, dewi, sari, budi, melati):
    make_community_report(group, SECOND_2025, {("08", "grant"): 12})
    for person, house, role in ((dewi, "Dinas Sosial", "Kepala Dinas Sosial,"), (sari, "Rumah Singgah Melati", "Budi")):
        found = compare(CommunityReport.objects.visible_to(person), latest(melati.today(), 6), SECOND_2025)
        html = community_document(found, SECOND_2025, today=melati.today(), **house_of(person, melati.today())).html()
        assert house in html and role in html and "Kecamatan Parakan" in html and "Semua wilayah" in html
    client.force_login(dewi)
    assert client.get(reverse("reports:community_print")).content.startswith(b"%PDF")
    assert AuditEvent.objects.get(action="communityreport.exported").details["format"] == "pdf"


def test_pages_are_light_and_ask_little(client, group, dewi, django_assert_max_num_queries):
    for number in range(8):
        other = make_group(dewi, f"WKSBM {number}", f"Kecamatan {number}")
        make_community_report(other, SECOND_2025, {("08", "grant"): 3})
    with django_assert_max_num_queries(14):
        assert len(client.get(write_url(group)).content) < 50_000
    client.force_login(dewi)
    client.get(reverse("reports:home"))
    for url in (reverse("referrals:community_list"), reverse("reports:community")):
        with django_assert_max_num_queries(12):
            client.get(url)
