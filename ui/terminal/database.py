"""`db`: is the database sound, where is it, how is it backed up, restored, and opened again with its code."""

import sys
from datetime import datetime
from pathlib import Path

import click

from data.backups import newest_of, restore
from data.files import is_file
from data.opening import recover
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.home import key_path
from ui.terminal.helping import SpokenGroup
from ui.terminal.options import with_database
from ui.terminal.session import the_session
from ui.terminal.typed_lines import typed_lines

_DIFFERS = 1
_QUOTED = 80  # characters of what was typed that a sentence repeats


@click.group(cls=SpokenGroup)
@with_database
def db() -> None:
    """Look after the database."""


@db.command("path")
@with_database
def path_() -> None:
    """Print where the database is."""
    click.echo(the_session().path)


@db.command("check")
@with_database
def check() -> None:
    """Recompute every sum from the trails and compare; check the file. Exit code 1 where something differs."""
    session = the_session()
    with session.book() as book:
        report = book.check()
    for fault in report.faults:
        session.say(fault)
    if not report.right:
        click.get_current_context().exit(_DIFFERS)
    session.say(Sentence("ui.terminal:db_sound", calls=report.calls))


@db.command("backup")
@with_database
def backup() -> None:
    """Make a backup now, and verify it."""
    session = the_session()
    with session.book() as book:
        made = book.back_up(at=now())
    session.say(Sentence("ui.terminal:backed_up", path=made.path))


@db.command("restore")
@with_database
@click.argument("backup", required=False)
def restore_(backup: str | None) -> None:
    """Put BACKUP (by default the newest) in the place of the database, which is set aside and not deleted."""
    session = the_session()
    at = now()
    chosen = _chosen(session.path, backup, at)
    aside = restore(session.path, key_path(session.path), chosen, at=at)
    code = "restored" if aside else "restored_where_nothing_was"
    session.say(Sentence(f"ui.terminal:{code}", backup=chosen, aside=aside))


def _chosen(database: Path, backup: str | None, at: datetime) -> Path:
    """The backup that was named, which has to be a file; the newest where none was."""
    last = newest_of(database, at=at)
    if backup is None:
        if last is None:
            raise Refusal(Sentence("ui.terminal:no_backup", path=database))
        return last.path
    if not backup.strip():
        raise Refusal(Sentence("ui.terminal:no_path", option=Sentence("ui.terminal:value_backup")))
    if not is_file(Path(backup)):
        known = Sentence("ui.terminal:newest_backup", path=last.path) if last else Sentence("ui.terminal:no_backups")
        raise Refusal(Sentence("ui.terminal:backup_not_there", backup=backup[:_QUOTED], known=known))
    return Path(backup)


@db.command("code")
@with_database
def code() -> None:
    """Print the recovery code again, to write it down: whoever has it reads everything."""
    with the_session().book() as book:
        click.echo(book.recovery_code)


@db.command("recover")
@with_database
@click.option("--code", metavar="CODE")
def recover_(code: str | None) -> None:
    """Write the key file anew from the recovery code, once the code has opened the database."""
    session = the_session()
    if code is None:
        session.warn(Sentence("ui.terminal:ask_code"))
        code = next(typed_lines(sys.stdin), "")
    recover(session.path, key_path(session.path), code)
    session.say(Sentence("ui.terminal:recovered", path=session.path))
