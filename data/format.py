"""The kept form that this version knows, by the names of its migrations; read without loading sqlite-utils."""

from collections.abc import Sequence
from typing import Any

from data.store import Connection

MIGRATIONS: Sequence[str] = ("m001_book",)


def applied(connection: Connection) -> tuple[str, ...]:
    """The names of the migrations that a database has gone through, in their order."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone() is None:
        return ()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'book' ORDER BY id")
    return tuple(name for (name,) in rows)


def bring_up(connection: Connection) -> None:
    """Apply what is due. sqlite-utils is loaded only here."""
    from sqlite_utils import Database

    from data.migrations import migrations

    driver: Any = connection  # sqlite-utils names the type of Python's own driver and takes any that behaves like it
    migrations.apply(Database(driver, recursive_triggers=False, execute_plugins=False))
