"""A disk that is full at every place of a call: what was refused was not kept, all before it was, and the call goes on
once there is room."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from data.book import Book
from data.kept_call import KeptCall
from data.refusals import DiskFull
from tests.shipped_calls import ShippedCall, open_book, shipped_calls

PAGE = 4096


def test_at_every_place_of_a_whole_call(small_disk: Path, fresh: Path, tell: Callable[[str], None]) -> None:
    call = shipped_calls()[0]
    refused_at = []
    for pages in count():
        folder = Path(shutil.copytree(fresh, small_disk / "book"))
        with open_book(folder) as book:
            ballast = full(small_disk, but=pages)
            kept = played_on(book, call, None)
            if kept is not None:
                assert book.call(kept.id).call == kept.call == call.stages[len(kept.call.trail)]
            ballast.unlink()
            refused_at.append(0 if kept is None else len(kept.call.trail))
            # Every second time with what the player has in hand, else with what another finds in the book.
            at_hand = kept if pages % 2 or kept is None else next(iter(book.open_calls()), kept)
            assert at_hand == kept
            whole = played_on(book, call, at_hand)
            assert whole is not None
            assert book.call(whole.id).call == call.stages[-1]
            assert book.check().right, book.check()
        shutil.rmtree(folder)
        if refused_at[-1] == len(call.events):
            break
    assert len(refused_at) >= 30
    assert set(refused_at) == set(range(len(call.events) + 1))
    tell(f"a full disk at each of {len(call.events)} steps, {len(refused_at) - 1} times: none lost, each kept later")


def test_a_book_closed_and_opened_while_the_disk_is_full(small_disk: Path, fresh: Path) -> None:
    call = shipped_calls()[0]
    opened = 0
    for pages in range(0, 40, 3):
        folder = Path(shutil.copytree(fresh, small_disk / "book"))
        with open_book(folder) as book:
            ballast = full(small_disk, but=pages)
            kept = played_on(book, call, None)
        with suppress(DiskFull):
            open_book(folder).close()
            opened += 1
        ballast.unlink()
        with open_book(folder) as book:
            assert book.open_calls() == (() if kept is None else (kept,))
            whole = played_on(book, call, kept)
            assert whole is not None
            assert book.check().right, book.check()
        shutil.rmtree(folder)
    assert opened >= 5


def test_a_player_deaf_to_the_refusal_is_caught(small_disk: Path, fresh: Path) -> None:
    call = shipped_calls()[0]
    caught = 0
    for pages in range(12, 32, 2):
        folder = Path(shutil.copytree(fresh, small_disk / "book"))
        with open_book(folder) as book:
            ballast = full(small_disk, but=pages)
            kept = played_on(book, call, None)
            assert kept is not None
            caught += book.call(kept.id).call != call.stages[len(kept.call.trail) + 1]
        ballast.unlink()
        shutil.rmtree(folder)
    assert caught == 10


def full(disk: Path, *, but: int) -> Path:
    """Takes all room of a disk but so many pages, until what is given back is removed."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    assert room.f_frsize == PAGE
    ballast.write_bytes(bytes(max(room.f_bavail - but, 0) * PAGE))
    assert os.statvfs(disk).f_bavail <= but
    return ballast


def played_on(book: Book, call: ShippedCall, kept: KeptCall | None) -> KeptCall | None:
    """The call as far as there is room for it; None where there was not even for its beginning."""
    try:
        if kept is None:
            kept = book.start_call(
                release=call.release, at=call.dialled.at, customer=book.customers()[0], names=call.names
            )
        for event in call.events[len(kept.call.trail) :]:
            kept = book.keep(kept, event)
    except DiskFull:
        return kept
    return kept
