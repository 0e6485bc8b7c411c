"""Where the book of this user is, and how it is opened, or begun the first time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.refusals import BookExists, NoBook
from scripts_library.sentences import Refusal, Sentence
from scripts_library.text import clean

if TYPE_CHECKING:
    from data.book import Book

_NAME = "huashu-coach"
_LONGEST = 200  # bytes of a file's name: backups and what is set aside have longer ones
_QUOTED = 80  # characters of a path that a sentence repeats
_LIBRARY = "library"  # the setting that says which shipped library was last published here

BESIDE_BACKUPS = "ui:new_book_beside_backups"  # what is told of a new book where another one was lost

Told = Callable[[Sentence], None]


def default_path() -> Path:
    """The database in the user's data folder."""
    return _folder("data", "XDG_DATA_HOME", ".local/share") / "book.db"


def place_of(database: Path) -> Path:
    """Where a database really is, however the way to it is written; links lead to one database, with one key.

    Raises a `Refusal` for what can be the name of no file.
    """
    written = " ".join(clean(str(database)).split())
    no_place = Refusal(Sentence("ui:no_place", path=written if len(written) <= _QUOTED else f"{written[:_QUOTED]}…"))
    try:
        place = database.expanduser().resolve()
        fits = 0 < len(place.name.encode()) <= _LONGEST and str(place).splitlines() == [clean(str(place))]
        with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
            place.stat()
    except (OSError, RuntimeError, ValueError) as error:
        raise no_place from error
    if not fits:
        raise no_place
    return place


def key_path(database: Path) -> Path:
    """The key file of a database, in the configuration folder; every database has one of its own."""
    from hashlib import sha256

    folder = _folder("config", "XDG_CONFIG_HOME", ".config")
    place = place_of(database)
    if place == place_of(default_path()):
        return folder / "book.key"
    return folder / "keys" / f"{sha256(str(place).encode()).hexdigest()[:16]}.key"


def open_book(database: Path | None, person: str | None, *, at: datetime, told: Told) -> Book:
    """Open the book as a person (by default its owner); where there is none yet, begin one.

    `told` hears what has to be said once: the recovery code of a new book. Raises what `Book.open` raises.
    """
    from data.book import Book

    path = place_of(database or default_path())
    try:
        return Book.open(path, key_path(path), as_=person)
    except NoBook:
        return begin_book(path, person, at=at, told=told)


def begin_book(path: Path, person: str | None, *, at: datetime, told: Told) -> Book:
    """Begin a book with the shipped library, and tell its recovery code; who was quicker has begun it already.

    Raises what `Book.create` and `Book.open` raise.
    """
    from data.backups import backups_of
    from data.book import Book

    key_file = key_path(path)
    try:
        book, code = Book.create(path, key_file, owner=clean(person or "").strip() or _user(), number="", at=at)
    except BookExists:
        return Book.open(path, key_file, as_=person)
    lost = backups_of(path)
    said = BESIDE_BACKUPS if lost else "ui:new_book"
    told(Sentence(said, path=path, code=code))  # before anything else can go wrong: nobody hears it again
    try:
        book.set_status(book.me.id, "regular", at.date().replace(day=1))
        publish_shipped(book, at)
    except BaseException:
        book.close()
        raise
    return book


def publish_shipped(book: Book, at: datetime) -> None:
    """Publish what ships where this book has not got it yet; published releases stay as they are.

    Where nothing has changed since, no document is read; a person who may not publish leaves it to others.
    """
    if not (book.may("publish") and book.may("set")):
        return
    from scripts_library.shelf import shipped, shipped_stamp

    stamp = shipped_stamp()
    if book.setting(_LIBRARY) == stamp:
        return
    from scripts_library.appraisal_plan import AppraisalPlan
    from scripts_library.releases import release
    from scripts_library.script import Script

    shelf = shipped()
    for document in (*shelf.of_kind("script"), *shelf.of_kind("appraisal")):
        if isinstance(document, Script):
            book.publish(release(document, shelf), at=at)
        elif isinstance(document, AppraisalPlan) and book.plan_for(at.date()) is None:
            book.put_in_force(document, at.date(), at=at)
    book.set(_LIBRARY, stamp)


def _folder(kind: str, variable: str, usual: str) -> Path:
    """The folder of this program among the user's own.

    On Linux that is said by one variable, and every start would wait for a library that reads it the same way.
    """
    if sys.platform != "linux":
        import platformdirs

        return Path(getattr(platformdirs, f"user_{kind}_dir")(_NAME, appauthor=False))
    chosen = Path(os.environ.get(variable, ""))
    return (chosen if chosen.is_absolute() else Path.home() / usual) / _NAME


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "1"
