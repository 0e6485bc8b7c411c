"""Values that come from elsewhere, and the fields that can have them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from scripts_library.values import ERASED, HalfDay, Value
from scripts_library.values.fitting import fits, may_fit

OPTIONS = ("本人", "家人")
ITS_OWN: dict[str, Value] = {
    "text": "和顺公司",
    "number": Decimal(3),
    "date": date(2026, 1, 5),
    "time": time(15),
    "datetime": datetime.fromisoformat("2026-01-05 10:00+08:00"),
    "phone": "+44 20 7946 0958",
    "choice": "家人",
    "yes_no": True,
}


@pytest.mark.parametrize("field_type", ITS_OWN)
def test_a_field_has_values_of_its_type_and_of_no_other(field_type: str) -> None:
    fitting = {other for other, value in ITS_OWN.items() if fits(value, field_type, OPTIONS)}
    assert fitting == ({"text", "phone", "choice"} if field_type == "text" else {field_type})
    assert not fits(HalfDay(date(2026, 1, 8), "pm"), field_type, OPTIONS)


@pytest.mark.parametrize("field_type", ITS_OWN)
def test_what_was_erased_fits_as_it_did_before(field_type: str) -> None:
    assert fits(ERASED, field_type)


def test_texts_may_turn_out_to_fit_each_other_and_nothing_else_may() -> None:
    texts = {"text", "phone", "choice"}
    for one in ITS_OWN:
        assert {other for other in ITS_OWN if may_fit(one, other)} == (texts if one in texts else {one})
