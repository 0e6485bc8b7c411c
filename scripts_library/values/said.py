"""Text to value, as it is said: what an agent types into a field while the customer speaks."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from scripts_library.values import HalfDay, Value
from scripts_library.values.numerals import digits_said, number_said
from scripts_library.values.parsing import Asked, later, moment, parse, plainly
from scripts_library.values.phones import phone
from scripts_library.values.refusal import NotAValue, not_a_value
from scripts_library.values.said_days import day_said
from scripts_library.values.said_hours import PARTS, SaidHour, half_said, hour_said
from scripts_library.values.said_in_english import day_in_english, english_part_of_day, half_in_english, hour_in_english
from scripts_library.values.said_waits import wait_said

_BEFORE = re.compile("^(?:那就|那|就|嗯|大概|差不多|大约|约|要不|还是)+")
_AFTER = re.compile(  # possessive, since 打给我 is also 打 and 给我
    "(?:打电话|打过来|打给我|打来|打|给我|联系我|联系|过来|见面|见|聊|再|吧|啊|呀|呢|哦|哈|嘛|"
    "行吗|可以吗|可以|好了|好吗|左右|前后|[。！？.!?])++$"
)
_BLANKS = re.compile("(?<![0-9a-z]) | (?![0-9a-z])")
_UNITS = re.compile("(?:元|块钱|块|个人|个|台|辆|人|岁|位|次|份)$")
_SAME_TIME = frozenset({"这个时候", "这个时间", "这个点", "这时候", "同一时间", "same time", "at the same time"})
_ONE_DIGIT_HOUR = re.compile("(?<![0-9])[0-9]:[0-9]{2}")  # 3:30 is said of either half of the day; 03:30 is not
_SAID_INSTEAD = {
    "scripts_library:value_not_a_date": "value_no_day_said",
    "scripts_library:value_not_a_time": "value_no_hour_said",
    "scripts_library:value_not_a_datetime": "value_no_moment_said",
}
_LONGEST = 80  # characters of a day or an hour; what is longer is a note
_LAST_HOUR = 20  # calls end at 21:00: who says «nine» at four in the afternoon means tomorrow
_YES = frozenset({"好", "好的", "行", "对", "是的", "可以", "有", "要", "会", "同意", "嗯", "y", "ok", "true"})
_NO = frozenset({"不", "不是", "不行", "不对", "不要", "不会", "不可以", "不同意", "没有", "没", "n", "false"})


def understand(
    text: str,
    field_type: str,
    *,
    at: datetime,
    near: HalfDay | None = None,
    options: Sequence[str] = (),
    slots: Mapping[str, HalfDay] = MappingProxyType({}),
) -> Value:
    """The value that was meant: 五点半, 下班后, 过半小时, 下周二, and all that `parse` reads.

    `at` is the aware moment at which it is said, `near` the half-day on offer: `5` after an afternoon is 17:00, and
    without one too, since nobody meets at five in the morning. What is in the past is the caller's to judge.
    Raises `NotAValue` with the reason (there is no 25 o'clock, no 30 February) and with what would do.
    """
    asked = Asked(at, options, slots)
    said_of_either_half = field_type in ("time", "datetime") and _ONE_DIGIT_HOUR.search(plainly(text))
    try:
        if not said_of_either_half:
            return parse(text, field_type, at=at, options=options, slots=slots)
    except NotAValue as refusal:
        said = _as_said(text, field_type, asked, near)
        if said is None:
            # Who types while the customer speaks is shown what one says, not what one writes into a script.
            said_instead = _SAID_INSTEAD.get(refusal.sentence.code)
            raise not_a_value(said_instead, text) if said_instead else refusal from None
        return said
    said = _as_said(text, field_type, asked, near)
    return parse(text, field_type, at=at, options=options, slots=slots) if said is None else said


def _as_said(text: str, field_type: str, asked: Asked, near: HalfDay | None) -> Value | None:
    if len(text) > _LONGEST:
        return None
    match field_type:
        case "date":
            return _date(_bare(text), asked)
        case "time":
            return _time(_bare(text), asked, near)
        case "datetime":
            return _datetime(_bare(text), asked, near)
        case "half_day":
            return _half_day(_bare(text), asked)
        case "number":
            return number_said(_UNITS.sub("", plainly(text).replace(" ", "").replace(",", "")))
        case "phone":
            digits = digits_said(plainly(text).replace(" ", ""))
            return None if digits is None else phone(digits)
        case "yes_no":
            return True if plainly(text) in _YES else (False if plainly(text) in _NO else None)
        case "choice":
            return _choice(plainly(text), asked.options)
    return None


def _bare(text: str) -> str:
    """What was said without the small words around it, and without the blanks that Chinese does not need."""
    return _BLANKS.sub("", _AFTER.sub("", _BEFORE.sub("", plainly(text)))).strip(" ,，")


def _date(text: str, asked: Asked) -> date | None:
    day, rest = _day(text, asked)
    if day is None or not rest or _is_part_of_day(rest):
        return day
    if _hour(rest) is not None:
        raise not_a_value("value_day_only", text)
    return None


def _time(text: str, asked: Asked, near: HalfDay | None) -> time | None:
    if hour := _hour(text):
        return _likely(hour, near)
    if wait := wait_said(text):
        return later(asked.at, wait).time()
    day, rest = _day(text, asked)
    if day is not None and _hour(rest) is not None:
        raise not_a_value("value_hour_only", text)
    if _is_part_of_day(rest):
        raise not_a_value("value_which_hour", text)
    return None


def _datetime(text: str, asked: Asked, near: HalfDay | None) -> datetime | None:
    if wait := wait_said(text):
        return later(asked.at, wait)
    day, rest = _day(text, asked)
    if rest in _SAME_TIME:
        return moment(day or asked.at.date(), later(asked.at, timedelta()).time(), asked.at)
    hour = _hour(rest)
    if hour is None and (_is_part_of_day(rest) or (day is not None and not rest)):
        raise not_a_value("value_which_hour", text)
    if hour is None:
        return None
    if day is None and near is not None:
        day = near.day
    return _next(hour, asked.at) if day is None else _on(day, hour, near, asked.at)


def _half_day(text: str, asked: Asked) -> HalfDay | None:
    day, rest = _day(text, asked)
    half = half_said(rest) or half_in_english(rest)
    return None if day is None or half is None else HalfDay(day, half)


def _on(day: date, hour: SaidHour, near: HalfDay | None, at: datetime) -> datetime:
    """An hour of a day; one that may be in either half and would be past is meant in the other."""
    likely = _likely(hour, near)
    meant = moment(day + timedelta(days=hour.next_day), likely, at)
    if meant <= at and hour.either_half and likely.hour < 12:
        in_the_afternoon = moment(day, likely.replace(hour=likely.hour + 12), at)
        return in_the_afternoon if in_the_afternoon > at else meant
    return meant


def _next(hour: SaidHour, at: datetime) -> datetime:
    """The next such hour: today, where it is still to come and not too late to call, else tomorrow."""
    today = _on(at.date(), hour, None, at)
    too_late = hour.either_half and today.hour > _LAST_HOUR
    return today if today > at and not too_late else _on(at.date() + timedelta(days=1), hour, None, at)


def _likely(hour: SaidHour, near: HalfDay | None) -> time:
    """The hour that is meant where nobody said which half of the day: the one at which people meet."""
    earliest = 8 if near is None else (7 if near.half == "am" else 9)
    if hour.either_half and hour.time.hour < earliest:
        return hour.time.replace(hour=hour.time.hour + 12)
    return hour.time


def _choice(text: str, options: Sequence[str]) -> str | None:
    """The one option that the text names or abbreviates."""
    meant = [option for option in options if plainly(option) in text or text in plainly(option)]
    return meant[0] if len(meant) == 1 else None


def _day(text: str, asked: Asked) -> tuple[date | None, str]:
    day, rest = day_said(text, asked.at.date())
    if day is None:
        day, rest = day_in_english(text, asked.at.date())
    return day, rest.strip(" ,的")


def _hour(text: str) -> SaidHour | None:
    return hour_said(text) or hour_in_english(text)


def _is_part_of_day(text: str) -> bool:
    return text in PARTS or english_part_of_day(text)
