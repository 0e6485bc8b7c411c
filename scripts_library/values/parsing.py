"""Text to value, strictly: what scripts set, what plans fill and what is typed in the terminal."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType

from scripts_library.values import HalfDay, Value
from scripts_library.values.days import YEARS, day
from scripts_library.values.phones import phone
from scripts_library.values.refusal import not_a_value

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,10})?")  # within the precision of Decimal
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_ZONED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?[+-][0-9]{2}:[0-9]{2}")
_HALF_DAY = re.compile(r"(.+) (am|pm)")
_LATER = re.compile(r"in ([0-9]{1,4}) (minute|hour|day)s?")
_YES_NO = {"yes": True, "是": True, "no": False, "否": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text is read against: when it was said, the options of a choice, the half-days on offer."""

    at: datetime
    options: Sequence[str] = ()
    slots: Mapping[str, HalfDay] = field(default_factory=dict)


def parse(
    text: str,
    field_type: str,
    *,
    at: datetime,
    options: Sequence[str] = (),
    slots: Mapping[str, HalfDay] = MappingProxyType({}),
) -> Value:
    """The value of a text, as `script-format` lists the forms: `next monday`, `15:00`, `in 1 hour`, `slot_1`.

    `at` is the aware moment at which it is said; relative forms are resolved against it, to the minute. Full-width
    digits and signs are read as plain ones. `field_type` is a field's type or `half_day`.
    Raises `NotAValue` with what would do instead.
    """
    if not text.strip():
        raise not_a_value("value_nothing", text)
    return _READERS[field_type](text, Asked(at, options, slots))


def plainly(text: str) -> str:
    """A text without full-width signs, capitals and doubled blanks, as all types but text are read."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def moment(on: date, at: time, zone_of: datetime) -> datetime:
    """A day and an hour in the zone of a call. An hour that a change of clocks leaves out is the one after it."""
    return datetime.combine(on, at, tzinfo=zone_of.tzinfo).astimezone(UTC).astimezone(zone_of.tzinfo)


def later(at: datetime, wait: timedelta) -> datetime:
    """So much after a moment, to the minute."""
    return (at.astimezone(UTC) + wait).astimezone(at.tzinfo).replace(second=0, microsecond=0)


def clock(hour: int, minute: int, text: str) -> time:
    """An hour of the day. Raises `NotAValue` where there is no such hour or minute."""
    if not 0 <= hour <= 23:
        raise not_a_value("value_no_such_hour", text, hour=hour)
    if not 0 <= minute <= 59:
        raise not_a_value("value_no_such_minute", text, minute=minute)
    return time(hour, minute)


def read_text(text: str, _asked: Asked) -> str:
    """A text, without the blanks around it."""
    return text.strip()


def read_number(text: str, _asked: Asked) -> Decimal:
    """A number in digits."""
    plain = plainly(text).replace(" ", "")
    if not _NUMBER.fullmatch(plain):
        raise not_a_value("value_not_a_number", text)
    return Decimal(plain) + 0  # a minus before 0 goes


def read_date(text: str, asked: Asked) -> date:
    """A day."""
    found = day(plainly(text), today=asked.at.date(), slots=asked.slots)
    if found is None:
        raise not_a_value("value_not_a_date", text)
    return found


def read_time(text: str, _asked: Asked) -> time:
    """An hour of the day."""
    match = _TIME.fullmatch(plainly(text))
    if match is None:
        raise not_a_value("value_not_a_time", text)
    return clock(int(match[1]), int(match[2]), text)


def read_datetime(text: str, asked: Asked) -> datetime:
    """A moment, in the zone in which it is said."""
    plain = plainly(text)
    if match := _LATER.fullmatch(plain):
        return later(asked.at, timedelta(**{f"{match[2]}s": int(match[1])}))
    if _ZONED.fullmatch(plain):
        return _zoned(plain, text, asked.at)
    days, blank, hours = plain.rpartition(" ")
    on = day(days, today=asked.at.date(), slots=asked.slots) if blank else None
    hour = _TIME.fullmatch(hours)
    if on is None or hour is None:
        raise not_a_value("value_not_a_datetime", text)
    return moment(on, clock(int(hour[1]), int(hour[2]), text), asked.at)


def read_phone(text: str, _asked: Asked) -> str:
    """A phone number."""
    return phone(plainly(text))


def read_yes_no(text: str, _asked: Asked) -> bool:
    """Yes or no."""
    answer = _YES_NO.get(plainly(text))
    if answer is None:
        raise not_a_value("value_not_yes_no", text)
    return answer


def read_choice(text: str, asked: Asked) -> str:
    """One of the options, as it is written there."""
    for option in asked.options:
        if plainly(option) == plainly(text):
            return option
    raise not_a_value("value_not_an_option", text, options=" · ".join(asked.options))


def read_half_day(text: str, asked: Asked) -> HalfDay:
    """Half a day, as offered in the choice of two."""
    plain = plainly(text)
    if plain in asked.slots:
        return asked.slots[plain]
    match = _HALF_DAY.fullmatch(plain)
    on = day(match[1], today=asked.at.date(), slots=asked.slots) if match else None
    if match is None or on is None:
        raise not_a_value("value_not_a_half_day", text)
    return HalfDay(on, "am" if match[2] == "am" else "pm")


def _zoned(plain: str, text: str, at: datetime) -> datetime:
    try:
        found = datetime.fromisoformat(plain).astimezone(at.tzinfo)
    except (ValueError, OverflowError):
        raise not_a_value("value_not_a_datetime", text) from None
    if found.year not in YEARS:
        raise not_a_value("value_no_such_year", text, year=found.year)
    return found


_READERS: Mapping[str, Callable[[str, Asked], Value]] = MappingProxyType(
    {
        "text": read_text,
        "number": read_number,
        "date": read_date,
        "time": read_time,
        "datetime": read_datetime,
        "phone": read_phone,
        "choice": read_choice,
        "yes_no": read_yes_no,
        "half_day": read_half_day,
    }
)
