"""Comparisons of values: what is unknown or erased compares as false, and types are never mixed."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from scripts_library.expressions.tree import Operator, Plain
from scripts_library.values import ERASED, HalfDay, Value

Operand = Value | int | tuple[Plain, ...] | None
Comparison = Callable[[Operand, Operand], bool]

_KINDS: dict[type, str] = {
    int: "number",
    Decimal: "number",
    str: "text",
    bool: "yes_no",
    date: "date",
    datetime: "datetime",
    time: "time",
    HalfDay: "half_day",
    tuple: "list",
}
_ORDERED = frozenset({"number", "text", "date", "datetime", "time", "half_day"})


def is_true(value: Operand) -> bool:
    """Whether a value alone holds: known, and neither no, 0 nor an empty text. An erased one was known, and holds."""
    return bool(value)


def _unknown(left: Operand, right: Operand) -> bool:
    return left is None or right is None or left is ERASED or right is ERASED


def _equal(left: Operand, right: Operand) -> bool:
    return not _unknown(left, right) and _KINDS[type(left)] == _KINDS[type(right)] and left == right


def _unequal(left: Operand, right: Operand) -> bool:
    return not _unknown(left, right) and not _equal(left, right)


def _contained(left: Operand, right: Operand) -> bool:
    match right:
        case tuple():
            return any(_equal(left, item) for item in right)
        case str():
            return isinstance(left, str) and left in right
    return False


def _not_contained(left: Operand, right: Operand) -> bool:
    return not _unknown(left, right) and not _contained(left, right)


def _sortable(value: Operand) -> Any:
    return (value.day, value.half) if isinstance(value, HalfDay) else value


def _ordering(holds: Callable[[Any, Any], bool]) -> Comparison:
    def ordered(left: Operand, right: Operand) -> bool:
        if _unknown(left, right):
            return False
        kind = _KINDS[type(left)]
        if kind not in _ORDERED or kind != _KINDS[type(right)]:
            return False
        try:
            return holds(_sortable(left), _sortable(right))
        except TypeError:  # a moment with a zone and one without have no order
            return False

    return ordered


COMPARISONS: MappingProxyType[Operator, Comparison] = MappingProxyType(
    {
        "==": _equal,
        "!=": _unequal,
        "<": _ordering(lambda left, right: bool(left < right)),
        "<=": _ordering(lambda left, right: bool(left <= right)),
        ">": _ordering(lambda left, right: bool(left > right)),
        ">=": _ordering(lambda left, right: bool(left >= right)),
        "in": _contained,
        "not in": _not_contained,
    }
)
