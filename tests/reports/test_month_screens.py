"""The pages of a month on its way to a signature and after it."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, ServiceRecord
from reports.middleware import touched_months
from reports.models import MonthReport
from tests.factories import make_client, make_need, make_service, make_stay, reason
from tests.reports.months import FEBRUARY, make_month, sign


@pytest.fixture
def february(today, melati, sari):
    return make_month(melati, sari)


@pytest.fixture
def signed(february, melati, sari, budi):
    return sign(melati, FEBRUARY, worker=sari, head=budi)


def url(name="spm_month", *more):
    return reverse(f"reports:{name}", args=["melati", 2026, 2, *more])


def page(client, user, address):
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_from_the_check_list_to_the_stored_paper(client, february, sari, budi):
    shown = page(client, sari, url())
    assert "Belum diajukan" in shown and url("month_submit") in shown
    assert "Ajukan kepada kepala panti" in page(client, sari, url("month_submit"))
    assert client.post(url("month_submit")).url == url()
    assert "Menunggu tanda tangan" in page(client, sari, url())
    assert url("month_sign") not in page(client, sari, url())

    home = page(client, budi, reverse("reports:home"))
    assert "Laporan bulanan menunggu tanda tangan" in home and url("month_sign") in home
    assert "Tanda tangani laporan" in page(client, budi, url("month_sign"))
    assert client.post(url("month_sign")).url == url()
    paper = client.get(url("spm_month_pdf"))
    assert paper.content == client.get(url("month_paper", 0)).content and paper.content.startswith(b"%PDF-")
    assert AuditEvent.objects.first().action == "monthreport.printed"
    assert "Nomor 400.9/001/MLT/2026" in page(client, sari, url())


def test_a_second_signature_is_told_what_happened(client, signed, budi):
    client.force_login(budi)
    answer = client.post(url("month_sign"))
    assert answer.status_code == 200
    assert "Status laporan ini “Ditandatangani”" in answer.content.decode()


def test_a_report_is_returned_with_a_reason(client, february, melati, sari, budi):
    MonthReport.submit(melati, FEBRUARY, by=sari)
    client.force_login(budi)
    assert "Tulis alasannya." in client.post(url("month_sign"), {"return": "1"}).content.decode()
    client.post(url("month_sign"), {"return": "1", "reason": "Lengkapi kehadiran"})
    assert "Lengkapi kehadiran" in page(client, sari, url())
    assert "Laporan bulanan yang dikembalikan" in page(client, sari, reverse("reports:home"))


def test_the_check_list_says_what_how_often_and_where(client, february, melati, sari, budi):
    stay = make_stay(melati, by=sari, entered_on=date(2026, 2, 3), category=None, service_type_id="REG_GEPENG")
    late = make_stay(melati, by=sari, entered_on=date(2026, 2, 20))
    make_service(late, "food", date(2026, 2, 10))
    shown = page(client, sari, url("month_submit"))
    assert "Masa tinggal tanpa kategori" in shown and reverse("cases:stay_edit", args=[stay.pk]) in shown
    assert "layanan bertanggal di luar masa tinggalnya" in shown
    assert "Kriteria telantar belum dipastikan" in shown
    client.force_login(sari)
    assert "2 hal yang membuat angka keliru" in client.post(url("month_submit")).content.decode()
    client.force_login(budi)
    assert client.post(url("month_allow"), {"reason": "Klien belum dapat diwawancarai"}).status_code == 302
    client.force_login(sari)
    assert client.post(url("month_submit")).status_code == 302


def test_a_day_without_a_sheet_leads_to_it(client, today, melati, sari):
    make_stay(melati, by=sari, entered_on=date(2026, 2, 27))
    shown = page(client, sari, url("month_submit"))
    assert "Hari tanpa lembar harian" in shown and reverse("cases:day_sheet", args=["melati", "2026-02-28"]) in shown


def test_the_page_of_a_signed_month_costs_the_same_whoever_lives_there(
    client, signed, melati, sari, django_assert_max_num_queries
):
    page(client, sari, url())
    for _ in range(2):
        with django_assert_max_num_queries(12):
            client.get(url())
        make_stay(melati, by=sari, entered_on=date(2026, 3, 2))  # of a later month: nothing to compare


def test_only_what_bears_on_a_signed_month_is_noticed(signed, february, melati, sari):
    touched_months()
    make_service(february[0], "guidance", date(2026, 3, 10))
    assert touched_months() == []
    make_service(february[0], "clothing", date(2026, 1, 31))  # owed once: it counts in every later month
    assert touched_months() == [(melati.pk, FEBRUARY)]
    need = make_need(february[0], "civil_documents", date(2026, 2, 10))
    assert touched_months() == [(melati.pk, FEBRUARY)]
    need.close(by=sari, on=date(2026, 3, 16), reason="terpenuhi")
    make_client()
    assert touched_months() == []
    february[0].client.citizenship = "wna"
    february[0].client.save()
    assert touched_months() == [(melati.pk, FEBRUARY)]
    ServiceRecord.objects.filter(date=date(2026, 2, 9)).delete()
    assert touched_months() == [(melati.pk, FEBRUARY)] and touched_months() == []


def test_leaving_today_leaves_the_months_before_as_they_were(client, signed, february, sari, today):
    february[0].discharge(by=sari, on=today, reason=reason("mandiri"))
    shown = page(client, sari, url())
    assert "Data berubah" not in shown


def test_the_list_of_months_says_where_each_stands(client, signed, dewi, kenanga):
    shown = page(client, dewi, reverse("reports:spm_index"))
    assert "Ditandatangani" in shown and "Belum diajukan" in shown and "Berjalan" in shown


def test_people_behind_a_signed_figure_have_names_only_for_their_house(client, signed, february, sari, dewi):
    number = february[0].client.number
    assert f"Klien Uji ({number})" in page(client, sari, url("month_people", 0))
    shown = page(client, dewi, url("month_people", 0))
    assert f"Klien {number}" in shown and "Klien Uji" not in shown


def test_a_revision_that_is_none_is_not_found(client, signed, sari):
    client.force_login(sari)
    assert client.get(url("month_paper", 1)).status_code == 404


def test_the_history_prints(client, signed, budi):
    client.force_login(budi)
    assert client.get(url("month_history_pdf")).content.startswith(b"%PDF-")
