"""The talk clock and the wrap-up, to the second."""

from datetime import timedelta

import pytest

from coach.clock import clock_text, talk_clock, talk_seconds, wrap_up_seconds
from coach.events import Finished, HungUp, NoneOfThese, Noted, Paused, Resumed, Unanswered
from tests.strategies.small import DIALLED, at, talking, walked

HUNG_UP = HungUp(at=at(65), by="customer")
FINISHED = Finished(at=at(77.9), outcome="refused")


def test_talk_runs_from_answered_to_hung_up() -> None:
    call = talking(HUNG_UP, FINISHED)
    assert talk_seconds(call.trail) == 60
    assert wrap_up_seconds(call.trail) == 12


def test_a_pause_is_no_talk() -> None:
    call = talking(Paused(at=at(15)), Noted(at=at(20), text="等一下"), Resumed(at=at(35)), HUNG_UP, FINISHED)
    assert talk_seconds(call.trail) == 40


def test_a_pause_that_ends_in_a_hang_up_is_no_talk() -> None:
    call = talking(Paused(at=at(15)), HUNG_UP, FINISHED)
    assert talk_seconds(call.trail) == 10


def test_a_hang_up_that_was_none_is_talk_all_through() -> None:
    mistaken = HungUp(at=at(25), by="customer")
    call = talking(mistaken, Noted(at=at(30), text="还在"), Resumed(at=at(35)), HUNG_UP, FINISHED)
    assert talk_seconds(call.trail) == 60
    assert wrap_up_seconds(call.trail) == 12


def test_a_hang_up_that_was_none_in_a_pause_leaves_the_pause_a_pause() -> None:
    mistaken = HungUp(at=at(25), by="customer")
    call = talking(Paused(at=at(15)), mistaken, Resumed(at=at(35)), HUNG_UP, FINISHED)
    assert talk_seconds(call.trail) == 40


def test_nothing_answered_is_nothing_talked() -> None:
    call = walked(DIALLED, Unanswered(at=at(30), why="no-answer"), Finished(at=at(31), outcome="no-answer"))
    assert talk_seconds(call.trail) == 0
    assert wrap_up_seconds(call.trail) == 0


def test_no_answer_that_was_none_rings_on_and_counts_from_the_answer() -> None:
    mistaken = Unanswered(at=at(3), why="no-answer")
    call = walked(DIALLED, mistaken, Resumed(at=at(4)))
    assert call.phase == "dialling"
    answered = talking().trail[1]
    call = call.then(answered).then(HUNG_UP)
    assert talk_seconds(call.trail) == 60


def test_a_clock_set_back_takes_no_talk_away() -> None:
    call = talking(NoneOfThese(at=at(45), words="问天气"), NoneOfThese(at=at(15), words="又问"), HUNG_UP, FINISHED)
    assert talk_seconds(call.trail) == 40 + 50
    assert list(talk_clock(call.trail)) == sorted(talk_clock(call.trail))


def test_the_clock_shows_the_talk_at_each_event() -> None:
    call = talking(Paused(at=at(15)), Resumed(at=at(35)), HUNG_UP)
    assert talk_clock(call.trail) == tuple(timedelta(seconds=seconds) for seconds in (0, 0, 10, 10, 40))


@pytest.mark.parametrize(
    ("seconds", "narrow", "wide"),
    [
        (0, "0:00", "00:00"),
        (6, "0:06", "00:06"),
        (761, "12:41", "12:41"),
        (3723, "1:02:03", "1:02:03"),
        (4503, "1:15:03", "1:15:03"),
        (90_000, "25:00:00", "25:00:00"),
        (-5, "0:00", "00:00"),
    ],
)
def test_a_time_reads_as_a_clock_shows_it(seconds: int, narrow: str, wide: str) -> None:
    for time in (seconds, timedelta(seconds=seconds, milliseconds=900 if seconds >= 0 else 0)):
        assert clock_text(time) == narrow
        assert clock_text(time, wide=True) == wide
