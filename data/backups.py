"""Backups: whole encrypted copies, opened and checked before they count, thinned as they age; and restoring one."""

import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from time import time

from data.asked import ask_again, asked_of
from data.damage import damage_of, is_of_another_key
from data.files import copy_into_place, in_use, is_file, last_aside, set_aside, sync_file, sync_folder, trio
from data.key import Key
from data.opened import Opened
from data.opening import usable_key
from data.refusals import BackupBad, BookInUse, DiskFull, KeyWrong, ReadOnly
from data.store import Error, connect, told

_EVERY = timedelta(hours=1)
_STAMP = "%Y%m%dT%H%M%SZ"
# How many of the newest hours, days and weeks keep their last backup.
_HOURS, _DAYS, _WEEKS = 24, 14, 8


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified backup: its file, when it was made (UTC) and its size in bytes."""

    path: Path
    at: datetime
    size: int


class Backups(Opened):
    """The backups of this book, beside it in `backups`."""

    def backups(self) -> tuple[Backup, ...]:
        """The backups that there are, the newest first."""
        return backups_of(self._store.path)

    def back_up(self, *, at: datetime) -> Backup:
        """Make a backup now. Raises `BookDamaged` where the book does not read whole, and `DiskFull`, `ReadOnly`."""
        return back_up(self._store.path, self._store.key, at=at)

    def backup_if_due(self, *, at: datetime) -> Backup | None:
        """Make the hourly backup where the last one is an hour old; None where it is not due yet."""
        last = next((one for one in self.backups() if one.at <= at), None)
        if last is not None and at - last.at < _EVERY:
            return None
        return self.back_up(at=at)


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The backups of a database, the newest first; also where the database itself is gone."""
    begins, ends = f"{path.stem}-", path.suffix
    found = []
    for file in _inside(_folder(path)):
        if file.name.startswith(begins) and file.name.endswith(ends):
            with suppress(ValueError, FileNotFoundError):  # a file of somebody else, or one that was thinned meanwhile
                at = datetime.strptime(file.name.removeprefix(begins).removesuffix(ends), _STAMP).replace(tzinfo=UTC)
                found.append(Backup(file, at, file.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))


def newest_of(path: Path, *, at: datetime) -> Backup | None:
    """The newest backup by a moment, as far as dates can be believed.

    One that is dated ahead was made while the clock was wrong, and may be old: it is the newest only where all are.
    """
    backups = backups_of(path)
    return next((one for one in backups if one.at <= at), next(iter(backups), None))


def back_up(path: Path, key: Key, *, at: datetime) -> Backup:
    """Copy a database as it stands at this moment, check the copy, give it its name, and thin the older ones.

    It opens a connection of its own, so that it may run in a thread of its own.
    """
    folder = _folder(path)
    moment = at.astimezone(UTC).replace(microsecond=0)
    kept = folder / f"{path.stem}-{moment:{_STAMP}}{path.suffix}"
    fresh = folder / f"{path.stem}-{moment:{_STAMP}}.{token_hex(8)}.part"  # another may be made in the same second
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:  # a file of that name is in the way, or the folder above may not be written
        raise ReadOnly(folder) from error
    try:
        _sweep(path)
        _copy(path, key, fresh)
        fresh.chmod(0o600)
        sync_file(fresh)
        if damage_of(fresh, key):
            raise BackupBad(fresh)
        size = fresh.stat().st_size
        fresh.replace(kept)
        sync_folder(folder)
    except PermissionError as error:
        raise ReadOnly(folder) from error
    except OSError as error:
        raise DiskFull(folder) from error
    finally:
        for left in _parts(fresh):
            with suppress(OSError):  # where the folder is closed to us nothing was left
                left.unlink()
    _thin(path, at)
    return Backup(kept, moment, size)


