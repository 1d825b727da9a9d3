import csv
import io
import zipfile
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent, Stay
from reports.lists.registry import LISTINGS
from reports.lists.stay_fields import EXTRA, headings
from reports.tables.delimited import write_csv
from reports.tables.xlsx import write_xlsx
from tests.factories import category, make_client, make_ended_stay, make_stay
from tests.reports.sheets import REGISTER

NIK = "3404991708850001"
HOSTILE = ["=1+1", "+1", "-2", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', " =1", "=cmd|' /C calc'!A0"]


def exported(client, query="", **form):
    response = client.post(
        reverse("reports:stay_export") + query, {"reason": "Laporan triwulan", "format": "xlsx", **form}
    )
    return b"".join(response.streaming_content)


def table(content, sheet=0):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python()


def test_the_register_columns_come_first_with_typed_values(today, client, melati, budi):
    person = make_client(
        "Suratmin", number="MLT-1", nik=NIK, nik_status="valid", sex="L", birth_date=date(1985, 8, 17),
        aliases=["Min", "Ratmin"],
    )  # fmt: skip
    stay = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=budi, client=person)
    client.force_login(budi)
    head, row = table(exported(client))
    assert head == headings() == [*REGISTER, *EXTRA]
    assert EXTRA[:3] == ("Panti", "Status", "Malam")
    assert row[:21] == [
        "MLT-1", stay.register_number, "Suratmin", "Min; Ratmin", NIK, "L", date(1985, 8, 17), "", "Gelandangan",
        "", "",
        date(2026, 1, 5), "Satpol PP", date(2026, 1, 9), "Reunifikasi keluarga", "", "", "", "Rumah Singgah Melati",
        "Sudah keluar", 4.0,
    ]  # fmt: skip


def test_what_was_taken_out_why_and_by_whom_stands_in_the_file_and_on_the_trail(today, client, melati, budi):
    make_stay(melati, by=budi)
    client.force_login(budi)
    content = exported(client, "?category=11&status=resident")
    assert dict(table(content, 1)) == {
        "Isi": "Masa tinggal", "Saringan": "Status: Tinggal di panti; Kategori PPKS: Gelandangan",
        "Diambil oleh": "Budi", "Keperluan": "Laporan triwulan", "Waktu": "2026-03-16 10.00", "Jumlah baris": "1",
    }  # fmt: skip
    event = AuditEvent.objects.get(action="stays.exported")
    assert (event.actor_name, event.details) == (
        "Budi", {"reason": "Laporan triwulan", "rows": 1, "format": "xlsx", "title": "Masa tinggal",
                 "filter": "Status: Tinggal di panti; Kategori PPKS: Gelandangan"},
    )  # fmt: skip


def test_without_a_reason_nothing_leaves(today, client, melati, budi):
    make_stay(melati, by=budi, client=make_client("Rahasia Sekali"))
    client.force_login(budi)
    response = client.post(reverse("reports:stay_export"), {"reason": " ", "format": "csv"})
    assert "Isi keperluan ekspor." in response.content.decode()
    assert client.get(reverse("reports:stay_export")).status_code == 200
    assert not AuditEvent.objects.filter(action="stays.exported").exists()


def test_the_export_is_what_the_filter_shows(today, client, melati, kenanga, budi, citra):
    kept = make_stay(melati, by=budi, entered_on=date(2026, 2, 1), category=category("12"))
    make_stay(melati, by=budi, entered_on=date(2026, 1, 31), category=category("12"))
    make_stay(melati, by=budi, entered_on=date(2026, 2, 2))
    make_stay(kenanga, by=citra, entered_on=date(2026, 2, 3), category=category("12"))
    make_stay(melati, by=budi, entered_on=date(2026, 2, 4), category=category("12")).cancel(by=budi, reason="x")
    client.force_login(budi)
    query = "?entered_from=2026-02-01&entered_to=2026-02-28&category=12"
    assert [row[1] for row in table(exported(client, query))[1:]] == [kept.register_number]
    assert "1 masa tinggal" in client.get(reverse("reports:stay_list") + query).content.decode()
    assert len(table(exported(client, "?status=cancelled"))) == 2
    for broken in ("?entered_from=kemarin", "?shelter=kenanga"):
        assert "0 masa tinggal" in client.get(reverse("reports:stay_list") + broken).content.decode()
        response = client.post(reverse("reports:stay_export") + broken, {"reason": "x", "format": "csv"})
        assert "tidak dapat dibaca" in response.content.decode()


