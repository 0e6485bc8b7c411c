"""Objections raised and overcome, by card and technique."""

import pytest

from coach.contribution import facts
from coach.events import AnyEvent, Filled, Heard, Jumped, Raised, Returned, WentBack
from coach.facts import ObjectionFact
from coach.limits import Limits
from tests.strategies.small import at, finished

TO_OFFER = Heard(at=at(15), reply=1)
BUSY = Raised(at=at(20), card="busy")


def met(*happened: AnyEvent, outcome: str = "refused", limits: Limits | None = None) -> tuple[ObjectionFact, ...]:
    call = finished(*happened, outcome=outcome, at_second=900, intent="A")
    return facts(call, limits=limits or Limits()).objections


def busy(overcome: bool, *, second: bool = False) -> ObjectionFact:
    """What is expected of the card `busy`: the first answer alone, or both."""
    if second:
        return ObjectionFact(
            card="busy", technique="understand-first", tried=("turn-round", "understand-first"), overcome=overcome
        )
    return ObjectionFact(card="busy", technique="turn-round", tried=("turn-round",), overcome=overcome)


def test_overcome_is_coming_back_and_reaching_a_must_for_the_first_time() -> None:
    # Raised at the greeting; «那好吧» leads on to the offer, which is a must.
    assert met(Raised(at=at(10), card="busy"), Heard(at=at(20), reply=1)) == (busy(overcome=True),)


def test_coming_back_alone_is_not_enough() -> None:
    # Raised at the offer; back at it, and no further must is reached.
    assert met(TO_OFFER, BUSY, Returned(at=at(30))) == (busy(overcome=False),)
    assert met(TO_OFFER, BUSY, Returned(at=at(30)), Heard(at=at(40), reply=1)) == (busy(overcome=False),)


def test_a_must_that_was_reached_before_does_not_count_again() -> None:
    assert met(TO_OFFER, BUSY, Returned(at=at(30)), Jumped(at=at(40), step="hello")) == (busy(overcome=False),)


def test_a_success_after_coming_back_is_overcome() -> None:
    assert met(TO_OFFER, BUSY, Returned(at=at(30)), outcome="settled") == (busy(overcome=True),)


def test_a_success_with_the_card_still_open_is_not() -> None:
    assert met(TO_OFFER, BUSY, outcome="settled") == (busy(overcome=False),)


def test_a_yes_inside_the_card_that_ends_the_call_in_success_is_overcome() -> None:
    yes = met(TO_OFFER, Raised(at=at(20), card="trust"), Heard(at=at(30), reply=2), outcome="settled")
    assert yes == (ObjectionFact(card="trust", technique="affirm", tried=("affirm",), overcome=True),)


def test_a_refusal_inside_the_card_is_lost() -> None:
    no = met(TO_OFFER, Raised(at=at(20), card="trust"), Heard(at=at(30), reply=3))
    assert [fact.overcome for fact in no] == [False]


def test_the_last_answer_gives_the_technique_and_all_that_showed_were_tried() -> None:
    assert met(BUSY, Heard(at=at(30), reply=2), Heard(at=at(40), reply=3)) == (busy(overcome=True, second=True),)


def test_a_second_raise_begins_with_the_next_answer_and_is_a_fact_of_its_own() -> None:
    again = met(TO_OFFER, BUSY, Returned(at=at(30)), Raised(at=at(40), card="busy"), Heard(at=at(50), reply=3))
    second = ObjectionFact(card="busy", technique="understand-first", tried=("understand-first",), overcome=False)
    assert again == (busy(overcome=False), second)


def test_a_question_is_no_objection() -> None:
    assert met(Raised(at=at(10), card="price"), Heard(at=at(20), reply=1), TO_OFFER) == ()


@pytest.mark.parametrize(("left", "counted"), [(21.9, 0), (22, 0), (22.1, 1)])
def test_a_card_left_within_two_seconds_counts_nowhere(left: float, counted: int) -> None:
    assert len(met(TO_OFFER, BUSY, Returned(at=at(left)))) == counted
    assert len(met(TO_OFFER, BUSY, Heard(at=at(left), reply=1))) == counted
    assert len(met(TO_OFFER, BUSY, Jumped(at=at(left), step="hello"))) == counted


def test_the_two_seconds_are_settable() -> None:
    assert met(TO_OFFER, BUSY, Returned(at=at(24)), limits=Limits(card_seconds=5)) == ()


def test_the_next_answer_of_a_card_does_not_leave_it() -> None:
    quick = met(BUSY, Heard(at=at(21), reply=2), Heard(at=at(30), reply=3))
    assert quick == (busy(overcome=True, second=True),)


def test_a_raise_that_was_gone_back_over_counts_nowhere() -> None:
    assert met(TO_OFFER, BUSY, WentBack(at=at(30))) == ()


def test_going_back_inside_a_card_takes_back_the_answer_first() -> None:
    one_back = met(TO_OFFER, BUSY, Heard(at=at(30), reply=2), WentBack(at=at(31)))
    assert one_back == (busy(overcome=False),)
    assert met(TO_OFFER, BUSY, Heard(at=at(30), reply=2), WentBack(at=at(31)), WentBack(at=at(32))) == ()


def test_a_card_raised_inside_a_card_is_judged_for_itself() -> None:
    # busy, inside it trust; trust goes back to busy, busy leads on to the offer.
    stacked = met(BUSY, Raised(at=at(30), card="trust"), Heard(at=at(40), reply=1), Heard(at=at(50), reply=1))
    trust = ObjectionFact(card="trust", technique="affirm", tried=("affirm",), overcome=True)
    assert stacked == (busy(overcome=True), trust)


def test_a_slip_inside_a_card_leaves_the_card_below_alone() -> None:
    slip = met(BUSY, Raised(at=at(30), card="trust"), Returned(at=at(31)), Heard(at=at(50), reply=1))
    assert slip == (busy(overcome=True),)


def test_an_exit_inside_a_stacked_card_leaves_both() -> None:
    cleared = met(Raised(at=at(10), card="trust"), BUSY, Heard(at=at(30), reply=1))
    assert [(fact.card, fact.overcome) for fact in cleared] == [("trust", True), ("busy", True)]


def test_an_appointment_after_an_objection_counts_one_of_one() -> None:
    call = finished(
        TO_OFFER,
        BUSY,
        Heard(at=at(30), reply=1),
        Filled(at=at(35), name="fields.hour", value="15:00"),
        Heard(at=at(40), reply=1),
        Heard(at=at(50), reply=1),
        outcome="appointment",
        at_second=60,
        intent="A",
    )
    told = facts(call)
    assert (told.raised, told.overcome) == (1, 1)
