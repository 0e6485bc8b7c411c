"""The choice of two."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values import HalfDay
from scripts_library.values.half_days import next_half_days

MONDAY = date(2026, 1, 5)


def half(day: int, name: str) -> HalfDay:
    """Half a day of January 2026."""
    return HalfDay(date(2026, 1, day), "am" if name == "am" else "pm")


def both(*days: int) -> frozenset[HalfDay]:
    """All of some days of January 2026."""
    return frozenset(half(day, name) for day in days for name in ("am", "pm"))


@pytest.mark.parametrize(
    ("today", "taken", "offered"),
    [
        (MONDAY, frozenset(), (half(6, "am"), half(7, "pm"))),
        (MONDAY, {half(6, "am")}, (half(6, "pm"), half(7, "am"))),
        (MONDAY, {half(6, "am"), half(7, "am")}, (half(6, "pm"), half(7, "pm"))),
        (MONDAY, both(6, 7) | both(9, 12) | {half(8, "am"), half(13, "am")}, (half(8, "pm"), half(13, "pm"))),
        (date(2026, 1, 8), frozenset(), (half(9, "am"), half(12, "pm"))),
        (date(2026, 1, 9), frozenset(), (half(12, "am"), half(13, "pm"))),
        (date(2026, 1, 10), both(12), (half(13, "am"), half(14, "pm"))),
    ],
)
def test_the_next_two_that_leave_a_choice(
    today: date, taken: set[HalfDay] | frozenset[HalfDay], offered: tuple[HalfDay, HalfDay]
) -> None:
    assert next_half_days(today, taken=frozenset(taken)) == offered


def test_rest_days_are_the_teams_own() -> None:
    mondays = frozenset({0})
    assert next_half_days(date(2026, 1, 10), rest_days=mondays) == (half(11, "am"), half(13, "pm"))


def test_a_full_diary_offers_fewer() -> None:
    days = [MONDAY + timedelta(days=number) for number in range(1, 100)]
    everything = frozenset(HalfDay(day, name) for day in days for name in ("am", "pm"))
    friday = half(9, "am")
    assert next_half_days(MONDAY, taken=everything) == ()
    assert next_half_days(MONDAY, taken=everything - {friday}) == (friday,)
    assert next_half_days(MONDAY, rest_days=frozenset(range(7))) == ()


_DAYS = st.integers(1, 20).map(lambda number: MONDAY + timedelta(days=number))
_TAKEN = st.frozensets(st.builds(HalfDay, _DAYS, st.sampled_from(["am", "pm"])), max_size=30)


@given(_TAKEN, st.frozensets(st.integers(0, 6), max_size=5))
def test_what_is_offered_is_free_and_leaves_a_choice(taken: frozenset[HalfDay], rest_days: frozenset[int]) -> None:
    first, second = next_half_days(MONDAY, rest_days=rest_days, taken=taken)
    ahead = [MONDAY + timedelta(days=number) for number in range(1, 41)]
    working = [day for day in ahead if day.weekday() not in rest_days]
    halves = [HalfDay(day, half) for day in working for half in ("am", "pm") if HalfDay(day, half) not in taken]
    assert first == halves[0]
    later = [half for half in halves if half.day > first.day]
    on_the_second_day = [half for half in later if half.day == later[0].day]
    assert second in on_the_second_day
    assert second.half != first.half or on_the_second_day == [second]
