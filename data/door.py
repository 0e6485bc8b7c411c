"""The door of the book: the database stands open, and what is kept is read when somebody first asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from data.opening import open_store

if TYPE_CHECKING:
    from data.book import Book
    from data.store import Store


class Door:
    """An open database. Its `book` knows the whole field and takes a while to load: a window paints before it asks."""

    def __init__(self, store: Store, book: Book | None = None) -> None:
        self._store = store
        self._book = book

    @classmethod
    def open(cls, path: Path, key_file: Path) -> Self:
        """Open a database as its owner. Raises what `Book.open` raises, before anything is read."""
        return cls(open_store(path, key_file))

    @property
    def at_hand(self) -> bool:
        """Whether the book has been asked for, so that asking again takes no time."""
        return self._book is not None

    @property
    def book(self) -> Book:
        """What is kept, read as the owner of this desk."""
        if self._book is None:
            from data.book import Book

            self._book = Book.of(self._store)
        return self._book

    def cut_off(self) -> bool:
        """Whether a call was cut off and waits to be taken up again."""
        return self._store.row("SELECT 1 FROM calls WHERE state = 'open' LIMIT 1") is not None

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()
