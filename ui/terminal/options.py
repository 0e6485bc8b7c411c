"""The options that commands share, each understood before the command and after it."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import click

from scripts_library.sentences import LANGUAGES, Refusal, Sentence
from ui.terminal.session import Session

Command = TypeVar("Command", bound=Callable[..., object])

_LANGUAGE = "--lang"
_language = click.option(_LANGUAGE, "language", type=click.Choice(LANGUAGES), expose_value=False)

in_form = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")


def with_database(command: Command) -> Command:
    """Give a command `--db PATH` and `--lang`."""
    option = click.option(
        "--db", "database", metavar="PATH", envvar="HUASHU_DB", expose_value=False, callback=_database
    )
    return option(_language(command))


def language_of(arguments: Sequence[str]) -> str | None:
    """The language that is asked for anywhere in what was typed, so that help and refusals speak it as well.

    What stands after `--` is no option. None where none is asked for.
    """
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked = [after for before, after in pairwise(options) if before == _LANGUAGE]
    asked += [option.removeprefix(f"{_LANGUAGE}=") for option in options if option.startswith(f"{_LANGUAGE}=")]
    return next((language for language in reversed(asked) if language in LANGUAGES), None)


def _database(context: click.Context, option: click.Parameter, chosen: str | None) -> None:
    """The option typed nearest to the command wins over the program's, and both over HUASHU_DB."""
    session: Session = context.obj
    typed = option.name and context.get_parameter_source(option.name) is click.core.ParameterSource.COMMANDLINE
    if chosen is None:
        return
    if chosen.strip():
        if typed or session.database is None:
            session.database = Path(chosen)
    elif typed:
        raise Refusal(Sentence("ui.terminal:no_path", option="--db"))
