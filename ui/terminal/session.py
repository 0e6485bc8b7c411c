"""One run of the terminal: which language it speaks, and which database it means."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.terminal.steady import steady

if TYPE_CHECKING:
    from data.book import Book
    from ui.toured import Toured


def system_language() -> str:
    """The language of the system: `zh` or `en`."""
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if (spoken or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


@dataclass(slots=True)
class Session:
    """What the options chose. The database opens only when a command asks for it.

    `window` opens the window on a database and gives the exit code; `tour` plays the tour in it, into a folder and in
    a language.
    """

    window: Callable[[Path | None], int]
    tour: Callable[[Path, str], Toured]
    language: str = field(default_factory=system_language)
    database: Path | None = None

    def text(self, sentence: Sentence) -> str:
        """A sentence in the language of this run, whatever it quotes."""
        return steady(sentence.in_language(self.language))

    def say(self, sentence: Sentence) -> None:
        """Print a sentence."""
        click.echo(self.text(sentence))

    def warn(self, sentence: Sentence) -> None:
        """Print a sentence beside the output, where other programs do not read it."""
        click.echo(self.text(sentence), err=True)

    def book(self, person: str | None = None, *, begins: bool = False) -> Book:
        """The book of this run, opened as a person (by default as its owner), with the library that ships.

        Where there is none, a command that `begins` one makes it; what only reads a database, or looks after it, was
        told of the wrong place.
        """
        from data.book import Book
        from data.refusals import BookRefusal, NoBook
        from ui.home import key_path, open_book, publish_shipped

        if begins:
            book = open_book(self.database, person, at=now(), told=self.warn)
        else:
            try:
                book = Book.open(self.path, key_path(self.path), as_=person)
            except NoBook as none:
                raise Refusal(Sentence("ui.terminal:no_book", file=none.path)) from none
        with suppress(BookRefusal):  # a full disk or a busy one is no reason not to read
            publish_shipped(book, now())
        return book

    @contextmanager
    def writing(self, person: str | None = None, *, begins: bool = False) -> Iterator[Book]:
        """The book for a command that keeps something; once that is kept, a backup is made where one is due."""
        from data.refusals import BookRefusal

        with self.book(person, begins=begins) as book:
            yield book
            try:
                book.backup_if_due(at=now())
            except BookRefusal as refusal:
                self.warn(refusal.sentence)

    @property
    def path(self) -> Path:
        """The database file of this run."""
        from ui.home import default_path, place_of

        return place_of(self.database or default_path())


def the_session() -> Session:
    """The session of the command that is running."""
    session: Session = click.get_current_context().obj
    return session
