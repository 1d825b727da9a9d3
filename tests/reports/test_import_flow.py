"""One flow for every kind of sheet: pairing columns, leaving rows out, coming back to it, the report."""

import io
from datetime import date, timedelta

import pytest
import xlsxwriter
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent, Client, DayRecord, Membership, Need, ServiceRecord, ServiceType, Stay, User
from reports.models import ColumnMapping, SheetUpload, Target
from tests.reports.sheets import NEEDS, PRESENCE, SERVICES, register, text, xlsx

OWN = ["No", "No. Register", "Nama Lengkap", "Tgl Masuk", "JK", "Ket.", "Petugas"]
ROWS = [[1, "R1", "Klien Satu", "05/01/2026", "L", "Datang sendiri", "Joko"],
        [2, "R2", "Klien Dua", "6-1-2026", "P", "", "Joko"]]  # fmt: skip
START = reverse("reports:import_start")


def page(response):
    return response.content.decode()


def send(client, content, kind="register", shelter="melati", name="berkas.xlsx", **values):
    """Upload, and follow to where it leads: the columns or the preview."""
    data = {"shelter": shelter, "kind": kind, "file": SimpleUploadedFile(name, content), **values}
    return client.post(START, data, follow=True)


def latest():
    return SheetUpload.objects.latest("pk")


def pair(client, response, **changes):
    """Send the page of columns as it was offered, with these changes {our heading: their heading or None}."""
    form, place = response.context["form"], response.context["place"]
    data = {"sheet": place.at_sheet, "row": place.at_row, "style": form["style"].value()}
    for number, name in enumerate(place.columns):
        chosen = form[f"c{number}"].value()
        if name in changes:
            chosen = place.headings.index(changes[name]) if changes[name] else ""
        data[f"c{number}"] = "" if chosen is None else chosen
    return client.post(reverse("reports:import_map", args=[response.context["upload"].pk]), data, follow=True)


def offered(response):
    form, place = response.context["form"], response.context["place"]
    values = {name: form[f"c{number}"].value() for number, name in enumerate(place.columns)}
    return {name: place.headings[int(value)] for name, value in values.items() if value not in ("", None)}


def confirm(client, **data):
    return client.post(latest().get_absolute_url(), data, follow=True)


def test_an_offices_own_sheet_is_paired_and_put_in(today, client, melati, budi):
    client.force_login(budi)
    response = send(client, xlsx(OWN, *ROWS))
    assert offered(response) == {
        "Nomor register": "No. Register", "Nama": "Nama Lengkap", "Tanggal masuk": "Tgl Masuk",
        "Jenis kelamin": "JK", "Keterangan": "Ket.",
    }  # fmt: skip
    assert [name for name, _ in response.context["form"].others] == ["No", "Petugas"]
    response = pair(client, response)
    assert "Masukkan 2 baris" in page(response) and "Kolom yang tidak dibaca: No, Petugas." in page(response)
    assert "2 baris dimasukkan" in page(confirm(client))
    assert list(Stay.objects.order_by("register_number").values_list("client__name", "entered_on", "client__sex")) == [
        ("Klien Satu", date(2026, 1, 5), "L"), ("Klien Dua", date(2026, 1, 6), "P"),
    ]  # fmt: skip


def test_what_was_paired_is_offered_for_the_next_file_and_nowhere_else(today, client, melati, kenanga, budi, dewi):
    client.force_login(budi)
    response = send(client, xlsx(["Buku", "Orang", "Hari"], ["R1", "Satu", date(2026, 1, 5)]))
    assert offered(response) == {}
    pair(client, response, **{"Nomor register": "Buku", "Nama": "Orang", "Tanggal masuk": "Hari"})
    kept = ColumnMapping.objects.get()
    assert (kept.shelter, kept.kind, kept.saved_by) == (melati, "register", budi)
    again = send(client, xlsx(["Hari", "Orang", "Buku"], [date(2026, 1, 6), "Dua", "R2"]))
    assert offered(again) == {"Nomor register": "Buku", "Nama": "Orang", "Tanggal masuk": "Hari"}
    assert "Pasangan ini disimpan Budi" in page(again)
    pair(client, again)
    confirm(client)
    assert Stay.objects.get().register_number == "R2"
    client.force_login(dewi)
    assert offered(send(client, xlsx(["Hari", "Orang", "Buku"], ["x", "y", "z"]), shelter="kenanga")) == {}


