"""Hours as they are said on the phone: 五点半, 下午三点, 三点一刻, 差五分三点, 下班后."""

import re
from dataclasses import dataclass
from datetime import time
from types import MappingProxyType
from typing import Literal

from scripts_library.values.numerals import NUMERAL, whole_number_said
from scripts_library.values.parsing import clock
from scripts_library.values.refusal import not_a_value


@dataclass(frozen=True, slots=True)
class SaidHour:
    """An hour as it was said. `either_half`: of the morning or of the afternoon, nobody said which.

    `next_day`: midnight, said as the end of an evening.
    """

    time: time
    either_half: bool = False
    next_day: bool = False


# When the things of a day are over, as a rule; what was understood is shown back in full, and can be corrected.
_CUSTOMARY = MappingProxyType(
    {
        "中午": time(12),
        "正午": time(12),
        "上班": time(9, 30),
        "下班前": time(17, 30),
        "下班": time(18),
        "午饭": time(14),
        "午休": time(14),
        "晚饭": time(19, 30),
    }
)
_CUSTOM = re.compile("(?:等|一|吃完|吃过)?(下班前|下了?班|上了?班|午饭|午休|晚饭|中午|正午)(?:完|了)?(?:之后|以后|后)?")

_DAWN = {hour: hour for hour in range(6)} | {12: 0}
_NIGHT = _DAWN | {10: 22, 11: 23, 22: 22, 23: 23}
_MORNING = {hour: hour for hour in range(4, 13)}
_NOON = {11: 11, 12: 12, 1: 13, 2: 14, 13: 13, 14: 14}
_AFTERNOON = {12: 12} | {hour: hour + 12 for hour in range(1, 8)} | {hour: hour for hour in range(13, 20)}
_EVENING = {hour: hour + 12 for hour in range(5, 13)} | {hour: hour for hour in range(17, 24)}
PARTS = MappingProxyType(
    dict.fromkeys(("凌晨",), _DAWN)
    | dict.fromkeys(("半夜", "深夜"), _NIGHT)
    | dict.fromkeys(("大清早", "清早", "清晨", "早晨", "早上", "一早", "早", "上午"), _MORNING)
    | dict.fromkeys(("中午", "正午"), _NOON)
    | dict.fromkeys(("下午", "午后"), _AFTERNOON)
    | dict.fromkeys(("傍晚", "晚上", "晚间", "夜里", "晚", "夜"), _EVENING)
)
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_MINUTES = f"(?:半|[一三]刻|{NUMERAL}分?)"
_HOUR = re.compile(
    f"(?P<part>{_PART})?的?(?:差(?P<less>{_MINUTES}))?(?P<hour>{NUMERAL})"
    f"(?:(?P<mark>[点时:])(?:钟|整|过?(?P<past>{_MINUTES})|差(?P<short>{_MINUTES}))?)?(?:之后|以后|后)?"
)
_FOUR_DIGITS = re.compile(f"(?P<part>{_PART})?(?P<hour>[0-9]{{1,2}})(?P<past>[0-9]{{2}})")


def hour_said(text: str) -> SaidHour | None:
    """The hour that a text says, None where it says none. Raises `NotAValue` for an hour that no day has."""
    if custom := _CUSTOM.fullmatch(text):
        return SaidHour(_CUSTOMARY[custom[1].replace("了", "")])
    if digits := _FOUR_DIGITS.fullmatch(text):
        literal = len(digits["hour"]) == 2
        return _in_part(text, digits["part"], int(digits["hour"]), int(digits["past"]), literal=literal)
    match = _HOUR.fullmatch(text)
    if match is None:
        return None
    hour = whole_number_said(match["hour"])
    less = match["less"] or match["short"]
    literal = match["mark"] == ":" and len(match["hour"]) == 2
    minute = _minutes(match["past"]) if match["past"] else 0
    said = _in_part(text, match["part"], hour, minute, literal=literal)
    return said if less is None else _earlier(said, _minutes(less), text)


def half_said(text: str) -> Literal["am", "pm"] | None:
    """The half of the day that a text names: 上午, 早上, 下午."""
    hours = PARTS.get(text)
    return "am" if hours is _MORNING else ("pm" if hours is _AFTERNOON else None)


def _in_part(text: str, part: str | None, hour: int, minute: int, *, literal: bool) -> SaidHour:
    """The hour within the part of the day that was said with it; without one, 1 to 12 may be in either half."""
    plain = clock(hour, minute, text)
    if part is None:
        return SaidHour(plain, either_half=not literal and 1 <= hour <= 12)
    if hour not in PARTS[part]:
        raise not_a_value("value_other_part_of_day", text, part=part, hour=hour)
    meant = PARTS[part][hour]
    return SaidHour(time(meant % 24, minute), next_day=meant == 24)


def _earlier(said: SaidHour, minutes: int, text: str) -> SaidHour:
    """差五分三点: so many minutes before the hour."""
    if not 0 < minutes < 60:
        raise not_a_value("value_no_such_minute", text, minute=minutes)
    before = (said.time.hour - 1) % 24
    return SaidHour(time(before, 60 - minutes), said.either_half, said.next_day and before != 23)


def _minutes(text: str) -> int:
    quarters = {"半": 30, "一刻": 15, "三刻": 45}
    return quarters[text] if text in quarters else whole_number_said(text.removesuffix("分"))
