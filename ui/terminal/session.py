"""One run of the terminal: which language it speaks, and which database it means."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from scripts_library.sentences import Sentence

if TYPE_CHECKING:
    from data.book import Book
    from ui.toured import Toured

Command = TypeVar("Command", bound=Callable[..., object])

in_form = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="A table to read, or JSON."
)


def system_language() -> str:
    """The language of the system: `zh` or `en`."""
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if (spoken or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def now() -> datetime:
    """The time on this desk, aware."""
    return datetime.now().astimezone()


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
        """A sentence in the language of this run."""
        return sentence.in_language(self.language)

    def say(self, sentence: Sentence) -> None:
        """Print a sentence."""
        click.echo(self.text(sentence))

    def warn(self, sentence: Sentence) -> None:
        """Print a sentence beside the output, where other programs do not read it."""
        click.echo(self.text(sentence), err=True)

    def book(self, person: str | None = None) -> Book:
        """The book of this run, opened as a person (by default as its owner)."""
        from ui.home import open_book

        return open_book(self.database, person, at=now(), told=self.warn)

    @property
    def path(self) -> Path:
        """The database file of this run."""
        from ui.home import default_path

        return self.database or default_path()


def the_session() -> Session:
    """The session of the command that is running."""
    session: Session = click.get_current_context().obj
    return session


def speaking(command: Command) -> Command:
    """Give a command `--lang`, as the program has it."""
    languages = click.Choice(["zh", "en"])
    return click.option("--lang", type=languages, expose_value=False, callback=_language, help="中文 or English.")(
        command
    )


def with_database(command: Command) -> Command:
    """Give a command `--db PATH`, as the program has it, and `--lang`."""
    option = click.option(
        "--db",
        type=click.Path(path_type=Path),
        envvar="HUASHU_DB",
        expose_value=False,
        callback=_database,
        help="The database file; else HUASHU_DB, else the one in the user's data folder.",
    )
    return speaking(option(command))


def _language(_context: click.Context, _option: click.Parameter, chosen: str | None) -> None:
    if chosen:
        the_session().language = chosen


def _database(context: click.Context, option: click.Parameter, chosen: Path | None) -> None:
    """The option typed nearest to the command wins over the program's, and both over HUASHU_DB."""
    session = the_session()
    typed = option.name and context.get_parameter_source(option.name) is click.core.ParameterSource.COMMANDLINE
    if chosen is not None and (typed or session.database is None):
        session.database = chosen
