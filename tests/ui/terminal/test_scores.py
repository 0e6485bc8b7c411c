"""Entries and scores in the terminal: every number with what it is made of."""

from datetime import datetime
from fractions import Fraction

import pytest

from tests.ui.terminal.typed import Huashu
from ui.clock import now
from ui.home import open_book

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


def test_each_number_has_its_calls_and_a_rate_its_interval(huashu: Huashu) -> None:
    customer = huashu("customers", "add", "王伟 13812345678", "--format", "json").told[0]["id"]
    for typed in ("1\n1\n/busy\nend hung-up\n", "callback_at=in 1 hour\n@later\nend callback B\n"):
        made = ("play", "insurance-appointment", "--record", "--as", "1", "--customer", customer)
        assert huashu(*made, typed=typed).code == 0
    told = huashu("scores", "--month", MONTH, "--format", "json").told
    assert len(told["calls"]) == 2
    items = {item["id"]: item for section in told["sections"] for item in section["items"]}
    appointments = items["appointment-rate"]
    assert (appointments["figures"], appointments["value_exact"]) == ({"appointments": "0", "contacts": "2"}, "0")
    low, high = appointments["interval"]
    assert (low, round(high, 2)) == (0.0, 0.66)  # Wilson, of 0 in 2
    (contacts,) = appointments["evidence"]
    assert contacts == {"kind": "calls", "figure": "contacts", "calls": [{"call": call} for call in told["calls"]]}
    (short, _) = items["objection-save-rate"]["evidence"]
    assert short == {"kind": "short", "figure": "overcome", "calls": [{"call": told["calls"][0], "card": "busy"}]}
    (days,) = items["dials-a-day"]["evidence"]
    assert (list(days["days"].values()), items["dials-a-day"]["interval"]) == (["2"], None)
    assert items["conduct"]["evidence"] == []


def test_a_weight_that_was_spread_shows_what_it_came_to(huashu: Huashu) -> None:
    shown = huashu("scores", "--month", MONTH).out
    rows = {line.split()[0]: line.split()[1:] for line in shown.splitlines() if "%" in line}
    assert rows["业务熟练程度"] == ["20%", "→", "0%", "—", "—"]
    weights = [row[2].rstrip("%") if "→" in row else row[0].rstrip("%") for row in list(rows.values())[:5]]
    assert sum(Fraction(weight) for weight in weights) == pytest.approx(100, abs=0.05)
    assert "so its 20% is spread over the other sections" in shown
    assert "分给其他维度" in huashu("scores", "--month", MONTH, "--lang", "zh").out


def test_without_a_total_no_section_gives_points(huashu: Huashu) -> None:
    with open_book(None, None, at=now(), told=print) as book:
        new = book.add_person(name="周婷", number="8", at=now())
        book.set_status(new.id, "probation", now().date().replace(day=1))
    asked = ("scores", "--month", MONTH, "--person", "8")
    shown = huashu(*asked).out
    assert ("→" in shown, "spread" in shown) == (False, False)
    attitude, *_ = (line for line in shown.splitlines() if "15%" in line)
    assert attitude.split() == ["工作态度", "15%", "100", "—"]
    assert {section["points"] for section in huashu(*asked, "--format", "json").told["sections"]} == {None}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_says_what_was_left_out_and_why(huashu: Huashu, language: str) -> None:
    shown = huashu("scores", "--month", MONTH, "--lang", language)
    assert shown.code == 0
    assert {"zh": "没有可计的数据", "en": "nothing to count"}[language] in shown.out


def test_a_month_before_any_plan_has_no_grade(huashu: Huashu) -> None:
    assert "2020-01" in huashu("scores", "--month", "2020-01").out


def test_entries_are_listed_by_month(huashu: Huashu) -> None:
    assert huashu("entries", "list", "--format", "json").told == []
