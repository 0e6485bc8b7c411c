"""Moves of a walk, as script-format «Walking» tells them."""

from collections.abc import Mapping
from datetime import date, datetime

import pytest
from msgspec.structs import replace

from coach.call import Call
from coach.events import (
    Answered,
    AnyEvent,
    Filled,
    Heard,
    HungUp,
    Jumped,
    Noted,
    Raised,
    Resumed,
    Returned,
    Unanswered,
    WentBack,
    WentOn,
)
from coach.offers import line, offers, possible, says
from coach.position import CardPlace, Position
from coach.refusals import NeedsMissing, NotOffered
from scripts_library.expressions import Gap, Text, plain
from scripts_library.script import Branch, Step
from tests.strategies.small import CARDS, DIALLED, SCRIPT, SMALL, ZONE, at, talking, walked

TO_OFFER = Heard(at=at(15), reply=1)
TO_CHOICE = Heard(at=at(25), reply=1)
BUSY = Raised(at=at(30), card="busy")


def stands(*happened: AnyEvent) -> Position | None:
    return talking(*happened).position


def test_answering_shows_the_first_line() -> None:
    call = walked(DIALLED)
    assert (call.phase, call.position, line(call)) == ("dialling", None, None)
    call = call.then(Answered(at=at(5)))
    assert (call.phase, call.position, line(call)) == ("talking", Position("hello"), SCRIPT.steps["hello"])


def test_a_silent_step_is_passed_through_and_counts_as_visited() -> None:
    call = talking(BUSY, Heard(at=at(40), reply=1))
    assert call.position == Position("offer")
    assert call.path[-1].entered == ("after-objection", "offer")
    assert call.knows.visited("after-objection")


def test_a_silent_step_takes_the_first_branch_that_holds() -> None:
    assert stands(TO_OFFER, BUSY, Heard(at=at(40), reply=1)) == Position("choice")


HUB = {
    "hub": Step(branch=(*(Branch(when=f"not visited('{one}')", goto=one) for one in "abc"), Branch(goto="bye"))),
    **dict.fromkeys("abc", Step(goto="hub")),
}


def to_the_hub(steps: Mapping[str, Step]) -> Call:
    """A call of a script of a greeting, a farewell and these silent steps, that has just jumped to the hub."""
    script = replace(SCRIPT, steps={"hello": SCRIPT.steps["hello"], "bye": SCRIPT.steps["bye"], **steps})
    return walked(DIALLED, Answered(at=at(5)), Jumped(at=at(9), step="hub"), release=replace(SMALL, script=script))


def test_silent_steps_may_be_entered_again_as_long_as_each_lap_visits_a_new_one() -> None:
    call = to_the_hub(HUB)
    assert call.path[-1].entered == ("hub", "a", "hub", "b", "hub", "c", "hub", "bye")
    assert call.then(Jumped(at=at(12), step="hub")).path[-1].entered == ("hub", "bye")


@pytest.mark.parametrize("target", ["hub", "a"])
def test_a_ring_of_silent_steps_is_a_script_that_was_never_checked(target: str) -> None:
    with pytest.raises(AssertionError, match="a ring of silent steps"):
        to_the_hub({**HUB, "hub": Step(branch=(Branch(when="not visited('b')", goto="b"), Branch(goto=target)))})


def test_going_on_where_there_is_one_way() -> None:
    call = talking(TO_OFFER, Heard(at=at(25), reply=2), Heard(at=at(30), reply=1))
    assert call.position == Position("bye-wechat")
    on = call.then(WentOn(at=at(35)))
    assert on.position == Position("bye-bye", ends="wechat")
    assert on.proposes == "wechat"


def test_a_card_opens_over_the_step_and_its_next_answer_comes_next_time() -> None:
    busy = stands(TO_OFFER, BUSY)
    assert busy == Position("offer", (CardPlace("busy", 0),))
    again = stands(TO_OFFER, BUSY, Returned(at=at(31)), BUSY)
    assert again == Position("offer", (CardPlace("busy", 1),))
    third = stands(TO_OFFER, BUSY, Returned(at=at(31)), BUSY, Returned(at=at(32)), BUSY)
    assert third == Position("offer", (CardPlace("busy", 1),))  # the last again


