"""What a typed sign means, whatever the input method made of it."""

import pytest

from ui.parts.keys import plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "1"),
        ("１", "1"),
        ("／", "/"),
        ("、", "/"),
        ("？", "0"),
        (" ", "space"),
        ("\u3000", "space"),  # the ideographic space
        (".", "back"),
        ("。", "back"),
        ("．", "back"),
        ("《", "back"),
        ("＝", "="),
        ("Ａ", "a"),
        ("好", None),
        ("㈠", None),
        ("", None),
        ("12", None),
    ],
)
def test_a_sign_counts_as_the_key_that_it_stands_for(typed: str, meant: str | None) -> None:
    assert plain(typed) == meant
