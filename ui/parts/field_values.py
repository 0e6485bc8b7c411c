"""What a field understands, how it shows it back in full, and what the arrows make of it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from coach.call import Call
from coach.capturing import type_of
from scripts_library.names import field_of
from scripts_library.sentences import Refusal
from scripts_library.values import Erased, HalfDay, Value
from scripts_library.values.phones import grouped
from scripts_library.values.said import understand
from scripts_library.values.written import written
from ui.language import said, spoken

_SLOTS = ("slot_1", "slot_2")
# What a promise is made of: here the past is a slip (coach.ending).
_PROMISED = frozenset({"meeting_day", "meeting_time", "callback_at"})
_HALF_AN_HOUR = timedelta(minutes=30)
_WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Impossible(Exception):
    """A text that the field cannot take; the message is a sentence in the window's language."""


def read(call: Call, field: str, text: str, at: datetime) -> Value:
    """The value that a text means for a field of this call. Raises `Impossible` with the reason."""
    asked = call.release.script.fields[field]
    slots = {name: half for name in _SLOTS if isinstance(half := call.values.get(name), HalfDay)}
    try:
        value = understand(
            text, asked.type, at=at, near=_near(call, tuple(slots.values())), options=asked.options, slots=slots
        )
    except Refusal as refusal:
        raise Impossible(said(refusal.sentence)) from refusal
    if field in _PROMISED and _past(call, value, at):
        shown = shown_in_full(value, at.date())
        past = QCoreApplication.translate("field_values", "%1 is in the past. Give a later one.")
        raise Impossible(past.replace("%1", shown))
    return value


def read_gap(call: Call, name: str, text: str, at: datetime) -> str:
    """What a text in a gap means, in written form. Raises `Impossible` with the reason."""
    field = field_of(name)
    if field is not None:
        return written(read(call, field, text, at))
    try:
        return written(understand(text, type_of(call.release, name), at=at))
    except Refusal as refusal:
        raise Impossible(said(refusal.sentence)) from refusal


def shown_in_full(value: Value, today: date) -> str:
    """A value as it stands in a field: 12月3日 周四, 17:30, 138 1234 5678."""
    match value:
        case bool():
            return (
                QCoreApplication.translate("field_values", "yes")
                if value
                else QCoreApplication.translate("field_values", "no")
            )
        case Decimal():
            return f"{value:f}"
        case datetime():
            return f"{_day(value.date(), today)} {value:%H:%M}"
        case date():
            return _day(value, today)
        case time():
            return f"{value:%H:%M}"
        case HalfDay():
            half = {
                "am": QCoreApplication.translate("field_values", "morning"),
                "pm": QCoreApplication.translate("field_values", "afternoon"),
            }[value.half]
            return f"{_day(value.day, today)} {half}"
        case Erased():
            return QCoreApplication.translate("field_values", "erased")
        case str():
            return grouped(value)


def stepped(value: Value | None, field_type: str, options: Sequence[str], by: int, at: datetime) -> Value | None:
    """The value one arrow further: a day, half an hour, the next option. None where arrows mean nothing."""
    match field_type:
        case "date":
            return _later_day(value if isinstance(value, date) else at.date(), by)
        case "time":
            return _later_hour(value if isinstance(value, time) else time(14 if by > 0 else 15), by)
        case "datetime":
            start = value if isinstance(value, datetime) else _half_hour(at)
            return start + by * _HALF_AN_HOUR
        case "number":
            return max((value if isinstance(value, Decimal) else Decimal()) + by, Decimal())
        case "yes_no":
            return not value
        case "choice" if options:
            place = options.index(value) + by if isinstance(value, str) and value in options else (by - 1) // 2
            return options[place % len(options)]
        case _:
            return None


def _near(call: Call, slots: Sequence[HalfDay]) -> HalfDay | None:
    """The half-day that was agreed: then `5` is five in the afternoon."""
    day = call.knows.field("meeting_day")
    return next((half for half in slots if half.day == day), None)


def _past(call: Call, value: Value, at: datetime) -> bool:
    match value:
        case datetime():
            return value < at
        case date():
            return value < at.date()
        case time():
            day = call.knows.field("meeting_day")
            return day == at.date() and value < at.time()
        case _:
            return False


def _day(day: date, today: date) -> str:
    far = abs((day - today).days) > 300
    if spoken() == "zh":
        year = f"{day.year}年" if far else ""
        return f"{year}{day.month}月{day.day}日 周{_WEEKDAYS['zh'][day.weekday()]}"
    year = f" {day.year}" if far else ""
    return f"{_WEEKDAYS['en'][day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def _later_day(day: date, by: int) -> date:
    return day + timedelta(days=by)


def _later_hour(hour: time, by: int) -> time:
    moment = datetime.combine(date(2000, 1, 1), hour) + by * _HALF_AN_HOUR
    return moment.time()


def _half_hour(at: datetime) -> datetime:
    """The half-hour that has begun: the first arrow up gives the next."""
    return at.replace(minute=30 if at.minute >= 30 else 0, second=0, microsecond=0)
