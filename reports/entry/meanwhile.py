"""Two people on one page: a field that somebody else changed since it was shown is asked about, never overwritten."""

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from cases.models import AuditEvent
from cases.templatetags.indonesian import angka

DOTTED = re.compile(r"\d{1,3}(\.\d{3})+")
PLAIN = re.compile(r"\d+(\.\d{1,2})?")


class AmountField(forms.Field):
    """A count or an amount of rupiah, zero or more, as Indonesians write it: 1250000, 1.250.000 or 1.250.000,50."""

    def __init__(self, *, decimals=0, most=2_000_000_000, **kwargs):
        super().__init__(widget=forms.TextInput({"inputmode": "decimal" if decimals else "numeric"}), **kwargs)
        self.decimals, self.most = decimals, most

    def prepare_value(self, value):
        return angka(value) if isinstance(value, (int, Decimal)) else value

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, (int, Decimal)):
            return value
        number = self.read(value)
        if number > self.most:
            raise ValidationError("Angka ini terlalu besar.")
        return number if self.decimals else int(number)

    def read(self, text):
        text = re.sub(r"^rp\.?|\s", "", text.strip().lower())
        if "," in text or DOTTED.fullmatch(text):
            text = text.replace(".", "").replace(",", ".")
        if text.startswith("-"):
            raise ValidationError("Angka tidak boleh negatif.")
        try:
            number = Decimal(text) if PLAIN.fullmatch(text) and text.isascii() else None
        except InvalidOperation:
            number = None
        if number is None or (not self.decimals and number != int(number)):
            example = "1.250.000 atau 1.250.000,50" if self.decimals else "bulat, misalnya 120"
            raise ValidationError(f"Tulis angka {example}.")
        return number


def watched(field):
    """The page carries what the field showed, so that a change of somebody else is noticed."""
    field.show_hidden_initial = True
    return field


def changes(form):
    """{field: value} of what this person changed. The other fields stay as they are now, whatever the page showed."""
    return {name: form.cleaned_data[name] for name in form.changed_data if name in form.cleaned_data}


def clashes(form, now, who=""):
    """Whether somebody else changed what this person changed too. Then both are shown, and a second sending decides.

    `now`: {field: value as the database has it, locked}. Call it in the transaction that saves.
    """
    data, found = form.data.copy(), []
    for name, typed in changes(form).items():
        if name not in now:
            continue
        bound = form[name]
        hidden = bound.field.hidden_widget().value_from_datadict(form.data, form.files, bound.html_initial_name)
        was, current = bound.field.to_python(hidden), now[name]
        if not bound.field.show_hidden_initial or current in (was, typed):
            continue
        shown = bound.field.prepare_value(current)
        data[bound.html_initial_name] = "" if shown is None else shown
        found.append((name, "dikosongkan" if shown in (None, "") else f"diubah menjadi “{shown}”"))
    form.data = data
    for name, what in found:
        by = f" oleh {who}" if who else ""
        form.add_error(name, f"Sementara itu {what}{by}. Simpan sekali lagi untuk memakai isian Anda.")
    return bool(found)


def last_to_change(*rows):
    """The name of whoever last changed one of these rows."""
    event = AuditEvent.objects.about(*rows).first() if rows else None
    return event.actor_name if event else ""
