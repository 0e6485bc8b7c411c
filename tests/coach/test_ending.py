"""Ending a call and putting it right."""

from datetime import datetime
from decimal import Decimal
from typing import Literal

import pytest
from msgspec.structs import replace

from coach.call import Call
from coach.ending import asks_intent, last_ending, outcome_of, possible_outcomes, wanting
from coach.events import Amended, AnyEvent, Deal, Filled, Finished, HungUp, Promised, Unanswered
from coach.refusals import NeedsMissing, NotOffered
from scripts_library.outcomes import Counts, Outcome
from scripts_library.script import Field
from scripts_library.sentences import Refusal
from tests.strategies.small import ANSWERED, DIALLED, SMALL, ZONE, at, finished, talking, walked

HUNG_UP = HungUp(at=at(30), by="customer")
APPOINTMENT = (
    Filled(at=at(10), name="fields.day", value="2026-01-08"),
    Filled(at=at(11), name="fields.hour", value="15:00"),
)
PROMISED = Promised(what="appointment", due_at=datetime(2026, 1, 8, 15, tzinfo=ZONE))


def amending(**changes: object) -> Amended:
    return replace(Amended(at=at(4000), by="supervisor", reason="听录音改正"), **changes)


def erased(call: Call) -> Call:
    """The call after an erasure of all that was captured."""
    gone: list[AnyEvent] = [replace(event, value=None) if isinstance(event, Filled) else event for event in call.trail]
    return Call.replayed(call.release, gone)


def test_an_outcome_waits_for_what_it_needs() -> None:
    call = talking(HUNG_UP)
    assert wanting(call, "appointment") == ("meeting_day", "meeting_time")
    with pytest.raises(NeedsMissing) as missing:
        call.then(Finished(at=at(40), outcome="appointment"))
    assert missing.value.missing == ("meeting_day", "meeting_time")


def test_a_default_fills_a_need() -> None:
    assert wanting(talking(*APPOINTMENT, HUNG_UP), "appointment") == ()


def test_the_promise_is_taken_from_the_fields_as_the_call_is_finished() -> None:
    call = finished(*APPOINTMENT, HUNG_UP, outcome="appointment", at_second=40)
    assert (call.phase, last_ending(call).promised) == ("finished", PROMISED)


def test_a_callback_keeps_whether_the_customer_agreed() -> None:
    call = talking(Filled(at=at(10), name="fields.callback_at", value="in 1 hour"), HUNG_UP)
    ended = call.then(Finished(at=at(40), outcome="callback", agreed=False))
    due = datetime(2026, 1, 5, 11, tzinfo=ZONE)
    assert last_ending(ended).promised == Promised(what="callback", due_at=due, agreed=False)


def test_a_deal_is_rounded_half_up_to_the_fen() -> None:
    sold = (
        Filled(at=at(10), name="fields.deal_units", value="1"),
        Filled(at=at(11), name="fields.deal_amount", value="0.125"),
    )
    call = finished(*sold, HUNG_UP, outcome="deal", at_second=40)
    assert last_ending(call).deal == Deal(units=Decimal(1), amount=13)


OWN = {
    "ring_at": Field(title="回拨", type="datetime"),
    "visit_day": Field(title="哪天来", type="date"),
    "visit_hour": Field(title="几点来", type="time"),
    "note": Field(title="带什么", type="text"),
    "units": Field(title="几套", type="number"),
    "price": Field(title="多少钱", type="number"),
}
CAPTURED = {
    "ring_at": "2026-01-06 09:30",
    "visit_day": "2026-01-08",
    "visit_hour": "15:00",
    "note": "身份证",
    "units": "2",
    "price": "99.90",
}
RING_AT = datetime(2026, 1, 6, 9, 30, tzinfo=ZONE)


def own_call(counts: Counts, *needs: str) -> Call:
    """A call of a script with fields of its own, all filled, finished with an outcome that needs some of them."""
    outcome = Outcome(title="自己的", result="open", counts=counts, needs=needs)
    script = replace(SMALL.script, fields={**SMALL.script.fields, **OWN})
    release = replace(SMALL, script=script, outcomes=replace(SMALL.outcomes, outcomes={"own": outcome}))
    fills = (Filled(at=at(10), name=f"fields.{field}", value=value) for field, value in CAPTURED.items())
    return walked(DIALLED, ANSWERED, *fills, HUNG_UP, Finished(at=at(40), outcome="own"), release=release)


