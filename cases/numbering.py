"""The number of a letter: a pattern that the department writes, filled with what is known of the letter."""

import re

from django.core.exceptions import ValidationError

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
PARTS = ("klasifikasi", "nomor", "unit", "kode", "bulan", "tahun")
PLACE = re.compile(r"\{(\w*)\}")
LONGEST = 100
OFFERED = ", ".join(f"{{{part}}}" for part in PARTS)


def check_pattern(pattern):
    """Only the known parts; the number and the year among them, or two letters would bear the same number."""
    unknown = [name for name in PLACE.findall(pattern) if name not in PARTS]
    if unknown:
        raise ValidationError(f"{{{unknown[0]}}} tidak dikenal. Yang diisi otomatis: {OFFERED}.")
    if re.search(r"[{}]", PLACE.sub("", pattern)):
        raise ValidationError("Ada kurung kurawal yang tidak berpasangan. Tulis misalnya {nomor}.")
    for needed in ("nomor", "tahun"):
        if f"{{{needed}}}" not in pattern:
            raise ValidationError(f"Pola nomor surat harus memuat {{{needed}}}.")


def write_number(pattern, *, sequence, day, classification, unit, code):
    values = {
        "klasifikasi": classification, "nomor": f"{sequence:03}", "unit": unit, "kode": code,
        "bulan": ROMAN[day.month - 1], "tahun": str(day.year),
    }  # fmt: skip
    return PLACE.sub(lambda found: values.get(found[1], found[0]), pattern)


def reads_as_number(text, pattern):
    """Whether a number that somebody typed looks like one that the pattern gives."""
    pieces = [re.escape(piece) if place % 2 == 0 else SHAPES[piece] for place, piece in enumerate(PLACE.split(pattern))]
    return re.fullmatch("".join(pieces), text, re.IGNORECASE) is not None


SHAPES = {
    "klasifikasi": r"[\w.\-]+", "nomor": r"\d+", "unit": r".+", "kode": r"[A-Z0-9]+", "bulan": r"[IVX]+",
    "tahun": r"\d{4}",
}  # fmt: skip
