"""SIGKILL at random moments: no acknowledged event is lost, every call resumes at its step, every sum is right."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from time import sleep, time

import pytest

from data.backups import backups_of, restore
from data.book import Book
from tests.data.floor import Files
from tests.data.play_until_killed import CUSTOMERS, straight
from tests.strategies.small import BEGINS, at

KILLS, FLOOR_KILLS = 210, 200
FLOOR_ACKNOWLEDGED = 10_000
PART_AND_JOURNAL = 2
ERASED, JOURNAL = 4_000, 10_000_000  # larger than what SQLite holds back before it writes into the file

if not hasattr(signal, "SIGKILL"):
    pytest.skip("this system cannot kill a program between two instructions", allow_module_level=True)


class Player:
    """The program that plays: each `round` is a child that is killed after some events and a little more."""

    def __init__(self, files: Files, repository: Path) -> None:
        command = [sys.executable, "-m", "tests.data.play_until_killed", str(files.path), str(files.key)]
        self._program = subprocess.Popen(command, cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def round(self, events: int, more: float, *, lying: bool = False) -> dict[str, int]:
        """Play, kill, and what was acknowledged: the number of the last event of each call."""
        assert self._program.stdin is not None
        self._program.stdin.write(b"lie\n" if lying else b"play\n")
        self._program.stdin.flush()
        lines = self._lines()
        child = int(next(lines))
        acknowledged: dict[str, int] = {}
        for number, line in enumerate(lines, start=1):
            call, seq = line.split()
            acknowledged[call] = int(seq)
            if number == events:
                sleep(more)
                os.kill(child, signal.SIGKILL)
        return acknowledged

    def _lines(self) -> Iterator[str]:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            if line == b"gone\n":
                return
            yield line.decode()

    def close(self) -> None:
        """No more rounds."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.close()
        self._program.wait()
        self._program.stdout.close()


@pytest.fixture
def played_on(files: Files) -> Files:
    """A book with customers to call."""
    book, _ = files.create()
    with book:
        for number in range(CUSTOMERS):
            book.add_customer(name=f"客户{number}", phone=f"1380000000{number}", at=BEGINS)
    return files


@pytest.fixture
def player(played_on: Files, repository: Path) -> Iterator[Player]:
    """The program, ready to play on the book."""
    started = Player(played_on, repository)
    yield started
    started.close()


def lost(book: Book, acknowledged: dict[str, int]) -> int:
    """How many acknowledged events are not kept."""
    return sum(max(seq - len(book.call(call).call.trail), 0) for call, seq in acknowledged.items())


def test_nothing_that_was_acknowledged_is_lost(played_on: Files, player: Player) -> None:
    chance = Random(20260105)
    kills = events = 0
    phases: Counter[str] = Counter()
    known: dict[str, int] = {}
    for _ in range(KILLS):
        acknowledged = player.round(chance.randrange(1, 108), chance.random() / 500)
        kills += 1
        events += sum(seq - known.get(call, 0) for call, seq in acknowledged.items())
        with played_on.open() as book:
            assert lost(book, acknowledged) == 0
            cut_off = book.open_calls()
            assert len(cut_off) <= 1
            known = {}
            for kept in cut_off:
                kept_events = len(kept.call.trail)
                assert kept.call == straight(int(kept.campaign), kept.call.trail[0].at)[kept_events - 1]
                # At most one more: it was committed, and the kill came before the word.
                assert kept_events - acknowledged.get(kept.id, 0) in (0, 1)
                phases[kept.call.phase] += 1
                known[kept.id] = kept_events
    assert kills >= FLOOR_KILLS
    assert events >= FLOOR_ACKNOWLEDGED
    assert set(phases) == {"dialling", "talking", "hung_up"}
    assert phases.total() > FLOOR_KILLS // 2
    with played_on.open() as book:
        checked = book.check()
        assert checked.faults == ()
        assert checked.events >= FLOOR_ACKNOWLEDGED
        assert checked.promises > 100


