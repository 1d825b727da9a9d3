"""The national identity number (NIK): what its sixteen digits say, and what they cannot say.

A NIK has no check digit: only its structure can be tested. What is impossible is an error and such a number is kept
apart as claimed; what is merely odd is a warning, for a NIK may lawfully disagree with the birth date (PP 40/2019).
Rules: domain/identity-and-region.md §1.
"""

import re
from dataclasses import dataclass
from datetime import date

FIRST_PROVINCE, LAST_PROVINCE = 11, 96


@dataclass(frozen=True)
class Reading:
    digits: str
    error: str = ""
    sex: str = ""
    birth_dates: tuple = ()  # the century is not written: the possible dates, latest first
    warnings: tuple = ()

    @property
    def is_valid(self):
        return not self.error


def normalise(text):
    """The digits as written, without blanks, dots and dashes. A NIK is text, never a number."""
    return re.sub(r"[\s.\-]", "", text or "").lstrip("'")


def read(text, *, today, sex="", birth_date=None, regions=frozenset()):
    """What a NIK says. `regions`: known codes of regencies and districts without dots, for the region warning."""
    digits = normalise(text)
    error = _structural_error(digits)
    if error:
        return Reading(digits, error)
    day = int(digits[6:8])
    said_sex = "P" if day > 40 else "L"
    dates = _possible_dates(day - 40 if day > 40 else day, int(digits[8:10]), int(digits[10:12]), today)
    if not dates:
        return Reading(digits, "Tanggal lahir di dalam NIK tidak ada di kalender.")
    warnings = (
        *_region_warnings(digits, regions),
        *_sex_warnings(said_sex, sex),
        *_date_warnings(dates, birth_date),
    )
    return Reading(digits, "", said_sex, dates, warnings)


def mask(digits):
    """For whoever has no need to read it: the region and the serial stay."""
    return f"{digits[:4]}••••••••{digits[-4:]}" if len(digits) == 16 else "•" * len(digits)


def _structural_error(digits):
    if not digits.isascii() or not digits.isdigit():
        return "NIK hanya terdiri dari angka."
    if len(digits) != 16:
        return f"NIK terdiri dari 16 angka; yang tertulis {len(digits)}."
    if not FIRST_PROVINCE <= int(digits[:2]) <= LAST_PROVINCE:
        return f"Kode provinsi {digits[:2]} tidak ada."
    if digits[12:] == "0000":
        return "Nomor urut 0000 tidak pernah diterbitkan."
    day, month = int(digits[6:8]), int(digits[8:10])
    if not (1 <= day <= 31 or 41 <= day <= 71):
        return f"Tanggal {digits[6:8]} tidak mungkin (01–31, atau 41–71 untuk perempuan)."
    if not 1 <= month <= 12:
        return f"Bulan {digits[8:10]} tidak ada."
    return ""


def _possible_dates(day, month, year, today):
    found = []
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        try:
            born = date(century + year, month, day)
        except ValueError:
            continue
        if born <= today:
            found.append(born)
    return tuple(found)


def _region_warnings(digits, regions):
    if regions and digits[:4] not in regions:
        yield f"Kode kabupaten/kota {digits[:2]}.{digits[2:4]} tidak ada dalam daftar sekarang."
    elif regions and digits[:6] not in regions:
        yield f"Kode kecamatan {digits[:2]}.{digits[2:4]}.{digits[4:6]} tidak ada dalam daftar sekarang."


def _sex_warnings(said, known):
    words = {"L": "laki-laki", "P": "perempuan"}
    if known in words and known != said:
        yield f"Menurut NIK {words[said]}, menurut isian {words[known]}."


def _date_warnings(dates, known):
    if known and known not in dates:
        yield f"Menurut NIK lahir {dates[0]:%d-%m-%Y}, menurut isian {known:%d-%m-%Y}."
