"""Answers as JSON and their other shapes: what a browser posts, what XPath reads, what a person reads.

text str · integer int · decimal str such as "36.5" (no binary rounding) · date "2026-11-21" · time "13:30" ·
select_one the choice's name · select_multiple a list of names · acknowledge "OK" · calculate str ·
image and file "12/ktp.jpg": the id of the stored file and the name that it had.
"""

import math
import re
import unicodedata
from datetime import date, time
from decimal import Decimal

from assessments.xlsform import dates
from assessments.xlsform.coercion import NUMBER, to_number
from assessments.xlsform.question import FILES, Question

LONGEST_TEXT = 10_000
# Above this a double, which XPath counts in, no longer tells neighbouring whole numbers apart.
LARGEST = 10**15
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?", re.ASCII)
DAY_FIRST = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", re.ASCII)
CLOCK = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))?", re.ASCII)


def clean(question: Question, raw: str | list[str]):
    """The answer in what an HTML form posts, or None; ValueError says in Indonesian what is wrong."""
    if question.type in FILES:
        raise ValueError("Pilih berkasnya lewat tombol di pertanyaan ini.")
    if not question.is_input:
        raise ValueError("Isian ini tidak dapat diubah.")
    if question.type == "select_multiple":
        return _choices(question, [raw] if isinstance(raw, str) else raw)
    text = raw if isinstance(raw, str) else "".join(raw[:1])
    text = clean_text(text)
    return CLEANERS[question.type](question, text) if text else None


def clean_text(text: str) -> str:
    """Without what XML cannot hold: control characters, half surrogates, non-characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))
    return "".join(letter for letter in kept if letter not in "\ufffe\uffff").strip()


def _text(_question, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError("Teks terlalu panjang; paling banyak 10.000 huruf.")
    return text


def _integer(_question, text: str) -> int:
    plain = text.replace(".", "") if GROUPED.fullmatch(text) else text
    if not re.fullmatch("[+-]?[0-9]{1,16}", plain, re.ASCII):
        raise ValueError("Isi dengan angka bulat, misalnya 12.")
    if abs(int(plain)) > LARGEST:
        raise ValueError("Angka terlalu besar.")
    return int(plain)


def _decimal(_question, text: str) -> str:
    if GROUPED.fullmatch(text) and text.count(".") == 1 and "," not in text:
        whole, part = text.split(".")
        raise ValueError(f"Apakah maksudnya {whole}{part} atau {whole},{part}? Tulis salah satunya.")
    plain = text.replace(".", "").replace(",", ".") if GROUPED.fullmatch(text) else text.replace(",", ".")
    if not re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", plain, re.ASCII) or len(plain) > 30:
        raise ValueError("Isi dengan angka, misalnya 36,5.")
    if abs(Decimal(plain)) > LARGEST:
        raise ValueError("Angka terlalu besar.")
    return format(Decimal(plain), "f")


def _date(_question, text: str) -> str:
    day_first = DAY_FIRST.fullmatch(text)
    parts = reversed(day_first.groups()) if day_first else text.split("-")
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day).isoformat()
    except ValueError:
        raise ValueError("Isi tanggal yang ada, misalnya 21/11/2026.") from None


def _time(_question, text: str) -> str:
    found = CLOCK.fullmatch(text)
    try:
        if not found:
            raise ValueError
        clock = time(*(int(part or 0) for part in found.groups()))
    except ValueError:
        raise ValueError("Isi jam, misalnya 13.30.") from None
    return clock.isoformat(timespec="seconds" if clock.second else "minutes")


def _choice(question: Question, name: str) -> str:
    if not question.choice(name):
        raise ValueError("Pilih salah satu pilihan yang tersedia.")
    return name


def _choices(question: Question, names: list[str]) -> list[str] | None:
    """In the order of the form, whatever order the browser sends."""
    wanted = {name for name in names if name}
    if wanted - {choice.name for choice in question.choices}:
        raise ValueError("Pilih dari pilihan yang tersedia.")
    return [choice.name for choice in question.choices if choice.name in wanted] or None


def _acknowledge(_question, text: str) -> str:
    if text not in ("OK", "on", "true"):
        raise ValueError("Beri tanda centang bila sudah dibaca.")
    return "OK"


CLEANERS = {
    "text": _text,
    "integer": _integer,
    "decimal": _decimal,
    "date": _date,
    "time": _time,
    "select_one": _choice,
    "acknowledge": _acknowledge,
}


def file_answer(pk: int, name: str) -> str:
    """Names what a person gave; the name is only for people, the id says which file it is."""
    plain = clean_text(name).replace("/", "-").replace("\n", " ")[-100:].strip()
    return f"{pk}/{plain or 'berkas'}"


def file_id(value) -> int | None:
    number = str(value or "").partition("/")[0]
    return int(number) if re.fullmatch("[0-9]{1,15}", number, re.ASCII) else None


def to_instance(value) -> str:
    """As XPath reads it."""
    return " ".join(value) if isinstance(value, list) else str(value)


def from_instance(question: Question, text: str):
    """The answer in what an expression or a plain default yields; ValueError if the type does not fit."""
    text = text.strip() if question.type != "text" else text
    if not text:
        return None
    match question.type:
        case "integer":
            number = to_number(text)
            if not (math.isfinite(number) and abs(number) <= LARGEST and NUMBER.fullmatch(text)):
                raise ValueError(f"“{text}” bukan angka bulat.")
            return int(number)
        case "decimal":
            if not NUMBER.fullmatch(text):
                raise ValueError(f"“{text}” bukan angka.")
            return format(Decimal(text), "f")
        case "date":
            found = dates.date(float(text) if NUMBER.fullmatch(text) else text)
            if not found:
                raise ValueError(f"“{text}” bukan tanggal.")
            return found
        case "select_multiple":
            return _choices(question, text.split())
        case "calculate":
            return text
        case _:
            return CLEANERS[question.type](question, text)


def show(question: Question, value) -> str:
    """For people: labels of choices, 21 November 2026, 13.30, a decimal comma."""
    match question.type:
        case _ if value is None:
            return ""
        case "select_one" | "select_multiple":
            names = value if isinstance(value, list) else [value]
            return ", ".join(choice.label for choice in question.choices if choice.name in names)
        case "date":
            day = date.fromisoformat(value)
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        case "time":
            return value.replace(":", ".")
        case "decimal":
            return value.replace(".", ",")
        case "calculate" if NUMBER.fullmatch(value):
            return value.replace(".", ",")
        case "acknowledge":
            return "Ya"
        case "image" | "file":
            return str(value).partition("/")[2]
        case _:
            return str(value)
