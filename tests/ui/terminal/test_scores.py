"""Entries and scores in the terminal: every number with what it is made of."""

from datetime import datetime
from fractions import Fraction

import pytest

from tests.ui.terminal.typed import Huashu

pytestmark = pytest.mark.usefixtures("begun")

MONTH = f"{datetime.now().astimezone():%Y-%m}"


def attitude(huashu: Huashu) -> Fraction:
    told = huashu("scores", "--month", MONTH, "--format", "json").told
    return Fraction(next(section["score"] for section in told["sections"] if section["id"] == "attitude"))


def test_an_entry_moves_the_score_and_stands_in_its_evidence(huashu: Huashu) -> None:
    assert attitude(huashu) == 100
    (added,) = huashu("entries", "add", "林晓", "late", "--reason", "堵车", "--format", "json").told
    huashu("entries", "add", "林晓", "overtime", "--count", "3")
    assert attitude(huashu) == 102
    listed = huashu("entries", "list", "--format", "json").told
    assert [(one["kind"], one["points"], one["reason"]) for one in listed] == [
        ("late", "-1", "堵车"),
        ("overtime", "3", ""),
    ]
    told = huashu("scores", "--month", MONTH, "--format", "json").told
    assert added["id"] in told["sections"][0]["items"][0]["entries"]


def test_an_unknown_kind_or_a_count_that_is_none_is_refused(huashu: Huashu) -> None:
    assert huashu("entries", "add", "林晓", "asleep").code == 2
    assert huashu("entries", "add", "林晓", "late", "--count", "many").code == 2


@pytest.mark.parametrize(
    "typed",
    [
        ("--count", "0"),
        ("--count=-1",),
        ("--count", "0.5"),
        ("--count", "50%"),
        ("--count", "1000000"),
        ("--count", ""),
        ("--day", "2199-12-31"),
        ("--day", "9999-12-31"),
        ("--day", "2020-02-30"),
        ("--day", "2020-02-29"),
        ("--day", ""),
        ("--day", "20261123"),
        ("--as", "nobody"),
    ],
)
def test_an_entry_that_cannot_be_is_one_sentence_and_is_not_kept(huashu: Huashu, typed: tuple[str, ...]) -> None:
    refused = huashu("entries", "add", "林晓", "late", *typed)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert attitude(huashu) == 100


def test_an_entry_is_entered_as_a_person_types(huashu: Huashu) -> None:
    (leave,) = huashu(
        "entries", "add", "林晓", "sick-leave", "--day", "tomorrow", "--count", " ０.5 ", "--format", "json"
    ).told
    assert leave["count"] == "0.5"
    shown = huashu("entries", "add", "林晓", "overtime", "--count", "2", "--day", "today").out
    assert "+2" in shown


def test_the_json_is_exact_and_names_entries_and_calls(huashu: Huashu) -> None:
    told = huashu("scores", "--month", MONTH, "--format", "json").told
    attitude = next(section for section in told["sections"] if section["id"] == "attitude")
    assert Fraction(attitude["score"]) == 100
    assert told["calls"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_says_what_was_left_out_and_why(huashu: Huashu, language: str) -> None:
    shown = huashu("scores", "--month", MONTH, "--lang", language)
    assert shown.code == 0
    assert {"zh": "没有可计的数据", "en": "nothing to count"}[language] in shown.out


def test_a_month_before_any_plan_has_no_grade(huashu: Huashu) -> None:
    assert "2020-01" in huashu("scores", "--month", "2020-01").out


def test_entries_are_listed_by_month(huashu: Huashu) -> None:
    assert huashu("entries", "list", "--format", "json").told == []
