"""The terminal's program: every command, and one way to refuse (a sentence on stderr, exit code 2)."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

import click

from data.refusals import KeyMissing, KeyWrong
from scripts_library.sentences import Refusal, Sentence
from ui.terminal.calls import calls
from ui.terminal.checking import check
from ui.terminal.customers import customers
from ui.terminal.database import db
from ui.terminal.entries import entries
from ui.terminal.helping import SpokenGroup
from ui.terminal.misuse import misuse
from ui.terminal.options import language_of, with_database
from ui.terminal.playing import play
from ui.terminal.schema import schema
from ui.terminal.scores import scores
from ui.terminal.session import Session, the_session
from ui.terminal.touring import tour
from ui.terminal.typed_lines import is_text
from ui.toured import Toured

REFUSED = 2
STOPPED = 130


@click.group(cls=SpokenGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@with_database
@click.pass_context
def huashu(context: click.Context) -> None:
    """Open the window where no command is typed."""
    if context.invoked_subcommand is None:
        session = the_session()
        context.exit(session.window(session.database))


for command in (check, play, calls, scores, customers, entries, db, tour, schema):
    huashu.add_command(command)


def run(arguments: Sequence[str], *, window: Callable[[Path | None], int], tour: Callable[[Path, str], Toured]) -> int:
    """Run one command and give its exit code: 0, 1 for problems found, 2 for what was refused.

    `window` opens the window on a database, `tour` plays the tour in it; this room does not know the window.
    """
    session = Session(window, tour)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a sign that this terminal has not is a question mark, no traceback
    try:
        return _run([_as_text(argument) for argument in arguments], session)
    except (click.Abort, KeyboardInterrupt):
        session.warn(Sentence("ui.terminal:stopped"))
        return STOPPED
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        _let_go(sys.stdout)
        try:
            if error.errno == errno.ENOSPC:  # else whoever read us has gone, and there is nothing more to say to them
                session.warn(Sentence("ui.terminal:output_full"))
        except OSError:
            _let_go(sys.stderr)
        return REFUSED


def _let_go(stream: TextIO | None) -> None:
    """What could not be written would be tried again as the program ends, and complained about."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _run(arguments: list[str], session: Session) -> int:
    """One command, with what it refuses told. Click's own `main` would speak for itself, and not in one sentence."""
    session.language = language_of(arguments) or session.language
    try:
        _judge(arguments)
        with huashu.make_context("main.py", arguments, obj=session) as context:
            huashu.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as mistake:
        session.warn(misuse(mistake))
        return REFUSED
    except (KeyMissing, KeyWrong) as locked:
        session.warn(Sentence("ui.terminal:use_recover", why=locked.sentence))
        return REFUSED
    except Refusal as refusal:
        session.warn(refusal.sentence)
        return REFUSED
    return 0


def _as_text(argument: str) -> str:
    """An argument as it was typed: without a locale Python takes it for bytes, though every terminal writes UTF-8."""
    try:
        return os.fsencode(argument).decode()
    except ValueError:
        return argument


def _judge(arguments: Iterable[str]) -> None:
    """What is no text in any writing can be the name of a file, and nothing else."""
    for argument in arguments:
        if not is_text(argument) and not Path(argument).exists():
            raise Refusal(Sentence("ui.terminal:no_text"))