def test_next_shows_the_next_answer_and_counts_as_shown() -> None:
    call = talking(TO_OFFER, BUSY, Heard(at=at(35), reply=2))
    assert call.position == Position("offer", (CardPlace("busy", 1),))
    assert line(call) == CARDS["busy"].answers[1]
    back = call.then(Returned(at=at(36)))
    assert back.position == Position("offer")
    assert back.knows.raised("busy") == 1


def test_a_card_raised_inside_a_card_stacks_and_back_pops_one() -> None:
    call = talking(TO_OFFER, BUSY, Raised(at=at(31), card="trust"))
    assert call.position == Position("offer", (CardPlace("busy", 0), CardPlace("trust", 0)))
    assert call.then(Heard(at=at(32), reply=1)).position == Position("offer", (CardPlace("busy", 0),))
    assert call.then(Returned(at=at(32))).position == Position("offer", (CardPlace("busy", 0),))


def test_a_mapped_exit_clears_the_stack() -> None:
    assert stands(TO_OFFER, Raised(at=at(31), card="trust"), BUSY, Heard(at=at(40), reply=1)) == Position("choice")


def test_going_back_inside_a_card_undoes_one_answer_then_the_raise() -> None:
    call = talking(TO_OFFER, BUSY, Heard(at=at(35), reply=2))
    once = call.then(WentBack(at=at(36)))
    assert once.position == Position("offer", (CardPlace("busy", 0),))
    twice = once.then(WentBack(at=at(37)))
    assert twice.position == Position("offer")
    assert twice.knows.raised("busy") == 0


def test_the_first_line_cannot_be_gone_back_over() -> None:
    call = talking(TO_OFFER, WentBack(at=at(16)))
    assert "went_back" not in possible(call)
    with pytest.raises(NotOffered):
        call.then(WentBack(at=at(17)))


def test_an_end_that_was_only_proposed_is_taken_back_by_a_customer_who_talks_on_after_an_objection() -> None:
    refused = talking(TO_OFFER, Heard(at=at(20), reply=3))
    assert (refused.proposes, offers(refused)) == ("refused", ())
    again = refused.then(Raised(at=at(30), card="trust")).then(Heard(at=at(40), reply=1))
    assert again.position == Position("offer")
    assert len(offers(again)) == 3


def test_an_agent_who_leaves_a_card_stands_where_it_came_up_with_the_end_that_was_proposed() -> None:
    refused = talking(TO_OFFER, Heard(at=at(20), reply=3))
    slip = refused.then(BUSY).then(Returned(at=at(31)))
    assert (slip.position, slip.proposes, offers(slip)) == (refused.position, "refused", ())
    assert slip.then(WentBack(at=at(32))).position == Position("offer", (CardPlace("busy", 0),))
    in_a_card = talking(TO_OFFER, Raised(at=at(20), card="trust"), Heard(at=at(25), reply=3))
    over_it = in_a_card.then(BUSY).then(Heard(at=at(35), reply=2)).then(Returned(at=at(36)))
    assert (over_it.position, over_it.proposes) == (in_a_card.position, "refused")
    assert over_it.then(Returned(at=at(37))).position == Position("offer")


def test_an_end_of_the_walk_itself_stands_again_after_an_objection() -> None:
    at_end = talking(Jumped(at=at(20), step="bye"))
    assert at_end.proposes == "callback"
    assert at_end.then(BUSY).proposes is None
    assert at_end.then(BUSY).then(Returned(at=at(40))).proposes == "callback"


def test_who_hung_up_may_propose_another_outcome() -> None:
    call = talking(TO_OFFER, Heard(at=at(20), reply=3), HungUp(at=at(22), by="customer", proposes="hung-up"))
    assert call.proposes == "hung-up"
    assert call.then(Resumed(at=at(23))).proposes == "refused"


def test_a_reply_after_the_end_is_refused_by_its_number() -> None:
    at_end = talking(Jumped(at=at(20), step="bye"))
    with pytest.raises(NotOffered, match="“reply 3” cannot happen here"):
        at_end.then(Heard(at=at(30), reply=3))


