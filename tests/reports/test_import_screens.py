"""The screens: choose, look, confirm."""

import io
import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.urls import reverse
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent, BasicService, Client, Shelter, Stay
from reports.imports.run import KINDS, lock, put_in
from reports.models import SheetUpload
from tests.reports.sheets import register, text


def start():
    return reverse("reports:import_start")


def upload(client, content=None, kind="register", shelter="melati", name="register.xlsx", **values):
    file = SimpleUploadedFile(name, content or register({}, {"Nama": "Dua"}))
    return client.post(start(), {"shelter": shelter, "kind": kind, "file": file, **values})


def page(response):
    return response.content.decode()


def test_a_file_is_looked_at_confirmed_and_forgotten(today, client, melati, budi, django_capture_on_commit_callbacks):
    client.force_login(budi)
    response = upload(client)
    kept = SheetUpload.objects.get()
    assert response.url == kept.get_absolute_url()
    assert default_storage.exists(kept.file.name) and "register" not in kept.file.name
    assert "Masukkan 2 baris" in page(client.get(response.url))
    assert not Stay.objects.exists()
    name = kept.file.name
    with django_capture_on_commit_callbacks(execute=True):
        assert "2 baris dimasukkan" in page(client.post(response.url, follow=True))
    kept.refresh_from_db()
    assert (kept.applied_by, kept.counts) == (budi, {"rows": 2, "new": 2, "changed": 0, "same": 0})
    assert not kept.file and not default_storage.exists(name)
    assert "Berkas ini sudah dimasukkan." in page(client.post(response.url, follow=True))
    assert (Stay.objects.count(), AuditEvent.objects.filter(action="sheet.imported").count()) == (2, 1)


def test_errors_are_shown_by_row_and_column_and_nothing_can_be_confirmed(today, client, melati, budi):
    client.force_login(budi)
    preview = upload(client, register(*({"Jenis kelamin": "X", "NIK": 3404991708850001} for _ in range(150)))).url
    shown = page(client.get(preview))
    assert "300 kesalahan." in shown and "Ditampilkan 200 dari 300 kesalahan." in shown
    assert "3404••••••••0001" in shown and "3404991708850001" not in shown
    assert "Masukkan" not in shown
    client.post(preview)
    assert not Client.objects.exists()


def test_a_file_nobody_can_read_is_kept_nowhere(today, client, melati, budi):
    client.force_login(budi)
    shown = page(upload(client, b"<html>"))
    assert "bukan buku kerja Excel" in shown and 'href="#id_file"' in shown
    assert not SheetUpload.objects.exists()


def test_new_list_entries_are_named_before_they_are_made(today, client, melati, budi):
    client.force_login(budi)
    file = register({"Kategori PPKS": "Pak Ogah"})
    assert "izinkan menambah daftar" in page(client.get(upload(client, file).url))
    shown = page(client.get(upload(client, file, create_lists="on").url))
    assert "Kategori PPKS: Pak Ogah" in shown and "Masukkan 1 baris" in shown


def test_what_a_change_replaces_is_shown_to_those_who_may_read_the_file(today, client, melati, budi, dewi, stay):
    file = register({"Nomor register": stay.register_number, "Nama": "Suratmin Hadi", "Tanggal masuk": stay.entered_on})
    for person, sees in ((budi, True), (dewi, False)):
        client.force_login(person)
        shown = page(client.get(upload(client, file).url))
        assert ("Suratmin Hadi" in shown, "Masukkan 1 baris" in shown) == (sees, True)


def test_who_may_import_where(today, client, melati, kenanga, sari, budi, citra, dewi, agus):
    client.force_login(budi)
    preview = upload(client).url
    answers = {}
    for person in (sari, citra, dewi, agus, budi):
        client.force_login(person)
        answers[person.username] = (client.get(start()).status_code, client.get(preview).status_code)
    assert answers == {
        "sari": (403, 404), "citra": (200, 404), "dewi": (200, 200), "agus": (403, 404), "budi": (200, 200),
    }  # fmt: skip
    client.force_login(citra)
    assert "Pilih" in page(upload(client)) and SheetUpload.objects.count() == 1
    assert client.post(preview).status_code == 404
    assert not Stay.objects.exists()


