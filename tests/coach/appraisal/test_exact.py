"""Exact numbers are read as written and rounded half up only where they are shown."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.appraisal.exact import NotANumber, exact, shown, signed
from coach.appraisal.lines import points, score_on


@pytest.mark.parametrize(
    ("text", "number"),
    [("72", Fraction(72)), ("2%", Fraction(1, 50)), (" -1.5 ", Fraction(-3, 2)), ("0.1", Fraction(1, 10))],
)
def test_numbers_are_read_exactly(text: str, number: Fraction) -> None:
    assert exact(text) == number


@pytest.mark.parametrize("text", ["", "%", "a", "1,5", "NaN", "Infinity", "1%%", "1e999999999"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        exact(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [("84.82", "84.8"), ("84.85", "84.9"), ("-84.85", "−84.9"), ("0.04", "0"), ("-0.04", "0"), ("100", "100")],
)
def test_numbers_are_shown_rounded_half_up(number: str, text: str) -> None:
    assert shown(Fraction(number)) == text


def test_points_carry_their_sign() -> None:
    assert [signed(Fraction(n)) for n in (6, -5, 0)] == ["+6", "−5", "0"]


@given(st.decimals(-(10**6), 10**6, places=3))
def test_what_is_shown_is_never_further_off_than_half_a_step(number: Decimal) -> None:
    assert abs(exact(shown(Fraction(number)).replace("−", "-")) - Fraction(number)) <= Fraction(1, 20)


def test_a_line_is_straight_between_its_points_and_flat_outside() -> None:
    line = points({"50%": "0", "90%": "80", "100%": "100"})
    assert [score_on(line, Fraction(n, 100)) for n in (10, 50, 70, 95, 100, 120)] == [0, 0, 40, 90, 100, 100]
