"""Text from outside, made safe to keep: one function for forms, searches and spreadsheets."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError

# Marks that turn the direction of text: in a name they can make another name appear.
DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF])


def clean_text(text, *, lines=False):
    """Text in normal form without control or direction marks; blanks collapsed, unless it has lines to keep.

    Raises ValidationError for what no database column can hold (NUL, half a surrogate pair).
    """
    if text.isascii() and text.isprintable():  # nearly every cell of a register: nothing to mend but blanks
        return " ".join(text.split()) if not lines else text.strip()
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValidationError("Teks memuat tanda yang tidak dapat disimpan. Ketik ulang bagian itu.")
    text = unicodedata.normalize("NFC", text).translate(DIRECTION_MARKS)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(letter if letter in "\n\t" or unicodedata.category(letter) != "Cc" else " " for letter in text)
    if lines:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip()
    return re.sub(r"\s+", " ", text).strip()


class TextField(forms.CharField):
    """A line, or with a Textarea several, of text from a person."""

    def to_python(self, value):
        text = super().to_python(value)
        return clean_text(text, lines=isinstance(self.widget, forms.Textarea)) if text else text
