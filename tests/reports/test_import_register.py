from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import AuditEvent, Category, Client, Counter, Region, Stay
from reports.imports.run import check, put_in
from tests.factories import make_client, make_stay, reason
from tests.reports.sheets import REGISTER, register, text

NIK = "3404991708850001"


def errors(outcome):
    return [(error.row, error.column, error.reason) for error in outcome.errors]


def bring(shelter, *rows, by=None, **options):
    return put_in("register", register(*rows), shelter, by=by, **options)


def test_a_row_becomes_a_person_and_a_stay_with_their_trail(today, melati, budi):
    Region.objects.create(code="33", name="Jawa Tengah", level=1, path="Jawa Tengah")
    outcome = bring(
        melati,
        {
            "Nomor klien": "TMG-2025-0001", "Nomor register": "001/2025", "Nama": "Sukinah", "Alias": "Mbok Nah; Nah",
            "NIK": "3404995708610001", "Jenis kelamin": "P", "Tanggal lahir": date(1961, 8, 17),
            "Perkiraan usia": 64, "Kategori PPKS": "lansia telantar", "Kode wilayah asal": 33,
            "Alamat asal": "Kedu", "Tanggal masuk": "2025-12-01", "Sumber": "Razia", "Tanggal keluar": date(2026, 1, 9),
            "Alasan keluar": "Reunifikasi", "Tujuan keluar": "Anak", "Jenis pelayanan SPM": "PROV_ELDERLY",
            "Keterangan": "Baris satu\nbaris dua",
        },
        by=budi,
    )  # fmt: skip
    assert (errors(outcome), outcome.warnings, outcome.counts) == (
        [], [], {"rows": 1, "new": 1, "changed": 0, "same": 0}
    )  # fmt: skip
    stay = Stay.objects.get()
    client = stay.client
    assert (client.number, client.name, client.aliases) == ("TMG-2025-0001", "Sukinah", ["Mbok Nah", "Nah"])
    assert (client.nik, client.nik_status, client.sex) == ("3404995708610001", "valid", "P")
    assert (client.birth_date, client.estimated_age) == (date(1961, 8, 17), 64)
    assert (client.age_estimated_on, client.origin_id) == (date(2025, 12, 1), "33")
    assert (stay.register_number, stay.category.slug, stay.source.slug) == ("001/2025", "08", "satpol-pp")
    assert (stay.entered_on, stay.ended_on, stay.status) == (date(2025, 12, 1), date(2026, 1, 9), "discharged")
    assert (stay.exit_reason.slug, stay.destination) == ("reunifikasi", "Anak")
    assert (stay.service_type_id, stay.note) == ("PROV_ELDERLY", "Baris satu\nbaris dua")
    assert (stay.created_by, stay.discharged_by) == (budi, budi)
    assert sorted(AuditEvent.objects.values_list("action", "actor_name", "shelter_id")) == [
        ("client.created", "Budi", melati.pk), ("sheet.imported", "Budi", melati.pk),
        ("stay.admitted", "Budi", melati.pk),
    ]  # fmt: skip


def test_checking_writes_nothing(today, melati):
    outcome = check("register", register({}, {"Kategori PPKS": "Pak Ogah"}), melati, create_lists=True)
    assert (outcome.new, errors(outcome)) == (2, [])
    assert outcome.new_entries == [("kategori PPKS", "Pak Ogah")]
    assert (Client.objects.count(), Stay.objects.count(), AuditEvent.objects.count()) == (0, 0, 0)
    assert not Counter.objects.exists() and not Category.objects.filter(name="Pak Ogah").exists()


