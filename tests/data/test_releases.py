"""Releases: kept for good under the next version of their script, read once, and the newest always at hand."""

import pytest

from data.book import Book
from data.refusals import NotFound
from scripts_library.release import Release
from tests.data.floor import Files, version
from tests.data.test_by_key import asked
from tests.strategies.small import BEGINS, SMALL, at


def one_by_one(book: Book) -> tuple[Release, ...]:
    return tuple(book.newest_release(row.script) for row in book.releases())


def test_the_newest_are_at_hand_until_something_is_published(book: Book, files: Files) -> None:
    assert [one.digest for one in book.newest_releases()] == [SMALL.digest]
    newer = book.publish(version(SMALL, "newer"), at=at(1))
    assert book.newest_releases() == one_by_one(book) == (newer,)
    with asked(book) as statements:
        assert book.newest_releases() == (newer,)
    assert len(statements) == 1
    with files.open() as other:
        newest = other.publish(version(SMALL, "newest"), at=at(2))
    assert book.newest_releases() == one_by_one(book) == (newest,)


def test_where_nothing_was_published_there_is_none(files: Files) -> None:
    with Book.create(files.path, files.key, owner="王芳", at=BEGINS)[0] as book:
        assert book.newest_releases() == ()
        with pytest.raises(NotFound):
            book.release(SMALL.digest)


def test_a_release_is_read_once(book: Book) -> None:
    once = book.release(SMALL.digest)
    with asked(book) as statements:
        assert book.release(SMALL.digest) is once
    assert statements == []
