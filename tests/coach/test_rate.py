"""Rates: exact value, Wilson interval, and an order that is fair to small samples."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.rate import Rate, Ratio, ranked


def test_no_data_is_no_value_and_no_interval() -> None:
    assert Rate(0, 0).value is None
    assert Rate(0, 0).interval is None
    assert Ratio(0, 0).value is None


def test_the_value_is_exact() -> None:
    assert Rate(19, 20).value == Fraction(19, 20)
    assert Ratio(7, 2).value == Fraction(7, 2)


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [(0, 10, 0.0, 0.2775328), (10, 10, 0.7224672, 1.0), (5, 10, 0.2365931, 0.7634069)],
)
def test_the_interval_is_wilsons(numerator: int, denominator: int, low: float, high: float) -> None:
    assert Rate(numerator, denominator).interval == pytest.approx((low, high), abs=1e-6)


CASES = st.integers(1, 10_000).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))


@given(CASES)
def test_each_end_is_a_rate_from_which_the_one_seen_lies_just_so_far(case: tuple[int, int]) -> None:
    """What defines Wilson's interval: (seen − end)² = z² · end · (1 − end) / cases."""
    rate = Rate(*case)
    assert rate.interval is not None
    for end in rate.interval:
        deviation = 1.959963984540054**2 * end * (1 - end) / rate.denominator
        assert (rate.numerator / rate.denominator - end) ** 2 == pytest.approx(deviation, abs=1e-9)


@given(CASES)
def test_the_interval_holds_the_rate_and_stays_between_nothing_and_all(case: tuple[int, int]) -> None:
    rate = Rate(*case)
    assert rate.interval is not None
    assert rate.value is not None
    low, high = rate.interval
    assert 0 <= low <= float(rate.value) + 1e-12
    assert float(rate.value) - 1e-12 <= high <= 1


def test_shrinking_draws_a_small_sample_towards_the_team() -> None:
    team = Rate(10, 100)
    assert Rate(2, 2).shrunk(team) == Fraction(2 + 3, 2 + 30)
    assert Rate(2, 2).shrunk(team, weight=10) == Fraction(2 + 1, 2 + 10)
    assert Rate(0, 0).shrunk(team) is None
    assert Rate(2, 2).shrunk(Rate(0, 0)) is None


def test_the_best_shrunk_rate_is_first_ties_are_ties_and_few_cases_are_not_ranked() -> None:
    rates = {"wang": Rate(10, 100), "li": Rate(20, 100), "zhao": Rate(10, 100), "qian": Rate(9, 100), "sun": Rate(2, 2)}
    assert ranked(rates) == {"wang": 2, "li": 1, "zhao": 2, "qian": 4, "sun": None}


def test_a_small_sample_does_not_lead_by_luck() -> None:
    rates = {"lucky": Rate(3, 4), "steady": Rate(60, 100), "rest": Rate(20, 100)}
    assert ranked(rates, minimum=1) == {"steady": 1, "lucky": 2, "rest": 3}
    assert ranked(rates, minimum=1, weight=0) == {"lucky": 1, "steady": 2, "rest": 3}


def test_nobody_with_data_ranks_nobody() -> None:
    assert ranked({"wang": Rate(0, 0)}, minimum=0) == {"wang": None}
    assert ranked({}) == {}
