"""Phone numbers: kept as given, matched in one form, read out in groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values.phones import grouped, phone, phone_key
from scripts_library.values.refusal import NotAValue


@pytest.mark.parametrize(
    ("text", "kept", "key"),
    [
        ("13800138000", "13800138000", "+8613800138000"),
        ("138 0013 8000", "13800138000", "+8613800138000"),
        ("138-0013-8000", "13800138000", "+8613800138000"),
        ("013800138000", "013800138000", "+8613800138000"),
        ("8613800138000", "8613800138000", "+8613800138000"),
        ("+86 138 0013 8000", "+8613800138000", "+8613800138000"),
        ("008613800138000", "008613800138000", "+8613800138000"),
        ("(010) 6555-1234", "01065551234", "+861065551234"),
        ("+86 10 6555 1234", "+861065551234", "+861065551234"),
        ("4008001234", "4008001234", "+864008001234"),
        ("+44 20 7946 0958", "+442079460958", "+442079460958"),
    ],
)
def test_kept_as_given_and_matched_in_one_form(text: str, kept: str, key: str) -> None:
    assert phone(text) == kept
    assert phone_key(text) == phone_key(kept) == key


@pytest.mark.parametrize("text", ["", "abc", "12", "138001380001", "1380013800", "65551234", "+86", "1" * 25, "138a"])
def test_what_cannot_be_dialled_is_refused(text: str) -> None:
    with pytest.raises(NotAValue):
        phone(text)


def test_a_missing_digit_is_counted() -> None:
    with pytest.raises(NotAValue) as refused:
        phone("1380013800")
    assert refused.value.sentence.in_language("zh-CN") == "“1380013800”有 10 位，手机号是 11 位。"


def test_a_number_of_no_known_kind_is_its_own_key() -> None:
    assert phone_key("95 588") == "95588"
    assert phone_key("") == ""


def test_a_mobile_number_is_read_out_in_groups() -> None:
    assert grouped("+8613800138000") == "138 0013 8000"
    assert grouped("01065551234") == "01065551234"


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True, alphabet="0123456789"))
def test_every_mobile_number_is_matched_however_it_is_written(number: str) -> None:
    forms = (number, f"0{number}", f"+86{number}", f"86 {number}", f"{number[:3]}-{number[3:7]}-{number[7:]}")
    assert {phone_key(phone(form)) for form in forms} == {f"+86{number}"}
