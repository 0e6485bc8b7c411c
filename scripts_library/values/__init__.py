"""Values that a call captures: typed, written one way, spoken one way per language."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class HalfDay:
    """Half a day to offer in the choice of two: 这周四下午. Written `2026-12-03 pm`."""

    day: date
    half: Literal["am", "pm"]


@dataclass(frozen=True, slots=True)
class Erased:
    """A value that was erased on request; it counts as filled, and a replay shows «erased»."""


ERASED = Erased()

Value = str | Decimal | bool | date | time | datetime | HalfDay | Erased
