"""Values as scripts, plans and the terminal write them."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values import HalfDay, Value
from scripts_library.values.parsing import moment, parse
from scripts_library.values.refusal import NotAValue

CHINA = timezone(timedelta(hours=8))
SLOTS = {"slot_1": HalfDay(date(2026, 1, 8), "pm"), "slot_2": HalfDay(date(2026, 1, 13), "am")}
OPTIONS = ("本人", "家人", "都来")


@pytest.mark.parametrize(
    ("text", "field_type", "value"),
    [
        ("  和平路八号 ", "text", "和平路八号"),
        ("Ｎｏ．８", "text", "Ｎｏ．８"),
        ("12", "number", Decimal(12)),
        ("-0.50", "number", Decimal("-0.5")),
        ("１２．５", "number", Decimal("12.5")),
        ("-0", "number", Decimal(0)),
        ("2026-12-03", "date", date(2026, 12, 3)),
        ("2026-1-5", "date", date(2026, 1, 5)),
        ("２０２６－１２－０３", "date", date(2026, 12, 3)),
        ("today", "date", date(2026, 1, 5)),
        ("Tomorrow", "date", date(2026, 1, 6)),
        ("next monday", "date", date(2026, 1, 12)),
        ("next tuesday", "date", date(2026, 1, 6)),
        ("next  Sunday", "date", date(2026, 1, 11)),
        ("slot_1", "date", date(2026, 1, 8)),
        ("15:00", "time", time(15)),
        ("9:05", "time", time(9, 5)),
        ("１５：３０", "time", time(15, 30)),
        ("2026-12-03 15:00", "datetime", datetime(2026, 12, 3, 15, tzinfo=CHINA)),
        ("tomorrow 9:30", "datetime", datetime(2026, 1, 6, 9, 30, tzinfo=CHINA)),
        ("next friday 15:00", "datetime", datetime(2026, 1, 9, 15, tzinfo=CHINA)),
        ("slot_2 10:00", "datetime", datetime(2026, 1, 13, 10, tzinfo=CHINA)),
        ("2026-12-03 15:00+00:00", "datetime", datetime(2026, 12, 3, 23, tzinfo=CHINA)),
        ("in 1 hour", "datetime", datetime(2026, 1, 5, 11, tzinfo=CHINA)),
        ("in 2 hours", "datetime", datetime(2026, 1, 5, 12, tzinfo=CHINA)),
        ("in 30 minutes", "datetime", datetime(2026, 1, 5, 10, 30, tzinfo=CHINA)),
        ("in 3 days", "datetime", datetime(2026, 1, 8, 10, tzinfo=CHINA)),
        ("138 0013-8000", "phone", "13800138000"),
        ("013800138000", "phone", "013800138000"),
        ("yes", "yes_no", True),
        ("是", "yes_no", True),
        ("NO", "yes_no", False),
        ("否", "yes_no", False),
        (" 都来", "choice", "都来"),
        ("slot_1", "half_day", HalfDay(date(2026, 1, 8), "pm")),
        ("2026-12-03 pm", "half_day", HalfDay(date(2026, 12, 3), "pm")),
        ("tomorrow am", "half_day", HalfDay(date(2026, 1, 6), "am")),
    ],
)
def test_values(monday: datetime, text: str, field_type: str, value: Value) -> None:
    parsed = parse(text, field_type, at=monday, options=OPTIONS, slots=SLOTS)
    assert (type(parsed), parsed) == (type(value), value)


@pytest.mark.parametrize(
    ("text", "field_type", "code"),
    [
        ("", "text", "value_nothing"),
        (" \n", "date", "value_nothing"),
        ("twelve", "number", "value_not_a_number"),
        ("1e3", "number", "value_not_a_number"),
        ("nan", "number", "value_not_a_number"),
        ("1" * 16, "number", "value_not_a_number"),
        ("2026-02-30", "date", "value_no_such_day"),
        ("2026-13-01", "date", "value_no_such_month"),
        ("0026-12-03", "date", "value_no_such_year"),
        ("monday", "date", "value_not_a_date"),
        ("下周二", "date", "value_not_a_date"),
        ("slot_3", "date", "value_not_a_date"),
        ("24:00", "time", "value_no_such_hour"),
        ("15:60", "time", "value_no_such_minute"),
        ("15", "time", "value_not_a_time"),
        ("3 pm", "time", "value_not_a_time"),
        ("15:00", "datetime", "value_not_a_datetime"),
        ("2026-12-03", "datetime", "value_not_a_datetime"),
        ("2026-12-03 25:00", "datetime", "value_no_such_hour"),
        ("2026-12-03 15:00+99:00", "datetime", "value_not_a_datetime"),
        ("9999-12-31 23:59-12:00", "datetime", "value_not_a_datetime"),
        ("9999-12-31 12:00+00:00", "datetime", "value_no_such_year"),
        ("0001-01-02 00:00+00:00", "datetime", "value_no_such_year"),
        ("in a while", "datetime", "value_not_a_datetime"),
        ("1380013800", "phone", "value_mobile_length"),
        ("138001380000", "phone", "value_mobile_length"),
        ("12", "phone", "value_not_a_phone"),
        ("call me", "phone", "value_not_a_phone"),
        ("maybe", "yes_no", "value_not_yes_no"),
        ("朋友", "choice", "value_not_an_option"),
        ("2026-12-03", "half_day", "value_not_a_half_day"),
        ("noon pm", "half_day", "value_not_a_half_day"),
    ],
)
def test_what_is_no_value_says_why(monday: datetime, text: str, field_type: str, code: str) -> None:
    with pytest.raises(NotAValue) as refused:
        parse(text, field_type, at=monday, options=OPTIONS)
    assert refused.value.sentence.code == f"scripts_library:{code}"
    for language in ("zh-CN", "en"):
        assert refused.value.sentence.in_language(language)


def test_a_half_day_that_is_not_on_offer_says_so(monday: datetime) -> None:
    with pytest.raises(NotAValue) as refused:
        parse("slot_1", "date", at=monday)
    assert refused.value.sentence.code == "scripts_library:value_slot_unknown"


def test_a_refusal_names_the_options_and_shortens_what_was_typed(monday: datetime) -> None:
    with pytest.raises(NotAValue) as refused:
        parse("太" * 60, "choice", at=monday, options=OPTIONS)
    said = refused.value.sentence.in_language("zh-CN")
    assert "本人 · 家人 · 都来" in said
    assert "太" * 40 + "…" in said
    assert "太" * 41 not in said


def test_the_day_that_next_names_is_never_today(monday: datetime) -> None:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for days in range(7):
        said = monday + timedelta(days=days)
        for number, name in enumerate(names):
            found = parse(f"next {name}", "date", at=said)
            assert isinstance(found, date)
            assert found.weekday() == number
            assert 1 <= (found - said.date()).days <= 7


def test_waits_are_hours_of_the_clock_on_the_wall_of_the_world() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    before_summer = datetime(2026, 3, 29, 1, 30, tzinfo=berlin)
    found = parse("in 1 hour", "datetime", at=before_summer)
    assert isinstance(found, datetime)
    assert found.astimezone(UTC) - before_summer.astimezone(UTC) == timedelta(hours=1)
    assert (found.hour, found.minute) == (3, 30)


def test_an_hour_that_no_clock_shows_is_the_one_after_it() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    at = datetime(2026, 3, 28, 12, tzinfo=berlin)
    assert moment(date(2026, 3, 29), time(2, 30), at).time() == time(3, 30)


@given(st.text(max_size=20), st.sampled_from(["number", "date", "time", "datetime", "phone", "yes_no", "choice"]))
def test_any_text_is_a_value_or_is_refused(text: str, field_type: str) -> None:
    at = datetime(2026, 1, 5, 10, tzinfo=CHINA)
    try:
        value = parse(text, field_type, at=at, options=OPTIONS, slots=SLOTS)
    except NotAValue:
        return
    assert value is not None
