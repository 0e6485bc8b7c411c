"""The one written form of each type, in which values are kept; reading it gives the same value back."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from scripts_library.values import Erased, HalfDay, Value
from scripts_library.values.refusal import not_a_value

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_HALF_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) (am|pm)")


def written(value: Value) -> str:
    """How a value is kept: `2026-12-03`, `15:00`, `2026-12-03 15:00+08:00`, `2026-12-03 pm`, `1200.50`, `yes`."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return _written_number(value)
        case datetime():
            if value.tzinfo is None:
                raise ValueError(f"{value} has no zone")
            return value.isoformat(sep=" ", timespec=_precision(value.time()))
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec=_precision(value))
        case HalfDay():
            return f"{value.day.isoformat()} {value.half}"
        case Erased():
            raise ValueError("an erased value has no written form")


def read_written(text: str, field_type: str) -> Value:
    """The value of a written form: the exact inverse of `written`.

    `field_type` is a field's type or `half_day`. Raises `NotAValue` for any other text.
    """
    try:
        value = _READERS[field_type](text)
    except ValueError:
        value = None
    if value is None or written(value) != text:
        raise not_a_value("value_not_as_kept", text)
    return value


def _written_number(number: Decimal) -> str:
    if not number.is_finite():
        raise ValueError(f"{number} is no number that a call captures")
    plain = f"{number:f}"
    return plain.removeprefix("-") if not number else plain


def _precision(moment: time) -> Literal["auto", "minutes"]:
    return "auto" if moment.second or moment.microsecond else "minutes"


def _read_number(text: str) -> Decimal | None:
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _read_time(text: str) -> time | None:
    moment = time.fromisoformat(text)
    return moment if moment.tzinfo is None else None


def _read_datetime(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else None


def _read_half_day(text: str) -> HalfDay | None:
    match = _HALF_DAY.fullmatch(text)
    return HalfDay(date.fromisoformat(match[1]), "am" if match[2] == "am" else "pm") if match else None


def _read_yes_no(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


_READERS: Mapping[str, Callable[[str], Value | None]] = MappingProxyType(
    {
        "text": str,
        "choice": str,
        "phone": str,
        "number": _read_number,
        "date": date.fromisoformat,
        "time": _read_time,
        "datetime": _read_datetime,
        "half_day": _read_half_day,
        "yes_no": _read_yes_no,
    }
)