def test_what_hanging_up_proposes_has_to_be_an_outcome() -> None:
    with pytest.raises(NotOffered):
        talking(HungUp(at=at(22), by="customer", proposes="nothing"))


def test_no_answer_names_the_outcome_that_says_why() -> None:
    call = walked(DIALLED, Unanswered(at=at(20), why="no-answer"))
    assert (call.phase, call.proposes) == ("hung_up", "no-answer")
    with pytest.raises(NotOffered) as refused:
        walked(DIALLED, Unanswered(at=at(20), why="nothing"))
    assert refused.value.offered == ("no-answer", "voicemail")


def test_where_nobody_answered_there_was_no_contact() -> None:
    with pytest.raises(NotOffered) as refused:
        walked(DIALLED, Unanswered(at=at(20), why="refused"))
    assert refused.value.offered == ("no-answer", "voicemail")
    mistaken = walked(DIALLED, Unanswered(at=at(20), why="no-answer"), Resumed(at=at(21)), Answered(at=at(22)))
    assert mistaken.then(HungUp(at=at(30), by="agent", proposes="refused")).proposes == "refused"


def test_a_reply_that_waits_for_a_condition_is_refused_with_its_reason() -> None:
    call = talking()
    assert [(offer.number, offer.open) for offer in offers(call)] == [(1, True), (2, False), (3, True), (4, True)]
    with pytest.raises(NotOffered) as refused:
        call.then(Heard(at=at(15), reply=2))
    assert "没有介绍人" in refused.value.sentence.in_language("zh")
    introduced = call.then(Filled(at=at(10), name="customer.referrer", value="陈志明"))
    assert introduced.then(Heard(at=at(15), reply=2)).values["fields.who"] == "家人"


def test_a_reply_that_waits_for_fields_names_them_and_its_own_do_not_count() -> None:
    call = talking(TO_OFFER, TO_CHOICE)
    assert [offer.needs for offer in offers(call)] == [("hour",), ("day", "hour"), ()]
    with pytest.raises(NeedsMissing) as missing:
        call.then(Heard(at=at(35), reply=1))
    assert missing.value.missing == ("hour",)
    assert missing.value.sentence.in_language("zh") == "「就这周四下午」还差：时间。先填上再继续。"
    on = call.then(Filled(at=at(34), name="fields.hour", value="15:00")).then(Heard(at=at(35), reply=1))
    assert on.position == Position("recap")
    assert on.values["fields.day"] == date(2026, 1, 8)


def test_what_a_reply_sets_is_kept_resolved() -> None:
    call = talking(Heard(at=at(15), reply=3), Heard(at=at(20), reply=1))
    event = call.trail[-1]
    assert isinstance(event, Heard)
    assert event.sets == {"fields.callback_at": "2026-01-05 11:00+08:00"}
    assert call.values["fields.callback_at"] == datetime(2026, 1, 5, 11, tzinfo=ZONE)


def test_going_back_keeps_what_was_captured() -> None:
    call = talking(
        Heard(at=at(15), reply=3), Heard(at=at(20), reply=1), Noted(at=at(21), text="周末"), WentBack(at=at(22))
    )
    assert call.values["fields.callback_at"] == datetime(2026, 1, 5, 11, tzinfo=ZONE)
    assert call.note == "周末"


def test_the_words_show_what_is_known_and_the_gap_of_what_is_not() -> None:
    call = walked(DIALLED, Answered(at=at(5)))
    assert plain(says(call)).startswith("王先生您好，")
    unknown = Call(call.release, (), "ready").then(type(DIALLED)(at=at(0), names={})).then(Answered(at=at(5)))
    assert says(unknown)[0] == Gap("customer.called")
    assert isinstance(says(unknown)[1], Text)


def test_today_and_now_are_of_the_moment_when_the_line_came_up() -> None:
    call = talking(TO_OFFER, Noted(at=at(500), text="聊了很久"))
    assert call.knows.value("now") == at(15)
    assert call.knows.value("today") == date(2026, 1, 5)
