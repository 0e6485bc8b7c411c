"""Must-say steps: due, done, missed, out of order."""

import networkx as nx
import pytest
from hypothesis import given

from coach.adherence import adherence, leading_to, links, reached
from coach.contribution import facts
from coach.events import AnyEvent, Filled, Heard, HungUp, Jumped, WentBack
from scripts_library.release import Release
from tests.strategies.releases import releases
from tests.strategies.small import SCRIPT, at, finished, talking

NOTHING: frozenset[int] = frozenset()


def test_an_appointment_in_order_does_all_that_is_due() -> None:
    call = finished(
        Heard(at=at(15), reply=1),
        Heard(at=at(25), reply=1),
        Filled(at=at(28), name="fields.hour", value="15:00"),
        Heard(at=at(35), reply=1),
        Heard(at=at(45), reply=1),
        outcome="appointment",
        at_second=50,
        intent="A",
    )
    kept = adherence(call, "success", NOTHING)
    assert (kept.due, kept.done, kept.missed, kept.order_broken) == (4, 4, (), ())


def test_only_what_was_visited_or_lies_before_it_is_due() -> None:
    # hello, then the customer brushes off: the offer was never due.
    call = finished(Heard(at=at(15), reply=3), Heard(at=at(20), reply=1), outcome="callback", at_second=30)
    kept = adherence(call, "open", NOTHING)
    assert (kept.due, kept.done, kept.missed) == (1, 1, ())


def test_jumping_past_a_step_leaves_it_due_and_missed() -> None:
    call = finished(Jumped(at=at(15), step="choice"), outcome="refused", at_second=30)
    kept = adherence(call, "failure", NOTHING)
    assert (kept.due, kept.done, kept.missed) == (3, 1, ("offer",))


def test_a_step_said_before_what_belongs_before_it_is_not_done() -> None:
    call = finished(Jumped(at=at(15), step="recap"), Jumped(at=at(25), step="offer"), outcome="refused", at_second=40)
    kept = adherence(call, "failure", NOTHING)
    assert (kept.due, kept.done, kept.missed, kept.order_broken) == (4, 3, ("recap",), ("recap",))


def test_a_step_said_again_in_its_place_is_done() -> None:
    call = finished(
        Jumped(at=at(15), step="recap"),
        Jumped(at=at(25), step="offer"),
        Jumped(at=at(35), step="recap"),
        outcome="refused",
        at_second=50,
    )
    kept = adherence(call, "failure", NOTHING)
    assert (kept.done, kept.order_broken) == (4, ())


def test_what_was_gone_back_over_was_not_done() -> None:
    call = finished(
        Heard(at=at(15), reply=1), WentBack(at=at(16)), Heard(at=at(20), reply=4), outcome="wrong-number", at_second=30
    )
    kept = adherence(call, "invalid", NOTHING)
    assert (kept.due, kept.done, kept.missed) == (1, 1, ())


def test_success_makes_every_must_due() -> None:
    call = finished(Heard(at=at(15), reply=1), outcome="settled", at_second=30, intent="A")
    kept = adherence(call, "success", NOTHING)
    assert (kept.due, kept.done, kept.missed) == (4, 3, ("recap",))


def test_a_skimmed_line_was_not_said_unless_it_was_said_another_time() -> None:
    quick = (Heard(at=at(15), reply=1), Heard(at=at(16), reply=1))
    call = finished(*quick, outcome="refused", at_second=30)
    assert adherence(call, "failure", frozenset({1})).missed == ("offer",)
    again = finished(*quick, Jumped(at=at(20), step="offer"), outcome="refused", at_second=30)
    assert adherence(again, "failure", frozenset({1})).missed == ()


def test_nobody_answered_means_nothing_due() -> None:
    call = talking(HungUp(at=at(6), by="customer"))
    assert adherence(call, "failure", NOTHING).due == 1  # the greeting showed
    events: tuple[AnyEvent, ...] = ()
    assert adherence(type(call).replayed(call.release, events), "invalid", NOTHING).due == 0


@pytest.mark.parametrize(
    ("step", "visited", "due"),
    [
        ("hello", {"bye"}, True),
        ("offer", {"choice"}, True),
        ("offer", {"wechat", "later"}, True),  # wechat is reached through the offer alone
        ("offer", {"later"}, False),
        ("recap", {"booked"}, True),
        ("recap", {"choice"}, False),
        ("offer", {"after-objection"}, False),  # only cards lead there
    ],
)
def test_which_steps_lie_on_every_way(step: str, visited: set[str], due: bool) -> None:
    assert leading_to(SCRIPT, {step}, visited) == ({step} if due else set())


def test_reach_goes_by_links_alone() -> None:
    ways = {step: links(told) for step, told in SCRIPT.steps.items()}
    assert reached(ways, "hello") == set(SCRIPT.steps) - {"after-objection"}
    assert reached(ways, "hello", without="offer") == {"hello", "later", "bye"}


@given(releases())
def test_what_lies_on_every_way_are_the_dominators(release: Release) -> None:
    script = release.script
    ways: nx.DiGraph[str] = nx.DiGraph({step: links(told) for step, told in script.steps.items()})
    above = nx.immediate_dominators(ways, script.start)
    for step in script.steps:
        dominators = set()
        upper = above.get(step)
        while upper is not None and upper not in dominators:
            dominators.add(upper)
            upper = above.get(upper)
        others = set(script.steps) - {step}
        assert leading_to(script, others, {step}) == dominators - {step}


def test_the_facts_carry_the_weights_and_the_missed_steps() -> None:
    call = finished(Jumped(at=at(15), step="choice"), outcome="refused", at_second=30)
    told = facts(call)
    assert (told.must_due, told.must_done, told.missed_musts, told.order_broken) == (3, 1, ("offer",), 0)
