"""What customers asked for, which no restored backup may take back: to be erased, and not to be called again (G)."""

import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from data.customers import erase, stop, stop_number
from data.files import trio
from data.key import Key
from data.store import Error, Row, connect


@dataclass(frozen=True, slots=True)
class Asked:
    """Customers by id and since when; numbers by the mark that is kept of them."""

    erased: tuple[tuple[bytes, str], ...] = ()
    stopped: tuple[tuple[bytes, str], ...] = ()
    numbers: tuple[tuple[bytes, str], ...] = ()


def asked_of(path: Path, key: Key, folder: Path) -> Asked:
    """What was asked for by the time of a database, as far as it can be read.

    It is read from a copy within a folder: whoever opens a database takes its log into it, and this one may have to be
    looked into.
    """
    if not path.exists():
        return Asked()
    with TemporaryDirectory(dir=folder) as inside:
        copy = Path(inside) / path.name
        for file, copied in zip(trio(path)[:2], trio(copy)[:2], strict=True):
            if file.exists():
                shutil.copyfile(file, copied)
        return Asked(
            _read(copy, key, "SELECT id, erased_at FROM customers WHERE erased_at IS NOT NULL"),
            _read(copy, key, "SELECT id, do_not_call FROM customers WHERE do_not_call IS NOT NULL"),
            _read(copy, key, "SELECT number, since FROM never_call"),
        )


def ask_again(path: Path, key: Key, asked: Asked) -> None:
    """Do in a restored database what was asked for since it was backed up. Raises `Error`."""
    connection = connect(path, key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for number, since in asked.numbers:
            stop_number(connection, number, since)
        for customer, since in asked.stopped:
            stop(connection, customer, since)
        for customer, since in asked.erased:
            erase(connection, customer, since)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what a log would keep is not renamed with the file
    finally:
        connection.close()


def _read(path: Path, key: Key, sql: str) -> tuple[Row, ...]:
    """The rows up to one that cannot be read.

    On a connection of its own, since one that met a damaged page reads nothing any more, of no table.
    """
    rows: list[Row] = []
    with suppress(Error), closing(connect(path, key)) as connection:
        rows.extend(connection.execute(sql))
    return tuple(rows)