@pytest.mark.parametrize(
    ("counts", "needs", "due"),
    [
        ("callback", ("ring_at",), RING_AT),
        ("callback", ("note", "ring_at", "price"), RING_AT),
        ("callback", ("visit_day", "visit_hour"), PROMISED.due_at),
        ("appointment", ("visit_day", "visit_hour"), PROMISED.due_at),
        ("appointment", ("note", "visit_hour", "ring_at", "visit_day"), PROMISED.due_at),
        ("appointment", ("ring_at",), RING_AT),
        ("appointment", ("visit_day", "ring_at"), RING_AT),
        ("appointment", ("visit_day",), None),
        ("callback", ("visit_hour", "note"), None),
        ("callback", (), None),
    ],
)
def test_what_is_promised_is_due_when_the_needs_of_the_outcome_say(
    counts: Literal["callback", "appointment"], needs: tuple[str, ...], due: datetime | None
) -> None:
    call = own_call(counts, *needs)
    assert last_ending(call).promised == (due and Promised(what=counts, due_at=due))
    assert last_ending(erased(call).then(amending(intent="B"))).promised == last_ending(call).promised


@pytest.mark.parametrize(
    ("needs", "deal"),
    [
        (("units", "price"), Deal(units=Decimal(2), amount=9990)),
        (("note", "units", "ring_at", "price"), Deal(units=Decimal(2), amount=9990)),
        (("price", "units"), Deal(units=Decimal("99.90"), amount=200)),
        (("price",), None),
        ((), None),
    ],
)
def test_of_the_numbers_that_a_deal_needs_the_first_are_units_and_the_second_is_the_amount(
    needs: tuple[str, ...], deal: Deal | None
) -> None:
    call = own_call("deal", *needs)
    assert (last_ending(call).deal, last_ending(call).promised) == (deal, None)
    assert last_ending(erased(call).then(amending(intent="B"))).deal == deal


def test_an_outcome_promises_nothing_that_it_does_not_count_as() -> None:
    assert last_ending(own_call("wechat", "ring_at", "units", "price")).promised is None
    assert last_ending(own_call("wechat", "ring_at", "units", "price")).deal is None


@pytest.mark.parametrize(
    "wrong",
    [
        Finished(at=at(40), outcome="nothing"),
        Finished(at=at(40), outcome=""),
        Finished(at=at(40), outcome="refused", tags=("没有这个",)),
    ],
)
def test_what_the_outcomes_do_not_have_is_refused(wrong: Finished) -> None:
    with pytest.raises(NotOffered) as refused:
        talking(HUNG_UP).then(wrong)
    assert refused.value.offered in (tuple(SMALL.outcomes.outcomes), SMALL.outcomes.tags)


def test_an_intent_is_refused_where_the_outcomes_ask_for_none() -> None:
    without = replace(SMALL, outcomes=replace(SMALL.outcomes, intents={}))
    call = Call.replayed(without, talking(HUNG_UP).trail)
    with pytest.raises(NotOffered):
        call.then(Finished(at=at(40), outcome="refused", intent="A"))


def test_the_intent_is_asked_where_there_is_something_to_hope_for() -> None:
    call = talking(HUNG_UP)
    asked = [outcome for outcome in SMALL.outcomes.outcomes if asks_intent(call, outcome)]
    assert asked == ["appointment", "callback", "wechat", "deal", "settled"]
    assert not asks_intent(call, None)
    without = Call.replayed(replace(SMALL, outcomes=replace(SMALL.outcomes, intents={})), call.trail)
    assert not asks_intent(without, "appointment")


def test_an_outcome_that_needs_what_the_script_has_no_field_for_cannot_be() -> None:
    script = SMALL.script
    fields = {name: field for name, field in script.fields.items() if name != "deal_units"}
    without = replace(SMALL, script=replace(script, fields=fields))
    call = Call.replayed(without, talking(HUNG_UP).trail)
    with pytest.raises(NotOffered) as refused:
        call.then(Finished(at=at(40), outcome="deal"))
    assert refused.value.offered == tuple(name for name in SMALL.outcomes.outcomes if name != "deal")


def test_a_call_that_nobody_answered_ends_without_contact() -> None:
    call = walked(DIALLED, Unanswered(at=at(20), why="no-answer"))
    assert tuple(possible_outcomes(call)) == ("no-answer", "voicemail")
    with pytest.raises(NotOffered) as refused:
        call.then(Finished(at=at(25), outcome="refused"))
    assert refused.value.offered == ("no-answer", "voicemail")
    ended = call.then(Finished(at=at(25), outcome="voicemail"))
    assert outcome_of(ended.then(amending(outcome="no-answer"))) == "no-answer"
    with pytest.raises(NotOffered) as refused:
        ended.then(amending(outcome="appointment"))
    assert refused.value.offered == ("no-answer", "voicemail")


