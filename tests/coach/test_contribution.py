"""The facts of calls made by hand, with exact numbers."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from coach.call import Call
from coach.contribution import facts
from coach.events import (
    SAID,
    Amended,
    AnyEvent,
    Deal,
    Dialled,
    Filled,
    Finished,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Promised,
    Raised,
    Unanswered,
    WentBack,
)
from coach.facts import Facts, ObjectionFact
from coach.limits import Limits
from scripts_library.outcomes import Result
from tests.strategies.releases import releases
from tests.strategies.small import DIALLED, SCRIPT, SMALL, ZONE, at, finished, talking, walked
from tests.strategies.walks import calls

NO_ANSWER = (DIALLED, Unanswered(at=at(30), why="no-answer"), Finished(at=at(31), outcome="no-answer"))


def ended(outcome: str, *happened: AnyEvent, **kept: str) -> Facts:
    """The facts of a call of 95 seconds that ended with this outcome."""
    for field, value in kept.items():
        happened = (*happened, Filled(at=at(90), name=f"fields.{field}", value=value))
    return facts(finished(*happened, outcome=outcome, at_second=100))


def test_a_whole_call_with_an_objection_a_correction_and_an_appointment() -> None:
    call = talking(
        NoneOfThese(at=at(8), words="你们搬家了吗"),
        Heard(at=at(15), reply=3),
        WentBack(at=at(17)),
        Heard(at=at(20), reply=1),
        Raised(at=at(30), card="busy"),
        Heard(at=at(40), reply=1),
        Filled(at=at(45), name="fields.hour", value="15:00"),
        Heard(at=at(50), reply=1),
        Heard(at=at(60), reply=1),
        HungUp(at=at(65), by="customer"),
        Finished(at=at(77), outcome="appointment", intent="A", tags=("下午方便",)),
    )
    assert facts(call) == Facts(
        day=date(2026, 1, 5),
        hour=10,
        outcome="appointment",
        result="success",
        dial=1,
        answered=1,
        contact=1,
        right_party=1,
        effective=1,
        talk_seconds=60,
        effective_seconds=60,
        wrap_up_seconds=12,
        pitch=1,
        objections=(ObjectionFact(card="busy", technique="turn-round", tried=("turn-round",), overcome=True),),
        must_due=4,
        must_done=4,
        none_of_these=1,
        appointment=1,
        complete=1,
        intent="A",
        tags=("下午方便",),
        hung_up_by="customer",
        hung_up_at="booked",
        promised=Promised(what="appointment", due_at=datetime(2026, 1, 8, 15, tzinfo=ZONE)),
    )


def test_a_dial_that_nobody_answered() -> None:
    assert facts(walked(*NO_ANSWER)) == Facts(day=date(2026, 1, 5), hour=10, outcome="no-answer", result="invalid")


@pytest.mark.parametrize(("earlier", "counts"), [(0, 1), (2, 1), (3, 0), (9, 0)])
def test_the_fourth_dial_of_a_day_to_a_number_counts_none(earlier: int, counts: int) -> None:
    assert facts(walked(*NO_ANSWER), earlier_dials=earlier).dial == counts


def test_how_many_dials_count_is_settable() -> None:
    assert facts(walked(*NO_ANSWER), earlier_dials=3, limits=Limits(dials_a_day=4)).dial == 1
    assert facts(walked(*NO_ANSWER), earlier_dials=1, limits=Limits(dials_a_day=1)).dial == 0


def test_a_dial_to_a_number_known_to_be_empty_counts_none() -> None:
    assert facts(walked(*NO_ANSWER), number_known_empty=True).dial == 0


@pytest.mark.parametrize(
    ("outcome", "contact", "right_party"),
    [("refused", 1, 1), ("wrong-number", 1, 0), ("voicemail", 0, 0), ("no-answer", 0, 0)],
)
def test_who_was_reached_the_outcome_says(outcome: str, contact: int, right_party: int) -> None:
    told = ended(outcome)
    assert (told.answered, told.contact, told.right_party) == (1, contact, right_party)


@pytest.mark.parametrize(("seconds", "effective"), [(29.9, 0), (30, 1)])
def test_a_contact_of_thirty_seconds_is_effective(seconds: float, effective: int) -> None:
    call = finished(HungUp(at=at(5 + seconds), by="customer"), outcome="refused", at_second=60)
    told = facts(call)
    assert (told.effective, told.effective_seconds) == (effective, effective * 30)
    assert facts(call, limits=Limits(effective_seconds=20)).effective == 1


def test_a_long_voicemail_is_no_effective_call() -> None:
    assert (ended("voicemail").talk_seconds, ended("voicemail").effective) == (95, 0)


def test_the_pitch_is_reached_with_its_stage() -> None:
    to_offer = Heard(at=at(15), reply=1)
    assert ended("refused").pitch == 0
    assert ended("refused", to_offer).pitch == 1
    assert ended("wrong-number", to_offer).pitch == 0  # not the right party
    assert ended("refused", Jumped(at=at(15), step="choice")).pitch == 0  # jumped over


@pytest.mark.parametrize(
    ("moves", "by", "early"),
    [
        ((), "customer", 1),
        ((), "agent", 0),
        ((), "nobody", 0),
        ((Heard(at=at(15), reply=3),), "customer", 1),
        ((Heard(at=at(15), reply=1),), "customer", 0),
        ((Jumped(at=at(15), step="choice"),), "customer", 0),
        ((Heard(at=at(15), reply=1), WentBack(at=at(20))), "customer", 1),
    ],
)
def test_an_early_hang_up_is_the_customers_before_the_pitch(moves: tuple[AnyEvent, ...], by: str, early: int) -> None:
    hung_up = msgspec.convert({"kind": "hung_up", "at": at(40), "by": by}, HungUp)
    told = ended("hung-up", *moves, hung_up)
    assert (told.hung_up_by, told.hung_up_early) == (by, early)


def test_without_a_pitch_nothing_is_before_it() -> None:
    script = replace(SCRIPT, stages=tuple(replace(stage, counts=None) for stage in SCRIPT.stages))
    call = finished(HungUp(at=at(40), by="customer"), outcome="hung-up", at_second=60)
    told = facts(Call.replayed(replace(SMALL, script=script), call.trail))
    assert (told.pitch, told.hung_up_early) == (0, 0)


def test_where_the_customer_hung_up_is_kept_with_the_card_that_was_open() -> None:
    at_card = ended(
        "hung-up", Heard(at=at(15), reply=1), Raised(at=at(20), card="busy"), HungUp(at=at(30), by="customer")
    )
    assert (at_card.hung_up_at, at_card.hung_up_in) == ("offer", "busy")
    at_step = ended("hung-up", Heard(at=at(15), reply=1), HungUp(at=at(30), by="customer"))
    assert (at_step.hung_up_at, at_step.hung_up_in) == ("offer", None)


def test_jumps_taken_back_do_not_count_but_none_of_these_do() -> None:
    jump, odd = Jumped(at=at(15), step="offer"), NoneOfThese(at=at(16), words="问天气")
    told = ended("refused", jump, odd, WentBack(at=at(20)), jump)
    assert (told.jumps, told.none_of_these) == (1, 1)


TO_WECHAT = (Heard(at=at(15), reply=1), Heard(at=at(25), reply=2))


@pytest.mark.parametrize(
    ("happened", "outcome", "asked", "accepted"),
    [
        ((), "refused", 0, 0),
        (TO_WECHAT, "refused", 1, 0),
        ((*TO_WECHAT, Heard(at=at(35), reply=1)), "refused", 1, 1),
        ((*TO_WECHAT, Heard(at=at(35), reply=1), WentBack(at=at(36)), WentBack(at=at(37))), "refused", 0, 0),
        ((Filled(at=at(20), name="fields.wechat", value="wei_2020"),), "refused", 1, 1),
        (
            (
                Filled(at=at(20), name="fields.wechat", value="wei_2020"),
                Filled(at=at(21), name="fields.wechat", value=""),
            ),
            "refused",
            0,
            0,
        ),
        ((Filled(at=at(20), name="fields.wechat", value="wei_2020"),), "wechat", 1, 1),
        ((Filled(at=at(20), name="fields.wechat", value="wei_2020"),), "voicemail", 0, 0),
    ],
)
def test_wechat_asked_and_accepted(happened: tuple[AnyEvent, ...], outcome: str, asked: int, accepted: int) -> None:
    told = ended(outcome, *happened)
    assert (told.wechat_asked, told.wechat_accepted) == (asked, accepted)


def test_a_callback_is_booked_and_promised() -> None:
    told = ended("callback", callback_at="in 1 hour")
    assert (told.callback, told.appointment, told.result) == (1, 0, "open")
    assert told.promised == Promised(what="callback", due_at=datetime(2026, 1, 5, 11, 1, tzinfo=ZONE))


def test_a_deal_keeps_its_units_and_its_amount_in_fen() -> None:
    told = ended("deal", deal_units="2.5", deal_amount="1200.505")
    assert told.deal == Deal(units=Decimal("2.5"), amount=120051)


@pytest.mark.parametrize(
    ("outcome", "intent", "complete", "kept"),
    [("callback", None, 0, None), ("callback", "B", 1, "B"), ("refused", None, 1, None), ("refused", "B", 1, None)],
)
def test_the_intent_is_asked_where_the_outcome_is_open_or_a_success(
    outcome: str, intent: str | None, complete: int, kept: str | None
) -> None:
    call = talking(Filled(at=at(6), name="fields.callback_at", value="in 1 hour"), HungUp(at=at(9), by="agent"))
    event = msgspec.convert({"kind": "finished", "at": at(12), "outcome": outcome, "intent": intent}, Finished)
    told = facts(call.then(event))
    assert (told.complete, told.intent) == (complete, kept)


def test_an_amended_call_has_the_facts_of_what_it_is_now() -> None:
    call = finished(
        Heard(at=at(15), reply=1),
        Filled(at=at(20), name="fields.day", value="tomorrow"),
        outcome="refused",
        at_second=60,
    )
    before = facts(call)
    amended = Amended(
        at=at(3600),
        by="supervisor",
        reason="听录音，其实约到了",
        outcome="appointment",
        intent="B",
        values={"fields.hour": "09:30"},
    )
    after = facts(call.then(amended))
    assert (before.result, before.appointment, before.must_due, before.intent) == ("failure", 0, 3, None)
    assert (after.result, after.appointment, after.must_due, after.intent) == ("success", 1, 4, "B")
    assert after.promised == Promised(what="appointment", due_at=datetime(2026, 1, 6, 9, 30, tzinfo=ZONE))
    assert (after.day, after.hour, after.talk_seconds) == (before.day, before.hour, before.talk_seconds)


def test_the_day_and_the_hour_are_the_calls_own() -> None:
    late = datetime.combine(date(2026, 1, 5), time(23, 59, 59), ZONE)
    call = walked(
        Dialled(at=late), Unanswered(at=late, why="no-answer"), Finished(at=late.astimezone(UTC), outcome="no-answer")
    )
    assert (facts(call).day, facts(call).hour) == (date(2026, 1, 5), 23)


walks = releases().flatmap(lambda release: calls(release, finished=True))


def erased(event: AnyEvent) -> AnyEvent:
    """An event after an erasure: whatever was said about a person is gone."""
    gone = {
        name: dict.fromkeys(said) if isinstance(said := getattr(event, name), dict) else None
        for name in SAID
        if hasattr(event, name)
    }
    return replace(event, **gone)


@given(walks)
def test_no_fact_depends_on_what_an_erasure_takes_away(call: Call) -> None:
    told = Call.replayed(call.release, [erased(event) for event in call.trail])
    assert facts(told) == facts(call)
    assert [point.position for point in told.path] == [point.position for point in call.path]


@given(walks)
def test_the_facts_of_any_call_hold_together(call: Call) -> None:
    told = facts(call)
    assert told == facts(Call.replayed(call.release, call.trail))
    assert 0 <= told.must_done <= told.must_due
    assert (told.must_done == told.must_due) == (not told.missed_musts)
    assert 0 <= told.overcome <= told.raised
    assert told.right_party <= told.contact
    assert told.effective <= told.contact
    for part in (told.pitch, told.appointment, told.callback, told.wechat_accepted, told.hung_up_early):
        assert part <= told.contact
    assert told.wechat_accepted <= told.wechat_asked
    assert told.effective_seconds <= told.talk_seconds
    assert told.skimmed <= len(call.path)
    assert told.complete or told.result in ("open", "success")
    if told.result == "success":
        musts = sum(step.weight for step in call.release.script.steps.values() if step.must)
        assert told.must_due == musts
    results: tuple[Result, ...] = ("success", "open", "failure", "invalid")
    assert told.result in results
