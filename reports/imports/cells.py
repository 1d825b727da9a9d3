"""What may stand in a cell: import-export widgets that turn it into a value, or say in a sentence what is wrong.

An empty cell is None and leaves what is known as it is.
"""

import difflib
import re
from datetime import date, datetime

from django.core.exceptions import ValidationError
from import_export import widgets

from cases.cleaning import clean_text

EXACT_DIGITS = 15  # Excel keeps no more of a number
ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?)?")
SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
LOST_DIGITS = "Angkanya sudah terpotong oleh Excel. Ubah format sel menjadi Teks, lalu ketik ulang nomornya."


class Text(widgets.Widget):
    """A line of text; with `lines`, several. A number that Excel made of it is text again, if none of it is lost."""

    def __init__(self, longest, *, lines=False):
        super().__init__()
        self.longest, self.lines = longest, lines

    def clean(self, value, row=None, **kwargs):
        text = tidy(self._as_text(value), lines=self.lines)
        if len(text) > self.longest:
            raise ValidationError(f"Paling panjang {self.longest} huruf; yang tertulis {len(text)}.")
        return text or None

    def _as_text(self, value):
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, (date, datetime)):
            raise ValidationError("Sel ini tanggal, seharusnya teks. Ubah format sel menjadi Teks, lalu ketik ulang.")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValidationError("Isi sel ini bukan teks.")
        if abs(value) >= 10**EXACT_DIGITS:
            raise ValidationError(LOST_DIGITS)
        return f"{value:.15g}"


class Number(Text):
    """A register, client or identity number: text, whatever it looks like."""

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value, row, **kwargs)
        if text and SCIENTIFIC.fullmatch(text):
            raise ValidationError(LOST_DIGITS)
        return text


class Day(widgets.Widget):
    """A date of Excel, or text like 2026-03-16. Anything else could be read in two ways."""

    def clean(self, value, row=None, **kwargs):
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if not isinstance(value, str):
            raise ValidationError("Isi sel ini angka, bukan tanggal. Beri sel itu format tanggal.")
        found = ISO_DATE.fullmatch(value.strip())
        if not found:
            raise ValidationError("Tulis tanggal seperti 2026-03-16 (tahun-bulan-hari), atau sebagai tanggal Excel.")
        try:
            return date.fromisoformat(found[1])
        except ValueError as error:
            raise ValidationError("Tanggal ini tidak ada di kalender.") from error


class WholeNumber(widgets.Widget):
    def __init__(self, least, most):
        super().__init__()
        self.least, self.most = least, most

    def clean(self, value, row=None, **kwargs):
        if isinstance(value, str):
            value = value.strip()
            value = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else value
        if value in (None, ""):
            return None
        whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value // 1
        if not whole or not self.least <= value <= self.most:
            raise ValidationError(f"Isi bilangan bulat dari {self.least} sampai {self.most}.")
        return int(value)


class Choice(Text):
    """One of a few words."""

    def __init__(self, words):
        super().__init__(200)
        self.words = words

    def clean(self, value, row=None, **kwargs):
        text = super().clean(value, row, **kwargs)
        if text is None:
            return None
        for word in self.words:
            if text.casefold() == word.casefold():
                return word
        raise ValidationError("Isi salah satu: " + ", ".join(self.words) + ".")


class Listed(Text):
    """A row of a table that was loaded before the first row: by its name, its code, or a name it is also known by."""

    def __init__(self, label):
        super().__init__(200)
        self.label, self.found, self.hints, self.read = label, {}, {}, {}

    def load(self, entries):
        """`entries`: pairs of a text and the row it means; the first pair of a text wins."""
        for text, entry in entries:
            self.found.setdefault(text.casefold(), entry)

    def clean(self, value, row=None, **kwargs):
        if value not in self.read:  # the same few words stand in thousands of cells
            text = super().clean(value, row, **kwargs)
            self.read[value] = None if text is None else self.look_up(text)
        return self.read[value]

    def look_up(self, text):
        entry = self.found.get(text.casefold())
        return entry if entry is not None else self.refuse(text)

    def refuse(self, text):
        if text not in self.hints:
            close = difflib.get_close_matches(text.casefold(), [*self.found], n=1)
            self.hints[text] = f" Maksudnya “{self.found[close[0]]}”?" if close else ""
        raise ValidationError(f"“{text[:60]}” tidak ada dalam daftar {self.label}.{self.hints[text]}")


def tidy(text, *, lines=False):
    """clean_text(), without its letter by letter for what plainly needs none: most cells of most sheets."""
    if text.isascii() and text.isprintable():
        return text.strip() if lines else " ".join(text.split())
    return clean_text(text, lines=lines)


def peek(widget, value):
    """What a cell would give, or None where it would be refused: for looking things up before the row is read."""
    try:
        return widget.clean(value)
    except ValidationError:
        return None