def restore(path: Path, key_file: Path, backup: Path, *, at: datetime) -> Path | None:
    """Put a backup in the place of a database that is closed, damaged or gone.

    What was there is set aside, its log with it, and never deleted; where it lies now, or None where nothing was.
    Who asked to be erased or not to be called since the backup is erased and not called, as far as it can be read.
    Raises `KeyMissing`, `KeyWrong`, `BackupBad`, `BookInUse` where a program still writes to the database,
    `NotReadable`, `ReadOnly`, `DiskFull`; nothing has been moved then.
    """
    key = usable_key(path, key_file)
    if not is_file(backup):
        raise BackupBad(backup)
    if damage_of(backup, key):
        raise KeyWrong(backup, key_file=key_file) if is_of_another_key(backup, key) else BackupBad(backup)
    _needs_closed(path)
    try:
        # In a folder of its own, so that no journal of a restoring that was killed can reach into this one.
        with TemporaryDirectory(prefix=_restoring(path), dir=path.parent, ignore_cleanup_errors=True) as folder:
            arrived = Path(folder) / path.name
            copy_into_place(backup, arrived)
            # One that is not there may have been set aside by a restoring that was killed.
            before = path if path.exists() else last_aside(path) or path
            ask_again(arrived, key, asked_of(before, key, Path(folder)))
            if damage_of(arrived, key):
                raise BackupBad(backup)
            _needs_closed(path)  # it may have been opened meanwhile
            aside = set_aside(path, at) if any(file.exists() for file in trio(path)) else None
            arrived.rename(path)
        sync_folder(path.parent)
    except Error as error:
        raise told(error, path) from error
    except PermissionError as error:
        raise ReadOnly(path) from error
    except OSError as error:
        raise DiskFull(path) from error
    for left in _inside(path.parent):
        if left.name.startswith(_restoring(path)):  # by programs that were killed
            shutil.rmtree(left, ignore_errors=True)
    return aside


def kept_of(moments: Iterable[datetime]) -> set[datetime]:
    """Which backups stay: the last of each of the newest 24 hours, 14 days and 8 weeks that have one."""
    newest_first = sorted(moments, reverse=True)
    stay: set[datetime] = set()
    for pattern, most in (("%Y-%m-%d %H", _HOURS), ("%Y-%m-%d", _DAYS), ("%G-%V", _WEEKS)):
        last_of: dict[str, datetime] = {}
        for moment in newest_first:
            last_of.setdefault(f"{moment:{pattern}}", moment)
        stay.update(list(last_of.values())[:most])
    return stay


def _folder(path: Path) -> Path:
    return path.parent / "backups"


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, as far as it is there and may be read."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _restoring(path: Path) -> str:
    return f"{path.name}.restoring-"


def _needs_closed(path: Path) -> None:
    if in_use(path):
        raise BookInUse(path)


def _copy(path: Path, key: Key, fresh: Path) -> None:
    try:
        connection = connect(path, key)
        try:
            connection.execute("VACUUM INTO ?", (str(fresh),))
        finally:
            connection.close()
    except Error as error:
        raise told(error, path) from error


def _parts(fresh: Path) -> tuple[Path, ...]:
    """A backup that is being made, and what SQLite may keep beside it."""
    return *trio(fresh), fresh.with_name(f"{fresh.name}-journal")


def _sweep(path: Path) -> None:
    """Delete what backups that were killed have left: in it are also those who have been erased since."""
    left = re.compile(rf"{re.escape(path.stem)}-\d{{8}}T\d{{6}}Z\.[0-9a-f]{{16}}\.part(-wal|-shm|-journal)?")
    for file in _inside(_folder(path)):
        if left.fullmatch(file.name):
            with suppress(OSError):
                if abs(time() - file.stat().st_mtime) > _EVERY.total_seconds():  # not one that is being made now
                    file.unlink()


def _thin(path: Path, at: datetime) -> None:
    backups = [backup for backup in backups_of(path) if backup.at <= at]
    stay = kept_of(backup.at for backup in backups)
    for backup in backups:
        if backup.at not in stay:
            with suppress(OSError):  # gone meanwhile, or open in another program: the next backup thins again
                backup.path.unlink()
