"""Whether a database file is whole: every page by its checksum, every table and index, every reference."""

from collections.abc import Iterator
from pathlib import Path

from data.files import trio
from data.key import Key
from data.refusals import NotReadable
from data.store import APPLICATION, Connection, Error, connect
from data.wal import lost_steps
from scripts_library.sentences import Sentence

PAGE = 4096
_MOST = 20


def damage_of(path: Path, key: Key) -> tuple[Sentence, ...]:
    """What is wrong with a database file that nobody has open; nothing where it is whole. Reads all of it.

    Raises `NotReadable`, for the log beside it too.
    """
    lost = () if begins_with_mark(path, key) else (Sentence("data:beginning_damaged"),)
    if lost_steps(trio(path)[1]):
        lost = (Sentence("data:log_damaged"), *lost)
    try:
        connection = connect(path, key)
    except Error:
        return (Sentence("data:unreadable"),)
    try:
        return (*lost, *damage_in(connection))
    finally:
        connection.close()


def damage_in(connection: Connection) -> tuple[Sentence, ...]:
    """What is wrong with an open database; nothing where it is whole. Reads all of it through the connection.

    What is found is looked at twice: a page that another program is just writing may look damaged once.
    """
    return _found(connection) and _found(connection)


def begins_with_mark(path: Path, key: Key) -> bool:
    """Whether a file begins as every file of this key does.

    Not to be asked where this program has the file open: closing it again would let go of SQLite's lock.
    Raises `NotReadable`.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(key.mark)) == key.mark
    except PermissionError as error:
        raise NotReadable(path) from error


def is_of_another_key(path: Path, key: Key) -> bool:
    """Whether a file that does not read may be whole with another key: pages of an encrypted file, not of ours."""
    size = path.stat().st_size
    return size > 0 and size % PAGE == 0 and not begins_with_mark(path, key)


def _found(connection: Connection) -> tuple[Sentence, ...]:
    try:
        return tuple(_damage(connection))
    except Error:
        return (Sentence("data:unreadable"),)


def _damage(connection: Connection) -> Iterator[Sentence]:
    if pages := connection.execute("PRAGMA cipher_integrity_check").fetchall():
        yield from (Sentence("data:page_damaged", told=told) for (told,) in pages[:_MOST])
        return  # to read one of them would make all others look damaged
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        yield Sentence("data:not_a_book")
    for (told,) in connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall():
        if told != "ok":
            yield Sentence("data:table_damaged", told=told)
    for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall()[:_MOST]:
        yield Sentence("data:reference_damaged", table=table)
