"""How values are said in English: Thursday 3 December, 3 pm, Tuesday afternoon next week."""

from datetime import date, datetime, time

from scripts_library.values import HalfDay
from scripts_library.values.near_days import needs_year, weeks_ahead
from scripts_library.values.speech import Speech

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HALVES = {"am": "morning", "pm": "afternoon"}


def day(value: date, today: date | None) -> str:
    """Thursday 3 December; a far day with its year, 3 May 2028."""
    said = f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{said} {value.year}" if needs_year(value, today) else f"{_WEEKDAYS[value.weekday()]} {said}"


def hour(value: time) -> str:
    """3 pm, 10:05 am, noon."""
    if value.minute == 0 and value.hour in (0, 12):
        return "noon" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{(value.hour - 1) % 12 + 1}{minutes} {'am' if value.hour < 12 else 'pm'}"


def moment(value: datetime, today: date | None) -> str:
    """Thursday 3 December at 3 pm."""
    return f"{day(value.date(), today)} at {hour(value.time())}"


def half_day(value: HalfDay, today: date | None) -> str:
    """tomorrow afternoon, Thursday afternoon, Tuesday afternoon next week; farther away by its date."""
    half = _HALVES[value.half]
    if today is not None:
        if (value.day - today).days in (0, 1):
            return f"{('this', 'tomorrow')[(value.day - today).days]} {half}"
        if value.day > today and weeks_ahead(value.day, today) in (0, 1):
            week = ("", " next week")[weeks_ahead(value.day, today)]
            return f"{_WEEKDAYS[value.day.weekday()]} {half}{week}"
    return f"{day(value.day, today)}, in the {half}"


ENGLISH = Speech(yes="yes", no="no", day=day, hour=hour, moment=moment, half_day=half_day)
