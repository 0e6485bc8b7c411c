"""How long a step takes to be durable, beside appending as many bytes to a plain file and making those durable."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from io import RawIOBase
from pathlib import Path

from coach.events import Finished
from data.book import Book
from data.files import trio
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.side_by_side import SideBySide
from tests.shipped_calls import ShippedCall, new_book, open_book, shipped_calls

LIMIT = 1.3
FRAME = 24 + 4096  # bytes: a page and what the log says of it
ROUNDS = 12  # the log begins anew in each, so that it is never taken into the file meanwhile
CALLS = 8


def test_a_committed_event(workshop: Path, holds: Callable[[Figure], None]) -> None:
    """Every event of whole calls but the first and the last, which write more rows than their own."""
    new_book(workshop).close()
    ours: list[float] = []
    plain: list[float] = []
    for number in range(ROUNDS):
        with open_book(workshop) as book:
            for kept, appended in _kept(book, shipped_calls()[:CALLS], workshop / f"plain-{number}"):
                ours.append(kept)
                plain.append(appended)
    sides = SideBySide(tuple(ours), tuple(plain))
    assert len(ours) >= 1000
    holds(
        ratio(
            "committed event ÷ append + fdatasync",
            sides,
            limit=LIMIT,
            detail=f"{milliseconds(sides.usual_ours)} beside {milliseconds(sides.usual_other)}",
        )
    )


def _kept(book: Book, calls: tuple[ShippedCall, ...], plain: Path) -> Iterator[tuple[float, float]]:
    """For each event the seconds until it was kept, and until as many bytes as the log grew by were appended."""
    customer = book.customers()[0]
    with plain.open("wb", buffering=0) as file, trio(book.path)[2].open("rb", buffering=0) as index:
        for call in calls:
            kept = book.start_call(release=call.release, at=call.dialled.at, customer=customer, names=call.names)
            for event in call.events[1:]:
                before = _frames(index)
                started = time.perf_counter()
                kept = book.keep(kept, event)
                took = time.perf_counter() - started
                grew = _frames(index) - before
                assert grew > 0, "the log was taken into the file: fewer calls a round"
                if not isinstance(event, Finished):
                    yield took, _appended(file.fileno(), grew * FRAME)


def _frames(index: RawIOBase) -> int:
    """How many frames the log has, by the header of its index: the room beyond them is not what it has grown by."""
    index.seek(16)
    return int.from_bytes(index.read(4) or b"", sys.byteorder)


def _appended(file: int, size: int) -> float:
    data = bytes(size)
    started = time.perf_counter()
    os.write(file, data)
    os.fdatasync(file)
    return time.perf_counter() - started
