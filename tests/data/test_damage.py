"""Damage: a single flipped bit anywhere in a book, a backup or the log of a crash is found, and nothing is touched."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from data.book import Book
from data.damage import damage_of
from data.files import trio
from data.key import Key, read_key
from data.refusals import BookDamaged
from data.store import Error, connect
from data.wal import lost_steps
from tests.data.floor import Files, begun, called_back, talked, unanswered
from tests.data.test_opening import held
from tests.strategies.small import at

FLIPS = 260
FLOOR = 200
PAGE = 4096
FRAME = 24 + PAGE


@pytest.fixture
def full(files: Files) -> Files:
    """The files of a closed book with some thirty calls."""
    book, _ = files.create()
    with book:
        _calls(book, 10)
    return files


def _calls(book: Book, rounds: int) -> None:
    for number in range(rounds):
        customer = book.add_customer(name="王伟", phone=f"1380000{number:04}", at=at(number * 3600))
        talked(book, begun(book, customer=customer, at=at(number * 3600)))
        called_back(book, begun(book, customer=customer, at=at(number * 3600 + 900)), due="2026-01-20 15:00")
        unanswered(book, begun(book, customer=customer, at=at(number * 3600 + 1800)))


def flips(size: int, *, first: int = 0) -> Iterator[tuple[int, int]]:
    """Places and bits to flip: the first bytes, the seams of pages, and then anywhere."""
    chance = Random(20260105)
    yield from ((place, chance.randrange(8)) for place in range(first, first + 16))
    yield from ((page + PAGE - 80, 0) for page in range(first, size - PAGE, PAGE))
    while True:
        yield chance.randrange(first, size), chance.randrange(8)


def flipped(content: bytes, place: int, bit: int) -> bytes:
    """The content with one bit the other way round."""
    changed = bytearray(content)
    changed[place] ^= 1 << bit
    return bytes(changed)


def reads(path: Path, key: Key) -> bool:
    """What a store without page checksums would call whole: it opens, and its calls are there."""
    with suppress(Error):
        connection = connect(path, key)
        with suppress(Error):
            connection.execute("SELECT count(*) FROM calls").fetchone()
            connection.close()
            return True
        connection.close()
    return False


def test_every_flipped_bit_of_a_book_is_found(full: Files) -> None:
    key, content = read_key(full.key), full.path.read_bytes()
    assert damage_of(full.path, key) == ()
    found = overlooked = 0
    for place, bit in islice(flips(len(content)), FLIPS):
        full.path.write_bytes(flipped(content, place, bit))
        faults = damage_of(full.path, key)
        assert faults, (place, bit)
        assert all(fault.in_language("zh") for fault in faults)
        found += 1
        overlooked += reads(full.path, key)
    assert found >= FLOOR
    assert overlooked > FLOOR // 2  # the control: reading it is not enough
    full.path.write_bytes(content)
    assert damage_of(full.path, key) == ()


def test_a_flipped_bit_of_a_page_that_nothing_uses_is_found(full: Files) -> None:
    key = read_key(full.key)
    connection = connect(full.path, key)
    connection.execute("CREATE TABLE gone AS SELECT randomblob(50000)")
    connection.execute("DROP TABLE gone")
    assert connection.execute("PRAGMA freelist_count").fetchall() > [(5,)]
    connection.close()
    content = full.path.read_bytes()
    assert damage_of(full.path, key) == ()
    full.path.write_bytes(flipped(content, len(content) - 300, 1))
    connection = connect(full.path, key)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]  # the control: SQLite does not look
    connection.close()
    assert [fault.code for fault in damage_of(full.path, key)] == ["data:page_damaged"]


@pytest.mark.parametrize(
    ("allowed", "change", "code"),
    [
        ("ignore_check_constraints = ON", "UPDATE calls SET state = 'lost'", "data:table_damaged"),
        ("foreign_keys = OFF", "DELETE FROM customers", "data:reference_damaged"),
        ("application_id = 7", "SELECT 1", "data:not_a_book"),
    ],
)
def test_pages_that_are_whole_and_wrong_are_found(full: Files, allowed: str, change: str, code: str) -> None:
    connection = connect(full.path, read_key(full.key))
    connection.execute(f"PRAGMA {allowed}")
    connection.execute(change)
    connection.close()
    assert {fault.code for fault in damage_of(full.path, read_key(full.key))} == {code}


def test_a_damaged_book_is_refused_where_it_is_read_and_never_touched(full: Files) -> None:
    content = full.path.read_bytes()
    refused = 0
    for page in range(len(content) // PAGE):
        full.path.write_bytes(flipped(content, page * PAGE + 200, 3))
        before = held(full.path.parent)
        try:
            with full.open() as book:
                assert not book.check().right
        except BookDamaged:
            refused += 1
        assert held(full.path.parent) == before
    assert refused > 1


@pytest.fixture
def crashed(files: Files, tmp_path: Path) -> Files:
    """The files as a crash leaves them: a book, and a log beside it with all that was done since."""
    book, _ = files.create()
    with book:
        _calls(book, 1)
        left = Files.under(tmp_path / "crashed")
        left.path.parent.mkdir(parents=True)
        shutil.copytree(files.key.parent, left.key.parent)
        for file, copy in zip(trio(files.path)[:2], trio(left.path)[:2], strict=True):
            shutil.copy(file, copy)
    return left


def transactions(log: bytes) -> list[int]:
    """Where each transaction of a log ends."""
    starts = range(32, len(log) - FRAME + 1, FRAME)
    return [start + FRAME for start in starts if log[start + 4 : start + 8] != bytes(4)]


def test_a_crash_alone_is_no_damage(crashed: Files) -> None:
    log = trio(crashed.path)[1]
    assert len(transactions(log.read_bytes())) > 15
    assert not lost_steps(log)
    with crashed.open() as book:
        assert len(book.calls()) == 3
        assert book.check().right
    assert not log.exists()


def test_every_flipped_bit_of_the_log_is_found(crashed: Files) -> None:
    log = trio(crashed.path)[1]
    content = log.read_bytes()
    *_, before_last, _ = transactions(content)
    found = 0
    for place, bit in islice(flips(before_last), FLOOR + 10):
        log.write_bytes(flipped(content, place, bit))
        assert lost_steps(log), (place, bit)
        found += 1
        if found % 10 == 0:
            before = held(crashed.path.parent)
            with pytest.raises(BookDamaged):
                crashed.open()
            assert held(crashed.path.parent) == before
    assert found >= FLOOR


def test_sqlite_alone_opens_a_damaged_log_and_loses_steps(crashed: Files) -> None:
    # The control of the test above: without our own look at the log nobody would know.
    main, log = trio(crashed.path)[:2]
    whole, content = main.read_bytes(), log.read_bytes()
    _, first, *_, before_last, _ = transactions(content)
    steps: set[int] = set()
    for place, bit in islice(flips(before_last, first=first), 30):
        main.write_bytes(whole)
        log.write_bytes(flipped(content, place, bit))
        connection = connect(main, read_key(crashed.key))
        steps.update(count for (count,) in connection.execute("SELECT count(*) FROM events"))
        connection.close()
    main.write_bytes(whole)
    log.write_bytes(content)
    with crashed.open() as book:
        assert max(steps) < book.check().events


def test_a_torn_last_transaction_is_dropped_whole(crashed: Files) -> None:
    # A power cut in the middle of a write: nobody was told that this step is saved.
    main, log = trio(crashed.path)[:2]
    before, content = main.read_bytes(), log.read_bytes()
    *_, start, end = transactions(content)
    seen = set()
    for torn in (content[: end - 1], content[: start + 10], content[:start] + bytes(end - start), content[:start]):
        main.write_bytes(before)
        log.write_bytes(torn)
        assert not lost_steps(log)
        with crashed.open() as book:
            checked = book.check()
            assert checked.right
            seen.add((checked.calls, checked.events))
    assert len(seen) == 1


def test_what_an_earlier_run_left_in_the_log_is_no_damage(crashed: Files) -> None:
    # After a checkpoint SQLite writes the log from its beginning and leaves the old frames behind the new.
    connection = connect(crashed.path, read_key(crashed.key))
    connection.execute("PRAGMA wal_checkpoint(RESTART)")
    size = trio(crashed.path)[1].stat().st_size
    connection.execute("INSERT INTO settings VALUES ('a', 'b')")
    assert trio(crashed.path)[1].stat().st_size == size
    assert not lost_steps(trio(crashed.path)[1])
    connection.close()


@pytest.mark.parametrize("content", [None, b"", b"\x37\x7f\x06\x82", bytes(32), bytes(32 + FRAME)])
def test_a_log_without_steps_has_lost_none(tmp_path: Path, content: bytes | None) -> None:
    log = tmp_path / "book.db-wal"
    if content is not None:
        log.write_bytes(content)
    assert not lost_steps(log)


def test_a_log_that_is_none_is_damage(tmp_path: Path) -> None:
    log = tmp_path / "book.db-wal"
    log.write_bytes(b"a shopping list, longer than the header of a log")
    assert lost_steps(log)


def test_a_log_that_lost_its_header_is_damage(crashed: Files) -> None:
    log = trio(crashed.path)[1]
    log.write_bytes(bytes(32) + log.read_bytes()[32:])
    assert lost_steps(log)


def test_the_check_of_an_open_book_reads_every_page(full: Files) -> None:
    content = full.path.read_bytes()
    with full.open() as book:
        assert book.check().right
    with full.open() as book:
        full.path.write_bytes(flipped(content, len(content) - 300, 1))
        checked = book.check()
        assert [fault.code for fault in checked.faults] == ["data:page_damaged"]
        assert checked.calls == 0


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        (16, {"data:log_damaged"}),  # what follows is read all the same
        (24 + 300, {"data:log_damaged", "data:unreadable"}),
    ],
)
def test_the_check_of_an_open_book_looks_at_its_log(files: Files, place: int, codes: set[str]) -> None:
    book, _ = files.create()
    with book:
        _calls(book, 1)
        with files.open() as other:
            assert other.check().right
        with files.open() as other:
            log = trio(files.path)[1]
            content = log.read_bytes()
            for frame in range(32, transactions(content)[-1], FRAME):
                content = flipped(content, frame + place, 3)
            log.write_bytes(content)
            assert {fault.code for fault in other.check().faults} == codes
