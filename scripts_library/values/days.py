"""Days as the trainer and the terminal write them: `2026-12-03`, `today`, `next monday`, `slot_1`."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from scripts_library.values import HalfDay
from scripts_library.values.refusal import not_a_value

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SLOTS = ("slot_1", "slot_2")
YEARS = range(1900, 2200)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NEXT = re.compile(rf"next ({'|'.join(WEEKDAYS)})")


def day(text: str, *, today: date, slots: Mapping[str, HalfDay]) -> date | None:
    """The day that a text names, None where it names none. Raises `NotAValue` for a day that no calendar has."""
    match text:
        case "today":
            return today
        case "tomorrow":
            return today + timedelta(days=1)
    if text in slots:
        return slots[text].day
    if text in SLOTS:
        raise not_a_value("value_slot_unknown", text)
    if found := _NEXT.fullmatch(text):
        return next_weekday(WEEKDAYS.index(found[1]), after=today)
    if found := _ISO.fullmatch(text):
        return calendar_day(int(found[1]), int(found[2]), int(found[3]), text)
    return None


def next_weekday(weekday: int, *, after: date) -> date:
    """The first such day (0 is Monday) after a day, never that day itself."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def calendar_day(year: int, month: int, number: int, text: str) -> date:
    """The day of a year, a month and a number. Raises `NotAValue` where there is no such day."""
    if not 1 <= month <= 12:
        raise not_a_value("value_no_such_month", text, month=month)
    if year not in YEARS:
        raise not_a_value("value_no_such_year", text, year=year)
    try:
        return date(year, month, number)
    except ValueError:
        raise not_a_value("value_no_such_day", text, year=year, month=month, day=number) from None
