"""Run by tests that need a program of its own: one without any rights, or one whose disk is full."""

import os
import resource
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from coach.events import Answered, Finished, Heard, HungUp, Noted
from data.book import Book
from data.files import trio
from data.kept_call import KeptCall
from data.refusals import DiskFull
from scripts_library.sentences import Refusal
from tests.data.floor import Files, begun, later
from tests.strategies.small import at

NOBODY = 65534


def without_rights() -> None:
    """Become a user whom the modes of files stop; root is stopped by none."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def open_without_rights(folder: Path) -> None:
    """Open the book of a folder. It was opened once before, so that whatever Python loads late is there."""
    files = Files.under(folder)
    files.open().close()
    without_rights()
    files.open().close()


def open_beside_a_closed_log(folder: Path) -> None:
    """Open the book of a folder where a log lies that this user may not read."""
    files = Files.under(folder)
    files.open().close()
    log = trio(files.path)[1]
    log.touch()
    log.chmod(0o000)
    without_rights()
    files.open().close()


def back_up_into_a_closed_folder(folder: Path) -> None:
    """Make a backup where this user may not enter the folder of the backups."""
    files = Files.under(folder)
    with files.open() as book:
        book.back_up(at=at(0)).path.parent.chmod(0o000)
    without_rights()
    with files.open() as book:
        book.back_up(at=at(60))


def restore_without_rights(folder: Path) -> None:
    """Restore the newest backup, which this user may not read."""
    from data.backups import backups_of, restore

    files = Files.under(folder)
    files.open().close()
    (backup,) = backups_of(files.path)
    backup.path.chmod(0o000)
    without_rights()
    restore(files.path, files.key, backup.path, at=at(60))


def create_without_rights(folder: Path) -> None:
    """Make a book in a folder."""
    without_rights()
    Files.under(folder).create()[0].close()


def recover_without_rights(folder: Path) -> None:
    """Write the key file of a folder anew."""
    from data.opening import recover

    files = Files.under(folder)
    code = files.key.read_text()
    without_rights()
    recover(files.path, files.key, code)


def create_on_a_full_disk(folder: Path) -> None:
    """Make a book where no file may have more than some pages."""
    _no_file_above(40_000)
    Files.under(folder).create()[0].close()


def create_where_only_the_log_has_room(folder: Path) -> None:
    """Make a book whose log is written whole, on a disk that then has no room to take it into the file."""
    from data.opening import create_store

    files = Files.under(folder)
    create_store(files.path, files.key, begin=lambda _store: _no_file_above(2 * 4096))


def back_up_on_a_full_disk(folder: Path) -> None:
    """Make a backup where no file may have more than some pages."""
    with Files.under(folder).open() as book:
        _no_file_above(40_000)
        book.back_up(at=at(0))


def back_up(folder: Path) -> None:
    """Make a backup."""
    with Files.under(folder).open() as book:
        book.back_up(at=at(60))


def restore_the_newest(folder: Path) -> None:
    """Restore the newest backup."""
    from data.backups import backups_of, restore

    files = Files.under(folder)
    restore(files.path, files.key, backups_of(files.path)[0].path, at=at(60))


def restore_on_a_full_disk(folder: Path) -> None:
    """Restore a backup where no file may have more than some pages."""
    _no_file_above(40_000)
    restore_the_newest(folder)


def play_on_a_full_disk(folder: Path) -> None:
    """Play calls while the room for the log ends at every page in turn; says what was refused, and what was kept."""
    files = Files.under(folder)
    refused: dict[str, int] = {}
    with files.open() as book:
        customer = book.customers()[0]
        for number in range(96):
            room = trio(files.path)[1].stat().st_size + 4120 * (number % 24) + 2000
            kept: KeptCall | None = None
            _no_file_above(room)
            try:
                doing = "start_call"
                kept = begun(book, customer=customer, at=at(number * 600))
                for event in (
                    Answered(at=later(kept, 8)),
                    Heard(at=later(kept, 17), reply=1),
                    Noted(at=later(kept, 18), text="说话很快 " * 200),
                    HungUp(at=later(kept, 50), by="customer"),
                ):
                    doing = "keep"
                    kept = book.keep(kept, event)
                doing = "finish"
                kept = book.keep(kept, Finished(at=later(kept, 60), outcome="refused"))
            except DiskFull:
                refused[doing] = refused.get(doing, 0) + 1
            _no_file_above(resource.RLIM_INFINITY)
            _goes_on(book, kept)
        _say(*(f"{doing}={times}" for doing, times in refused.items()))


def _goes_on(book: Book, kept: KeptCall | None) -> None:
    """With room again the call stands where it stood, and is finished."""
    assert book.open_calls() == (() if kept is None or kept.call.phase == "finished" else (kept,))
    if kept is not None and kept.call.phase != "finished":
        if kept.call.phase != "hung_up":
            if kept.call.phase == "dialling":
                kept = book.keep(kept, Answered(at=later(kept, 1)))
            kept = book.keep(kept, HungUp(at=later(kept, 1), by="agent"))
        book.keep(kept, Finished(at=later(kept, 1), outcome="refused"))


def _no_file_above(size: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))


def _say(*words: str) -> None:
    sys.stdout.write(f"{' '.join(words)}\n")


COMMANDS: Mapping[str, Callable[[Path], None]] = {
    does.__name__: does
    for does in (
        open_without_rights,
        open_beside_a_closed_log,
        restore_without_rights,
        create_without_rights,
        recover_without_rights,
        create_on_a_full_disk,
        create_where_only_the_log_has_room,
        back_up_on_a_full_disk,
        back_up,
        back_up_into_a_closed_folder,
        restore_the_newest,
        restore_on_a_full_disk,
        play_on_a_full_disk,
    )
}


if __name__ == "__main__":  # the last line says what happened: the code of the refusal's sentence, or `done`
    try:
        COMMANDS[sys.argv[1]](Path(sys.argv[2]))
    except Refusal as refusal:
        _say(refusal.sentence.code)
    else:
        _say("done")
