"""The figures that a plan's formulas may name: every sum of calls and promises, days worked and reviews."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from msgspec.structs import fields

from coach.promises import PromiseSum
from coach.sums import CallSum

Figures = Mapping[str, Fraction | None]

# People count in other units than the sums: the figure, and how many of the sum make one of it.
_IN_UNITS = {
    "talk_seconds": ("talk_minutes", 60),
    "effective_seconds": ("effective_minutes", 60),
    "wrap_up_seconds": ("wrap_up_minutes", 60),
    "deal_thousandths": ("deal_units", 1000),
    "deal_fen": ("deal_amount", 100),
}
_COUNTED = {field.name: (field.name, 1) for field in fields(CallSum)} | _IN_UNITS
_CALLS = MappingProxyType({figure: (field, unit) for field, (figure, unit) in _COUNTED.items()})

OF_CALLS = tuple(_CALLS)
OF_PROMISES = tuple(field.name for field in fields(PromiseSum))
FIGURES = (*OF_CALLS, *OF_PROMISES, "worked_days", "qa_sum", "qa_reviews")


def of_calls(figure: str, calls: CallSum) -> Fraction:
    """What calls come to in one of their figures (`OF_CALLS`): minutes of talk, units and yuan sold, else a count."""
    field, unit = _CALLS[figure]
    return Fraction(getattr(calls, field), unit)
