"""Every list on its page and as a file: the same rows, the same rights, and nothing in a cell that could do harm."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent, Stay, Task
from reports.figures.recap import recap
from reports.lists.registry import LISTINGS
from reports.tables import paper, xlsx
from reports.tables.delimited import write_csv
from reports.tables.table import Column, Kind, Table
from reports.tables.xlsx import write_xlsx
from tests.factories import category, make_client, make_day, make_ended_stay, make_service, make_stay


def got(client, slug, query="", **form):
    """The bytes of a list as a file."""
    response = client.post(
        reverse("reports:listing_export", args=[slug]) + query, {"reason": "Laporan", "format": "xlsx", **form}
    )
    assert response.status_code == 200, response.url
    return b"".join(response.streaming_content)


def sheet(content, number=0):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(number).to_python()


@pytest.mark.parametrize("slug", LISTINGS)
def test_every_list_opens_and_leaves_in_each_shape(today, client, melati, budi, slug):
    make_service(make_ended_stay(melati, date(2026, 3, 1), date(2026, 3, 9), by=budi), "food", date(2026, 3, 2))
    make_stay(melati, by=budi, entered_on=date(2026, 3, 2))
    client.force_login(budi)
    assert client.get(reverse("reports:listing_page", args=[slug]), follow=True).status_code == 200
    page = client.get(reverse("reports:listing_export", args=[slug]))
    assert page.status_code == 200
    rows = LISTINGS[slug].ask(budi, QueryDict(), taking_out=True)
    book = sheet(got(client, slug))
    assert book[0] == [column.heading for column in rows.columns]
    total = 1 if rows.total else 0
    assert len(book) - 1 - total == rows.count
    lines = list(csv.reader(io.StringIO(got(client, slug, format="csv").decode("utf-8-sig")), delimiter=";"))
    assert len(lines) == len(book)


def figures(user, slug, query=""):
    return LISTINGS[slug].ask(user, QueryDict(query))


FEBRUARY = "dari=2026-02-01&sampai=2026-02-28"


@pytest.fixture
def winter(today, melati, kenanga, budi, citra):
    """Two months with every kind of movement, at two shelters."""
    feb = partial(date, 2026, 2)
    men, women = make_client(sex="L"), make_client(sex="P")
    make_stay(melati, by=budi, entered_on=date(2026, 1, 31))
    make_ended_stay(melati, date(2026, 1, 5), feb(1), by=budi, client=men, reason_slug="kabur")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 31), by=budi)
    make_ended_stay(melati, feb(3), feb(28), by=budi, client=women)
    make_ended_stay(melati, feb(4), feb(4), by=budi, category=None)
    away = make_ended_stay(melati, feb(5), feb(12), by=budi, category=category("12"))
    make_day(away, feb(7), "izin")
    make_day(away, feb(12), "izin")  # the day of leaving is no night
    make_stay(melati, by=budi, entered_on=feb(28), category=category("12"))
    make_stay(melati, by=budi, entered_on=feb(2)).cancel(by=budi, reason="Salah catat")
    make_stay(kenanga, by=citra, entered_on=feb(2))
    outside = make_stay(melati, by=budi, entered_on=feb(10))
    Stay.objects.filter(pk=outside.pk).update(setting="outside")
    make_service(away, "food", feb(6), quantity=3)
    make_service(away, "food", feb(8), quantity=2)
    return recap(melati, feb(1), feb(28))


def test_movements_are_those_of_the_recap(winter, budi):
    total = figures(budi, "pgot-bulanan", FEBRUARY).total
    assert total[1:] == [
        winter.opening, winter.by_sex["L"] if "L" in winter.by_sex else 0, winter.by_sex["P"],
        winter.by_sex["Tidak diketahui"], winter.arrivals, winter.departures, winter.closing,
    ]  # fmt: skip
    rows = figures(budi, "pgot-bulanan", FEBRUARY).page(0, 50)
    assert {row[0]: row[5] for row in rows if row[5]} == winter.by_category


def test_arrivals_and_departures_by_month_are_those_of_the_recap(winter, budi):
    arrivals = figures(budi, "penerimaan", FEBRUARY)
    assert {row[0]: row[-1] for row in arrivals.page(0, 50)} == winter.by_category
    departures = figures(budi, "terminasi", FEBRUARY)
    assert {row[0]: row[-1] for row in departures.page(0, 50)} == winter.by_exit
    assert (arrivals.total[-1], departures.total[-1]) == (winter.arrivals, winter.departures)
    year = figures(budi, "penerimaan")
    assert [column.heading for column in year.columns] == [
        "Kategori PPKS", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des", "Jumlah",
    ]  # fmt: skip
    assert year.total[2] == winter.arrivals


def test_person_days_of_the_meals_are_the_nights_and_day_services_of_the_recap(winter, budi):
    meals = figures(budi, "permakanan", FEBRUARY)
    assert meals.total[1] == winter.nights + winter.day_services
    days = {row[0]: row[1:] for row in meals.page(0, 50)}
    assert days[date(2026, 2, 6)] == [3, 1, 3] and days[date(2026, 2, 7)] == [2, 0, 0]
    assert meals.total[3] == 5


def test_nights_that_have_not_come_get_no_meals(today, melati, budi):
    make_stay(melati, by=budi, entered_on=date(2026, 3, 10))
    march = figures(budi, "permakanan", "dari=2026-03-01&sampai=2026-03-31")
    assert march.total[1] == recap(melati, date(2026, 3, 1), date(2026, 3, 31)).nights == 7


def test_the_books_hold_whom_the_recap_counts(winter, budi):
    assert figures(budi, "buku-induk", FEBRUARY).count == winter.arrivals
    assert figures(budi, "daftar-terminasi", FEBRUARY).count == winter.departures
    assert figures(budi, "dampingan", FEBRUARY).count == 1


def test_the_department_has_all_shelters_and_no_names_on_the_screen(winter, client, dewi, budi):
    client.force_login(dewi)
    url = reverse("reports:listing_page", args=["buku-induk"]) + f"?{FEBRUARY}"
    page = client.get(url).content.decode()
    assert "Klien Uji" not in page and "Panti Kenanga" in page
    assert "Klien ditulis" in page or "klien ditulis dengan nomornya" in page
    client.force_login(budi)
    page = client.get(url).content.decode()
    assert "Klien Uji" in page and "Panti Kenanga" not in page


def test_each_list_leaves_as_its_page_shows_it(today, client, melati, kenanga, budi, citra):
    mine, late = make_stay(melati, by=budi), make_stay(melati, by=budi)
    make_stay(kenanga, by=citra)
    for stay, days in ((mine, -1), (late, 1)):
        Task(
            stay=stay, title=f"Tugas {days}", due_at=timezone.now() + timedelta(days=days), assigned_to=budi
        ).add(by=budi)  # fmt: skip
    client.force_login(budi)
    for shown in ("lewat", "semua", ""):
        url = reverse("cases:task_list") + f"?tampil={shown}"
        listed = client.get(url).context["page"].paginator.object_list
        titles = [row[4] for row in sheet(got(client, "tugas", f"?tampil={shown}"))[1:]]
        assert titles == [task.title for task in listed]
        assert ("Tugas -1" in titles, "Tugas 1" in titles) == (True, shown != "lewat")
    assert len(sheet(got(client, "klien", "?status=tinggal"))) == 3
    assert len(sheet(got(client, "klien", "?status=keluar"))) == 1


def test_who_may_take_out_what(today, client, melati, sari, oka, budi, dewi, agus):
    wanted = ["pgot-bulanan", "buku-induk", "layanan", "tugas", "mitra", "jejak"]
    answers = {}
    for person in (sari, oka, budi, dewi, agus):
        client.force_login(person)
        answers[person.username] = [
            client.get(reverse("reports:listing_export", args=[slug])).status_code for slug in wanted
        ]
    assert answers == {
        "sari": [403] * 6, "oka": [403] * 6, "budi": [200] * 6,
        "dewi": [200, 200, 200, 403, 200, 403], "agus": [403, 403, 403, 403, 403, 200],
    }  # fmt: skip


def test_figures_go_at_once_and_stand_on_the_trail(winter, client, budi, agus, sari):
    client.force_login(budi)
    url = reverse("reports:listing_file", args=["pgot-bulanan", "xlsx"]) + f"?{FEBRUARY}"
    book = sheet(b"".join(client.get(url).streaming_content))
    assert book[-1][0] == "Jumlah" and book[-1][5] == winter.arrivals
    event = AuditEvent.objects.get(action="table.exported")
    assert (event.details["title"], event.details["format"]) == ("Rekap PGOT bulanan", "xlsx")
    for person in (agus, sari):
        client.force_login(person)
        assert client.get(url).status_code == 403
        assert b"".join(client.get(url.replace("/xlsx/", "/pdf/")).streaming_content)[:4] == b"%PDF"
    named = reverse("reports:listing_file", args=["buku-induk", "pdf"])
    assert "unduh" in client.get(named).url  # names ask for a reason first


def test_a_long_list_is_not_printed(today, client, melati, budi, monkeypatch):
    make_stay(melati, by=budi)
    monkeypatch.setattr(paper, "MOST_ROWS", 0)
    client.force_login(budi)
    response = client.get(reverse("reports:listing_file", args=["permakanan", "pdf"]), follow=True)
    assert "terlalu panjang untuk PDF" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("dari=2026-02-30&sampai=2026-03-01", "Tanggal ini tidak ada."),
        ("dari=2026-03-02&sampai=2026-03-01", "Tanggal sampai tidak boleh sebelum tanggal dari."),
        ("dari=2024-03-02&sampai=2026-03-01", "Pilih masa paling lama 12 bulan"),
        ("panti=tidak-ada", "Pilih panti dari daftar."),
    ],
)
def test_a_filter_that_cannot_be_read_is_said_and_takes_nothing_out(today, client, melati, budi, query, sentence):
    client.force_login(budi)
    assert sentence in client.get(reverse("reports:listing_page", args=["penerimaan"]) + f"?{query}").content.decode()
    page = client.get(reverse("reports:listing_export", args=["penerimaan"]) + f"?{query}").content.decode()
    assert "Saringannya tidak dapat dibaca." in page


def test_research_files_tell_of_nobody_and_cannot_be_joined(today, client, melati, budi, dewi):
    twice = make_client("Suratmin", nik="3404991708850001", nik_status="valid", birth_date=date(1985, 8, 17), sex="L")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=budi, client=twice, note="Rahasia")
    make_stay(melati, by=budi, client=twice, entered_on=date(2026, 3, 2))
    make_stay(melati, by=budi, client=make_client("Anak", birth_date=date(2015, 1, 1)))
    client.force_login(dewi)
    one, two = (got(client, "riset-masa-tinggal") for _ in range(2))
    rows, others = sheet(one)[1:], sheet(two)[1:]
    assert len({row[0] for row in rows}) == 2 and len(rows) == 3
    assert not {row[0] for row in rows} & {row[0] for row in others}
    assert rows[0][1:3] == ["L", "30–44"] and rows[0][6] == "2026-01"
    text = "".join(str(cell) for row in rows for cell in row)
    assert not [word for word in ("Suratmin", "3404", "Rahasia", "1985", twice.number, "2026-01-05") if word in text]
    assert "berisi kurang dari 5 orang" in dict(sheet(one, 1))["Kelompok kecil"]


def test_a_page_costs_the_same_however_many_rows(today, client, melati, budi):
    client.force_login(budi)
    for _ in range(2):
        for _ in range(4):
            make_service(make_stay(melati, by=budi), "food", date(2026, 3, 16))
        for slug in ("layanan", "buku-induk", "pgot-bulanan"):
            client.get(reverse("reports:listing_page", args=[slug]))  # the first visit of a minute writes the session
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse("reports:listing_page", args=[slug]))
            assert len(asked) <= 12, slug


def test_odd_values_survive_in_a_workbook():
    texts = ["a & <b>", "  dua  spasi ", "baris\nbaru", "\x01\x08buang", "_x0041_", "😀 \ud800", "x" * 40_000, ""]
    columns = [Column("Teks"), Column("Angka", Kind.DECIMAL), Column("Tanggal", Kind.DATE), Column("%", Kind.PERCENT)]
    rows = [[text, Decimal("1.50"), date(1899, 5, 1), Decimal("87.5")] for text in texts]
    file = io.BytesIO()
    assert write_xlsx(file, Table("Uji: [x]", "uji", columns, rows)) == len(texts)
    book = sheet(file.getvalue())
    assert [row[0] for row in book[1:]] == [
        "a & <b>", "  dua  spasi ", "baris\nbaru", "buang", "_x0041_", "😀 ", "x" * 32_767, "",
    ]  # fmt: skip
    assert book[1][1:] == [1.5, "1899-05-01", 0.875]
    file = io.BytesIO()
    write_csv(file, Table("Uji", "uji", columns, rows[:1]))
    assert file.getvalue().decode("utf-8-sig").splitlines()[1] == '"a & <b>";"1,50";"1899-05-01";"87,5"'


def test_a_table_longer_than_a_sheet_goes_on_on_the_next(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    file = io.BytesIO()
    rows = ([number] for number in range(7))
    assert write_xlsx(file, Table("Panjang", "panjang", [Column("No", Kind.INT)], rows)) == 7
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.getvalue()))
    assert book.sheet_names == ["Panjang", "Panjang (2)", "Panjang (3)", "Keterangan"]
    assert [len(book.get_sheet_by_index(number).to_python()) - 1 for number in range(3)] == [3, 3, 1]
