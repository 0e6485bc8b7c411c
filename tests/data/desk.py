"""What other programs on the same desk do with a book, each in a process of its own."""

import time
from pathlib import Path

from data.book import Book
from data.refusals import BookExists
from scripts_library.sentences import Sentence
from tests.data.floor import OWNER, Files
from tests.strategies.small import BEGINS

_open: list[Book] = []


def begin_at(folder: Path, moment: float) -> str | None:
    """Begin a book at a moment of the machine's clock, and its recovery code; None where another was quicker."""
    files = Files.under(folder)
    time.sleep(max(moment - time.monotonic(), 0))
    try:
        book, code = Book.create(files.path, files.key, owner=OWNER, at=BEGINS)
    except BookExists:
        return None
    book.close()
    return code


def hold_open(folder: Path) -> None:
    """Open the book and keep it open."""
    _open.append(Files.under(folder).open())


def write(name: str) -> None:
    """Write into the book that is held open."""
    _open[0].add_customer(name=name, at=BEGINS)


def check() -> tuple[Sentence, ...]:
    """Check the book that is held open."""
    return _open[0].check().faults


def let_go() -> None:
    """Close the book again."""
    _open.pop().close()
