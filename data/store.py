"""The connection to one encrypted database: how it is opened, read, and written in one transaction at a time."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from sqlcipher3 import dbapi2

from data.files import extend, trio
from data.key import Key
from data.refusals import BookDamaged, BookInUse, BookRefusal, DiskFull, ForeignFile, ReadOnly

if TYPE_CHECKING:
    from scripts_library.appraisal_plan import AppraisalPlan
    from scripts_library.release import Release

Row: TypeAlias = tuple[Any, ...]
Parameters: TypeAlias = Sequence[object] | Mapping[str, object]
Error: type[Exception] = dbapi2.DatabaseError

NOT_OURS: int = dbapi2.SQLITE_NOTADB
APPLICATION = 0x48554143  # «HUAC», in the header of every database of ours
_WAITS_SECONDS = 5.0
_LOG_HEADER = 32  # bytes, as those below
_LOG_ROOM = _LOG_HEADER + 1100 * (24 + 4096)  # SQLite begins it anew after the transaction that makes it 1,000 pages
_SHARE = 10  # of what the disk has left, the log takes no more than this part
_TOLD: Mapping[int, type[BookRefusal]] = {
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_IOERR: DiskFull,
    dbapi2.SQLITE_READONLY: ReadOnly,
    dbapi2.SQLITE_PERM: ReadOnly,
    dbapi2.SQLITE_CANTOPEN: ReadOnly,
    dbapi2.SQLITE_BUSY: BookInUse,
    dbapi2.SQLITE_LOCKED: BookInUse,
    dbapi2.SQLITE_CORRUPT: BookDamaged,
    dbapi2.SQLITE_NOTADB: ForeignFile,
}


class Cursor(Protocol):
    """What a statement gives back, as far as we read it."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Row | None: ...
    def fetchall(self) -> list[Row]: ...
    def __iter__(self) -> Iterator[Row]: ...


class Connection(Protocol):
    """The driver's connection, as far as we use it."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Parameters = ..., /) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Parameters], /) -> Cursor: ...
    def close(self) -> None: ...


def connect(path: Path, key: Key) -> Connection:
    """A connection that commits nothing by itself. The file is made if it is not there.

    Raises `Error` with the code `NOT_OURS` where the key does not decrypt it.
    """
    connection: Connection = dbapi2.connect(
        str(path), timeout=_WAITS_SECONDS, isolation_level=None, cached_statements=256
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would print pages' troubles beside our sentence
        connection.execute(f"PRAGMA key = \"x'{key.cipher_key.hex()}{key.mark.hex()}'\"")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = EXTRA")
    except BaseException:
        connection.close()
        raise
    return connection


class Store:
    """One open database. Reads see what is committed; `writing` is one transaction, kept whole or not at all."""

    def __init__(self, path: Path, key: Key, connection: Connection) -> None:
        self.path = path
        self.key = key
        # What never changes is read once: plans by digest, releases by number and by digest. The newest releases hold
        # until there is one with a higher number.
        self.plans: dict[str, AppraisalPlan] = {}
        self.releases: dict[int | str, Release] = {}
        self.newest: tuple[int, tuple[Release, ...]] = (0, ())
        self._connection = connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One write transaction, committed and durable when the block is left; nothing is kept where it fails.

        Raises `DiskFull`, `ReadOnly`, `BookInUse` and `BookDamaged`.
        """
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except Error as error:
            raise told(error, self.path) from error

    def write(self, sql: str, parameters: Parameters) -> int:
        """One statement that is a transaction of its own, durable when this returns; how many rows it wrote.

        Raises what `writing` raises.
        """
        try:
            return self._connection.execute(sql, parameters).rowcount
        except Error as error:
            raise told(error, self.path) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, for questions; what the driver reports becomes its refusal."""
        try:
            yield self._connection
        except Error as error:
            raise told(error, self.path) from error

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """The connection, with all questions answered as of one moment."""
        with self.reading() as db:
            db.execute("BEGIN")
            try:
                yield db
            finally:
                with suppress(Error):  # a damaged page that was read stops even the end; what was found is to be told
                    db.execute("COMMIT")

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a question."""
        with self.reading() as db:
            return db.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a question, if there is one."""
        with self.reading() as db:
            return db.execute(sql, parameters).fetchone()

    def make_room(self) -> None:
        """Give the log, once, all the room that it takes until it begins anew.

        A step that is kept then needs no new room on the disk: it is durable in half the time, and goes on being kept
        when the disk fills up in mid-call. Where the disk has little left, the log grows step by step.
        """
        log = trio(self.path)[1]
        if log.stat().st_size < _LOG_ROOM and shutil.disk_usage(log.parent).free > _LOG_ROOM * _SHARE:
            with suppress(BookRefusal, OSError), self.writing():  # while nobody else can append to it
                if log.stat().st_size >= _LOG_HEADER:  # none of zeros: another program may have emptied the log
                    extend(log, _LOG_ROOM)

    def forget_log(self) -> None:
        """Take the write-ahead log into the file and empty it, so that what was deleted is in neither."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file; what was committed is in it."""
        self._connection.close()


def error_code(error: Exception) -> int:
    """SQLite's own number for what went wrong, without its finer distinctions; 0 where there is none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def told(error: Exception, path: Path) -> Exception:
    """The refusal for what the driver reports, or the error itself where it is a bug of ours."""
    refusal = _TOLD.get(error_code(error))
    return error if refusal is None else refusal(path)
