"""Whatever the floor measures by the sums, a plan can say in a formula, and gets the same number."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from coach import measures
from coach.appraisal.figures import OF_CALLS, OF_PROMISES, of_calls
from coach.promises import PromiseSum
from coach.rate import Ratio
from coach.sums import CallSum
from scripts_library.expressions import formula

# No two counts are alike, so that none can stand for another.
CALLS = CallSum(*range(101, 101 + len(CallSum.__struct_fields__)))


@pytest.mark.parametrize(
    ("source", "measure"),
    [
        ("contacts_dialled / dials", measures.contact_rate),
        ("talk_minutes * 60 / contacts", measures.average_talk),
        ("pitches / right_parties", measures.pitch_rate),
        ("overcome / raised", measures.objection_save_rate),
        ("(intent_a + intent_b) / contacts", measures.intent_rate),
        ("wechat_accepted / contacts", measures.wechat_rate),
        ("early_hang_ups / contacts", measures.early_hang_up_rate),
        ("appointments / contacts", measures.appointment_rate),
        ("deals / contacts", measures.conversion),
        ("must_done / must_due", measures.adherence_rate),
        ("none_of_these / contacts", measures.off_script),
        ("complete / calls", measures.completeness),
    ],
)
def test_each_measure_of_calls_can_be_said_in_a_plan(source: str, measure: Callable[[CallSum], Ratio]) -> None:
    figures = {figure: of_calls(figure, CALLS) for figure in OF_CALLS}
    assert formula(source)(figures) == measure(CALLS).value


@pytest.mark.parametrize(
    ("source", "measure"),
    [
        ("appointments_kept / appointments_due", measures.show_up_rate),
        ("callbacks_kept / callbacks_due", measures.callbacks_on_time),
    ],
)
def test_each_measure_of_promises_can_be_said_in_a_plan(source: str, measure: Callable[[PromiseSum], Ratio]) -> None:
    due = PromiseSum(20, 19, 3, 10, 7)
    figures = {figure: Fraction(getattr(due, figure)) for figure in OF_PROMISES}
    assert formula(source)(figures) == measure(due).value


def test_times_are_minutes_units_whole_and_amounts_yuan() -> None:
    half = CallSum(talk_seconds=90, effective_seconds=30, wrap_up_seconds=45, deal_thousandths=500, deal_fen=123_456)
    assert of_calls("talk_minutes", half) == Fraction(3, 2)
    assert of_calls("effective_minutes", half) == Fraction(1, 2)
    assert of_calls("wrap_up_minutes", half) == Fraction(3, 4)
    assert of_calls("deal_units", half) == Fraction(1, 2)
    assert of_calls("deal_amount", half) == Fraction("1234.56")
