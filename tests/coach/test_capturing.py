"""What a call captures: typed, resolved, cleared; and what it refuses."""

from datetime import date, time
from decimal import Decimal

import pytest
from msgspec.structs import replace

from coach.call import Call
from coach.events import Dialled, Filled
from coach.known import CallKnows
from coach.refusals import NotOffered
from scripts_library.names import STANDARD_NAMES
from scripts_library.script import Field
from scripts_library.sentences import Refusal
from scripts_library.values import ERASED, HalfDay, Value
from tests.strategies.small import SCRIPT, SMALL, at, talking, walked


def filled(name: str, value: str) -> Call:
    return talking(Filled(at=at(20), name=name, value=value))


@pytest.mark.parametrize(
    ("name", "text", "value", "written"),
    [
        ("fields.day", "tomorrow", date(2026, 1, 6), "2026-01-06"),
        ("fields.day", "slot_1", date(2026, 1, 8), "2026-01-08"),
        ("fields.hour", "9:30", time(9, 30), "09:30"),
        ("fields.who", "家人", "家人", "家人"),
        ("fields.deal_units", "2.50", Decimal("2.50"), "2.50"),
        ("customer.phone", "138 0013 8000", "13800138000", "13800138000"),
        ("slot_1", "2026-01-09 am", HalfDay(date(2026, 1, 9), "am"), "2026-01-09 am"),
        ("last_call.day", "2026-01-02", date(2026, 1, 2), "2026-01-02"),
        ("clinic", "城北门诊", "城北门诊", "城北门诊"),
    ],
)
def test_a_value_is_kept_in_its_one_written_form(name: str, text: str, value: object, written: str) -> None:
    call = filled(name, text)
    event = call.trail[-1]
    assert isinstance(event, Filled)
    assert (call.values[name], event.value, event.clears) == (value, written, False)


@pytest.mark.parametrize(
    ("name", "text"),
    [("fields.day", "某天"), ("fields.who", "邻居"), ("fields.hour", "25:00"), ("customer.phone", "x")],
)
def test_what_is_no_such_value_is_refused(name: str, text: str) -> None:
    with pytest.raises(Refusal):
        filled(name, text)


@pytest.mark.parametrize("name", ["fields.nothing", "weather", "now", "today", "day"])
def test_what_the_script_does_not_capture_is_refused_with_what_it_does(name: str) -> None:
    with pytest.raises(NotOffered) as refused:
        filled(name, "2026-01-06")
    assert refused.value.offered == (
        *(f"fields.{field}" for field in SCRIPT.fields),
        "clinic",
        *(name for name in STANDARD_NAMES if name not in {"today", "now"}),
    )


def test_an_empty_value_clears_and_falls_back_on_the_default() -> None:
    call = filled("fields.place", "和平路八号")
    assert call.knows.value("fields.place") == "和平路八号"
    cleared = call.then(Filled(at=at(30), name="fields.place", value=""))
    event = cleared.trail[-1]
    assert isinstance(event, Filled)
    assert event.clears
    assert "fields.place" not in cleared.values
    assert cleared.knows.value("fields.place") == "城南门诊"


def test_an_erased_value_reads_erased_and_a_cleared_one_stays_cleared() -> None:
    call = filled("fields.place", "和平路八号").then(Filled(at=at(30), name="fields.who", value=""))
    erased = [replace(event, value=None) if isinstance(event, Filled) else event for event in call.trail]
    again = Call.replayed(SMALL, erased)
    assert again.values["fields.place"] == ERASED
    assert "fields.who" not in again.values


def test_a_call_is_not_dialled_with_fields_that_it_has_not() -> None:
    assert walked(Dialled(at=at(0), names={"fields.place": "家里", "weather": "晴"})).values["weather"] == "晴"
    with pytest.raises(NotOffered):
        walked(Dialled(at=at(0), names={"fields.nothing": "家里"}))


def test_a_default_that_its_field_cannot_have_is_unknown() -> None:
    fields = {
        "day": Field(title="日期", type="date", default="company"),
        "again": Field(title="再约", type="date", default="fields.day"),
        "day_as_text": Field(title="日子", type="text", default="fields.again"),
        "asked": Field(title="问的那天", type="date", default="today"),
        "moment": Field(title="问的时候", type="date", default="now"),
        "mobile": Field(title="手机", type="phone", default="company"),
        "office": Field(title="座机", type="phone", default="switchboard"),
        "who": Field(title="谁来", type="choice", options=("本人", "家人"), default="comes"),
        "whose": Field(title="谁的", type="choice", options=("家人",), default="comes"),
    }
    known: dict[str, Value] = {"company": "和顺公司", "switchboard": "010-6555 1234", "comes": "本人"}
    knows = CallKnows(replace(SMALL, script=replace(SCRIPT, fields=fields)), known, (), at(0))
    values = {field: value for field in fields if (value := knows.value(f"fields.{field}")) is not None}
    assert values == {"asked": at(0).date(), "office": "010-6555 1234", "who": "本人"}
    filled_in = replace(knows, values={**known, "fields.day": date(2026, 1, 8)})
    assert filled_in.value("fields.again") == date(2026, 1, 8)
    assert filled_in.value("fields.day_as_text") is None


def test_defaults_in_a_ring_are_unknown() -> None:
    fields = {
        "one": Field(title="一", type="text", default="fields.two"),
        "two": Field(title="二", type="text", default="fields.one"),
    }
    ring = replace(SMALL, script=replace(SCRIPT, fields=fields))
    assert CallKnows(ring, {}, (), None).value("fields.one") is None
    assert CallKnows(ring, {"fields.two": "有"}, (), None).value("fields.one") == "有"