def test_a_store_that_acknowledges_before_it_commits_is_caught(played_on: Files, player: Player) -> None:
    chance = Random(7)
    caught = 0
    for _ in range(20):
        acknowledged = player.round(chance.randrange(1, 40), chance.random() / 5000, lying=True)
        with played_on.open() as book:
            caught += lost(book, acknowledged) > 0
    assert caught > 0


@pytest.fixture
def much_to_erase(files: Files) -> Files:
    """A closed book whose newest backup knows more of customers, since erased, than SQLite's cache has room for."""
    book, _ = files.create()
    with book:
        book.add_customer(name="王伟", notes="下午方便" * 300, at=BEGINS)
        book.back_up(at=BEGINS)
        with book._store.writing() as db:
            db.execute(
                "WITH RECURSIVE many (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM many LIMIT ?)"
                " INSERT INTO customers SELECT randomblob(16), many.number || '', called, phone, '', referrer, city,"
                " notes, do_not_call, empty_number, erased_at, added_at, added_by FROM customers, many",
                (ERASED,),
            )
        book.back_up(at=at(3600))
        with book._store.writing() as db:
            db.execute("UPDATE customers SET name = '', notes = '', erased_at = ?", (at(5400).isoformat(),))
    return files


def _killed_within_its_transaction(files: Files, repository: Path) -> int:
    """Restore in a program that is killed as it erases again; how much of a journal that leaves."""
    folder = files.path.parent
    command = [sys.executable, "-m", "tests.data.in_a_child", "restore_the_newest", str(folder.parent)]
    with subprocess.Popen(command, cwd=repository, stdout=subprocess.DEVNULL) as program:
        while program.poll() is None and not _journals(folder):
            sleep(0.001)
        program.kill()
    return sum(_journals(folder))


def test_what_a_backup_that_was_killed_leaves_is_swept_once_it_is_old(much_to_erase: Files, repository: Path) -> None:
    files, folder = much_to_erase, much_to_erase.path.parent / "backups"
    made = set(folder.iterdir())
    command = [sys.executable, "-m", "tests.data.in_a_child", "back_up", str(folder.parent.parent)]
    with subprocess.Popen(command, cwd=repository, stdout=subprocess.DEVNULL) as program:
        while program.poll() is None and len(set(folder.iterdir()) - made) < PART_AND_JOURNAL:
            sleep(0.001)
        program.kill()
    left = set(folder.iterdir()) - made
    assert len(left) == PART_AND_JOURNAL
    strange = folder / "book-20260105T100000Z.mine.part"
    strange.touch()
    for file in (*left, strange):
        os.utime(file, (time() - 3500,) * 2)
    with files.open() as book:
        made.add(book.back_up(at=at(7200)).path)
        assert set(folder.iterdir()) == {*made, *left, strange}  # it may be one that is being made now
        for file in (*left, strange):
            os.utime(file, (time() - 3700,) * 2)
        made.add(book.back_up(at=at(10_900)).path)
        assert set(folder.iterdir()) == {*made, strange}


def _journals(folder: Path) -> list[int]:
    """The sizes of the journals that have much in them; files come and go meanwhile."""
    sizes = []
    for under, _, names in os.walk(folder):
        for name in names:
            if name.endswith("-journal"):
                with suppress(FileNotFoundError):
                    sizes.append((Path(under) / name).stat().st_size)
    return [size for size in sizes if size > JOURNAL]


def test_a_restoring_that_was_killed_does_not_reach_into_the_next(much_to_erase: Files, repository: Path) -> None:
    files, folder = much_to_erase, much_to_erase.path.parent
    assert _killed_within_its_transaction(files, repository) > JOURNAL
    restore(files.path, files.key, backups_of(files.path)[1].path, at=at(7200))
    with files.open() as book:
        assert book.check().right
        assert book._store.rows("SELECT name, notes, erased_at FROM customers") == [("", "", at(5400).isoformat())]
    assert {file.name.partition(".set-aside")[0] for file in folder.iterdir()} == {"backups", "book.db"}
