"""Plays calls on a book and says after each step that it is kept; a child of its own for each task, which may be
killed. The child has everything loaded and stands still until it is let go."""

import os
import signal
import sys
from pathlib import Path

import msgspec
from msgspec.structs import replace

from coach.events import AnyEvent
from data.book import Book
from data.kept_call import KeptCall
from data.refusals import BookRefusal
from tests.shipped_calls import ShippedCall, open_book, shipped_call, shipped_calls

REFUSED = 3  # the exit code where the book said why it could not go on
REFUSED_ONCE = -1  # said in the place of a number of events where one was refused, before it is tried again


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What to play: the calls that were cut off, then new ones, by their place among those that ship.

    `too_early` and `goes_on` are the faults that must be caught: each step is said to be kept before it is, and one
    that was refused is passed over as if it had been kept.
    """

    folder: str
    calls: tuple[int, ...]
    too_early: bool = False
    goes_on: bool = False


class Player:
    """Plays on one book."""

    def __init__(self, book: Book, says: Path, *, too_early: bool, goes_on: bool) -> None:
        self._book = book
        self._says = os.open(says, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._too_early = too_early
        self._goes_on = goes_on

    def play(self, call: ShippedCall) -> None:
        """One new call from beginning to end, with somebody who was not called before."""
        phone = f"138{int.from_bytes(os.urandom(4), 'big') % 10**8:08}"
        customer = self._book.add_customer(name="王伟", phone=phone, at=call.dialled.at)
        kept = self._book.start_call(
            release=call.release,
            at=call.dialled.at,
            customer=customer,
            names=call.names,
            campaign=call.campaign,
        )
        self._say(kept.id, 1)
        self.play_on(kept)

    def play_on(self, kept: KeptCall) -> None:
        """The rest of a call, from where it stands. An event that is refused is kept at the second try."""
        for event in shipped_call(kept.campaign).events[len(kept.call.trail) :]:
            if self._too_early:
                self._say(kept.id, len(kept.call.trail) + 1)
            try:
                kept = self._book.keep(kept, event)
            except BookRefusal:
                self._say(kept.id, REFUSED_ONCE)
                kept = self._passed_over(kept, event) if self._goes_on else self._book.keep(kept, event)
            if not self._too_early:
                self._say(kept.id, len(kept.call.trail))

    def _passed_over(self, kept: KeptCall, event: AnyEvent) -> KeptCall:
        return replace(kept, call=kept.call.then(event))

    def _say(self, call: str, events: int) -> None:
        # With a system call that the store does not use, so that killing it at its own never hits this one.
        os.writev(self._says, [f"{call} {events}\n".encode()])


def play(task: Task) -> int:
    """A whole task, from opening the book to closing it; the exit code."""
    folder = Path(task.folder)
    try:
        with open_book(folder) as book:
            player = Player(book, folder / "kept", too_early=task.too_early, goes_on=task.goes_on)
            for kept in book.open_calls():
                player.play_on(kept)
            for number in task.calls:
                player.play(shipped_calls()[number])
    except BookRefusal:
        return REFUSED
    return 0


def main() -> None:
    """For each task on the input: the process that plays it, and once it has ended its exit code (-9: killed)."""
    shipped_calls()
    for line in sys.stdin:
        task = msgspec.json.decode(line, type=Task)
        child = os.fork()
        if child == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
            os._exit(play(task))
        os.waitpid(child, os.WUNTRACED)  # until it stands still
        _tell(child)
        _, status = os.waitpid(child, 0)
        _tell(os.waitstatus_to_exitcode(status))


def _tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