def test_the_department_sees_no_names_on_the_page_and_a_masked_nik_in_the_file(
    today, client, melati, kenanga, budi, citra, dewi
):
    for shelter, person in ((melati, budi), (kenanga, citra)):
        make_stay(shelter, by=person, client=make_client(f"Klien {shelter.code}", nik=NIK, nik_status="doubled"))
    client.force_login(dewi)
    shown = client.get(reverse("reports:stay_list")).content.decode()
    assert "2 masa tinggal" in shown and "Klien MLT" not in shown and "Klien KNG" not in shown
    assert [row[4] for row in table(exported(client))[1:]] == ["3404••••••••0001"] * 2
    client.force_login(budi)
    shown = client.get(reverse("reports:stay_list")).content.decode()
    assert "1 masa tinggal" in shown and "Klien MLT" in shown
    assert [row[4] for row in table(exported(client))[1:]] == [NIK]


def test_who_may_export(client, melati, sari, oka, budi, dewi, agus):
    answers = {}
    for person in (sari, oka, budi, dewi, agus):
        client.force_login(person)
        answers[person.username] = [
            client.get(reverse(f"reports:{name}")).status_code for name in ("stay_list", "stay_export")
        ]
    assert answers == {
        "sari": [403, 403], "oka": [403, 403], "budi": [200, 200], "dewi": [200, 200], "agus": [403, 403],
    }  # fmt: skip


def stay_table(user, query=""):
    listing = LISTINGS["masa-tinggal"]
    return listing.table(listing.ask(user, QueryDict(query), taking_out=True))


def test_no_text_becomes_a_formula(today, melati, budi):
    for text in HOSTILE:
        make_stay(melati, by=budi, client=make_client(text), note=text)
    book, plain, table_out = io.BytesIO(), io.BytesIO(), stay_table(budi)
    table_out.remarks.append(("Isi", "=1+1"))
    assert write_xlsx(book, table_out) == len(HOSTILE)
    with zipfile.ZipFile(book) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist() if "worksheets" in name)
        assert b"<f>" not in parts and b"<f " not in parts and b"hyperlink" not in parts
    assert {row[2].strip() for row in table(book.getvalue())[1:]} == {text.strip() for text in HOSTILE}
    assert write_csv(plain, stay_table(budi)) == len(HOSTILE)
    assert plain.getvalue().startswith("\ufeff".encode())
    for row in csv.reader(io.StringIO(plain.getvalue().decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_export_put_in_again_changes_nothing(today, client, melati, kenanga, budi, tmp_path, kind):
    twice = make_client("Sukinah", aliases=["Mbok, Nah", "Nah"], estimated_age=60, age_estimated_on=date(2026, 1, 1))
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=budi, client=twice, note='Satu\nDua; "tiga"')
    make_stay(melati, by=budi, client=twice, entered_on=date(2026, 1, 9), service_type_id="REG_GEPENG")
    make_stay(melati, by=budi, client=make_client("=Min", nik=NIK, nik_status="valid", sex="L"))
    make_stay(
        melati, by=budi, client=make_client("", description="kaos merah", claimed_nik="12-3", nik_status="invalid")
    )
    make_ended_stay(kenanga, date(2026, 1, 1), date(2026, 1, 2), by=budi, client=make_client("Lain"))
    client.force_login(budi)
    file = tmp_path / f"stays.{kind}"
    file.write_bytes(exported(client, format=kind))
    told = io.StringIO()
    call_command("import_sheet", "register", file, shelter="melati", check=True, stdout=told)
    assert "4 baris: 0 baru, 0 berubah, 4 tidak berubah" in told.getvalue()


def test_rows_of_another_shelter_are_refused(today, melati, kenanga, citra, tmp_path):
    make_stay(kenanga, by=citra)
    file = tmp_path / "stays.xlsx"
    with file.open("wb") as kept:
        write_xlsx(kept, stay_table(citra))
    told = io.StringIO()
    with pytest.raises(Exception, match="1 kesalahan"):
        call_command("import_sheet", "register", file, shelter="melati", stdout=told)
    assert "Baris 2 · Panti · Panti Kenanga · Baris ini milik panti lain" in told.getvalue()


def test_queries_do_not_grow_with_the_rows(today, client, melati, budi):
    client.force_login(budi)
    client.get(reverse("reports:stay_list"))
    counts = []
    for _ in range(2):
        for _ in range(4):
            make_stay(melati, by=budi)
        with CaptureQueriesContext(connection) as listed:
            client.get(reverse("reports:stay_list"))
        with CaptureQueriesContext(connection) as taken:
            exported(client)
        counts.append((len(listed), len(taken)))
    assert counts[0] == counts[1]
    assert max(counts[0]) < 20


def test_nights_are_those_of_the_stay(today, melati, budi):
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 5), by=budi)
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=budi)
    make_stay(melati, by=budi, entered_on=date(2026, 3, 1))
    make_stay(melati, by=budi, entered_on=date(2026, 3, 16))
    nights = {row[1]: row[20] for row in stay_table(budi).rows}
    stays = Stay.objects.order_by("pk")
    assert [nights[stay.register_number] for stay in stays] == [stay.nights for stay in stays] == [0, 4, 15, 0]
