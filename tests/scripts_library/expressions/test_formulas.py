"""Formulas: exact numbers, or no data."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.expressions import NotAllowed, formula


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("appointments / contacts", Fraction(6, 150)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("0.123456789012345", Fraction(123456789012345, 10**15)),
        ("0.000001 * 10", Fraction(1, 10**5)),
        ("2 + 3 * 4 - 1", Fraction(13)),
        ("(2 + 3) * 4", Fraction(20)),
        ("10 - 4 - 3", Fraction(3)),
        ("12 / 4 / 3", Fraction(1)),
        ("-appointments + 10", Fraction(4)),
        ("--3", Fraction(3)),
        ("min(contacts, 100, 2)", Fraction(2)),
        ("max(-1, -2)", Fraction(-1)),
        ("min(1, max(appointments, 2)) / 3", Fraction(1, 3)),
        ("team.dials / 7", Fraction(72, 7)),
    ],
)
def test_numbers_are_exact(source: str, number: Fraction) -> None:
    worked_out = formula(source)({"appointments": 6, "contacts": 150, "team.dials": Fraction(72)})
    assert worked_out == number
    assert isinstance(worked_out, Fraction)


@pytest.mark.parametrize(
    "source",
    [
        "missing",
        "missing * 0",
        "nothing + 1",
        "-nothing",
        "min(1, nothing)",
        "max(missing, 1)",
        "1 / 0",
        "1 / (2 - two)",
    ],
)
def test_what_is_missing_or_divided_by_nothing_is_no_data(source: str) -> None:
    assert formula(source)({"nothing": None, "two": 2}) is None


def test_a_formula_tells_its_names() -> None:
    assert formula("a + b.c * -min(d, 2) / 3").names == {"a", "b.c", "d"}


@pytest.mark.parametrize(
    "source",
    [
        "a > 1",
        "a and b",
        "not a",
        "'a'",
        "true",
        "a + true",
        "min(a)",
        "min()",
        "max(*a)",
        "min(a, b, key=c)",
        "sum(a, b)",
        "raised('busy')",
        "visited('offer')",
        "a // b",
        "a % b",
        "a ** b",
        "a ~ b",
        "a if b else c",
        "+a",
        "a | abs",
        "(1, 2)",
        "[1]",
        "1e3",
        "0x10",
        "1_000",
        "none",
    ],
)
def test_what_is_no_formula_is_refused(source: str) -> None:
    with pytest.raises(NotAllowed):
        formula(source)


@dataclass(frozen=True)
class _Written:
    """A formula in writing, and the number that Python's own fractions come to."""

    source: str
    number: Fraction | None


_WORKS: dict[str, Callable[[Fraction, Fraction], Fraction | None]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right if right else None,
}


def _of_two(left: _Written, sign: str, right: _Written) -> _Written:
    both = left.number is not None and right.number is not None
    number = _WORKS[sign](left.number or Fraction(0), right.number or Fraction(0)) if both else None
    return _Written(f"({left.source} {sign} {right.source})", number)


_LEAVES = st.one_of(
    st.decimals(0, 10**6, places=3).map(lambda number: _Written(f"{number:f}", Fraction(number))),
    st.sampled_from([_Written("three", Fraction(3)), _Written("a.b", Fraction(-1, 7)), _Written("unknown", None)]),
)
_FORMULAS = st.recursive(
    _LEAVES, lambda inner: st.builds(_of_two, inner, st.sampled_from("+-*/"), inner), max_leaves=10
)


@given(_FORMULAS)
def test_formulas_come_out_as_fractions_do(written: _Written) -> None:
    assert formula(written.source)({"three": 3, "a.b": Fraction(-1, 7), "unknown": None}) == written.number
