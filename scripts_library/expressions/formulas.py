"""Formulas of plans: exact numbers from named numbers, or no data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from scripts_library.expressions import tree

Numbers = Mapping[str, Fraction | int | None]
_Works = Callable[[Numbers], Fraction | None]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, ready to be worked out: `formula("appointments / contacts")(sums)`, an exact fraction.

    None (no data, never 0) where a number is missing or something is divided by nothing.
    """

    tree: tree.Formula
    names: frozenset[str]
    _works: _Works = field(compare=False, repr=False)

    def __call__(self, numbers: Numbers) -> Fraction | None:
        """The number that it comes to."""
        return self._works(numbers)


@lru_cache(maxsize=1024)
def formula(source: str) -> Formula:
    """Reads a formula. Raises `NotAllowed` where it is none."""
    # Jinja costs 50 ms to load, which the first painted window must not wait for.
    from scripts_library.expressions.reading import formula_tree

    root = formula_tree(source)
    return Formula(root, frozenset(_names(root)), _lowered(root))


def _names(node: tree.Formula) -> Iterator[str]:
    match node:
        case tree.Name(name):
            yield name
        case tree.Negative(inner):
            yield from _names(inner)
        case tree.Arithmetic(_, left, right):
            yield from _names(left)
            yield from _names(right)
        case tree.Extreme(_, parts):
            for part in parts:
                yield from _names(part)
        case tree.Number():
            return


def _lowered(node: tree.Formula) -> _Works:
    match node:
        case tree.Name(name):
            return _named(name)
        case tree.Number(value):
            return lambda _numbers: value
        case tree.Negative(inner):
            return _negated(_lowered(inner))
        case tree.Arithmetic(sign, left, right):
            return _of_two(_SIGNS[sign], _lowered(left), _lowered(right))
        case tree.Extreme(which, parts):
            return _extreme(max if which == "max" else min, tuple(_lowered(part) for part in parts))


def _named(name: str) -> _Works:
    def works(numbers: Numbers) -> Fraction | None:
        number = numbers.get(name)
        return None if number is None else Fraction(number)

    return works


def _negated(inner: _Works) -> _Works:
    def works(numbers: Numbers) -> Fraction | None:
        number = inner(numbers)
        return None if number is None else -number

    return works


def _of_two(sign: Callable[[Fraction, Fraction], Fraction | None], left: _Works, right: _Works) -> _Works:
    def works(numbers: Numbers) -> Fraction | None:
        first, second = left(numbers), right(numbers)
        return None if first is None or second is None else sign(first, second)

    return works


def _extreme(which: Callable[[list[Fraction]], Fraction], parts: tuple[_Works, ...]) -> _Works:
    def works(numbers: Numbers) -> Fraction | None:
        found = [number for part in parts if (number := part(numbers)) is not None]
        return which(found) if len(found) == len(parts) else None

    return works


def _divided(left: Fraction, right: Fraction) -> Fraction | None:
    return left / right if right else None


_SIGNS: Mapping[str, Callable[[Fraction, Fraction], Fraction | None]] = MappingProxyType(
    {
        "+": lambda left, right: left + right,
        "-": lambda left, right: left - right,
        "*": lambda left, right: left * right,
        "/": _divided,
    }
)
