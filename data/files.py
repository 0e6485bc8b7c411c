"""The files of a database: the one that holds it, the two that SQLite keeps beside it, and how they are moved."""

import errno
import os
import re
import shutil
import sys
from datetime import datetime
from pathlib import Path

_HELD = 128  # the byte of the log's index that every open connection locks


def trio(path: Path) -> tuple[Path, Path, Path]:
    """The database file, its write-ahead log and the log's index. They belong together and move together."""
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def is_file(path: Path) -> bool:
    """Whether there is such a file, as far as anybody may know: the folder may be one that this user cannot read."""
    try:
        return path.is_file()
    except OSError:
        return False


def in_use(path: Path) -> bool:
    """Whether a program has the database open: each holds a lock on the log's index as long as it does.

    Windows does not move a file that is open, and needs no asking.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        with trio(path)[2].open("rb+") as index:
            fcntl.lockf(index, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _HELD)
    except FileNotFoundError:
        return False
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EAGAIN)
    return False


def set_aside(path: Path, at: datetime) -> Path:
    """Move the whole trio to a name that says when, so that no stale log can reach into a new file; nothing is deleted.

    Where the file now lies, and where a second file of the same moment would.
    """
    stamp = f"{at:%Y%m%dT%H%M%S}"
    aside = path.with_name(f"{path.name}.set-aside-{stamp}")
    number = 1
    while any(file.exists() for file in trio(aside)):
        number += 1
        aside = path.with_name(f"{path.name}.set-aside-{stamp}-{number}")
    for file, moved in zip(trio(path), trio(aside), strict=True):
        if file.exists():
            file.rename(moved)
    sync_folder(path.parent)
    return aside


def last_aside(path: Path) -> Path | None:
    """What was set aside last of a database; None where nothing was."""
    set_aside_at = re.compile(rf"{re.escape(path.name)}\.set-aside-(\d{{8}}T\d{{6}})(?:-(\d+))?")
    found = {}
    for file in path.parent.iterdir():
        named = set_aside_at.fullmatch(file.name)
        if named is not None:
            found[named[1], int(named[2] or 1)] = file
    return found[max(found)] if found else None


def copy_into_place(source: Path, path: Path) -> None:
    """A whole copy under its name, or no file at all; refuses with `FileExistsError` to replace one."""
    fresh = path.with_name(f"{path.name}.copying")
    try:
        with source.open("rb") as read, fresh.open("wb") as written:
            shutil.copyfileobj(read, written)
            written.flush()
            os.fsync(written.fileno())
        fresh.chmod(0o600)
        move_into_place(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def move_into_place(fresh: Path, path: Path) -> None:
    """Give a finished file its name; raises `FileExistsError` where another has come to be there."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        fresh.rename(path)
    else:
        fresh.unlink()
    sync_folder(path.parent)


def extend(path: Path, size: int) -> None:
    """Make a file so large, with zeros that are on the disk, so that to write there later takes no new room."""
    with path.open("rb+") as file:
        there = file.seek(0, os.SEEK_END)
        file.write(bytes(size - there))
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path) -> None:
    """Make the content of a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does that by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
