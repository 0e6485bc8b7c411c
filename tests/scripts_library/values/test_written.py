"""The written form in which values are kept, and back."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values import ERASED, HalfDay, Value
from scripts_library.values.parsing import parse
from scripts_library.values.refusal import NotAValue
from scripts_library.values.written import read_written, written

CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("value", "field_type", "form"),
    [
        ("和平路八号", "text", "和平路八号"),
        ("013800138000", "phone", "013800138000"),
        ("都来", "choice", "都来"),
        (Decimal("1200.50"), "number", "1200.50"),
        (Decimal("1E+3"), "number", "1000"),
        (Decimal("-0.00"), "number", "0.00"),
        (True, "yes_no", "yes"),
        (False, "yes_no", "no"),
        (date(2026, 12, 3), "date", "2026-12-03"),
        (time(15), "time", "15:00"),
        (time(15, 0, 9), "time", "15:00:09"),
        (datetime(2026, 12, 3, 15, tzinfo=CHINA), "datetime", "2026-12-03 15:00+08:00"),
        (HalfDay(date(2026, 12, 3), "pm"), "half_day", "2026-12-03 pm"),
    ],
)
def test_one_form_for_each_type(value: Value, field_type: str, form: str) -> None:
    assert written(value) == form
    assert read_written(form, field_type) == value


_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_VALUES = st.one_of(
    st.tuples(st.text(), st.sampled_from(["text", "choice", "phone"])),
    st.tuples(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.just("number")),
    st.tuples(st.booleans(), st.just("yes_no")),
    st.tuples(st.dates(), st.just("date")),
    st.tuples(st.times(), st.just("time")),
    st.tuples(st.datetimes(timezones=_ZONES), st.just("datetime")),
    st.tuples(st.builds(HalfDay, st.dates(), st.sampled_from(["am", "pm"])), st.just("half_day")),
)


@given(_VALUES)
def test_reading_gives_back_what_was_written(kept: tuple[Value, str]) -> None:
    value, field_type = kept
    read = read_written(written(value), field_type)
    assert (type(read), read) == (type(value), value)
    assert written(read) == written(value)


@given(st.text(max_size=25), st.sampled_from(["number", "date", "time", "datetime", "half_day", "yes_no"]))
def test_only_what_was_written_is_read(text: str, field_type: str) -> None:
    try:
        value = read_written(text, field_type)
    except NotAValue:
        return
    assert written(value) == text


@pytest.mark.parametrize(
    ("text", "field_type"),
    [
        ("", "number"),
        ("1e3", "number"),
        ("007", "number"),
        ("NaN", "number"),
        ("20261203", "date"),
        ("2026-W49-4", "date"),
        ("15", "time"),
        ("15:00:00", "time"),
        ("15:00+08:00", "time"),
        ("2026-12-03 15:00", "datetime"),
        ("2026-12-03T15:00+08:00", "datetime"),
        ("2026-12-03", "half_day"),
        ("2026-12-03 PM", "half_day"),
        ("2026-13-03 pm", "half_day"),
        ("true", "yes_no"),
    ],
)
def test_any_other_text_is_refused(text: str, field_type: str) -> None:
    with pytest.raises(NotAValue):
        read_written(text, field_type)


_WITHOUT_ZONE = datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize("value", [ERASED, Decimal("NaN"), Decimal("Infinity"), _WITHOUT_ZONE])
def test_what_cannot_be_kept_has_no_written_form(value: Value) -> None:
    with pytest.raises(ValueError, match=r"no written form|no number|no zone"):
        written(value)


def _to_the_minute(moment: datetime | time) -> datetime | time:
    return moment.replace(second=0, microsecond=0)


_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
_TYPED = st.one_of(
    st.tuples(st.decimals(-(10**9), 10**9, places=4), st.just("number")),
    st.tuples(st.booleans(), st.just("yes_no")),
    st.tuples(st.dates(_FIRST, _LAST), st.just("date")),
    st.tuples(st.times().map(_to_the_minute), st.just("time")),
    st.tuples(
        st.datetimes(datetime.combine(_FIRST, time()), datetime.combine(_LAST, time()), timezones=_ZONES).map(
            _to_the_minute
        ),
        st.just("datetime"),
    ),
    st.tuples(st.builds(HalfDay, st.dates(_FIRST, _LAST), st.sampled_from(["am", "pm"])), st.just("half_day")),
)


@given(_TYPED)
def test_what_was_written_can_be_typed_again(kept: tuple[Value, str]) -> None:
    value, field_type = kept
    assert parse(written(value), field_type, at=datetime(2026, 1, 5, 10, tzinfo=UTC)) == value
