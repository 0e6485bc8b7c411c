"""The door: the database stands open, and what is kept is read when it is asked for."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.book import Book
from data.door import Door
from data.refusals import KeyMissing, NoBook
from tests.shipped_calls import shipped_calls

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made, _ = Book.create(tmp_path / "book.db", tmp_path / "book.key", owner="林晓", at=AT)
    with made:
        yield made


def test_the_book_is_had_when_somebody_asks_for_it_and_then_stays(book: Book, tmp_path: Path) -> None:
    door = Door.open(tmp_path / "book.db", tmp_path / "book.key")
    assert [door.at_hand, door.book.me, door.at_hand] == [False, book.me, True]
    assert door.book is door.book
    door.close()


def test_the_door_of_a_book_leads_to_that_book(book: Book) -> None:
    assert book.door.at_hand
    assert book.door.book is book


def test_it_tells_of_a_call_that_was_cut_off_before_anything_is_read(book: Book, tmp_path: Path) -> None:
    door = Door.open(tmp_path / "book.db", tmp_path / "book.key")
    assert not door.cut_off()
    release = shipped_calls()[0].release
    book.publish(release, at=AT)
    kept = book.start_call(release=release, at=AT)
    assert door.cut_off()
    assert not door.at_hand
    book.end_interrupted(kept)
    assert not door.cut_off()
    door.close()


def test_a_database_that_does_not_open_is_refused_at_the_door(book: Book, tmp_path: Path) -> None:
    with pytest.raises(NoBook):
        Door.open(tmp_path / "other.db", tmp_path / "book.key")
    with pytest.raises(KeyMissing):
        Door.open(tmp_path / "book.db", tmp_path / "other.key")