def test_two_of_ours_cannot_be_one_column_and_what_is_required_must_be_there(today, client, melati, budi):
    client.force_login(budi)
    response = send(client, xlsx(OWN, *ROWS))
    refused = pair(client, response, Alias="Nama Lengkap", **{"Tanggal masuk": None})
    assert "Kolom “Nama Lengkap” sudah dipakai untuk Nama." in page(refused)
    assert "tanpa ini berkas tidak dapat dimasukkan" in page(refused)
    assert offered(refused)["Alias"] == "Nama Lengkap"  # what was chosen stays
    assert not latest().is_mapped and not ColumnMapping.objects.exists()


def test_titles_above_the_headings_and_other_sheets_are_found(today, client, melati, budi):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        book.add_worksheet("Sampul").write_column(0, 0, ["Rumah Singgah", "Melati", "2026"])
        sheet = book.add_worksheet("Januari")
        for number, row in enumerate([["Rekap kehadiran"], [], ["No Register", "Tanggal", "Kehadiran"]]):
            sheet.write_row(number, 0, row)
        for number, row in enumerate([["R1", "05/01/2026", "izin"], ["R9", "05/01/2026", "izin"]], 3):
            sheet.write_row(number, 0, row)
    client.force_login(budi)
    response = send(client, kept.getvalue(), kind="kehadiran")
    place = response.context["place"]
    assert (place.at_sheet, place.at_row) == ("Januari", 3)
    response = pair(client, response)
    # the numbers are those of the file, whatever stands above
    assert [error.row for error in response.context["outcome"].errors] == [4, 5]
    other = client.get(reverse("reports:import_map", args=[latest().pk]), {"sheet": "Sampul", "row": "1"})
    assert '<option value="Sampul" selected>' in page(other) and '<option value="1" selected>' in page(other)
    assert other.context["place"].headings == ["Rumah Singgah"]
    csv = text(["Rekap kehadiran"], [], ["Tanggal", "No Reg", "Kehadiran"], ["2026-01-05", "R1", "izin"])
    assert send(client, csv, kind="kehadiran", name="x.csv").context["place"].at_row == 3


def test_a_heading_twice_and_formulas_in_cells(today, client, melati, budi):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["No Reg", "Nama", "Nama", "Tgl Masuk"])
        sheet.write_formula(1, 0, '="R"&1', None, "R1")
        sheet.write_row(1, 1, ["Panggilan", "Lengkap", "2026-01-05"])
    client.force_login(budi)
    response = send(client, kept.getvalue())
    assert response.context["place"].headings == ["No Reg", "Nama", "Nama (2)", "Tgl Masuk"]
    pair(client, response, Nama="Nama (2)", Alias="Nama")
    confirm(client)
    person = Client.objects.get()
    assert (person.name, person.aliases, person.stays.get().register_number) == ("Lengkap", ["Panggilan"], "R1")


def test_the_examples_show_no_whole_nik(today, client, melati, budi):
    client.force_login(budi)
    response = send(client, xlsx(["No Reg", "No KTP", "Tgl Masuk"], ["R1", "3404991708850001", "2026-01-05"]))
    assert "3404••••••••0001" in page(response) and "3404991708850001" not in page(response)