def test_every_bad_cell_is_named_and_nothing_comes_in(today, melati):
    outcome = bring(
        melati,
        {},
        {"Jenis kelamin": "X", "Tanggal masuk": "31/12/2025", "Kategori PPKS": "Gelandangn"},
        {"Tanggal keluar": date(2026, 1, 2), "Nama": ""},
        {"Tanggal masuk": date(2026, 3, 17), "Alasan keluar": "Kabur", "Perkiraan usia": 131},
    )
    assert errors(outcome) == [
        (3, "Tanggal masuk", "Tulis tanggal seperti 2026-03-16 (tahun-bulan-hari), atau sebagai tanggal Excel."),
        (3, "Jenis kelamin", "Isi salah satu: L, P."),
        (3, "Kategori PPKS", "“Gelandangn” tidak ada dalam daftar kategori PPKS. Maksudnya “Gelandangan”? "
         "Perbaiki ejaannya, atau izinkan menambah daftar."),
        (4, "Tanggal keluar", "Tanggal keluar tidak boleh sebelum tanggal masuk."),
        (4, "Alasan keluar", "Isi alasan keluar, karena tanggal keluar terisi."),
        (4, "Nama", "Isi Nama atau Alias."),
        (5, "Perkiraan usia", "Isi bilangan bulat dari 0 sampai 130."),
        (5, "Tanggal masuk", "Tanggal masuk belum tiba."),
        (5, "Tanggal keluar", "Isi tanggal keluar, karena alasan keluar terisi."),
    ]  # fmt: skip
    assert (Stay.objects.count(), Client.objects.count(), AuditEvent.objects.count()) == (0, 0, 0)


def test_the_same_file_twice_changes_nothing(today, melati, budi):
    rows = [
        {"Nama": "Satu", "NIK": NIK, "Perkiraan usia": 40},
        {"Nama": "Dua", "Nomor klien": "A-1", "Perkiraan usia": 50, "Tanggal keluar": "2026-01-07",
         "Alasan keluar": "Kabur"},
        {"Nama": "Dua Lagi", "Nomor klien": "A-1", "Perkiraan usia": 51, "Tanggal masuk": "2026-02-01"},
        {"Nama": "Tiga", "NIK": "123", "Kategori PPKS": "Pak Ogah", "Sumber": "Radio"},
    ]  # fmt: skip
    first = bring(melati, *rows, by=budi, create_lists=True)
    state = [[*model.objects.order_by("pk").values()] for model in (Client, Stay, Category, AuditEvent, Counter)]
    second = bring(melati, *rows, by=budi, create_lists=True)
    assert (first.new, second.counts) == (4, {"rows": 4, "new": 0, "changed": 0, "same": 4})
    assert (second.changes, second.new_entries) == ([], [])
    assert state == [
        [*model.objects.order_by("pk").values()] for model in (Client, Stay, Category, AuditEvent, Counter)
    ]


def test_people_are_matched_by_number_then_by_nik(today, melati):
    bring(
        melati,
        {"Nomor klien": "A-1", "NIK": NIK, "Tanggal keluar": "2026-01-06", "Alasan keluar": "Kabur"},
        {"NIK": "3404.9917.0885.0001", "Tanggal masuk": "2026-02-01", "Tanggal keluar": "2026-02-02",
         "Alasan keluar": "Kabur"},
        {"Nomor klien": "A-1", "Tanggal masuk": "2026-03-01"},
        {"Nama": "Lain"},
    )  # fmt: skip
    assert list(Stay.objects.order_by("register_number").values_list("client__number", flat=True)) == [
        "A-1", "A-1", "A-1", "MLT-2026-0001",
    ]  # fmt: skip


def test_new_numbers_step_over_those_in_use(today, melati):
    make_client(number="MLT-2026-0001")
    bring(melati, {}, {"Nomor klien": "MLT-2026-0002"}, {}, {"Tanggal masuk": "2025-05-05"})
    assert list(Stay.objects.order_by("register_number").values_list("client__number", flat=True)) == [
        "MLT-2026-0003", "MLT-2026-0002", "MLT-2026-0004", "MLT-2025-0001",
    ]  # fmt: skip
    bring(melati, {"Nomor register": "R9"})
    assert Stay.objects.get(register_number="R9").client.number == "MLT-2026-0005"


def test_overlaps_are_refused_within_the_file_and_against_other_shelters(today, sari, melati, kenanga):
    elsewhere = make_client("Ada", number="K-1")
    make_stay(kenanga, by=sari, client=elsewhere, entered_on=date(2026, 1, 1))
    outcome = bring(
        melati,
        {"Nomor klien": "K-1"},
        {"Nomor klien": "B-1", "Tanggal keluar": "2026-01-10", "Alasan keluar": "Kabur"},
        {"Nomor klien": "B-1", "Tanggal masuk": "2026-01-10"},
        {"Nomor klien": "C-1"},
        {"Nomor klien": "C-1", "Tanggal masuk": "2026-01-07", "Tanggal keluar": "2026-01-07", "Alasan keluar": "Kabur"},
        {"Nomor register": "R001"},
    )  # fmt: skip
    assert errors(outcome) == [
        (2, "Tanggal masuk", "Klien masih tercatat tinggal di panti pada tanggal itu."),
        (6, "Tanggal masuk", "Klien masih tercatat tinggal di panti pada tanggal itu. Lihat baris 5."),
        (7, "Nomor register", "Nomor register ini sudah ada di baris 2."),
    ]


