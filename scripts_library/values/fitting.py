"""Whether a value that was not captured for a field is one that the field can have."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType

from scripts_library.values import ERASED, Value
from scripts_library.values.phones import can_be_dialled

_KINDS: Mapping[str, type[Value]] = MappingProxyType(
    {
        "text": str,
        "number": Decimal,
        "date": date,
        "time": time,
        "datetime": datetime,
        "phone": str,
        "choice": str,
        "yes_no": bool,
    }
)


def fits(value: Value, field_type: str, options: Sequence[str] = ()) -> bool:
    """Whether a field of a type can have this value: a company is no day. What was erased had its type."""
    if value == ERASED:
        return True
    if type(value) is not _KINDS[field_type]:  # a moment is a date to Python
        return False
    match field_type, value:
        case "choice", _:
            return value in options
        case "phone", str():
            return can_be_dialled(value)
    return True


def may_fit(one_type: str, other_type: str) -> bool:
    """Whether a field of the one type can have any value of a field of the other."""
    return _KINDS[one_type] is _KINDS[other_type]
