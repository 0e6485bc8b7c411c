"""Who hung up is told by what happened: the key of the window, or the outcome that says so."""

import pytest
from msgspec.structs import replace

from coach.contribution import facts
from coach.events import HangsUp, HungUp
from coach.hanging_up import customer_hangs_up, ends_with
from coach.playing import play
from scripts_library.plan import Deed, Plan
from tests.strategies.small import SMALL, at, talking

OTHERS = {name: outcome for name, outcome in SMALL.outcomes.outcomes.items() if name != "hung-up"}
WITHOUT = replace(SMALL, outcomes=replace(SMALL.outcomes, outcomes=OTHERS))


@pytest.mark.parametrize(
    ("outcome", "by"),
    [("hung-up", "customer"), ("interrupted", "nobody"), ("refused", "agent"), ("appointment", "agent")],
)
def test_an_outcome_that_tells_of_a_hang_up_is_nobody_elses_doing(outcome: str, by: HangsUp) -> None:
    assert ends_with(outcome, at(9)) == HungUp(at=at(9), by=by)


def test_before_the_end_of_the_walk_a_hang_up_is_an_outcome_of_its_own() -> None:
    assert customer_hangs_up(talking(), at(9)).proposes == "hung-up"
    assert customer_hangs_up(replace(talking(), release=WITHOUT), at(9)).proposes is None


def test_a_plan_in_which_the_customer_hangs_up_counts_as_such() -> None:
    hung_up = play(Plan(title="挂了", does=(Deed(hears="方便，你说"), Deed(ends="hung-up"))), SMALL)
    assert [event.by for event in hung_up.trail if isinstance(event, HungUp)] == ["customer"]
    assert facts(hung_up).hung_up_by == "customer"
