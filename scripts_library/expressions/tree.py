"""What the whitelist lets through, as frozen values of our own: nothing of Jinja is left in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from scripts_library.expressions.pieces import Pause, Text

_KEYWORDS = re.compile("and|or|not|in|is|if|else|elif|endif|[tT]rue|[fF]alse|[nN]one")

Plain = str | Decimal | bool
Operator = Literal["==", "!=", "<", "<=", ">", ">=", "in", "not in"]


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name: `customer.name`, `company`."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A text, a number or a yes/no, written as such."""

    value: Plain


@dataclass(frozen=True, slots=True)
class Listed:
    """Constants in brackets, to the right of `in`."""

    values: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """`raised('card')`: how often the card was raised."""

    card: str


@dataclass(frozen=True, slots=True)
class Visited:
    """`visited('step')`: whether the call came through the step."""

    step: str


@dataclass(frozen=True, slots=True)
class Not:
    """`not` before something."""

    inner: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    """Things joined by `and`."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Things joined by `or`."""

    parts: tuple["Condition", ...]


Operand = Name | Constant | Listed | Raised | Visited


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison; a chain `1 < x < 5` holds where each neighbouring pair does."""

    first: Operand
    rest: tuple[tuple[Operator, Operand], ...]


Condition = Name | Constant | Raised | Visited | Not | All | AnyOf | Compared


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a formula, exact."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    inner: "Formula"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two parts of a formula with a sign between them."""

    sign: Literal["+", "-", "*", "/"]
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Extreme:
    """`min(…)` or `max(…)`."""

    which: Literal["min", "max"]
    parts: tuple["Formula", ...]


Formula = Name | Number | Negative | Arithmetic | Extreme


@dataclass(frozen=True, slots=True)
class Fill:
    """A name in the words, with what is said where it is unknown (the filter `default`)."""

    name: str
    defaults: tuple[Name | tuple[Text | Pause, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Fork:
    """An `{% if %}`: the first branch whose condition holds; the `{% else %}` has none."""

    branches: tuple[tuple[Condition | None, tuple["Part", ...]], ...]


Part = Text | Pause | Fill | Fork


def is_name(text: str) -> bool:
    """Whether a text may be one part of a dotted name."""
    return text.isidentifier() and not text.startswith("_") and not _KEYWORDS.fullmatch(text)


def pairs(chain: Compared) -> Iterator[Compared]:
    """`1 < x < 5` as `1 < x` and `x < 5`."""
    left = chain.first
    for operator, right in chain.rest:
        yield Compared(left, ((operator, right),))
        left = right
