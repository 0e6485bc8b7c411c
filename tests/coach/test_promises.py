"""Promises: kept, moved, missed or excused by what happened later."""

from datetime import UTC, datetime, timedelta

import pytest

from coach.events import Amended, Filled, Promised
from coach.limits import Limits
from coach.promises import (
    Excuse,
    Promise,
    PromiseSum,
    Span,
    State,
    after_dial,
    after_talk,
    after_visit,
    excuse,
    promise,
    promise_sum,
    state,
)
from tests.strategies.small import ZONE, at, finished

DUE = datetime(2026, 1, 5, 15, tzinfo=ZONE)
MADE = datetime(2026, 1, 5, 10, tzinfo=ZONE)
CALLBACK = Promise(what="callback", due_at=DUE, made_at=MADE)
APPOINTMENT = Promise(what="appointment", due_at=DUE, made_at=MADE)


def minutes(number: float) -> datetime:
    """So many minutes after the promise is due."""
    return DUE + timedelta(minutes=number)


def test_a_call_that_books_a_callback_promises_it() -> None:
    booked = Filled(at=at(10), name="fields.callback_at", value="2026-01-05 15:00")
    call = finished(booked, outcome="callback", at_second=30)
    assert promise(call) == Promise(what="callback", due_at=DUE, made_at=at(30))
    assert promise(finished(outcome="refused", at_second=30)) is None


def test_an_amended_call_promises_what_it_says_now() -> None:
    booked = Filled(at=at(10), name="fields.callback_at", value="2026-01-05 15:00")
    call = finished(booked, outcome="callback", at_second=30)
    moved = call.then(Amended(at=at(60), by="li", reason="听错了", values={"fields.callback_at": "2026-01-05 16:00"}))
    assert promise(moved) == Promise(what="callback", due_at=minutes(60), made_at=at(60))
    assert promise(call.then(Amended(at=at(60), by="li", reason="改了主意", outcome="refused"))) is None


@pytest.mark.parametrize(("minute", "kept"), [(-15, True), (-15.1, False), (0, True), (15, True), (15.1, False)])
def test_a_callback_is_kept_by_a_dial_within_fifteen_minutes(minute: float, kept: bool) -> None:
    assert (after_dial(CALLBACK, minutes(minute)).kept_at is not None) is kept


def test_what_is_on_time_is_settable() -> None:
    assert after_dial(CALLBACK, minutes(20), Limits(on_time_minutes=20)).kept_at == minutes(20)
    assert after_dial(CALLBACK, minutes(6), Limits(on_time_minutes=5)).kept_at is None


def test_a_dial_keeps_no_appointment_and_a_visit_no_callback() -> None:
    assert after_dial(APPOINTMENT, DUE) == APPOINTMENT
    assert after_visit(CALLBACK, DUE) == CALLBACK
    assert after_visit(APPOINTMENT, minutes(5)).kept_at == minutes(5)


def test_a_talk_before_its_time_moves_a_callback_whatever_was_agreed() -> None:
    assert after_talk(CALLBACK, minutes(-60), None).moved_at == minutes(-60)
    later = Promised(what="callback", due_at=minutes(600))
    assert after_talk(CALLBACK, minutes(-60), later).moved_at == minutes(-60)
    assert after_talk(CALLBACK, minutes(20), later) == CALLBACK


def test_only_another_appointment_made_in_time_moves_an_appointment() -> None:
    other_day = Promised(what="appointment", due_at=minutes(2000))
    assert after_talk(APPOINTMENT, minutes(-60), None) == APPOINTMENT
    assert after_talk(APPOINTMENT, minutes(-60), Promised(what="callback", due_at=DUE)) == APPOINTMENT
    assert after_talk(APPOINTMENT, minutes(-60), other_day).moved_at == minutes(-60)
    assert after_talk(APPOINTMENT, minutes(60), other_day) == APPOINTMENT


def test_what_settled_a_promise_first_stands() -> None:
    kept = after_dial(CALLBACK, minutes(-10))
    assert after_talk(kept, minutes(-9), None) == kept
    assert after_dial(kept, minutes(3)) == kept
    moved = after_talk(CALLBACK, minutes(-60), None)
    assert after_dial(moved, DUE) == moved
    missed_then_seen = after_visit(after_talk(APPOINTMENT, minutes(-60), Promised(what="appointment", due_at=DUE)), DUE)
    assert missed_then_seen.kept_at is None


@pytest.mark.parametrize(
    ("made", "now", "why", "stands"),
    [
        (CALLBACK, minutes(15), None, "waiting"),
        (CALLBACK, minutes(15.1), None, "missed"),
        (CALLBACK, minutes(15.1), "in_a_call", "excused"),
        (CALLBACK, minutes(-60), "on_leave", "waiting"),
        (after_dial(CALLBACK, DUE), minutes(1), None, "kept"),
        (after_dial(CALLBACK, DUE), minutes(60), "in_a_call", "kept"),
        (after_talk(CALLBACK, minutes(-60), None), minutes(60), None, "moved"),
        (APPOINTMENT, minutes(60), None, "waiting"),
        (APPOINTMENT, minutes(9 * 60), None, "missed"),
        (APPOINTMENT, minutes(9 * 60).astimezone(UTC), None, "missed"),
        (APPOINTMENT, minutes(9 * 60 - 1).astimezone(UTC), None, "waiting"),
        (after_visit(APPOINTMENT, DUE), minutes(1), None, "kept"),
    ],
)
def test_how_a_promise_stands(made: Promise, now: datetime, why: Excuse | None, stands: State) -> None:
    assert state(made, now, why) == stands


def span(start: float, end: float) -> Span:
    """A stretch of minutes around the one that is due."""
    return Span(minutes(start), minutes(end))


def test_a_callback_is_excused_while_the_agent_was_in_another_call_at_that_minute() -> None:
    assert excuse(CALLBACK, calls=[span(-10, 0.1)]) == "in_a_call"
    assert excuse(CALLBACK, calls=[span(0.9, 5)]) == "in_a_call"
    assert excuse(CALLBACK, calls=[span(-10, 0), span(1, 5)]) is None


def test_a_callback_is_excused_on_leave_and_where_the_hour_became_forbidden() -> None:
    assert excuse(CALLBACK, leave=[span(0, 60)]) == "on_leave"
    assert excuse(CALLBACK, leave=[span(-60, 0)]) is None
    assert excuse(CALLBACK, forbidden=[span(-60, 1)]) == "hour_forbidden"
    assert excuse(CALLBACK) is None


@pytest.mark.parametrize(
    ("made", "stands", "counted"),
    [
        (CALLBACK, "waiting", PromiseSum()),
        (CALLBACK, "kept", PromiseSum(callbacks_due=1, callbacks_kept=1)),
        (CALLBACK, "missed", PromiseSum(callbacks_due=1)),
        (CALLBACK, "excused", PromiseSum(callbacks_excused=1)),
        (CALLBACK, "moved", PromiseSum()),
        (APPOINTMENT, "kept", PromiseSum(appointments_due=1, appointments_kept=1)),
        (APPOINTMENT, "missed", PromiseSum(appointments_due=1)),
        (APPOINTMENT, "moved", PromiseSum()),
    ],
)
def test_what_a_promise_adds_to_the_day_on_which_it_was_due(made: Promise, stands: State, counted: PromiseSum) -> None:
    assert promise_sum(made, stands) == counted
