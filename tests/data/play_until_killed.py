"""Run by test_killed: plays calls on a book in a child until that is killed, and says what was acknowledged."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from coach.call import Call
from coach.events import (
    Answered,
    AnyEvent,
    Dialled,
    Filled,
    Finished,
    Heard,
    HungUp,
    NoneOfThese,
    Noted,
    Raised,
    Returned,
    Unanswered,
    WentBack,
)
from data.book import Book
from data.kept_call import KeptCall
from tests.strategies.small import BEGINS, SMALL

NAMES = {"customer.name": "王伟", "customer.called": "王先生"}
CUSTOMERS = 5
_EVERY = timedelta(minutes=10)


def walks(begins: datetime) -> Sequence[Sequence[AnyEvent]]:
    """The calls that are played, beginning at a moment; a call's campaign is the number of its walk."""

    def at(seconds: float) -> datetime:
        return begins + timedelta(seconds=seconds)

    dialled = Dialled(at=at(0), names=dict(NAMES))
    return (
        (dialled, Unanswered(at=at(20), why="no-answer"), Finished(at=at(21), outcome="no-answer")),
        (
            dialled,
            Answered(at=at(8)),
            Heard(at=at(17), reply=1),
            Raised(at=at(24), card="busy"),
            Heard(at=at(30), reply=2),
            Noted(at=at(31), text="说话很快"),
            Heard(at=at(36), reply=3),
            HungUp(at=at(50), by="customer"),
            Finished(at=at(55), outcome="refused"),
        ),
        (
            dialled,
            Answered(at=at(8)),
            Heard(at=at(17), reply=3),
            NoneOfThese(at=at(20), words="先发个短信"),
            Filled(at=at(22), name="fields.callback_at", value="in 1 hour"),
            Heard(at=at(25), reply=2),
            HungUp(at=at(30), by="agent"),
            Finished(at=at(35), outcome="callback", intent="B"),
        ),
        (
            dialled,
            Answered(at=at(8)),
            Heard(at=at(17), reply=1),
            WentBack(at=at(19)),
            Heard(at=at(21), reply=1),
            Raised(at=at(24), card="price"),
            Returned(at=at(27)),
            Heard(at=at(33), reply=1),
            Filled(at=at(36), name="fields.day", value="2026-03-08"),
            Filled(at=at(38), name="fields.hour", value="15:00"),
            Heard(at=at(40), reply=2),
            Heard(at=at(52), reply=1),
            HungUp(at=at(55), by="agent"),
            Finished(at=at(60), outcome="appointment", intent="A"),
        ),
    )


@cache
def straight(walk: int, begins: datetime) -> tuple[Call, ...]:
    """A walk as it goes when nothing happens to it: the call after each of its events."""
    calls = [Call(SMALL)]
    for event in walks(begins)[walk]:
        calls.append(calls[-1].then(event))
    return tuple(calls[1:])


def play(book: Book, acknowledge: Callable[[str, int], None], *, lying: bool) -> None:
    """Finish what was cut off, then play one call after another. A liar acknowledges before it commits."""
    for kept in book.open_calls():
        _play_on(book, kept, acknowledge, lying=lying)
    customers = book.customers()
    newest = book.calls(limit=1)
    number = 0 if not newest else 1 + (newest[0].started_at - BEGINS) // _EVERY
    while True:
        begins = BEGINS + number * _EVERY
        walk = number % len(walks(begins))
        kept = book.start_call(
            release=book.newest_release("small"),
            at=begins,
            customer=customers[number % len(customers)],
            names=NAMES,
            campaign=str(walk),
        )
        acknowledge(kept.id, 1)
        _play_on(book, kept, acknowledge, lying=lying)
        number += 1


def _play_on(book: Book, kept: KeptCall, acknowledge: Callable[[str, int], None], *, lying: bool) -> None:
    events = walks(kept.call.trail[0].at)[int(kept.campaign)]
    for event in events[len(kept.call.trail) :]:
        if lying:
            acknowledge(kept.id, len(kept.call.trail) + 1)
        kept = book.keep(kept, event)
        if not lying:
            acknowledge(kept.id, len(kept.call.trail))


def _say(*words: object) -> None:
    os.write(sys.stdout.fileno(), f"{' '.join(map(str, words))}\n".encode())


def _child(path: Path, key_file: Path, *, lying: bool) -> None:
    _say(os.getpid())
    with Book.open(path, key_file) as book:
        play(book, _say, lying=lying)


def main(path: str, key_file: str) -> None:
    """A child for each line that is read: `play`, or `lie` for the store that acknowledges before it commits.

    Everything is loaded by then, so that a child begins at once. Writes the child's number, a line for each
    acknowledged event, and `gone` when it is dead.
    """
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _child(Path(path), Path(key_file), lying=line.strip() == "lie")
            os._exit(1)
        os.waitpid(child, 0)
        _say("gone")


if __name__ == "__main__":
    main(*sys.argv[1:])
