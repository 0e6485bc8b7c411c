"""The one cleaner of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.text import clean

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("您好 ‖ 👩‍👩‍👧\tok\n", "您好 ‖ 👩‍👩‍👧\tok\n"),
        ("e\u0301", "e\u0301"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\x00b\x1b[2Jc\x7fd\x9be", "ab[2Jcde"),
        ("a\ud800b\udfff", "ab"),
        ("\u202e好\u202c \u2067不\u2069", "好 不"),  # what turns the direction of words
        ("a\x85b\u2028c\u2029d\ufeff", "a\x85b\u2028c\u2029d\ufeff"),
    ],
)
def test_what_no_store_takes_falls_away_and_nothing_else(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(ANYTHING)
def test_clean_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert clean(cleaned) == cleaned
    assert not {"\x00", "\r", "\x1b", "\x9b"} & set(cleaned)
