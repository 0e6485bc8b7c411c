"""The standard names."""

from datetime import UTC, datetime

import pytest

from scripts_library.names import SAMPLE_NOW, STANDARD_NAMES, SUITS_NAMES, samples
from scripts_library.values import HalfDay
from scripts_library.values.spoken import spoken

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