def test_a_known_stay_is_completed_and_the_trail_says_what_changed(today, sari, melati, stay):
    rows = {
        "Nomor register": stay.register_number, "Nama": "Suratmin Hadi", "Tanggal masuk": stay.entered_on,
        "Tanggal keluar": "2026-03-10", "Alasan keluar": "Kabur", "Kategori PPKS": "Pengemis",
    }  # fmt: skip
    outcome = bring(melati, rows)
    assert outcome.counts == {"rows": 1, "new": 0, "changed": 1, "same": 0}
    assert {(change.field, change.old, change.new) for change in outcome.changes} == {
        ("Nama", "Suratmin", "Suratmin Hadi"), ("Kategori PPKS", "Gelandangan", "Pengemis"),
        ("Tanggal keluar", None, "2026-03-10"), ("Alasan keluar", "", "Melarikan diri"),
    }  # fmt: skip
    stay.refresh_from_db()
    assert (stay.status, stay.exit_reason, stay.client.version) == ("discharged", reason("kabur"), 2)
    changed = AuditEvent.objects.get(action="stay.changed").details["changed"]
    assert changed["ended_on"] == [None, "2026-03-10"]
    assert bring(melati, rows).same == 1


def test_an_empty_cell_leaves_what_is_known(today, melati, stay):
    row = {"Nomor register": stay.register_number, "Nama": "", "Kategori PPKS": "", "Tanggal masuk": stay.entered_on}
    assert bring(melati, row).counts == {"rows": 1, "new": 0, "changed": 0, "same": 1}
    stay.refresh_from_db()
    assert (stay.client.name, stay.category.slug) == ("Suratmin", "11")


def test_the_client_of_a_known_register_number_cannot_be_exchanged(today, melati, stay):
    outcome = bring(melati, {"Nomor register": stay.register_number, "Nomor klien": "X-1"})
    assert [(error.row, error.column) for error in outcome.errors] == [(2, "Nomor klien")]


def test_a_person_of_another_shelter_keeps_the_identity_on_file(today, sari, melati, kenanga):
    known = make_client("Wagiman", number="K-1", sex="L")
    make_stay(kenanga, by=sari, client=known, entered_on=date(2025, 1, 1)).discharge(
        by=sari, on=date(2025, 2, 1), reason=reason("kabur")
    )
    for expected in (1, 0):
        outcome = bring(melati, {"Nomor klien": "K-1", "Nama": "Orang Lain", "Jenis kelamin": "P", "NIK": NIK})
        assert (outcome.new, outcome.changed) == (expected, 0)
        assert outcome.warnings == [
            (2, "Klien ini juga tercatat di panti lain; tidak diubah: Nama, NIK, Jenis kelamin.")
        ]
    known.refresh_from_db()
    assert (known.name, known.sex, known.nik, known.stays.count()) == ("Wagiman", "L", None, 2)


def test_a_nik_that_cannot_be_is_kept_as_claimed_and_a_second_holder_is_marked(today, melati):
    make_client("Lama", number="L-1", nik=NIK, nik_status="valid")
    outcome = bring(
        melati,
        {"Nomor klien": "A-1", "NIK": "3404993902850001"},
        {"Nomor klien": "A-2", "NIK": NIK, "Jenis kelamin": "P"},
        {"Nomor klien": "A-3", "NIK": "3404991708850002"},
        {"Nomor klien": "A-4", "NIK": "3404991708850002"},
    )
    kept = Client.objects.exclude(number="L-1").order_by("number")
    assert list(kept.values_list("nik", "claimed_nik", "nik_status")) == [
        (None, "3404993902850001", "invalid"), (NIK, "", "doubled"),
        ("3404991708850002", "", "valid"), ("3404991708850002", "", "doubled"),
    ]  # fmt: skip
    assert outcome.warnings == [
        (2, "NIK: Tanggal 39 tidak mungkin (01–31, atau 41–71 untuk perempuan). Disimpan seperti tertulis."),
        (3, "NIK: NIK ini juga ada pada klien L-1; ditandai sebagai NIK ganda."),
        (3, "NIK: Menurut NIK laki-laki, menurut isian perempuan."),
        (5, "NIK: NIK ini juga ada pada klien A-3; ditandai sebagai NIK ganda."),
    ]