def test_columns_that_were_swapped_are_seen_in_the_preview(today, client, melati, budi):
    client.force_login(budi)
    response = send(client, xlsx(OWN, *ROWS))
    response = pair(client, response, **{"Nomor register": "Tgl Masuk", "Tanggal masuk": "No. Register"})
    assert {error.column for error in response.context["outcome"].errors} == {"Tanggal masuk"}
    again = client.get(reverse("reports:import_map", args=[latest().pk]))
    response = pair(client, again, **{"Nomor register": "No. Register", "Tanggal masuk": "Tgl Masuk"})
    assert "Masukkan 2 baris" in page(response)


def test_a_file_that_waits_is_found_again_and_can_be_thrown_away(
    today, client, melati, budi, citra, django_capture_on_commit_callbacks
):
    client.force_login(budi)
    send(client, xlsx(OWN, *ROWS), name="bulan-lalu.xlsx")
    send(client, register({}), name="bulan-ini.xlsx")
    shown = page(client.get(START))
    assert "Belum selesai" in shown and "bulan-lalu.xlsx" in shown and "bulan-ini.xlsx" in shown
    assert shown.count("Pasangkan kolom") == 1 and shown.count("Lanjutkan") == 1
    name = latest().file.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("reports:import_discard", args=[latest().pk]))
    assert not default_storage.exists(name)
    assert "bulan-ini.xlsx" not in page(client.get(START))
    SheetUpload.objects.update(uploaded_at=latest().uploaded_at - timedelta(days=2))
    assert "Belum selesai" not in page(client.get(START))
    client.force_login(citra)
    assert "bulan-lalu" not in page(client.get(START))


def test_the_right_rows_alone_may_go_in_and_the_rest_comes_back_to_be_mended(today, client, melati, budi):
    client.force_login(budi)
    rows = [{}, {"Tanggal masuk": "kemarin"}, {"Nomor klien": "A"}, {"Nomor klien": "A"}]
    response = send(client, register(*rows))
    assert "2 kesalahan." in page(response)
    assert "Masukkan 2 baris yang benar saja; 2 tertinggal" in page(response)
    confirm(client)  # without saying so it is all or nothing
    assert not Stay.objects.exists()
    assert "2 baris akan tertinggal, bukan 1" in page(confirm(client, tertinggal="1"))
    assert not Stay.objects.exists()
    done = page(confirm(client, tertinggal="2"))
    assert "2 baris dimasukkan" in done and "2 baris tertinggal." in done
    assert latest().counts == {"rows": 4, "new": 2, "changed": 0, "same": 0, "left_out": 2}
    assert AuditEvent.objects.get(action="sheet.imported").details["left_out"] == 2
    content = b"".join(client.get(reverse("reports:import_wrong", args=[latest().pk])).streaming_content)
    head, *wrong = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert head[-1] == "Kesalahan" and [row[1] for row in wrong] == ["R002", "R004"]
    assert "Tanggal masuk: Tulis tanggal" in wrong[0][-1]
    again = send(client, content)  # the sheet of wrong rows comes back as it is
    assert [error.row for error in again.context["outcome"].errors] == [2, 3]


