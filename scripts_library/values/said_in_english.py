"""Days and hours as they are said in English: next tuesday, december 3rd, half past three, after work."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import Literal

from scripts_library.values.days import WEEKDAYS, calendar_day, next_weekday
from scripts_library.values.numerals import ENGLISH_NUMBERS
from scripts_library.values.parsing import clock
from scripts_library.values.refusal import not_a_value
from scripts_library.values.said_days import next_date, weekday_name
from scripts_library.values.said_hours import SaidHour

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_WEEKDAY = "|".join(f"{weekday[:3]}(?:{weekday[3:]})?" for weekday in WEEKDAYS)
_RELATIVE = MappingProxyType({"day after tomorrow": 2, "tomorrow": 1, "today": 0, "yesterday": -1})
_BY_RELATIVE = re.compile(rf"(?:the )?({'|'.join(_RELATIVE)})\b")
_TONIGHT = re.compile(r"(?=(?:.* )?tonight\b)|this (?=morning\b|afternoon\b|evening\b)")
_BY_COUNT = re.compile(r"in ([0-9]{1,3}|[a-z-]+) (day|week)s?\b")
_BY_WEEKDAY = re.compile(rf"(?:on )?(this |next )?({_WEEKDAY})\b,?")
_YEAR = r"(?:,? (?P<year>[0-9]{4}))?\b"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_BY_DATE = (
    re.compile(rf"(?:on )?(?:the )?{_DAY}(?: of)? (?P<month>{_MONTH})\b{_YEAR}"),
    re.compile(rf"(?:on )?(?P<month>{_MONTH}) {_DAY}\b{_YEAR}"),
)

_PART = "morning|afternoon|evening|tonight|night"
_NUMBER = rf"[0-9]{{1,2}}|{'|'.join(ENGLISH_NUMBERS)}"
_HOUR = re.compile(
    rf"(?:(?:in the |this )?(?P<part>{_PART}),? ?)?(?:at )?"
    rf"(?:(?P<turn>half|quarter|(?:{_NUMBER})) (?P<side>past|to) )?"
    rf"(?P<hour>{_NUMBER})(?::(?P<minute>[0-9]{{2}}))?(?: ?o'?clock)?"
    rf"(?: ?(?P<half>[ap])\.?m\.?| (?:in the|at|this) (?P<later_part>{_PART}))?(?P<tonight> tonight)?"
)
# The small hours of tonight are tomorrow's; of any other night only its midnight belongs to the day after.
_NEXT_DAY_BEFORE = MappingProxyType({"tonight": time(5), "night": time(1)})
_CUSTOMARY = MappingProxyType(
    {
        "noon": time(12),
        "midday": time(12),
        "at noon": time(12),
        "after lunch": time(14),
        "after work": time(18),
        "after dinner": time(19, 30),
    }
)


def day_in_english(text: str, today: date) -> tuple[date | None, str]:
    """The day with which a text begins, and the rest of it; None and the whole text where it begins with no day.

    A weekday, with `next` or without, is the next such day; `this thursday` is that of the week that began on Monday.
    Raises `NotAValue` for a day that no calendar has, and for a weekday that is not that day's.
    """
    if match := _BY_RELATIVE.match(text):
        return today + timedelta(days=_RELATIVE[match[1]]), _rest(text, match)
    if match := _TONIGHT.match(text):
        return today, _rest(text, match)
    if match := _BY_COUNT.match(text):
        count = int(match[1]) if match[1].isdigit() else ENGLISH_NUMBERS.get(match[1], 0)
        days = count * (7 if match[2] == "week" else 1)
        return (today + timedelta(days=days), _rest(text, match)) if count else (None, text)
    if match := _BY_WEEKDAY.match(text):
        return _from_weekday(text, match, today)
    return _from_date(text, today)


def hour_in_english(text: str) -> SaidHour | None:
    """The hour that a text says, None where it says none. Raises `NotAValue` for an hour that no day has."""
    if text in _CUSTOMARY:
        return SaidHour(_CUSTOMARY[text])
    match = _HOUR.fullmatch(text)
    if match is None:
        return None
    hour = _number(match["hour"])
    minute = int(match["minute"] or 0)
    literal = match["minute"] is not None and len(match["hour"]) == 2
    plain = clock(hour, minute, text)
    part = "tonight" if match["tonight"] else (match["part"] or match["later_part"])
    half = match["half"] or _half_of(part, hour)
    if half and not 1 <= hour <= 12:
        raise not_a_value("value_other_part_of_day", text, part=f"{half}m", hour=hour)
    if half:
        plain = plain.replace(hour=hour % 12 + (12 if half == "p" else 0))
    next_day = plain < _NEXT_DAY_BEFORE.get(part or "", time())
    said = SaidHour(plain, either_half=not half and not literal and 1 <= hour <= 12, next_day=next_day)
    return said if match["turn"] is None else _turned(said, match["turn"], match["side"], text)


def english_part_of_day(text: str) -> bool:
    """Whether a text names a part of the day and no hour in it: afternoon, in the evening."""
    return _part(text) in _PART.split("|")


def half_in_english(text: str) -> Literal["am", "pm"] | None:
    """The half of the day that a text names: morning, in the afternoon."""
    halves: dict[str, Literal["am", "pm"]] = {"morning": "am", "afternoon": "pm"}
    return halves.get(_part(text))


def _part(text: str) -> str:
    return text.removeprefix("in the ").removeprefix("this ")


def _rest(text: str, match: re.Match[str]) -> str:
    return text[match.end() :].strip(" ,")


def _from_weekday(text: str, match: re.Match[str], today: date) -> tuple[date | None, str]:
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match[2][:3]))
    dated, rest = _from_date(_rest(text, match), today)
    if dated is not None:
        if dated.weekday() != weekday:
            raise not_a_value("value_other_weekday", text, day=dated, weekday=weekday_name(dated))
        return dated, rest
    if match[1] == "this ":
        return today + timedelta(days=weekday - today.weekday()), rest
    return next_weekday(weekday, after=today), rest


def _from_date(text: str, today: date) -> tuple[date | None, str]:
    for pattern in _BY_DATE:
        if match := pattern.match(text):
            month = next(number for number, name in enumerate(_MONTHS, start=1) if name.startswith(match["month"][:3]))
            day = int(match["day"])
            if match["year"]:
                return calendar_day(int(match["year"]), month, day, text), _rest(text, match)
            return next_date(month, day, today, text), _rest(text, match)
    return None, text


def _half_of(part: str | None, hour: int) -> str | None:
    if part in (None, "tonight", "night"):
        # Three at night is in the morning; eight at night is not.
        return None if part is None else ("a" if hour < 5 or hour == 12 else "p")
    return "a" if part == "morning" else "p"


def _turned(said: SaidHour, turn: str, side: str, text: str) -> SaidHour:
    """Half past three, ten to four."""
    minutes = {"half": 30, "quarter": 15}.get(turn) or _number(turn)
    if said.time.minute or not 0 < minutes < 60:
        raise not_a_value("value_no_such_minute", text, minute=minutes)
    if side == "past":
        return replace(said, time=said.time.replace(minute=minutes))
    before = (said.time.hour - 1) % 24
    return replace(said, time=time(before, 60 - minutes), next_day=said.next_day and before != 23)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else ENGLISH_NUMBERS[text]
