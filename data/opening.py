"""Making and opening the database file: nothing is ever made or written over a file that is there."""

import os
from pathlib import Path

from data.drives import on_network_drive
from data.format import MIGRATIONS, applied, bring_up
from data.key import Key, read_key, sync_folder, write_key
from data.refusals import (
    BookDamaged,
    BookExists,
    CodeMistyped,
    CodeWrong,
    ForeignFile,
    KeyMissing,
    KeyWrong,
    NetworkDrive,
    NewerBook,
    NoBook,
    ReadOnly,
)
from data.store import APPLICATION, NOT_OURS, Connection, Error, Store, connect, error_code, told

_PLAIN = b"SQLite format 3\x00"
_PAGE = 4096


def create_store(path: Path, key_file: Path) -> Store:
    """Make a new database, with the key of the key file where there is one already, and open it.

    It is made beside its place and moved there when it is whole. Raises `BookExists`, `ReadOnly`, `DiskFull`,
    `NetworkDrive`, and `KeyWrong` where the key file cannot be read.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _judge_folder(path)
    if path.exists():
        raise BookExists(path)
    key = _key_for_new(key_file)
    making = path.with_name(f"{path.name}.making")
    for left in _trio(making):
        left.unlink(missing_ok=True)
    try:
        _make(making, key)
        making.chmod(0o600)
        os.link(making, path)  # refuses, where a rename would replace what has come there meanwhile
        sync_folder(path.parent)
    except FileExistsError as error:
        raise BookExists(path) from error
    finally:
        for left in _trio(making):
            left.unlink(missing_ok=True)
    return open_store(path, key_file)


def open_store(path: Path, key_file: Path) -> Store:
    """Open a database that is there, and bring an older form up to ours.

    Raises `NoBook`, `KeyMissing`, `KeyWrong`, `ForeignFile`, `NewerBook`, `BookDamaged`, `ReadOnly`, `DiskFull`,
    `BookInUse` and `NetworkDrive`; in each case the file is as it was.
    """
    _judge_file(path)
    try:
        key = read_key(key_file)
    except FileNotFoundError as error:
        raise KeyMissing(path, key_file=key_file) from error
    except CodeMistyped as error:
        raise KeyWrong(path, key_file=key_file) from error
    except PermissionError as error:
        raise ReadOnly(key_file) from error
    return _opened(path, key, KeyWrong(path, key_file=key_file))


def recover(path: Path, key_file: Path, code: str) -> None:
    """Write the key file anew from the recovery code, once the code has opened the database.

    Raises `CodeMistyped`, `CodeWrong`, and what `open_store` raises for the file itself.
    """
    _judge_file(path)
    key = Key.from_code(code)
    _opened(path, key, CodeWrong(path)).close()
    try:
        write_key(key_file, key)
    except OSError as error:
        raise ReadOnly(key_file) from error


def _opened(path: Path, key: Key, wrong: KeyWrong | CodeWrong) -> Store:
    marked = _begins_with(path, key.mark)
    connection = connect(path, key)
    try:
        store = Store(path, key, connection)
        _judge_content(connection, path, marked=marked)
    except Error as error:
        connection.close()
        if error_code(error) == NOT_OURS:
            raise BookDamaged(path) if marked else wrong from error
        raise told(error, path) from error
    except BaseException:
        connection.close()
        raise
    return store


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
    if len(names) < len(MIGRATIONS):
        bring_up(connection)


def _judge_file(path: Path) -> None:
    """What can be said of a file before it is decrypted."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
            size = file.seek(0, os.SEEK_END)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoBook(path) from error
    except OSError as error:
        raise ReadOnly(path) from error
    if head == _PLAIN or size < _PAGE:
        raise ForeignFile(path)
    _judge_folder(path)
    if not os.access(path, os.W_OK):
        raise ReadOnly(path)


def _judge_folder(path: Path) -> None:
    if on_network_drive(path.parent):
        raise NetworkDrive(path)
    if not os.access(path.parent, os.W_OK):
        raise ReadOnly(path)


def _begins_with(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def _key_for_new(key_file: Path) -> Key:
    """The key file's key, so that earlier backups stay readable, else a fresh one."""
    try:
        return read_key(key_file)
    except FileNotFoundError:
        key = Key.fresh()
    except CodeMistyped as error:
        raise KeyWrong(key_file, key_file=key_file) from error
    try:
        write_key(key_file, key)
    except OSError as error:
        raise ReadOnly(key_file) from error
    return key


def _make(path: Path, key: Key) -> None:
    try:
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            bring_up(connection)
        finally:
            connection.close()
    except Error as error:
        raise told(error, path) from error


def _trio(path: Path) -> tuple[Path, Path, Path]:
    """The file of a database and the two that SQLite keeps beside it."""
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
