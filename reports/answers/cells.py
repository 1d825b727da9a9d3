"""A cell of an old form as the answer to a question; ValueError says in Indonesian what is wrong."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal

from assessments.confidential import HIDDEN
from assessments.xlsform import clean
from assessments.xlsform.values import clean_text
from reports.answers.columns import resolve
from reports.imports.cells import EXACT_DIGITS, LOST_DIGITS

YES = {"ya", "yes", "y", "true", "benar", "1", "ok", "v", "x", "✓"}
NO = {"tidak", "no", "n", "false", "salah", "0", "-"}
SEPARATOR = re.compile(r"\s*[,;|\n]\s*")
SLASHED = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
CLOCKED = re.compile(r"[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([AaPp][Mm])?")
ZONED = re.compile(r"\s*(Z|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|GMT|UTC|WIB|WITA|WIT)$", re.IGNORECASE)


def read_cell(question, value, style):
    """The answer in a cell, or None where it is empty."""
    if isinstance(value, str):
        value = clean_text(value)
    if value in ("", None):
        return None
    if value == HIDDEN:
        raise ValueError("Jawaban ini disembunyikan saat diunduh; unduh lagi dengan keperluan tertulis.")
    match question.type:
        case "integer" | "decimal":
            return clean(question, _number(value, style, whole=question.type == "integer"))
        case "date":
            return read_day(value, style).isoformat()
        case "time":
            return clean(question, value.isoformat() if isinstance(value, time) else _clock(value))
        case "select_one":
            return _choice(question, as_text(value))
        case "select_multiple":
            return clean(question, _choices(question, as_text(value)))
        case "acknowledge":
            return "OK" if says_yes(value) else None
        case "calculate":
            return as_text(value)
        case _:
            return clean(question, as_text(value))


def says_yes(value):
    """Ticked or not; of an option column, say."""
    said = as_text(value).strip().casefold()
    if said in YES or said in NO:
        return said in YES
    raise ValueError("Tulis 1 atau 0, atau Ya atau Tidak.")


def as_text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        if abs(value) >= 10**EXACT_DIGITS:
            raise ValueError(LOST_DIGITS)
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="seconds").removesuffix(" 00:00:00")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _number(value, style, *, whole):
    if isinstance(value, (date, time)):
        raise ValueError("Sel ini tanggal, seharusnya angka. Ubah format sel menjadi angka.")
    text = as_text(value)
    if isinstance(value, str) and style != "id":
        text = text.replace(",", "") if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text) else text
    if whole:
        return text if isinstance(value, str) and style == "id" else re.sub(r"\.0+$", "", text)
    # A decimal point that nobody meant for thousands: said with a comma, it is not asked about again.
    return text.replace(".", ",") if not isinstance(value, str) or style != "id" else text


def _clock(value):
    if isinstance(value, float) and 0 <= value < 1:
        seconds = round(value * 86_400)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    text = as_text(value)
    return re.sub(r"(?<=\d{2}:\d{2}:\d{2})\.\d+|(?:Z|[+-]\d{2}:?\d{2})$", "", text)


def read_day(value, style):
    """A day as this form writes it; American days only where somebody said so."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = SLASHED.match(value.strip()) if isinstance(value, str) else None
    if not found or len(found[1]) == 3:
        raise ValueError("Bukan tanggal. Contoh yang dapat dibaca: 21/11/2026 atau 2026-11-21.")
    one, two, three = (int(part) for part in found.groups())
    if len(found[1]) == 4:
        parts = (one, two, three)
    elif len(found[3]) == 4:
        parts = (three, one, two) if style == "us" else (three, two, one)
    else:
        raise ValueError("Tulis tahunnya dengan empat angka.")
    try:
        return date(*parts)
    except ValueError as error:
        raise ValueError("Tanggal ini tidak ada di kalender.") from error


def read_moment(value, style, zone, *, utc=False):
    """When a form was filled in, by the shelter's clock; noon where only the day is known."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=zone)
    if not isinstance(value, str):
        return datetime.combine(read_day(value, style), time(12), zone)
    text = value.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment and len(text) > 10:
        if moment.tzinfo is None:
            return moment.replace(tzinfo=UTC if utc else zone).astimezone(zone)
        return moment.astimezone(zone)
    day, found = read_day(text, style), CLOCKED.search(ZONED.sub("", text))
    if not found:
        return datetime.combine(day, time(12), zone)
    hour = int(found[1]) % 12 + 12 * (found[4].lower() == "pm") if found[4] else int(found[1])
    try:
        return datetime.combine(day, time(hour, int(found[2]), int(found[3] or 0)), zone)
    except ValueError as error:
        raise ValueError("Jamnya tidak dapat dibaca.") from error


def _choice(question, text):
    found = resolve(question, text) or _yes_or_no(question, text)
    if found is None:
        raise ValueError(f"“{text[:60]}” bukan salah satu pilihannya.")
    return found


def _yes_or_no(question, text):
    said = text.strip().casefold()
    for words, names in ((YES, ("ya", "yes")), (NO, ("tidak", "no"))):
        if said in words - {"1", "0", "x", "-", "v"}:
            return next((found for name in names if (found := resolve(question, name))), None)
    return None


def _choices(question, text):
    """Names with blanks between them, as KoboToolbox writes, or labels with commas, which labels may hold too."""
    if all(question.choice(name) for name in text.split()):
        return text.split()
    labels = {words: choice.name for choice in question.choices for words in (choice.name, choice.label)}
    labels = {" ".join(words.split()).casefold(): name for words, name in labels.items()}
    found, rest = [], " ".join(re.sub(r"\s*\n\s*", ", ", text).split()).casefold()
    while rest:
        fitting = [words for words in labels if rest.startswith(words) and _ends(rest[len(words) :])]
        if not fitting:
            raise ValueError(f"“{rest[:60]}” bukan salah satu pilihannya.")
        longest = max(fitting, key=len)
        found.append(labels[longest])
        rest = SEPARATOR.sub("", rest[len(longest) :], count=1)
    return found


def _ends(rest):
    return not rest or SEPARATOR.match(rest)