def test_what_was_kept_of_a_call_is_read_as_it_stands() -> None:
    kept = (DIALLED, Unanswered(at=at(20), why="refused"), Finished(at=at(25), outcome="refused"))
    assert outcome_of(Call.replayed(SMALL, kept)) == "refused"


def test_a_call_is_finished_after_it_was_hung_up() -> None:
    with pytest.raises(NotOffered):
        talking().then(Finished(at=at(40), outcome="refused"))


def test_an_amendment_changes_outcome_and_fields_and_what_it_leaves_stands() -> None:
    call = finished(*APPOINTMENT, HUNG_UP, outcome="refused", at_second=40)
    once = call.then(amending(outcome="appointment"))
    assert (outcome_of(once), last_ending(once).promised) == ("appointment", PROMISED)
    twice = once.then(amending(values={"fields.hour": "16:30"}))
    later = Promised(what="appointment", due_at=datetime(2026, 1, 8, 16, 30, tzinfo=ZONE))
    assert (outcome_of(twice), last_ending(twice).promised) == ("appointment", later)


def test_an_amendment_is_refused_while_a_need_is_missing() -> None:
    call = finished(HUNG_UP, outcome="refused", at_second=40)
    with pytest.raises(NeedsMissing):
        call.then(amending(outcome="appointment"))
    with pytest.raises(NotOffered):
        call.then(amending(outcome="nothing"))
    with pytest.raises(NotOffered):
        call.then(amending(values={"fields.nothing": "1"}))


@pytest.mark.parametrize("outcome", ["", "nothing"])
def test_an_amendment_to_an_outcome_that_is_none_is_refused(outcome: str) -> None:
    with pytest.raises(NotOffered):
        finished(HUNG_UP, outcome="refused", at_second=40).then(amending(outcome=outcome))


@pytest.mark.parametrize("reason", [None, "", " \n"])
def test_an_amendment_says_why(reason: str | None) -> None:
    with pytest.raises(Refusal, match="Say why"):
        finished(HUNG_UP, outcome="refused", at_second=40).then(amending(reason=reason, outcome="refused"))


def test_taking_away_what_the_outcome_needs_is_refused() -> None:
    call = finished(*APPOINTMENT, HUNG_UP, outcome="appointment", at_second=40)
    with pytest.raises(NeedsMissing):
        call.then(amending(values={"fields.hour": ""}))


def test_amending_an_erased_call_loses_neither_its_promise_nor_its_deal() -> None:
    promising = finished(*APPOINTMENT, HUNG_UP, outcome="appointment", at_second=40)
    assert last_ending(erased(promising).then(amending(intent="B"))).promised == PROMISED
    sold = (
        Filled(at=at(10), name="fields.deal_units", value="2"),
        Filled(at=at(11), name="fields.deal_amount", value="99"),
    )
    selling = finished(*sold, HUNG_UP, outcome="deal", at_second=40)
    assert last_ending(erased(selling).then(amending(intent="A"))).deal == Deal(units=Decimal(2), amount=9900)


def test_a_dial_that_is_taken_back_promises_nothing_whatever_its_outcome_counts_as() -> None:
    callback = replace(SMALL.outcomes.outcomes["callback"], contact=False)
    for name, promises in (("not-dialled", False), ("rang-once", True)):  # the other one is the control
        outcomes = replace(SMALL.outcomes, outcomes=SMALL.outcomes.outcomes | {name: callback})
        trail = (
            DIALLED,
            Filled(at=at(10), name="fields.callback_at", value="in 1 hour"),
            Unanswered(at=at(20), why=name),
        )
        call = Call(replace(SMALL, outcomes=outcomes))
        for event in (*trail, Finished(at=at(25), outcome=name)):
            call = call.then(event)
        assert (last_ending(call).promised is not None) is promises


def test_an_erased_callback_keeps_its_promise() -> None:
    call = talking(Filled(at=at(10), name="fields.callback_at", value="in 1 hour"), HUNG_UP)
    ended = call.then(Finished(at=at(40), outcome="callback"))
    again = erased(ended).then(amending(intent="B"))
    assert last_ending(again).promised == last_ending(ended).promised
