"""The terminal's program: every command, and one way to refuse (a sentence on stderr, exit code 2)."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from scripts_library.sentences import Refusal
from ui.terminal import touring
from ui.terminal.calls import calls
from ui.terminal.checking import check
from ui.terminal.customers import customers
from ui.terminal.database import db
from ui.terminal.entries import entries
from ui.terminal.playing import play
from ui.terminal.schema import schema
from ui.terminal.scores import scores
from ui.terminal.session import Session, the_session, with_database
from ui.toured import Toured

REFUSED = 2
_STOPPED = 130


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@with_database
@click.pass_context
def huashu(context: click.Context) -> None:
    """Huashu Coach (话术教练): check and play scripts, read calls and scores. Without a command the window opens."""
    if context.invoked_subcommand is None:
        session = the_session()
        context.exit(session.window(session.database))


for command in (check, play, calls, scores, customers, entries, db, touring.tour, schema):
    huashu.add_command(command)


def run(arguments: Sequence[str], *, window: Callable[[Path | None], int], tour: Callable[[Path, str], Toured]) -> int:
    """Run one command and give its exit code: 0, 1 for problems found, 2 for what was refused.

    `window` opens the window on a database, `tour` plays the tour in it; this room does not know the window.
    """
    session = Session(window, tour)
    try:
        return int(huashu.main(list(arguments), prog_name="huashu", standalone_mode=False, obj=session) or 0)
    except click.ClickException as misused:
        click.echo(" ".join(misused.format_message().split()), err=True)
        return REFUSED
    except Refusal as refusal:
        session.warn(refusal.sentence)
        return REFUSED
    except (click.Abort, KeyboardInterrupt):
        return _STOPPED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; nothing more to say to them
        return REFUSED
