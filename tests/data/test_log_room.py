"""The log has its room from the first call on: a step needs no new room on the disk, and nobody is misled by it."""

import shutil
from pathlib import Path

from coach.events import Noted
from data.book import Book
from data.files import trio
from data.store import connect
from data.wal import lost_steps
from tests.data.floor import Files, begun
from tests.strategies.small import at


def log_of(book: Book) -> Path:
    return trio(book.path)[1]


def test_steps_are_kept_without_the_log_growing(book: Book) -> None:
    kept = begun(book, at=at(0))
    given = log_of(book).stat()
    assert given.st_size > 4_000_000
    for number in range(200):
        kept = book.keep(kept, Noted(at=at(1), text=f"第{number}句"))
    later = log_of(book).stat()
    assert (later.st_size, later.st_blocks) == (given.st_size, given.st_blocks)
    assert begun(book, at=at(60)).id != kept.id
    assert log_of(book).stat().st_size == given.st_size


def test_room_is_made_again_where_the_log_was_emptied(book: Book) -> None:
    begun(book, at=at(0))
    given = log_of(book).stat().st_size
    book._store.forget_log()
    assert log_of(book).stat().st_size == 0
    begun(book, at=at(60))
    assert log_of(book).stat().st_size == given


def test_a_log_that_another_program_emptied_meanwhile_gets_no_room(files: Files, book: Book) -> None:
    begun(book, at=at(0))
    book._store.forget_log()
    book._store.make_room()
    assert log_of(book).stat().st_size == 0
    with files.open() as again:
        assert again.open_calls() == book.open_calls()


def test_a_book_cut_off_with_room_in_its_log_opens_whole(files: Files, book: Book, tmp_path: Path) -> None:
    kept = book.keep(begun(book, at=at(0)), Noted(at=at(1), text="说话很快"))
    cut_off = Files.under(tmp_path / "cut-off")
    cut_off.path.parent.mkdir(parents=True)
    cut_off.key.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(files.key, cut_off.key)
    for file, copy in zip(trio(files.path)[:2], trio(cut_off.path)[:2], strict=True):
        shutil.copy(file, copy)
    assert not lost_steps(trio(cut_off.path)[1])
    with cut_off.open() as again:
        assert again.open_calls() == (kept,)
        assert again.check().right


def test_no_room_is_made_while_another_program_writes(files: Files, book: Book) -> None:
    """What the other appends meanwhile would be written over."""
    begun(book, at=at(0))
    book._store.forget_log()
    book._store.rows("PRAGMA busy_timeout = 50")
    other = connect(files.path, book._store.key)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO settings VALUES ('one', 'two')")
    book._store.make_room()
    assert log_of(book).stat().st_size == 0
    other.execute("COMMIT")
    assert log_of(book).stat().st_size > 32
    other.close()
    assert book._store.rows("SELECT value FROM settings WHERE name = 'one'") == [("two",)]
    book._store.make_room()
    assert log_of(book).stat().st_size > 4_000_000
    assert book._store.rows("SELECT value FROM settings WHERE name = 'one'") == [("two",)]
