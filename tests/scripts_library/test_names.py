"""The standard names."""

from datetime import UTC, datetime

import pytest

from scripts_library.names import (
    SAMPLE_NOW,
    STANDARD_NAMES,
    SUITS_NAMES,
    field_of,
    full_name,
    name_of_field,
    samples,
    title_of,
)
from scripts_library.sentences import Sentence
from scripts_library.values import HalfDay
from scripts_library.values.spoken import spoken
from tests.strategies.small import SCRIPT

# As `script-format` lists them; `fields.<id>` are the script's own.
LISTED = (
    "customer.name customer.called customer.phone customer.referrer customer.city agent.name agent.number company "
    "last_call.outcome last_call.day today now slot_1 slot_2"
)


def test_these_names_and_no_others_are_standard() -> None:
    assert set(STANDARD_NAMES) == set(LISTED.split())


@pytest.mark.parametrize("name", LISTED.split())
def test_each_has_a_title_and_a_sample_in_both_languages(name: str) -> None:
    standard = STANDARD_NAMES[name]
    assert standard.title.in_language("zh-CN") != standard.title.in_language("en")
    for language in ("zh-CN", "en"):
        assert standard.sample(language) == samples(language)[name]


@pytest.mark.parametrize(
    ("name", "chinese"),
    [
        ("fields.day", "日期"),
        ("clinic", "门诊"),
        ("customer.called", "客户称呼"),
        ("fields.clinic", "fields.clinic"),
        ("day", "day"),
    ],
)
def test_a_name_goes_by_its_title(name: str, chinese: str) -> None:
    title = title_of(SCRIPT, name)
    assert (title.in_language("zh") if isinstance(title, Sentence) else title) == chinese


def test_a_field_has_a_name_and_its_name_the_field() -> None:
    for field in SCRIPT.fields:
        assert field_of(name_of_field(field)) == field
        assert full_name(SCRIPT, field) == name_of_field(field)
    for name in (*STANDARD_NAMES, *SCRIPT.names, "nobody", ""):
        assert field_of(name) is None
        assert full_name(SCRIPT, name) == name


def test_suits_asks_the_customer_the_last_call_and_the_clock_alone() -> None:
    assert {name.split(".")[0] for name in SUITS_NAMES} == {"customer", "last_call", "today", "now"}
    assert {name.split(".")[0] for name in STANDARD_NAMES.keys() - SUITS_NAMES} == {
        "agent",
        "company",
        "slot_1",
        "slot_2",
    }


def test_the_samples_fit_the_moment_at_which_plans_are_played() -> None:
    assert SAMPLE_NOW.astimezone(UTC) == datetime(2026, 1, 5, 2, tzinfo=UTC)
    assert samples("en")["today"] == SAMPLE_NOW.date()
    slots = [samples("zh")[slot] for slot in ("slot_1", "slot_2")]
    assert all(isinstance(slot, HalfDay) and slot.day > SAMPLE_NOW.date() for slot in slots)


def test_the_samples_are_said_as_the_format_shows_them() -> None:
    slots = [spoken(samples("zh-CN")[slot], "zh-CN", today=SAMPLE_NOW.date()) for slot in ("slot_1", "slot_2")]
    assert slots == ["这周四下午", "下周二下午"]
