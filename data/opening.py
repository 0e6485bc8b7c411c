"""Making and opening the database file: nothing is ever made or written over a file that is there."""

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from data.damage import PAGE, begins_with_mark
from data.drives import on_network_drive
from data.files import move_into_place, trio
from data.format import MIGRATIONS, applied, bring_up
from data.key import Key, read_key, write_key
from data.refusals import (
    BookDamaged,
    BookExists,
    BookRefusal,
    CodeMistyped,
    CodeWrong,
    DiskFull,
    ForeignFile,
    KeyMissing,
    KeyWrong,
    NetworkDrive,
    NewerBook,
    NoBook,
    NotReadable,
    ReadOnly,
)
from data.store import APPLICATION, NOT_OURS, Connection, Error, Store, connect, error_code, told
from data.wal import lost_steps

_PLAIN = b"SQLite format 3\x00"


def create_store(path: Path, key_file: Path, begin: Callable[[Store], object]) -> Store:
    """Make a new database, with the key of the key file where there is one already, and open it.

    It is made beside its place, with what `begin` keeps in it, and given its name when it is whole.
    Raises `BookExists` (a log that lies there without its database counts as one), `ReadOnly`, `DiskFull`,
    `NetworkDrive`, and `KeyWrong` or `NotReadable` for a key file that was changed or is closed to this user.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnly(path) from error
    _judge_folder(path)
    if any(file.exists() for file in trio(path)):
        raise BookExists(path)
    key = _key_for_new(key_file)
    making = path.with_name(f"{path.name}.making-{secrets.token_hex(4)}")
    try:
        _make(making, key, path, begin)
        making.chmod(0o600)
        move_into_place(making, path)
    except (BookRefusal, OSError) as error:
        raise _why_not_made(path, error) from error
    finally:
        for left in trio(making):
            left.unlink(missing_ok=True)
    for left in path.parent.iterdir():
        if left.name.startswith(f"{path.name}.making-"):  # by programs that were killed, or too late
            left.unlink(missing_ok=True)
    return open_store(path, key_file)


def open_store(path: Path, key_file: Path) -> Store:
    """Open a database that is there, and bring an older form up to ours.

    Raises `NoBook`, `KeyMissing`, `KeyWrong`, `ForeignFile`, `NewerBook`, `BookDamaged`, `NotReadable`, `ReadOnly`,
    `DiskFull`, `BookInUse` and `NetworkDrive`; in each case what is kept is as it was.
    """
    _judge_file(path)
    return _opened(path, usable_key(path, key_file), KeyWrong(path, key_file=key_file))


def usable_key(path: Path, key_file: Path) -> Key:
    """The key of a database.

    Raises `KeyMissing`, `KeyWrong` where the key file was changed, `NotReadable`, and `ReadOnly` where no file can be.
    """
    try:
        return read_key(key_file)
    except FileNotFoundError as error:
        raise KeyMissing(path, key_file=key_file) from error
    except CodeMistyped as error:
        raise KeyWrong(path, key_file=key_file) from error
    except PermissionError as error:
        raise NotReadable(key_file) from error
    except OSError as error:
        raise ReadOnly(key_file) from error


def recover(path: Path, key_file: Path, code: str) -> None:
    """Write the key file anew from the recovery code, once the code has opened the database.

    Raises `CodeMistyped`, `CodeWrong`, and what `open_store` raises for the file itself.
    """
    key = Key.from_code(code)
    _judge_file(path)
    _opened(path, key, CodeWrong(path)).close()
    _write_key(key_file, key)


def _opened(path: Path, key: Key, wrong: KeyWrong | CodeWrong) -> Store:
    marked = begins_with_mark(path, key)
    if marked and lost_steps(trio(path)[1]):
        raise BookDamaged(path)
    try:
        connection = connect(path, key)
        try:
            _judge_content(connection, path, marked=marked)
        except BaseException:
            connection.close()
            raise
    except Error as error:
        if error_code(error) == NOT_OURS:
            raise BookDamaged(path) if marked else wrong from error
        raise told(error, path) from error
    return Store(path, key, connection)


def _judge_content(connection: Connection, path: Path, *, marked: bool) -> None:
    """The file is decrypted; is it whole at its beginning, is it ours, and of a form that we know?"""
    found = connection.execute("PRAGMA application_id").fetchone()
    if not marked:
        raise BookDamaged(path)
    if found != (APPLICATION,):
        raise ForeignFile(path)
    names = applied(connection)
    if not set(names) <= set(MIGRATIONS):
        raise NewerBook(path)
    if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
        raise NetworkDrive(path)
    if len(names) < len(MIGRATIONS):
        bring_up(connection)


def _why_not_made(path: Path, error: BookRefusal | OSError) -> BookRefusal:
    """Another program may have been quicker, whatever became of our own file then."""
    if path.exists():
        return BookExists(path)
    if isinstance(error, BookRefusal):
        return error
    return ReadOnly(path) if isinstance(error, PermissionError) else DiskFull(path)


def _judge_file(path: Path) -> None:
    """What can be said of a file before it is decrypted; a folder or a device is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ForeignFile(path)
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
            size = file.seek(0, os.SEEK_END)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoBook(path) from error
    except PermissionError as error:
        raise NotReadable(path) from error
    except OSError as error:
        raise ReadOnly(path) from error
    if head == _PLAIN or size < PAGE:
        raise ForeignFile(path)
    _judge_folder(path)
    if not os.access(path, os.W_OK):
        raise ReadOnly(path)


def _judge_folder(path: Path) -> None:
    if on_network_drive(path.parent):
        raise NetworkDrive(path)
    if not os.access(path.parent, os.W_OK):
        raise ReadOnly(path)


def _key_for_new(key_file: Path) -> Key:
    """The key file's key, so that earlier backups stay readable, else a fresh one, or that of who was quicker."""
    try:
        return usable_key(key_file, key_file)
    except KeyMissing:
        with suppress(FileExistsError):
            _write_key(key_file, Key.fresh(), over=False)
    return usable_key(key_file, key_file)


def _write_key(key_file: Path, key: Key, *, over: bool = True) -> None:
    try:
        write_key(key_file, key, over=over)
    except FileExistsError:
        raise
    except OSError as error:
        raise ReadOnly(key_file) from error


def _make(making: Path, key: Key, path: Path, begin: Callable[[Store], object]) -> None:
    try:
        connection = connect(making, key)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            bring_up(connection)
            store = Store(path, key, connection)
            begin(store)
            store.forget_log()  # closing would do so too, and say nothing of a disk that is full
        finally:
            connection.close()
    except Error as error:
        raise told(error, path) from error
