"""A floor to test on: a book on disk with people, customers and the small release, and calls made on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from coach.events import Answered, AnyEvent, Filled, Finished, Heard, HungUp, Raised, Unanswered
from data.book import Book
from data.customer import Customer
from data.kept_call import KeptCall
from scripts_library.release import Release
from tests.strategies.small import BEGINS, SMALL

OWNER = "王芳"


@dataclass(frozen=True)
class Files:
    """Where a book and its key lie."""

    path: Path
    key: Path

    @classmethod
    def under(cls, folder: Path) -> "Files":
        """The files of a book in a folder of a test."""
        return cls(folder / "data" / "book.db", folder / "settings" / "book.key")

    def create(self) -> tuple[Book, str]:
        """A new book with the small release published, and its recovery code."""
        book, code = Book.create(self.path, self.key, owner=OWNER, at=BEGINS)
        book.publish(SMALL, at=BEGINS)
        return book, code

    def open(self, person: str | None = None) -> Book:
        """The book, opened as a person."""
        return Book.open(self.path, self.key, as_=person)


def begun(
    book: Book,
    *,
    customer: Customer | None = None,
    at: datetime = BEGINS,
    release: Release = SMALL,
    campaign: str = "",
    names: Mapping[str, str] | None = None,
) -> KeptCall:
    """A call that was dialled."""
    known = book.call_names(customer, at) if names is None else names
    return book.start_call(release=release, at=at, customer=customer, names=known, campaign=campaign)


def played(book: Book, kept: KeptCall, *events: AnyEvent) -> KeptCall:
    """A call after these events; each happens so many seconds after the one before as its own time says."""
    for event in events:
        kept = book.keep(kept, event)
    return kept


def later(kept: KeptCall, seconds: float) -> datetime:
    """So many seconds after the last event of a call."""
    return kept.call.trail[-1].at + timedelta(seconds=seconds)


def talked(book: Book, kept: KeptCall, *, outcome: str = "refused") -> KeptCall:
    """A dialled call that is answered, pitched, objected to, hung up and finished."""
    kept = book.keep(kept, Answered(at=later(kept, 8)))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=1))
    kept = book.keep(kept, Raised(at=later(kept, 7), card="busy"))
    kept = book.keep(kept, Heard(at=later(kept, 6), reply=1))
    kept = book.keep(kept, HungUp(at=later(kept, 20), by="customer"))
    return book.keep(kept, Finished(at=later(kept, 5), outcome=outcome))


def called_back(book: Book, kept: KeptCall, *, due: str) -> KeptCall:
    """A dialled call that ends with a callback at an hour (`2026-01-05 15:00`)."""
    kept = book.keep(kept, Answered(at=later(kept, 8)))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=3))
    kept = book.keep(kept, Filled(at=later(kept, 4), name="fields.callback_at", value=due))
    kept = book.keep(kept, Heard(at=later(kept, 3), reply=2))
    kept = book.keep(kept, HungUp(at=later(kept, 4), by="agent"))
    return book.keep(kept, Finished(at=later(kept, 5), outcome="callback", intent="B"))


def appointed(book: Book, kept: KeptCall, *, day: str, hour: str) -> KeptCall:
    """A dialled call that ends with an appointment."""
    kept = book.keep(kept, Answered(at=later(kept, 8)))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=1))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=1))
    kept = book.keep(kept, Filled(at=later(kept, 4), name="fields.day", value=day))
    kept = book.keep(kept, Filled(at=later(kept, 4), name="fields.hour", value=hour))
    kept = book.keep(kept, Heard(at=later(kept, 3), reply=2))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=1))
    kept = book.keep(kept, HungUp(at=later(kept, 4), by="agent"))
    return book.keep(kept, Finished(at=later(kept, 5), outcome="appointment", intent="A"))


def unanswered(book: Book, kept: KeptCall, *, why: str = "no-answer") -> KeptCall:
    """A dialled call that nobody answered."""
    kept = book.keep(kept, Unanswered(at=later(kept, 20), why=why))
    return book.keep(kept, Finished(at=later(kept, 1), outcome=why))


def version(release: Release, digest: str, **more: str) -> Release:
    """The same release as another version of its script; `more` are outcomes that are like others."""
    known = release.outcomes.outcomes
    outcomes = {**known, **{name.replace("_", "-"): known[like] for name, like in more.items()}}
    return replace(release, digest=digest, outcomes=replace(release.outcomes, outcomes=outcomes))
