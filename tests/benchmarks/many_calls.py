"""A book with a million calls, made in a minute: one day kept call by call, and a thousand days copied from it."""

import shutil
from datetime import timedelta
from pathlib import Path

from coach.events import Finished, Unanswered
from data.key import read_key
from data.store import Connection, connect
from tests.shipped_calls import new_book, shipped_calls

ANSWERED = 4  # one call in so many; most dials end without a talk
_KNOWN = ("customer.called", "customer.referrer", "customer.phone", "slot_1", "slot_2")
_TABLES = ("calls", "events", "said", "facts", "promises", "sums_by_day", "sums_by_card", "sums_by_release")
_DAYS = ("day", "due_day")
_MOMENTS = ("at", "started_at", "hung_up_at", "due_at", "made_at", "kept_at", "moved_at", "came_at")
_CALLS = ("call", "settled_by")


def one_day(folder: Path, calls: int) -> None:
    """A book with so many calls of one day, kept event by event."""
    folder.mkdir()
    talks = [call for call in shipped_calls() if call.stages[-1].path]
    with new_book(folder) as book:
        for number in range(calls):
            shipped = talks[number // ANSWERED % len(talks)]
            at = shipped.dialled.at
            customer = book.add_customer(name="王伟", phone=f"138{number:08}", at=at)
            names = {name: shipped.names[name] for name in (_KNOWN[:1] if number % ANSWERED else _KNOWN)}
            kept = book.start_call(release=shipped.release, at=at, customer=customer, names=names)
            if number % ANSWERED:
                kept = book.keep(kept, Unanswered(at=at + timedelta(seconds=20), why="no-answer"))
                book.keep(kept, Finished(at=at + timedelta(seconds=22), outcome="no-answer"))
            else:
                for event in shipped.events[1:]:
                    kept = book.keep(kept, event)


def many_days(day: Path, folder: Path, days: int) -> None:
    """A copy of a book with one day, with all of its calls on each of so many days that end with that one."""
    shutil.copytree(day, folder)
    db = connect(folder / "book.db", read_key(folder / "key"))
    for pragma in ("foreign_keys = OFF", "journal_mode = OFF", "synchronous = OFF", "cache_size = -262144"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("BEGIN EXCLUSIVE")
    columns = {table: [row[1] for row in db.execute(f"PRAGMA table_info({table})")] for table in _TABLES}
    for table in _TABLES:
        db.execute(f"CREATE TEMP TABLE the_{table} AS SELECT * FROM {table}")
        db.execute(f"DELETE FROM {table}")
    db.execute("CREATE TEMP TABLE earlier (old BLOB PRIMARY KEY, new BLOB) WITHOUT ROWID")
    for ago in reversed(range(days)):
        _copy(db, columns, ago)
    db.execute("COMMIT")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()


def _copy(db: Connection, columns: dict[str, list[str]], ago: int) -> None:
    """All calls of the one day, so many days earlier, with ids that say so."""
    db.execute("DELETE FROM earlier")
    calls = db.execute("SELECT id FROM the_calls").fetchall()
    db.executemany("INSERT INTO earlier VALUES (?, ?)", [(call, _earlier(call, ago)) for (call,) in calls])
    for table in _TABLES:
        values = ", ".join(_value(table, column, ago) for column in columns[table])
        db.execute(f"INSERT INTO {table} SELECT {values} FROM the_{table} ORDER BY 1, 2")


def _value(table: str, column: str, ago: int) -> str:
    if column in _CALLS or (table, column) == ("calls", "id"):
        return f"(SELECT new FROM earlier WHERE old = {column})"
    if column in _DAYS:
        return f"date({column}, '-{ago} days')"
    if column in _MOMENTS:
        return f"date(substr({column}, 1, 10), '-{ago} days') || substr({column}, 11)"
    return column


def _earlier(call: bytes, ago: int) -> bytes:
    """The id of a call with its moment so many days earlier."""
    first = int.from_bytes(call[:6], "big") - ago * 86_400_000
    return first.to_bytes(6, "big") + call[6:]
