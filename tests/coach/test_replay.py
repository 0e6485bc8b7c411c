"""A replay shows every line as it stood, what happened while it stood, and what was never said."""

from datetime import timedelta

import pytest
from hypothesis import given

from coach.call import Call
from coach.clock import talk_clock
from coach.events import (
    Amended,
    Answered,
    AnyEvent,
    Dialled,
    Filled,
    Finished,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Noted,
    Paused,
    Raised,
    Resumed,
    Returned,
    Unanswered,
    WentBack,
)
from coach.offers import says
from coach.position import CardPlace
from coach.replay import Replay, replay
from scripts_library.expressions import Gap, Text
from tests.strategies.releases import releases
from tests.strategies.small import OFFER, SMALL, at, walked
from tests.strategies.walks import calls

DIALLED = Dialled(at=at(0), names={"customer.called": "王先生", "slot_1": "2026-01-06 pm", "slot_2": "2026-01-08 pm"})
ended = releases().flatmap(lambda release: calls(release, finished=True))


def played(*happened: AnyEvent) -> Replay:
    return replay(SMALL, walked(DIALLED, *happened).trail)


def seconds(of: timedelta) -> float:
    return of.total_seconds()


def words_of(told: Replay, line: int) -> str:
    return "".join(piece.text for piece in told.lines[line].says if isinstance(piece, Text))


def test_every_line_stands_from_when_it_came_up_to_when_it_was_left() -> None:
    told = played(
        Answered(at=at(5)),
        Heard(at=at(12), reply=1),
        Heard(at=at(30), reply=3),
        HungUp(at=at(33), by="agent"),
        Finished(at=at(40), outcome="refused"),
    )
    assert [line.step for line in told.lines] == ["hello", "offer"]
    assert [(seconds(line.clock), seconds(line.dwell)) for line in told.lines] == [(0, 7), (7, 21)]
    assert words_of(told, 0).startswith("王先生您好")
    assert [happened.what.kind for happened in told.before] == ["dialled"]
    assert [happened.what.kind for happened in told.after] == ["hung_up", "finished"]


def test_a_reply_that_was_kept_is_told_though_nobody_would_offer_it_now() -> None:
    refused = (Answered(at=at(5)), Heard(at=at(12), reply=1), Heard(at=at(30), reply=3))
    card = (Raised(at=at(31), card="busy"), Returned(at=at(33)))
    kept = (*walked(DIALLED, *refused, *card).trail, Heard(at=at(40), reply=1, enters=("choice",)))
    told = replay(SMALL, kept)
    assert told.call == Call.replayed(SMALL, kept)
    assert [line.step for line in told.lines] == ["hello", "offer", "offer", "offer", "choice"]
    assert told.lines[3].happened[-1].hears == (Text("可以啊"),)


def test_what_was_answered_stands_with_the_line_that_it_answered() -> None:
    told = played(Answered(at=at(0)), Heard(at=at(8), reply=1), HungUp(at=at(20), by="customer"))
    (answer,) = told.lines[0].happened
    assert answer.hears == (Text("方便，你说"),)
    assert seconds(answer.clock) == 8
    assert told.lines[1].happened == ()


def test_a_correction_shows_as_a_line_taken_back_and_one_that_came_again() -> None:
    told = played(
        Answered(at=at(0)),
        Heard(at=at(5), reply=3),
        WentBack(at=at(6)),
        Heard(at=at(9), reply=1),
        HungUp(at=at(20), by="agent"),
    )
    assert [(line.step, line.taken_back, line.again) for line in told.lines] == [
        ("hello", False, False),
        ("later", True, False),
        ("hello", False, True),
        ("offer", False, False),
    ]
    assert sum((line.dwell for line in told.lines), timedelta()) == timedelta(seconds=20)


def test_an_objection_is_a_line_of_its_own_and_returning_brings_the_step_back() -> None:
    told = played(
        Answered(at=at(0)),
        Heard(at=at(5), reply=1),
        Raised(at=at(8), card="busy"),
        Heard(at=at(14), reply=2),
        Returned(at=at(20)),
        HungUp(at=at(30), by="customer"),
    )
    places = [(line.step, line.card, line.again) for line in told.lines]
    assert places == [
        ("hello", None, False),
        ("offer", None, False),
        ("offer", CardPlace("busy", 0), False),
        ("offer", CardPlace("busy", 1), False),
        ("offer", None, True),
    ]
    assert told.line_of(card="busy") == 3
    assert told.line_of(step="offer") == 4
    assert told.line_of(step="recap") is None


def test_a_gap_that_was_filled_while_the_line_stood_reads_filled() -> None:
    unnamed = walked(
        Dialled(at=at(0)),
        Answered(at=at(0)),
        Filled(at=at(2), name="customer.called", value="李女士"),
        Heard(at=at(8), reply=1),
    )
    (first, _) = replay(SMALL, unnamed.trail).lines
    assert not any(isinstance(piece, Gap) for piece in first.says)
    assert [happened.what.kind for happened in first.happened] == ["filled", "heard"]


