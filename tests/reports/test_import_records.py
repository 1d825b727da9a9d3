"""Presence, services and needs from sheets."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import AuditEvent, DayRecord, Need, ServiceRecord
from reports.imports.run import check, put_in
from tests.factories import make_day, make_ended_stay, make_need, make_service
from tests.reports.sheets import NEEDS, PRESENCE, SERVICES, xlsx

ON = date(2026, 3, 5)


@pytest.fixture
def number(stay):
    return stay.register_number


def told(outcome):
    return [(error.row, error.column, error.reason) for error in outcome.errors]


def test_presence_is_added_corrected_and_left_alone(today, melati, budi, stay, number):
    make_day(stay, date(2026, 3, 3), "hadir")
    make_day(stay, date(2026, 3, 4), "izin")
    file = xlsx(
        PRESENCE, [number, date(2026, 3, 3), "rs"], [number, date(2026, 3, 4), "izin"], [number, ON, "Kabur"],
        [number, ON, "kabur"],
    )  # fmt: skip
    outcome = put_in("kehadiran", file, melati, by=budi)
    assert outcome.counts == {"rows": 4, "new": 1, "changed": 1, "same": 2}
    assert [(change.row, change.field, change.old, change.new) for change in outcome.changes] == [
        (2, "Kehadiran", "hadir", "rs")
    ]
    assert list(stay.days.values_list("date__day", "presence")) == [(3, "rs"), (4, "izin"), (5, "kabur")]
    assert stay.days.get(date=ON).recorded_by == budi
    assert put_in("kehadiran", file, melati, by=budi).counts == {"rows": 4, "new": 0, "changed": 0, "same": 4}
    assert AuditEvent.objects.filter(action__startswith="dayrecord").count() == 2


def test_a_known_day_said_twice_is_changed_once(today, melati, stay, number):
    make_day(stay, ON, "hadir")
    outcome = put_in("kehadiran", xlsx(PRESENCE, [number, ON, "rs"], [number, ON, "rs"]), melati, by=None)
    assert outcome.counts == {"rows": 2, "new": 0, "changed": 1, "same": 1}
    changed = AuditEvent.objects.get(action="dayrecord.changed").details["changed"]
    assert changed == {"presence": ["hadir", "rs"]}


def test_presence_outside_the_stay_or_said_twice_is_refused(today, melati, kenanga, stay, number):
    ended = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 7))
    elsewhere = make_ended_stay(kenanga, date(2026, 1, 5), date(2026, 1, 7), register_number="KNG-1")
    outcome = check(
        "kehadiran",
        xlsx(
            PRESENCE, [number, date(2026, 3, 1), "hadir"], [number, date(2026, 3, 17), "hadir"],
            [ended.register_number, date(2026, 1, 8), "izin"], [elsewhere.register_number, ON, "izin"],
            [number, ON, "izin"], [number, ON, "rs"], [number, "5/3/2026", "sakit"], ["", "", ""],
            [number, "", ""],
        ),
        melati,
    )  # fmt: skip
    assert told(outcome) == [
        (2, "Tanggal", "Di luar masa tinggal (02-03-2026 sampai sekarang)."),
        (3, "Tanggal", "Tanggal ini belum tiba."),
        (4, "Tanggal", "Di luar masa tinggal (05-01-2026 sampai 07-01-2026)."),
        (5, "Nomor register", "Nomor register KNG-1 tidak ada di panti ini."),
        (7, "Kehadiran", "Baris 6 menulis “izin” untuk tanggal yang sama."),
        (8, "Tanggal", "Tulis tanggal seperti 2026-03-16 (tahun-bulan-hari), atau sebagai tanggal Excel."),
        (8, "Kehadiran", "Isi salah satu: hadir, izin, rs, kabur, perjalanan."),
        (10, "Kehadiran", "Isi kolom Kehadiran."),
        (10, "Tanggal", "Isi kolom Tanggal."),
    ]
    assert not DayRecord.objects.exists()


def test_equal_services_add_up_and_the_same_file_adds_none(today, melati, budi, stay, number):
    make_service(stay, "food", ON)
    file = xlsx(
        SERVICES, [number, ON, "food"], [number, ON, "food", 1], [number, ON, "food", "1"],
        [number, ON, "guidance", 2, "Senam pagi"],
    )  # fmt: skip
    assert put_in("layanan", file, melati, by=budi).counts == {"rows": 4, "new": 3, "changed": 0, "same": 1}
    assert put_in("layanan", file, melati, by=budi).counts == {"rows": 4, "new": 0, "changed": 0, "same": 4}
    assert sorted(ServiceRecord.objects.values_list("service", "quantity", "note", "on_sheet")) == [
        ("food", 1, "", False), ("food", 1, "", False), ("food", 1, "", False), ("guidance", 2, "Senam pagi", False),
    ]  # fmt: skip


def test_what_a_service_row_may_not_hold(today, melati, number):
    outcome = check(
        "layanan",
        xlsx(
            SERVICES, [number, date(2026, 3, 1), "food", 0], [number, ON, "makan", 1.5, "x" * 301], [number, ON, ""]
        ),
        melati,
    )  # fmt: skip
    assert told(outcome) == [
        (2, "Jumlah", "Isi bilangan bulat dari 1 sampai 100000."),
        (2, "Tanggal", "Di luar masa tinggal (02-03-2026 sampai sekarang)."),
        (3, "Layanan", "“makan” tidak ada dalam daftar layanan (kode)."),
        (3, "Jumlah", "Isi bilangan bulat dari 1 sampai 100000."),
        (3, "Keterangan", "Paling panjang 300 huruf; yang tertulis 301."),
        (4, "Layanan", "Isi kolom Layanan."),
    ]


def test_needs_are_opened_and_closed_once(today, melati, budi, stay, number):
    make_need(stay, "guidance", date(2026, 3, 3))
    make_need(stay, "food", date(2026, 3, 2), date(2026, 3, 4), "ditolak")
    file = xlsx(
        NEEDS, [number, "guidance", date(2026, 3, 3), ON, "Terpenuhi"],
        [number, "food", date(2026, 3, 2), ON, "terpenuhi"], [number, "food", date(2026, 3, 4), "", ""],
        [number, "clothing", date(2026, 3, 2), date(2026, 3, 2), "tidak diperlukan"],
    )  # fmt: skip
    outcome = put_in("kebutuhan", file, melati, by=budi)
    assert outcome.counts == {"rows": 4, "new": 2, "changed": 1, "same": 1}
    assert {row for row, _ in outcome.warnings} == {3}
    assert sorted(Need.objects.values_list("service", "opened_on__day", "closed_on__day", "reason")) == [
        ("clothing", 2, 2, "tidak diperlukan"), ("food", 2, 4, "ditolak"), ("food", 4, None, ""),
        ("guidance", 3, 5, "terpenuhi"),
    ]  # fmt: skip
    assert put_in("kebutuhan", file, melati, by=budi).counts == {"rows": 4, "new": 0, "changed": 0, "same": 4}


def test_a_need_may_begin_on_the_day_that_the_same_file_closes_the_last_one(today, melati, budi, stay, number):
    make_need(stay, "guidance", date(2026, 3, 3))
    file = xlsx(NEEDS, [number, "guidance", date(2026, 3, 3), ON, "terpenuhi"], [number, "guidance", ON, "", ""])
    assert put_in("kebutuhan", file, melati, by=budi).counts == {"rows": 2, "new": 1, "changed": 1, "same": 0}


def test_what_a_need_may_not_be(today, melati, stay, number):
    make_need(stay, "guidance", date(2026, 3, 3))
    outcome = check(
        "kebutuhan",
        xlsx(
            NEEDS, [number, "guidance", ON], [number, "food", ON, date(2026, 3, 4), "ditolak"],
            [number, "clothing", ON, ON, ""], [number, "burial", ON, "", "terpenuhi"],
            [number, "care", ON], [number, "care", date(2026, 3, 6)], [number, "care", ON],
            [number, "referral", date(2026, 3, 1), date(2026, 3, 17), "bosan"],
        ),
        melati,
    )  # fmt: skip
    assert told(outcome) == [
        (2, "Dibuka", "Kebutuhan akan layanan ini masih terbuka pada masa itu."),
        (3, "Ditutup", "Tanggal ditutup tidak boleh sebelum tanggal dibuka."),
        (4, "Alasan", "Isi alasan, karena tanggal ditutup terisi."),
        (5, "Ditutup", "Isi tanggal ditutup, karena alasan terisi."),
        (7, "Dibuka", "Kebutuhan akan layanan ini masih terbuka pada masa itu. Lihat baris 6."),
        (8, "Dibuka", "Kebutuhan ini sudah ada di baris 6."),
        (9, "Alasan", "Isi salah satu: terpenuhi, tidak diperlukan, ditolak."),
        (9, "Dibuka", "Di luar masa tinggal (02-03-2026 sampai sekarang)."),
        (9, "Ditutup", "Tanggal ini belum tiba."),
    ]


@pytest.mark.parametrize("kind, header, rest", [("kehadiran", PRESENCE, ["izin"]), ("layanan", SERVICES, ["food"])])
def test_the_number_of_queries_does_not_grow_with_the_rows(today, melati, stay, number, kind, header, rest):
    counts = []
    for days in ([2], range(3, 15)):
        file = xlsx(header, *([number, date(2026, 3, day), *rest] for day in days))
        with CaptureQueriesContext(connection) as queries:
            put_in(kind, file, melati, by=None)
        counts.append(len(queries))
    assert counts[0] == counts[1] < 20
