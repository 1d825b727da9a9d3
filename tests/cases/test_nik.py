from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import nik

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    "written, valid, sex, born",
    [
        ("3404991708850001", True, "L", date(1985, 8, 17)),
        ("3404995708850001", True, "P", date(1985, 8, 17)),
        ("3404.9917-0885 0001", True, "L", date(1985, 8, 17)),
        ("3404992902000001", True, "L", date(2000, 2, 29)),
        ("3404993902850001", False, "", None),
        ("3404993002850001", False, "", None),
        ("3404991713850001", False, "", None),
        ("3404991708850000", False, "", None),
        ("340499170885000", False, "", None),
        ("3404992902010001", False, "", None),
        ("3404993202850001", False, "", None),
        ("3404997202850001", False, "", None),
        ("0004991708850001", False, "", None),
        ("9904991708850001", False, "", None),
        ("34049917088500O1", False, "", None),
        ("٣٤٠٤٩٩١٧٠٨٨٥٠٠٠١", False, "", None),
    ],
)
def test_what_a_nik_says(written, valid, sex, born):
    reading = nik.read(written, today=TODAY)
    assert (reading.is_valid, reading.sex, reading.birth_dates[0] if born else None) == (valid, sex, born)
    assert bool(reading.error) != valid


def test_odd_is_a_warning_not_an_error():
    reading = nik.read(
        "3404995708850001",
        today=TODAY,
        sex="L",
        birth_date=date(1980, 3, 12),
        regions=frozenset({"3404", "340415"}),
    )
    assert reading.is_valid
    assert list(reading.warnings) == [
        "Kode kecamatan 34.04.99 tidak ada dalam daftar sekarang.",
        "Menurut NIK perempuan, menurut isian laki-laki.",
        "Menurut NIK lahir 17-08-1985, menurut isian 12-03-1980.",
    ]


@given(st.dates(date(1927, 1, 1), TODAY), st.sampled_from("LP"), st.integers(1, 9999))
def test_a_number_made_by_the_rules_is_read_back(born, sex, serial):
    day = born.day + (40 if sex == "P" else 0)
    written = f"340499{day:02}{born:%m%y}{serial:04}"
    reading = nik.read(written, today=TODAY, sex=sex, birth_date=born)
    assert (reading.is_valid, reading.sex, reading.warnings) == (True, sex, ())
    assert born in reading.birth_dates


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(written):
    reading = nik.read(written, today=TODAY)
    assert reading.is_valid == (not reading.error)


def test_a_mask_hides_the_birth_date():
    assert nik.mask("3404991708850001") == "3404••••••••0001"