def test_the_rows_that_were_left_out_are_kept_for_a_day(
    today, client, melati, budi, django_capture_on_commit_callbacks
):
    client.force_login(budi)
    send(client, register({}, {"Tanggal masuk": "kemarin"}))
    confirm(client, tertinggal="1")
    name = latest().rest.name
    SheetUpload.objects.update(applied_at=latest().applied_at - timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        send(client, register({}))
    assert not default_storage.exists(name)


def test_where_no_row_is_right_nothing_is_offered(today, client, melati, budi):
    client.force_login(budi)
    shown = page(send(client, register({"Tanggal masuk": "x"})))
    assert "yang benar saja" not in shown
    assert "Masukkan" not in page(confirm(client, tertinggal="1")) and not Stay.objects.exists()


def test_wrong_rows_are_for_whoever_brought_them_or_reads_the_files(today, client, melati, budi, dewi):
    client.force_login(budi)
    send(client, register({"Tanggal masuk": "x"}))
    client.force_login(dewi)
    assert client.get(reverse("reports:import_wrong", args=[latest().pk])).status_code == 403
    send(client, register({"Tanggal masuk": "x"}))
    assert client.get(reverse("reports:import_wrong", args=[latest().pk])).status_code == 200


def test_the_preview_shows_one_thing_at_a_time(today, client, melati, budi):
    client.force_login(budi)
    send(client, register({"NIK": "12"}, {"Tanggal masuk": "x"}))
    address = latest().get_absolute_url()
    whole, errors = page(client.get(address)), page(client.get(address, {"lihat": "kesalahan"}))
    assert "Disimpan seperti tertulis" in whole and "Tulis tanggal" in whole
    assert "Disimpan seperti tertulis" not in errors and "Tulis tanggal" in errors


@pytest.mark.parametrize(
    "kind, header, row, model",
    [
        ("kehadiran", PRESENCE, ["{}", date(2026, 3, 5), "izin"], DayRecord),
        ("layanan", SERVICES, ["{}", date(2026, 3, 5), "food", 2, "Makan siang"], ServiceRecord),
        ("kebutuhan", NEEDS, ["{}", "guidance", date(2026, 3, 5), "", ""], Need),
    ],
)
@pytest.mark.parametrize("form", [xlsx, text])
def test_each_kind_of_a_stay_goes_through(today, client, melati, budi, stay, kind, header, row, model, form):
    client.force_login(budi)
    row = [stay.register_number, *row[1:]]
    send(client, form(header, row), kind=kind)
    shown = page(confirm(client))
    assert model.objects.filter(stay=stay).count() == 1
    assert latest().sha256 in shown and stay.get_absolute_url() in shown and "Budi" in shown
    client.post(reverse("reports:import_undo", args=[latest().pk]), {"reason": "Salah bulan"})
    assert not model.objects.filter(stay=stay).exists()
    assert "Salah bulan" in page(client.get(latest().get_absolute_url()))


STAFF = ["Nama pengguna", "Nama", "NIP", "Jabatan", "Pangkat, golongan", "Telepon", "Peran", "Panti"]


def test_staff_come_with_their_roles_and_without_passwords(today, client, melati, kenanga, sari, dewi):
    client.force_login(dewi)
    rows = [
        ["wati", "Wati", "198001012005012001", "Pekerja sosial", "", "0812", "Pekerja sosial", "Rumah Singgah Melati"],
        ["wati", "", "", "", "", "", "Petugas layanan", "kenanga"],
        ["sari", "", "", "Koordinator", "", "", "Pekerja sosial", "melati"],
        ["rudi", "Rudi", "", "", "", "", "Pengawas", ""],
    ]
    response = send(client, text(STAFF, *rows), kind="petugas", name="petugas.csv")
    assert "Masukkan 4 baris" in page(response) and "Mendapat peran dinas, atas semua panti: rudi." in page(response)
    done = page(confirm(client))
    wati = User.objects.get(username="wati")
    assert (wati.nip, wati.has_usable_password(), wati.must_change_password) == ("198001012005012001", False, True)
    assert set(wati.memberships.values_list("role", "shelter__slug")) == {("worker", "melati"), ("officer", "kenanga")}
    assert "belum mempunyai kata sandi" in done
    sari.refresh_from_db()
    assert (sari.position, sari.memberships.count()) == ("Koordinator", 1)
    assert latest().counts == {"rows": 4, "new": 3, "changed": 1, "same": 0}
    assert "sudah tercatat" in page(send(client, text(STAFF, *rows), kind="petugas"))
    assert AuditEvent.objects.filter(action="membership.created").count() == 3
    SheetUpload.objects.exclude(applied_at=None).get().undo(by=dewi, reason="Uji")
    sari.refresh_from_db()
    assert (sari.position, User.objects.filter(username__in=["wati", "rudi"]).count()) == ("", 0)
    assert Membership.objects.count() == 2


@pytest.mark.parametrize(
    "row, where, sentence",
    [
        (["w w", "Wati", "", "", "", "", "Pengawas", ""], "Nama pengguna", "nama pengguna"),
        (["wati", "", "", "", "", "", "Pengawas", ""], "Nama", "Isi kolom Nama."),
        (["wati", "Wati", "", "", "", "", "Raja", ""], "Peran", "tidak ada dalam daftar peran"),
        (["wati", "Wati", "", "", "", "", "Pekerja sosial", ""], "Panti", "Isi kolom Panti."),
        (["wati", "Wati", "", "", "", "", "Pengawas", "melati"], "Panti", "Peran dinas tidak memakai panti"),
        (["Sari", "Sari", "1E+17", "", "", "", "Pengawas", ""], "NIP", "terpotong oleh Excel"),
    ],
)
def test_what_a_row_of_staff_may_not_hold(today, client, melati, sari, dewi, row, where, sentence):
    client.force_login(dewi)
    errors = send(client, text(STAFF, row), kind="petugas").context["outcome"].errors
    assert [(error.column, sentence in error.reason) for error in errors] == [(where, True)]


def test_staff_and_targets_are_the_departments_alone(today, client, melati, budi, dewi):
    client.force_login(budi)
    shown = page(client.get(START))
    assert "Petugas dan perannya" not in shown and "Mitra rujukan" in shown
    response = send(client, text(STAFF, ["x", "X", "", "", "", "", "Pengawas", ""]), kind="petugas")
    assert not SheetUpload.objects.exists() and response.context["form"].errors["kind"]
    client.force_login(dewi)
    send(client, text(STAFF, ["x", "X", "", "", "", "", "Pengawas", ""]), kind="petugas")
    client.force_login(budi)
    assert client.get(latest().get_absolute_url()).status_code == 404
    assert client.post(latest().get_absolute_url()).status_code == 404


TARGETS = ["Tahun", "Jenis pelayanan SPM", "Target (orang)", "Sumber angka"]


def test_targets_of_a_year_come_in_are_changed_and_taken_back(today, client, melati, dewi):
    client.force_login(dewi)
    kinds = list(ServiceType.objects.order_by("pk").values_list("pk", flat=True)[:2])
    first = [[2026, kind, 120, "SK Kadis 1/2026"] for kind in kinds]
    send(client, xlsx(TARGETS, *first), kind="target")
    confirm(client)
    changed = send(client, xlsx(TARGETS, [2026, kinds[0], 130, ""], [2026, kinds[1], "", "x"]), kind="target")
    assert [(error.row, error.column) for error in changed.context["outcome"].errors] == [(3, "Target (orang)")]
    send(client, xlsx(TARGETS, [2026, kinds[0], 130, ""]), kind="target")
    confirm(client)
    assert Target.objects.populations(2026) == {kinds[0]: 130, kinds[1]: 120}
    latest().undo(by=dewi, reason="Salah")
    assert Target.objects.populations(2026) == {kinds[0]: 120, kinds[1]: 120}


def test_the_list_of_imports_is_bounded(today, client, melati, budi, django_assert_max_num_queries):
    client.force_login(budi)
    facts = {"shelter": melati, "kind": "register", "sha256": "0" * 64, "uploaded_by": budi, "applied_by": budi}
    counts = {"rows": 1, "new": 1, "changed": 0, "same": 0}
    for number in range(12):
        SheetUpload.objects.create(**facts, file_name=f"{number}.csv", applied_at=melati.now(), counts=counts)
        SheetUpload.objects.create(**facts | {"applied_by": None}, file_name=f"w{number}.csv", file="impor/x")
    client.get(START)  # the first page of a session also saves it
    with django_assert_max_num_queries(12):
        shown = page(client.get(reverse("reports:import_list")))
    assert shown.count("1 baru") == 12
    with django_assert_max_num_queries(14):
        client.get(START)
