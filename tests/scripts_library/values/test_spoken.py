"""The spoken form of each type."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values import ERASED, HalfDay, Value
from scripts_library.values.spoken import spoken

MONDAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("和平路八号", "和平路八号", "和平路八号"),
        ("Room 12", "Room 12", "Room 12"),
        ("13812345678", "138 1234 5678", "138 1234 5678"),
        ("013812345678", "138 1234 5678", "138 1234 5678"),
        ("+8613812345678", "138 1234 5678", "138 1234 5678"),
        ("01065551234", "01065551234", "01065551234"),
        (Decimal(1200), "1200", "1200"),
        (Decimal("12.50"), "12.50", "12.50"),
        (Decimal("1E+4"), "10000", "10000"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (date(2026, 12, 3), "十二月三日星期四", "Thursday 3 December"),
        (date(2026, 10, 20), "十月二十日星期二", "Tuesday 20 October"),
        (date(2026, 1, 31), "一月三十一日星期六", "Saturday 31 January"),
        (date(2028, 5, 3), "二〇二八年五月三日", "3 May 2028"),
        (date(1980, 11, 10), "一九八〇年十一月十日", "10 November 1980"),
        (time(15), "下午三点", "3 pm"),
        (time(15, 30), "下午三点半", "3:30 pm"),
        (time(15, 15), "下午三点一刻", "3:15 pm"),
        (time(9, 45), "上午九点三刻", "9:45 am"),
        (time(10, 5), "上午十点零五分", "10:05 am"),
        (time(14, 20), "下午两点二十分", "2:20 pm"),
        (time(12), "中午十二点", "noon"),
        (time(12, 30), "中午十二点半", "12:30 pm"),
        (time(13), "下午一点", "1 pm"),
        (time(20), "晚上八点", "8 pm"),
        (time(7, 30), "早上七点半", "7:30 am"),
        (time(0), "凌晨零点", "midnight"),
        (time(0, 10), "凌晨零点十分", "12:10 am"),
        (datetime(2026, 12, 3, 15, tzinfo=UTC), "十二月三日星期四下午三点", "Thursday 3 December at 3 pm"),
        (HalfDay(date(2026, 1, 5), "pm"), "今天下午", "this afternoon"),
        (HalfDay(date(2026, 1, 6), "pm"), "明天下午", "tomorrow afternoon"),
        (HalfDay(date(2026, 1, 8), "pm"), "这周四下午", "Thursday afternoon"),
        (HalfDay(date(2026, 1, 11), "am"), "这周日上午", "Sunday morning"),
        (HalfDay(date(2026, 1, 13), "pm"), "下周二下午", "Tuesday afternoon next week"),
        (HalfDay(date(2026, 1, 19), "am"), "一月十九日星期一上午", "Monday 19 January, in the morning"),
        (HalfDay(date(2026, 1, 2), "am"), "一月二日星期五上午", "Friday 2 January, in the morning"),
        (ERASED, "〔已删除〕", "[erased]"),
    ],
)
def test_one_form_for_each_type_and_language(value: Value, chinese: str, english: str) -> None:
    assert spoken(value, "zh-CN", today=MONDAY) == chinese
    assert spoken(value, "en", today=MONDAY) == english


def test_on_sunday_the_next_day_is_tomorrow_and_then_comes_next_week() -> None:
    sunday = date(2026, 1, 4)
    assert spoken(HalfDay(date(2026, 1, 5), "am"), "zh-CN", today=sunday) == "明天上午"
    assert spoken(HalfDay(date(2026, 1, 6), "am"), "zh-CN", today=sunday) == "下周二上午"


def test_a_day_of_the_coming_months_needs_no_year() -> None:
    assert spoken(date(2027, 1, 5), "zh-CN", today=date(2026, 12, 20)) == "一月五日星期二"


def test_without_today_days_are_said_by_their_date() -> None:
    assert spoken(HalfDay(date(2026, 1, 6), "pm"), "zh-CN", today=None) == "一月六日星期二下午"
    assert spoken(date(2031, 1, 6), "en", today=None) == "Monday 6 January"


@given(st.times(), st.times(), st.sampled_from(["zh-CN", "en"]))
def test_two_minutes_of_a_day_are_never_said_alike(one: time, other: time, language: str) -> None:
    alike = spoken(one, language, today=None) == spoken(other, language, today=None)
    assert alike is ((one.hour, one.minute) == (other.hour, other.minute))


@given(st.integers(0, 13), st.integers(0, 13), st.sampled_from(["am", "pm"]), st.sampled_from(["zh-CN", "en"]))
def test_two_days_of_these_weeks_are_never_said_alike(one: int, other: int, half: str, language: str) -> None:
    said = [
        spoken(HalfDay(MONDAY + timedelta(days=days), "am" if half == "am" else "pm"), language, today=MONDAY)
        for days in (one, other)
    ]
    assert (said[0] == said[1]) is (one == other)