@pytest.mark.parametrize(
    "cell, value, words",
    [
        ("NIK", 3404991708850001, "sudah terpotong oleh Excel"),
        ("NIK", "3,40499E+15", "sudah terpotong oleh Excel"),
        ("NIK", "3404••••••••0001", "disamarkan"),
        ("Nomor register", date(2026, 1, 1), "seharusnya teks"),
        ("Nomor register", " ", "Isi nomor register."),
        ("Nama", "x" * 201, "Paling panjang 200 huruf; yang tertulis 201."),
        ("Nama", True, "bukan teks"),
        ("Alias", "Mbok; " + "x" * 101, "untuk satu alias"),
        ("Tanggal masuk", 45000, "angka, bukan tanggal"),
        ("Tanggal masuk", "2026-02-30", "tidak ada di kalender"),
        ("Tanggal masuk", "", "Isi tanggal masuk."),
        ("Tanggal lahir", date(2026, 2, 1), "setelah tanggal masuk"),
        ("Perkiraan usia", "empat puluh", "bilangan bulat"),
        ("Perkiraan usia", 40.5, "bilangan bulat"),
        ("Kode wilayah asal", "33.23", "Kode wilayah 33.23 tidak ada"),
        ("Jenis pelayanan SPM", "GEPENG", "tidak ada dalam daftar jenis pelayanan SPM"),
        ("Sumber", "Radio", "tidak ada dalam daftar sumber"),
    ],
)
def test_what_a_cell_may_not_hold(today, melati, cell, value, words):
    outcome = bring(melati, {cell: value})
    assert [(error.row, error.column) for error in outcome.errors] == [(2, cell)]
    assert words in outcome.errors[0].reason
    assert not Stay.objects.exists()


def test_text_that_no_column_can_hold_is_an_error_of_its_cell(today, melati):
    row = ["", "R1", "a\x00b", *[""] * 8, "2026-01-05", *[""] * 6]
    outcome = put_in("register", text(REGISTER, row), melati, by=None)
    assert errors(outcome) == [(2, "Nama", "Teks memuat tanda yang tidak dapat disimpan. Ketik ulang bagian itu.")]
    assert outcome.errors[0].value == "ab"


def test_marks_that_turn_the_direction_of_text_are_dropped(today, melati):
    bring(melati, {"Nama": "  Su\u202eratmin \t Hadi "})
    assert Client.objects.get().name == "Suratmin Hadi"


def test_an_error_never_repeats_a_whole_nik(today, melati):
    outcome = bring(melati, {"NIK": 3404991708850001})
    assert outcome.errors[0].value == "3404••••••••0001"


def test_a_cancelled_stay_is_not_revived(today, sari, melati, stay):
    stay.cancel(by=sari, reason="Salah")
    outcome = bring(melati, {"Nomor register": stay.register_number})
    assert errors(outcome) == [(2, "Nomor register", "Nomor register ini milik masa tinggal yang dibatalkan.")]


def test_new_entries_stand_for_the_rest(today, melati, budi):
    bring(melati, {"Kategori PPKS": "Pak Ogah"}, {"Kategori PPKS": "pak ogah"}, by=budi, create_lists=True)
    entry = Category.objects.get(name="Pak Ogah")
    assert (entry.slug, entry.maps_to.slug, entry.source) == ("pak-ogah", "lainnya", f"Impor {melati}")
    assert Stay.objects.filter(category=entry).count() == 2
    assert AuditEvent.objects.filter(action="category.created").count() == 1


def test_the_number_of_queries_does_not_grow_with_the_rows(today, melati):
    counts = []
    for rows in (5, 200):
        file = register(*({"Nomor register": f"{rows}-{serial}"} for serial in range(rows)))
        with CaptureQueriesContext(connection) as queries:
            put_in("register", file, melati, by=None)
        counts.append(len(queries))
    assert counts[0] == counts[1] < 30
