"""A sentence is put together when its language is chosen, and its words go with its numbers."""

import pytest

from scripts_library.sentences import Sentence


@pytest.mark.parametrize(("more", "words"), [(1, "1 more dial "), ("1", "1 more dial "), (0, "0 more dials ")])
def test_a_word_goes_with_its_number(more: object, words: str) -> None:
    told = Sentence("coach:next_point_dials", more=more, reached="61", out_of="1", section="基础能力", gain="+1")
    assert told.in_language("en").startswith(words)
    assert told.in_language("zh").startswith(f"再拨 {more} 通")


def test_numbers_are_written_as_the_sentence_asks() -> None:
    told = Sentence("scripts_library:value_no_such_day", year=2026, month=2, day=30)
    assert "2026-02-30" in told.in_language("en")


def test_a_value_may_be_a_sentence_and_may_hold_any_sign() -> None:
    why = Sentence("coach:quoted", text="{a:b|c}")
    assert Sentence("coach:HC2007", why=why).in_language("zh-CN") == "公式读不懂：「{a:b|c}」"
