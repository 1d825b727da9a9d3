import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cases.cleaning import clean_text


@pytest.mark.parametrize("text", ["a\x00b", "Sari \ud800"])
def test_what_no_column_can_hold_is_refused(text):
    with pytest.raises(ValidationError, match="tidak dapat disimpan"):
        clean_text(text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200))
def test_cleaned_text_is_plain_and_stays_so(text):
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned == cleaned.strip()
    assert not any(unicodedata.category(letter) == "Cc" or letter in "\u202e\u2066" for letter in cleaned)


def test_lines_are_kept_where_they_mean_something():
    assert clean_text("satu  \r\n dua\rtiga ", lines=True) == "satu\n dua\ntiga"
