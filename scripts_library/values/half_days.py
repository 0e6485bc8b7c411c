"""The choice of two (B1): which two half-days to offer."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from scripts_library.values import HalfDay

WEEKEND = frozenset({5, 6})  # Saturday and Sunday; 0 is Monday
FARTHEST = 60  # days ahead that are looked at


def next_half_days(
    today: date, *, rest_days: frozenset[int] = WEEKEND, taken: frozenset[HalfDay] = frozenset()
) -> tuple[HalfDay, ...]:
    """The next two half-days to offer, from tomorrow: on no rest day, and free in the agent's diary.

    The first is the next one possible. The second is on a later day, and where possible the other half of the day:
    who cannot on one morning often cannot on that day, nor on any morning, and a choice of two should leave a choice.
    A public holiday is two half-days taken. Fewer than two come back where the next 60 days have no more.
    """
    free = [half for half in _from_tomorrow(today) if half.day.weekday() not in rest_days and half not in taken]
    if not free:
        return ()
    first = free[0]
    later = [half for half in free if half.day > first.day]
    if not later:
        return (first,)
    on_the_next_day = [half for half in later if half.day == later[0].day]
    return first, next((half for half in on_the_next_day if half.half != first.half), later[0])


def _from_tomorrow(today: date) -> Iterator[HalfDay]:
    halves: tuple[Literal["am", "pm"], ...] = ("am", "pm")
    for days in range(1, FARTHEST + 1):
        for half in halves:
            yield HalfDay(today + timedelta(days=days), half)
