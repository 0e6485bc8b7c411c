"""The options that commands share, each understood before the command and after it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from scripts_library.sentences import Refusal, Sentence
from ui.terminal.session import Session

Command = TypeVar("Command", bound=Callable[..., object])

in_form = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="A table to read, or JSON."
)


def speaking(command: Command) -> Command:
    """Give a command `--lang`."""
    languages = click.Choice(["zh", "en"])
    option = click.option("--lang", type=languages, expose_value=False, callback=_language, help="中文 or English.")
    return option(command)


def with_database(command: Command) -> Command:
    """Give a command `--db PATH` and `--lang`."""
    option = click.option(
        "--db",
        metavar="PATH",
        envvar="HUASHU_DB",
        expose_value=False,
        callback=_database,
        help="The database file; else HUASHU_DB, else the one in the user's data folder.",
    )
    return speaking(option(command))


def _language(context: click.Context, _option: click.Parameter, chosen: str | None) -> None:
    session: Session = context.obj
    if chosen:
        session.language = chosen


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