def test_a_forgotten_file_is_deleted_when_the_next_one_comes(
    today, client, melati, budi, django_capture_on_commit_callbacks
):
    client.force_login(budi)
    old = upload(client).url
    kept = SheetUpload.objects.get()
    SheetUpload.objects.update(uploaded_at=kept.uploaded_at - timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        upload(client)
    assert not default_storage.exists(kept.file.name)
    assert "sudah dihapus" in page(client.get(old))
    assert "sudah dihapus" in page(client.post(old, follow=True))


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_has_the_heading_and_says_what_goes_in(client, melati, dewi, kind):
    client.force_login(dewi)
    content = b"".join(client.get(reverse("reports:import_template", args=[kind])).streaming_content)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.get_sheet_by_index(0).to_python() == [KINDS[kind].columns()]
    assert [row[0] for row in book.get_sheet_by_index(1).to_python()][: len(KINDS[kind].columns())] == (
        KINDS[kind].columns()
    )
    assert client.get(reverse("reports:import_template", args=["lain"])).status_code == 404


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_confirmations_at_once_put_it_in_once(today, melati, budi):
    kept = SheetUpload.keep(
        text(["Nomor register", "Tanggal", "Kehadiran"], ["R1", "2026-01-05", "izin"]),
        by=budi, shelter=melati, kind="kehadiran", name="x.csv", create_lists=False,
    )  # fmt: skip
    client = Client.objects.create(name="Uji", number="U-1")
    Stay.objects.create(client=client, shelter=melati, register_number="R1", entered_on="2026-01-01")
    outcomes, ready = [], threading.Barrier(2)

    def confirm():
        try:
            mine = SheetUpload.objects.get(pk=kept.pk)
            ready.wait()
            outcomes.append(mine.put_in(by=budi).new)
        except Exception as error:
            outcomes.append(error.messages[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=confirm) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [1, "Berkas ini sudah dimasukkan."]
    assert client.stays.get().days.count() == 1


def told(*arguments, **options):
    out = io.StringIO()
    try:
        call_command("import_sheet", *arguments, stdout=out, **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def test_the_command_checks_puts_in_and_tells(today, melati, budi, tmp_path):
    file = tmp_path / "register.xlsx"
    file.write_bytes(register({}, {"NIK": "12"}))
    said, refused = told("register", file, shelter="melati", check=True)
    assert "2 baris: 2 baru, 0 berubah, 0 tidak berubah, 1 peringatan." in said and not refused
    assert not Stay.objects.exists()
    told("register", file, shelter="melati", user="budi")
    assert AuditEvent.objects.get(action="sheet.imported").actor_name == "Budi"
    assert "0 baru, 0 berubah, 2 tidak berubah" in told("register", file, shelter="melati")[0]


def test_the_command_names_every_fault_and_fails(today, melati, tmp_path):
    file = tmp_path / "register.csv"
    file.write_bytes(register({"Jenis kelamin": "X", "Tanggal masuk": ""}))
    said, refused = told("register", file, shelter="melati")
    assert said.splitlines() == [
        "Baris 2 · Jenis kelamin · X · Isi salah satu: L, P.",
        "Baris 2 · Tanggal masuk · (kosong) · Isi tanggal masuk.",
    ]
    assert refused == "2 kesalahan. Tidak ada yang dimasukkan."
    assert "Panti “tidak-ada” tidak ada. Yang ada: melati." in told("register", file, shelter="tidak-ada")[1]
    assert "tidak dapat dibaca" in told("register", tmp_path / "lain", shelter="melati")[1]
    assert "Akun “x” tidak ada." in told("register", file, shelter="melati", user="x")[1]
    file.write_bytes(b"%PDF")
    assert "bukan buku kerja Excel" in told("register", file, shelter="melati")[1]


def test_an_importer_needs_the_right_at_that_very_shelter(today, client, melati, kenanga, citra):
    client.force_login(citra)
    assert "Panti Kenanga" in page(client.get(start())) and "Melati" not in page(client.get(start()))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_imports_of_one_shelter_at_once_make_each_row_once(today, melati):
    client = Client.objects.create(name="Uji", number="U-1")
    Stay.objects.create(client=client, shelter=melati, register_number="R1", entered_on="2026-01-01")
    file = text(["Nomor register", "Tanggal", "Layanan", "Jumlah", "Keterangan"], ["R1", "2026-01-05", "pos", "", ""])
    BasicService.objects.get_or_create(slug="pos", defaults={"label": "Pos"})
    outcomes, ready = [], threading.Barrier(2)

    def bring():
        try:
            ready.wait()
            outcomes.append(put_in("layanan", file, Shelter.objects.get(pk=melati.pk), by=None).new)
        finally:
            connection.close()

    threads = [threading.Thread(target=bring) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == [0, 1]
    assert client.stays.get().services.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_whoever_comes_while_the_shelter_is_locked_is_told_to_come_again(today, melati, budi):
    file = text(["Nomor register", "Tanggal", "Kehadiran"], ["R1", "2026-01-05", "izin"])
    locked, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            lock(melati)
            locked.set()
            done.wait(10)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    locked.wait(10)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 50")
    with pytest.raises(ValidationError, match="sedang diubah orang lain"):
        put_in("kehadiran", file, melati, by=budi)
    done.set()
    holder.join()
    connection.close()
