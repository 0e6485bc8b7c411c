"""Numbers in characters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values.numerals import digit_by_digit, digits_said, in_characters, number_said, whole_number_said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十五", 15),
        ("二十", 20),
        ("三十一", 31),
        ("两", 2),
        ("零五", 5),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百二", 120),
        ("两千五", 2500),
        ("两千零五十", 2050),
        ("三万", 30_000),
        ("一万五", 15_000),
        ("一万零五", 10_005),
        ("十二万三千四百五十六", 123_456),
        ("一亿", 100_000_000),
        ("一二三", 123),
        ("3万", 30_000),
        ("2千", 2000),
    ],
)
def test_numbers_said(text: str, number: int) -> None:
    assert number_said(text) == number


def test_decimals_are_exact() -> None:
    assert number_said("1.5万") == Decimal(15_000)
    assert number_said("0.1") == Decimal("0.1")


@pytest.mark.parametrize("text", ["", "百", "十百", "二十十", "三百百", "一百二百", "很多", "1.", "-5", "一" * 31])
def test_what_is_no_number(text: str) -> None:
    assert number_said(text) is None


def test_a_numeral_that_makes_no_number_is_below_all() -> None:
    assert whole_number_said("十百") == -1


@given(st.integers(0, 99))
def test_what_is_written_in_characters_is_read_back(number: int) -> None:
    assert number_said(in_characters(number)) == number


@given(st.integers(1000, 9999))
def test_years_are_read_back(year: int) -> None:
    assert number_said(digit_by_digit(year)) == year


def test_digits_one_by_one() -> None:
    assert digits_said("幺三8〇") == "1380"
    assert digits_said("十三") is None
    assert digits_said("") is None
