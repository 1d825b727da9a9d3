"""A phone number by its last nine digits: the same whether it was written with 0, 62 or +62."""

import re

from django.db.models import F, Func, TextField, Value

PHONE_END = Func(
    Func(F("phone"), Value(r"\D"), Value(""), Value("g"), function="regexp_replace"), Value(9),
    function="right", output_field=TextField(),
)  # fmt: skip


def phone_end(text):
    """The digits by which a phone is found; empty when the text is none."""
    digits = re.sub(r"\D", "", text)
    return digits[-9:] if len(digits) >= 9 and re.fullmatch(r"[\d\s+()./-]*", text) else ""