def test_off_script_notes_and_pauses_stand_where_they_happened() -> None:
    told = played(
        Answered(at=at(0)),
        NoneOfThese(at=at(4), words="你们搬家了吗"),
        Paused(at=at(5)),
        Resumed(at=at(65)),
        Noted(at=at(66), text="周末打"),
        HungUp(at=at(70), by="agent"),
    )
    (line,) = told.lines
    assert [happened.what.kind for happened in line.happened] == ["none_of_these", "paused", "resumed", "noted"]
    assert seconds(line.dwell) == 10


def test_a_hang_up_that_was_none_goes_on_with_the_same_line() -> None:
    told = played(
        Answered(at=at(0)),
        HungUp(at=at(4), by="agent"),
        Resumed(at=at(6)),
        Heard(at=at(9), reply=1),
        HungUp(at=at(12), by="agent"),
    )
    assert [happened.what.kind for happened in told.lines[0].happened] == ["hung_up", "resumed", "heard"]
    assert [line.step for line in told.lines] == ["hello", "offer"]


def test_a_dial_that_nobody_answered_has_no_line() -> None:
    told = played(Unanswered(at=at(20), why="no-answer"), Finished(at=at(22), outcome="no-answer"))
    assert told.lines == ()
    assert [happened.what.kind for happened in told.before] == ["dialled", "unanswered", "finished"]


def test_a_must_say_that_was_clicked_away_is_missed_where_it_stood() -> None:
    told = played(
        Answered(at=at(0)),
        Heard(at=at(1), reply=1),
        Heard(at=at(10), reply=3),
        HungUp(at=at(12), by="agent"),
        Finished(at=at(15), outcome="refused"),
    )
    assert [(line.step, line.must, line.missed, line.skimmed) for line in told.lines] == [
        ("hello", True, True, True),
        ("offer", True, False, False),
    ]
    assert told.line_of(step="hello") == 0


def test_a_must_say_that_never_came_up_stands_after_the_lines_unsaid() -> None:
    told = played(
        Answered(at=at(0)),
        Jumped(at=at(9), step="offer"),
        Heard(at=at(20), reply=1),
        Filled(at=at(22), name="fields.hour", value="15:00"),
        Filled(at=at(23), name="fields.day", value="2026-01-06"),
        HungUp(at=at(30), by="agent"),
        Finished(at=at(35), outcome="appointment", intent="A"),
    )
    unsaid = told.lines[-1]
    assert (unsaid.step, unsaid.event, unsaid.missed) == ("recap", None, True)
    assert not unsaid.taken_back
    assert told.line_of(step="recap") == len(told.lines) - 1


def test_a_call_that_is_not_finished_is_judged_by_nobody() -> None:
    told = played(Answered(at=at(0)), Heard(at=at(1), reply=1))
    assert not any(line.missed for line in told.lines)
    assert told.after == ()
    assert seconds(told.lines[-1].dwell) == 0


def test_an_amendment_is_told_after_the_talk() -> None:
    told = played(
        Answered(at=at(0)),
        Heard(at=at(9), reply=1),
        HungUp(at=at(12), by="agent"),
        Finished(at=at(15), outcome="refused"),
        Amended(at=at(60), by="sup", reason="听录音", outcome="hung-up"),
    )
    assert [happened.what.kind for happened in told.after] == ["hung_up", "finished", "amended"]


def test_after_an_erasure_the_same_lines_stand_without_what_was_said() -> None:
    whole = walked(DIALLED, Answered(at=at(0)), Heard(at=at(9), reply=1), HungUp(at=at(20), by="agent"))
    erased = (Dialled(at=at(0), names=dict.fromkeys(DIALLED.names)), *whole.trail[1:])
    told = replay(SMALL, erased)
    assert [line.step for line in told.lines] == ["hello", "offer"]
    assert "王先生" not in words_of(told, 0)
    assert words_of(told, 1) == OFFER.replace("‖", "")


@given(ended)
def test_the_lines_of_any_call_fill_its_talk_and_tell_every_event_once(call: Call) -> None:
    told = replay(call.release, call.trail)
    stood = [line for line in told.lines if line.event is not None]
    # The event that brings a line up is told where it leaves the line before.
    first = [line.event for line in stood[:1] if line.event is not None]
    happened = [*told.before, *(each for line in told.lines for each in line.happened), *told.after]
    assert sorted([*first, *(each.event for each in happened)]) == list(range(len(call.trail)))
    if stood:
        assert stood[0].clock + sum((line.dwell for line in stood), timedelta()) == talk_clock(call.trail)[-1]
        assert stood[-1].says == says(call)


@pytest.mark.parametrize("shown", ["step", "card"])
def test_a_line_that_never_stood_is_not_found(shown: str) -> None:
    told = played(Answered(at=at(0)))
    assert told.line_of(**{shown: "nowhere"}) is None
