"""The department's year on its pages and as files, the shelters beside each other, the annual report."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cases.models import AuditEvent, ServiceType
from reports.models import AnnualText, Budget, Office, QualityRequirement, Target, entered
from reports.month import Month
from reports.spm.counted import counted
from reports.yearly.documents import annual_document, year_document
from reports.yearly.report import year_report
from tests.factories import make_client, make_ended_stay, make_service, make_shelter, make_stay

CODE = "REG_GEPENG"
LABEL = "Rehabilitasi sosial dasar tuna sosial khususnya gelandangan dan pengemis di luar panti sosial"


def url(name, *args):
    return reverse(f"reports:{name}", args=args)


def page(client, user, address, **data):
    client.force_login(user)
    response = client.get(address, data)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def serve(stay, *days):
    """Everything that a person of the type is owed by default in the months of these days."""
    for day in days:
        make_service(stay, "guidance", day)
    make_service(stay, "data_complaint", days[0])
    for number in range(1, 8):
        make_service(stay, "food", date(stay.entered_on.year, stay.entered_on.month, number), 3)


def served_stay(shelter, by, *days, client=None):
    """Came on the first of the month of the first of these days."""
    stay = make_stay(shelter, by=by, entered_on=days[0].replace(day=1), service_type_id=CODE, client=client)
    serve(stay, *days)
    return stay


@pytest.fixture
def gepeng(today, melati, sari, dewi):
    """Two served at Melati, in January and in February; a third in scope and not served."""
    served_stay(melati, sari, date(2026, 1, 5), date(2026, 2, 5))
    served_stay(melati, sari, date(2026, 2, 5))
    make_stay(melati, by=sari, entered_on=date(2026, 2, 2), service_type_id=CODE)
    return ServiceType.objects.get(pk=CODE)


@pytest.fixture
def target(gepeng, dewi):
    return Target.enter(gepeng, 2026, by=dewi, population=4, source="SK 1")


@pytest.fixture
def quality(gepeng, dewi):
    for kind, label, required, months in (
        ("goods", "Paket sandang", 10, [5, 3] + [None] * 10), ("staff", "Pekerja sosial", 4, [3] + [None] * 11)
    ):  # fmt: skip
        row = QualityRequirement(service_type=gepeng, year=2026, kind=kind, label=label, unit="unit",
                                 required=required, source="SK", fulfilled=months)  # fmt: skip
        entered.create(row, by=dewi)


@pytest.fixture
def money(gepeng, dewi):
    row = Budget(service_type=gepeng, year=2026, label="Permakanan", sipd_code="1.06", allocated=Decimal(1_000_000),
                 source="DPA", realised=[Decimal(250_000)] + [None] * 11)  # fmt: skip
    return entered.create(row, by=dewi)


def report(*shelters, year=2026, month=3):
    return year_report(year, month, shelters, timezone.localdate())


def test_each_person_counts_once_in_the_first_month_served(gepeng, target, melati, quality):
    found = report(melati).types[0]
    assert found.part_a.months[:4] == (1, 1, 0, None)
    assert (found.part_a.total, found.part_a.asked, found.part_a.percent) == (2, 4, Decimal("50.00"))
    assert found.quality == Decimal("77.50")
    assert found.index == Decimal("55.50")
    assert report(melati).class_name == "Belum Tuntas"


def test_a_person_of_two_shelters_counts_once(gepeng, melati, kenanga, sari):
    client = make_client()
    first = make_ended_stay(melati, date(2026, 1, 1), date(2026, 1, 10), by=sari, service_type_id=CODE, client=client)
    serve(first, date(2026, 1, 3))
    served_stay(kenanga, sari, date(2026, 2, 5), client=client)
    both, reverse_order = report(melati, kenanga), report(kenanga, melati)
    assert both.types[0].part_a.months[:3] == (2, 1, 0)
    assert both.types[0].people == reverse_order.types[0].people
    assert report(kenanga).types[0].part_a.months[:3] == (0, 1, 0)


def test_without_a_target_those_in_scope_divide_and_the_page_says_so(client, dewi, gepeng):
    shown = page(client, dewi, url("spm_year", 2026))
    assert "Target belum diisi: pembaginya sasaran sampai sekarang." in shown
    assert '<td class="number year-half fw-bold" data-label="%">66,67 %</td>' in shown
    assert "Isi target sedikitnya satu jenis pelayanan." in shown


def test_a_target_of_zero_prints_a_dash_and_more_than_the_target_an_error(client, dewi, gepeng, quality):
    Target.enter(gepeng, 2026, by=dewi, population=0, source="SK")
    shown = page(client, dewi, url("spm_year", 2026))
    assert "Target 0: persentase tidak dihitung." in shown
    assert 'data-label="IPSPM">–</td>' in shown
    Target.enter(gepeng, 2026, by=dewi, population=1)
    shown = page(client, dewi, url("spm_year", 2026))
    assert "Terlayani 2 melebihi target 1: periksa target." in shown
    assert 'data-label="%">100,00 %</td>' in shown


def test_a_type_without_quality_keeps_the_department_without_an_index(client, dewi, gepeng, target):
    shown = page(client, dewi, url("spm_year", 2026))
    assert "Indeks dinas belum dapat dihitung. Isi mutu untuk:" in shown


def test_the_page_has_the_three_parts_and_every_figure_leads_on(client, dewi, target, quality, money, melati):
    shown = page(client, dewi, url("spm_year", 2026), sampai=3)
    for words in ("A. Penerima layanan dasar", "Paket sandang", "Sumber daya manusia", "1.06 Permakanan", "250.000",
                  "750.000", "25,00 %", "0 dari 3 laporan bulan panti sudah ditandatangani"):  # fmt: skip
        assert words in shown, words
    for month in (1, 2, 3):
        assert url("spm_side", 2026, month) in shown and url("spm_month", "melati", 2026, month) in shown
    assert url("spm_side", 2026, 4) not in shown
    assert "Februari 2026: 2 dari 3 terlayani" in shown  # the drawing, said


def test_shelters_stand_beside_each_other_for_a_month(client, dewi, gepeng, kenanga, citra):
    served_stay(kenanga, citra, date(2026, 2, 5))
    shown = page(client, dewi, url("spm_side", 2026, 2))
    assert "3 dari 4 orang terlayani (75,00 %); 2 di antaranya untuk pertama kali tahun ini." in shown
    assert url("spm_month", "melati", 2026, 2) in shown and url("spm_month", "kenanga", 2026, 2) in shown
    assert client.get(url("spm_side", 2026, 4)).status_code == 404
    assert client.get(url("spm_side", 2026, 13)).status_code == 404


def test_a_future_year_a_year_without_anything_and_no_year(client, dewi, melati, today):
    assert "Tahun 2027 belum dimulai" in page(client, dewi, url("spm_year", 2027))
    assert "belum memiliki target" in page(client, dewi, url("spm_year", 2010))
    assert [client.get(url("spm_year", year)).status_code for year in (2028, 1999)] == [404, 404]
    assert page(client, dewi, url("spm_year", 2026), sampai="<b>")  # nonsense is the quarter that runs


def test_a_head_sees_the_own_shelters_year_and_no_other(client, budi, citra, gepeng):
    shown = page(client, budi, url("spm_shelter_year", "melati", 2026))
    assert "2 dari 3 orang dalam sasaran terlayani (66,67 %)" in shown
    assert '<td class="number">1</td><td class="number">1</td><td class="number">1</td>' in shown  # January
    assert '<td class="number">3</td><td class="number">2</td><td class="number">1</td>' in shown
    client.force_login(citra)
    assert client.get(url("spm_shelter_year", "melati", 2026)).status_code == 404
    client.force_login(budi)
    assert client.get(url("spm_shelter_year", "melati", 2027)).status_code == 404
    assert client.get(url("spm_year", 2026)).status_code == 403


def test_the_workbook_has_the_layout_and_real_numbers(client, dewi, agus, target, quality, money):
    client.force_login(dewi)
    response = client.get(url("spm_year_xlsx", 2026), {"sampai": 3})
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert book.sheetnames == ["A Penerima", "B Mutu", "C Anggaran", "Indeks", "Dasar per panti", "Keterangan"]
    a = [[cell.value for cell in row] for row in book["A Penerima"].rows]
    assert a[0][3:7] == ["Jumlah total yang harus dilayani", "Jan", "Feb", "Mar"]
    assert a[1][:8] == [1, LABEL, "orang", 4, 1, 1, 0, None]
    assert [a[1][place] for place in (16, 17, 18)] == [2, 2, 50]
    assert [cell.value for cell in book["C Anggaran"][2]][4:6] == [1000000, 250000]
    assert book["A Penerima"].freeze_panes == "C2"
    assert AuditEvent.objects.filter(action="spmyear.exported").count() == 1
    client.force_login(agus)
    assert client.get(url("spm_year_xlsx", 2026)).status_code == 403


def test_paper_says_what_it_rests_on_and_who_signs(target, quality, money, melati, dewi):
    Office(valid_from=date(2026, 1, 2), letterhead_government="PEMERINTAH CONTOH", head_name="Endang").set_up(by=dewi)
    html = year_document(report(melati)).html()
    for words in ("PEMERINTAH CONTOH", "Endang", "Triwulan I Tahun 2026", "SEMENTARA", "0 dari 3 laporan bulan panti"):
        assert words in html
    client_names = [stay.client.name for stay in melati.stays.all()]
    assert not any(name in html for name in client_names)


def test_the_annual_report_is_a_draft_until_the_head_is_named(client, dewi, agus, target, quality, melati):
    html = annual_document(report(melati, month=12)).html()
    assert "KONSEP" in html and "(Belum ditulis.)" in html
    address = url("annual_text", 2026, "background")
    client.force_login(dewi)
    client.post(address, {"text": "Alinea satu.\n\n<b>Alinea</b> dua.", "initial-text": ""})
    Office(valid_from=date(2026, 1, 2), letterhead_government="PEMERINTAH CONTOH", head_name="Endang").set_up(by=dewi)
    html = annual_document(report(melati, month=12)).html()
    assert "KONSEP" not in html
    assert "<p>Alinea satu.</p>\n\n<p>&lt;b&gt;Alinea&lt;/b&gt; dua.</p>" in html
    for heading in ("BAB I", "Dasar Hukum", "Arah Kebijakan", "BAB II", LABEL, "Permasalahan dan Solusi", "BAB IV"):
        assert heading in html
    assert "Sementara itu diubah" in client.post(address, {"text": "Lain.", "initial-text": ""}).content.decode()
    assert AnnualText.objects.get(section="background").text.startswith("Alinea satu.")
    event = AuditEvent.objects.get(action="annualtext.changed")
    assert event.details["changed"]["text"][1].startswith("Alinea satu.")
    assert "Alinea satu." in page(client, agus, url("annual", 2026))


def test_texts_stand_where_they_belong(client, dewi, gepeng):
    client.force_login(dewi)
    for args in (("problems",), ("nonsense",), ("background", CODE), ("problems", "NONE")):
        name = "annual_type_text" if len(args) == 2 else "annual_text"
        assert client.get(url(name, 2026, *args)).status_code == 404
    assert client.get(url("annual_type_text", 2026, "problems", CODE)).status_code == 200


def test_the_head_of_the_department_is_the_one_of_the_day(today, dewi):
    for day, name in ((date(2025, 1, 2), "Lama"), (date(2026, 2, 1), "Baru")):
        Office(valid_from=day, letterhead_government="P", head_name=name).set_up(by=dewi)
    names = [Office.objects.on(day).head_name for day in (date(2024, 1, 1), date(2025, 12, 31), date(2026, 2, 1))]
    assert names == ["", "Lama", "Baru"]


def test_pages_ask_the_database_no_more_for_more_shelters(
    client, dewi, target, quality, money, sari, django_assert_max_num_queries
):
    for number in range(6):
        shelter = make_shelter(f"panti{number}", code=f"P{number}")
        served_stay(shelter, sari, date(2026, 2, 5))
    client.force_login(dewi)
    for address in (url("spm_year", 2026), url("spm_side", 2026, 3), url("annual", 2026)):
        with django_assert_max_num_queries(30):
            assert client.get(address).status_code == 200


def test_what_is_counted_is_what_the_months_say(gepeng, melati):
    found = counted([melati], [Month(2026, 2)])[melati.pk, Month(2026, 2)]
    assert (len(found.in_scope[CODE]), len(found.served[CODE]), found.words) == (3, 2, "belum ditandatangani")
