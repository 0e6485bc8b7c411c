"""Customers in the terminal, pasted however they are."""

import pytest

from tests.ui.terminal.typed import Huashu

pytestmark = pytest.mark.usefixtures("begun")


def listed(huashu: Huashu) -> list[dict[str, str]]:
    found: list[dict[str, str]] = huashu("customers", "list", "--format", "json").told
    return found


@pytest.mark.parametrize("line", [("",), (" ", " "), ("\x00\x1b",), ("((((",), (", ，",)])
def test_a_line_with_nobody_in_it_is_refused(huashu: Huashu, line: tuple[str, ...]) -> None:
    refused = huashu("customers", "add", *line)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert listed(huashu) == []


def test_several_lines_with_a_number_each_are_customers_each(huashu: Huashu) -> None:
    added = huashu("customers", "add", "王伟 13812345678\r\n李娜 13912345678 王伟介绍\n", "--format", "json").told
    assert [(one["name"], one["phone"], one["referrer"]) for one in added] == [
        ("王伟", "13812345678", ""),
        ("李娜", "13912345678", "王伟"),
    ]


def test_who_is_kept_already_is_shown_and_not_added_again(huashu: Huashu) -> None:
    first = huashu("customers", "add", "王伟 13812345678", "--format", "json").told
    again = huashu("customers", "add", "王先生 +86 138 1234 5678", "--format", "json")
    assert (again.code, again.told) == (0, first)
    assert "13812345678" in again.err
    assert "王伟" in again.err
    assert len(listed(huashu)) == 1


def test_what_is_not_understood_is_seen_in_the_notes(huashu: Huashu) -> None:
    huashu("customers", "add", "\u202e王伟 13812345678 محمد 👨‍👩‍👧 方便")
    shown = huashu("customers", "list").out
    for word in ("محمد", "方便", "👨‍👩‍👧"):
        assert word in shown
    assert "\u202e" not in shown  # it would turn the rest of the line round


def test_a_word_that_looks_like_an_option_is_a_word_after_two_dashes(huashu: Huashu) -> None:
    (added,) = huashu("customers", "add", "--format", "json", "--", "--help", "王伟", "13812345678").told
    assert (added["name"], added["notes"]) == ("王伟", "--help")


@pytest.mark.parametrize("text", ["%", "_", "'; DROP TABLE customers; --", "\x00", "*", "x" * 10_000])
def test_what_is_looked_for_is_text_and_nothing_else(huashu: Huashu, text: str) -> None:
    huashu("customers", "add", "王伟 13812345678")
    found = huashu("customers", "list", text, "--format", "json")
    assert (found.code, found.told) == (0, listed(huashu) if text == "\x00" else [])
