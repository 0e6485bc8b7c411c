"""Whether a book is whole after what happened to its player: nothing that was said to be kept is lost or changed."""

from collections.abc import Iterator
from pathlib import Path

from data.book import Book
from scripts_library.sentences import Refusal
from tests.faults.player import REFUSED_ONCE
from tests.shipped_calls import open_book, shipped_call


def said_kept(folder: Path, since: int = 0) -> dict[str, int]:
    """How many events of each call, by id, were said to be kept; of those spoken of after `since` bytes were said."""
    return {call: events for call, events in _told(folder, since) if events != REFUSED_ONCE}


def refused(folder: Path) -> int:
    """How often an event was refused and tried again."""
    return sum(events == REFUSED_ONCE for _, events in _told(folder, 0))


def _told(folder: Path, since: int) -> list[tuple[str, int]]:
    if not (folder / "kept").exists():
        return []
    lines = (folder / "kept").read_bytes()[since:].decode("ascii").splitlines()
    return [(call, int(events)) for call, events in map(str.split, lines)]


def wrongs(folder: Path, *, since: int = 0, count: bool = True, ended: bool = False) -> list[str]:
    """Everything that is wrong with the book in a folder; empty where it is whole.

    Calls last spoken of before `since` are left out. Without `count` the sums are not counted again. With `ended`
    every call must have come to its end.
    """
    said = said_kept(folder, since)
    try:
        with open_book(folder) as book:
            cut_off = {kept.id: 0 for kept in book.open_calls()} if not since else {}
            found = _of_calls(book, {**cut_off, **said}, ended=ended)
            return [*found, *(map(str, book.check().faults) if count else ())]
    except Refusal as refusal:
        return [f"does not open: {refusal}"]


def _of_calls(book: Book, said: dict[str, int], *, ended: bool) -> Iterator[str]:
    for call_id, events in said.items():
        try:
            kept = book.call(call_id)
        except Refusal:
            yield f"{call_id}: lost, of {events} events"
            continue
        there = len(kept.call.trail)
        if not events <= there <= events + 1:  # at most the one that was cut off before it was told
            yield f"{call_id}: {there} events, told of {events}"
        stages = shipped_call(kept.campaign).stages
        if kept.call != stages[there]:
            yield f"{call_id}: after {there} events not what it was"
        if ended and there < len(stages) - 1:
            yield f"{call_id}: after {there} events not gone on with"
