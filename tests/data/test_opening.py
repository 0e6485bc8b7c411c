"""Making and opening a book: each refusal in its sentence, and nothing that is there ever touched."""

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from data.book import Book
from data.damage import damage_of
from data.drives import file_system, on_network_drive
from data.files import trio
from data.key import Key, read_key, write_key
from data.opening import recover
from data.refusals import (
    BookDamaged,
    BookExists,
    BookInUse,
    CodeMistyped,
    CodeWrong,
    ForeignFile,
    KeyMissing,
    KeyWrong,
    NetworkDrive,
    NewerBook,
    NoBook,
    NotFound,
)
from data.store import connect
from scripts_library.sentences import Refusal
from tests.data.floor import OWNER, Files
from tests.data.in_a_child import NOBODY
from tests.strategies.small import BEGINS

InAChild = Callable[..., list[str]]


@pytest.fixture
def closed(files: Files) -> Files:
    """The files of a book that nobody has open."""
    book, _ = files.create()
    book.close()
    return files


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte for byte."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@contextmanager
def refused(files: Files, refusal: type[Refusal]) -> Iterator[None]:
    """What happens inside is refused, in a sentence of both languages, and leaves every file as it was."""
    folder = files.path.parent.parent
    before = held(folder)
    with pytest.raises(refusal) as caught:
        yield
    assert held(folder) == before
    for language in ("en", "zh"):
        assert len(caught.value.sentence.in_language(language)) > 10


def test_a_new_book_is_opened_as_its_owner(files: Files) -> None:
    book, code = files.create()
    with book:
        assert (book.me.name, book.me.role) == (OWNER, "owner")
        assert book.recovery_code == code
        assert Key.from_code(code) == read_key(files.key)
    with files.open() as again:
        assert again.me == book.me


def test_the_files_are_this_users_alone(closed: Files) -> None:
    assert stat.S_IMODE(closed.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(closed.key.stat().st_mode) == 0o600


def test_the_book_is_kept_as_it_was_designed(book: Book) -> None:
    def pragma(name: str) -> object:
        row = book._store.row(f"PRAGMA {name}")
        return None if row is None else row[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 3  # EXTRA
    assert pragma("foreign_keys") == 1
    assert pragma("secure_delete") == 1
    assert pragma("application_id") == 0x48554143
    version = str(pragma("cipher_version"))
    assert version.startswith("4.")


def test_every_table_is_strict(book: Book) -> None:
    tables = book._store.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    ours = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite_"))}
    assert len(ours) > 15
    assert set(ours.values()) == {1}


def test_nothing_is_readable_without_the_key(files: Files) -> None:
    book, _ = files.create()
    with book:
        book.add_customer(name="欧阳明月", phone="13812345678", at=BEGINS)
        content = b"".join(file.read_bytes() for file in trio(files.path) if file.exists())
    assert not content.startswith(b"SQLite format 3")
    for word in ("欧阳明月".encode(), b"13812345678", b"CREATE TABLE", OWNER.encode()):
        assert word not in content


def test_a_book_is_never_made_over_another(closed: Files) -> None:
    with refused(closed, BookExists):
        Book.create(closed.path, closed.key, owner=OWNER, at=BEGINS)


def test_a_book_is_never_made_beside_a_log_that_lost_its_file(closed: Files) -> None:
    # The log would reach into the new file.
    trio(closed.path)[0].rename(closed.path.with_name("elsewhere.db"))
    trio(closed.path)[1].write_bytes(b"a log")
    with refused(closed, BookExists):
        Book.create(closed.path, closed.key, owner=OWNER, at=BEGINS)


def test_a_new_book_takes_the_key_that_is_there(closed: Files) -> None:
    closed.path.unlink()
    key = closed.key.read_bytes()
    book, _ = closed.create()
    book.close()
    assert closed.key.read_bytes() == key


def test_what_an_interrupted_creation_left_is_no_book(files: Files) -> None:
    files.path.parent.mkdir(parents=True)
    left = files.path.with_name("book.db.making-abcd")
    left.write_bytes(b"half of it")
    with pytest.raises(NoBook):
        files.open()
    book, _ = files.create()
    book.close()
    assert not left.exists()


def test_no_book(files: Files) -> None:
    files.path.parent.mkdir(parents=True)
    with refused(files, NoBook):
        files.open()


def test_key_missing_then_recovered(files: Files) -> None:
    book, code = files.create()
    book.close()
    files.key.unlink()
    with refused(files, KeyMissing):
        files.open()
    recover(files.path, files.key, code.lower().replace("-", " "))
    assert stat.S_IMODE(files.key.stat().st_mode) == 0o600
    files.open().close()


def test_key_wrong_then_recovered(files: Files) -> None:
    book, code = files.create()
    book.close()
    write_key(files.key, Key.fresh())
    with refused(files, KeyWrong):
        files.open()
    recover(files.path, files.key, code)
    files.open().close()


def test_key_file_changed(closed: Files) -> None:
    closed.key.write_text("hello")
    with refused(closed, KeyWrong):
        closed.open()
    closed.path.unlink()
    with refused(closed, KeyWrong):
        Book.create(closed.path, closed.key, owner=OWNER, at=BEGINS)


def test_a_code_of_another_book_does_not_touch_the_key(closed: Files) -> None:
    with refused(closed, CodeWrong):
        recover(closed.path, closed.key, Key.fresh().recovery_code)


def test_a_mistyped_code_does_not_touch_the_key(closed: Files) -> None:
    with refused(closed, CodeMistyped):
        recover(closed.path, closed.key, read_key(closed.key).recovery_code[:-1])


def test_a_book_of_a_newer_form_is_left_alone(closed: Files) -> None:
    connection = connect(closed.path, read_key(closed.key))
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('book', 'm999_of_tomorrow', '')"
    )
    connection.close()
    with refused(closed, NewerBook):
        closed.open()


def _plain_sqlite(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text)")
    other.commit()
    other.close()


@pytest.mark.parametrize(
    "make",
    [
        _plain_sqlite,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"a shopping list\n"),
    ],
)
def test_a_foreign_file_is_left_alone(closed: Files, make: Callable[[Path], Any]) -> None:
    make(closed.path)
    with refused(closed, ForeignFile):
        closed.open()
    with refused(closed, ForeignFile):
        recover(closed.path, closed.key, read_key(closed.key).recovery_code)


def test_a_file_that_no_key_of_ours_wrote_asks_for_the_code(closed: Files) -> None:
    # A photo, or a book of another key: they cannot be told apart, and neither is touched.
    closed.path.write_bytes(b"\x89PNG" + bytes(range(256)) * 64)
    with refused(closed, KeyWrong):
        closed.open()


def test_a_database_of_our_key_that_is_no_book_is_left_alone(closed: Files) -> None:
    closed.path.unlink()
    connection = connect(closed.path, read_key(closed.key))
    connection.execute("CREATE TABLE other (text)")
    connection.close()
    with refused(closed, ForeignFile):
        closed.open()


def test_a_damaged_first_page_is_told_from_a_wrong_key(closed: Files) -> None:
    content = bytearray(closed.path.read_bytes())
    content[100] ^= 1
    closed.path.write_bytes(content)
    with refused(closed, BookDamaged):
        closed.open()


def test_damaged_first_bytes_are_noticed(closed: Files) -> None:
    # They are only the mark: everything behind them still reads.
    content = bytearray(closed.path.read_bytes())
    content[3] ^= 1
    closed.path.write_bytes(content)
    with refused(closed, BookDamaged):
        closed.open()
    assert damage_of(closed.path, read_key(closed.key))


def test_a_folder_is_no_book(files: Files) -> None:
    files.path.mkdir(parents=True)
    write_key(files.key, Key.fresh())
    with refused(files, ForeignFile):
        files.open()


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_no_book_and_nobody_waits_for_it(files: Files) -> None:
    files.path.parent.mkdir(parents=True)
    os.mkfifo(files.path)
    with refused(files, ForeignFile):
        files.open()


def test_nobody_of_that_name(closed: Files) -> None:
    with refused(closed, NotFound):
        closed.open("王二")


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that every user of the machine can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def _given_away(folder: Path, mode: int) -> None:
    """All files to the user without rights, all folders with this mode."""
    for place in (folder, *folder.rglob("*")):
        if os.geteuid() == 0:
            os.chown(place, NOBODY, NOBODY)
        if place.is_dir():
            place.chmod(mode)


def test_a_read_only_folder(reachable: Path, in_a_child: InAChild) -> None:
    Files.under(reachable).create()[0].close()
    _given_away(reachable, 0o755)
    try:
        assert in_a_child("open_without_rights", reachable) == ["done"]  # the control: with permission it opens
        before = held(reachable)
        _given_away(reachable, 0o555)
        assert in_a_child("open_without_rights", reachable) == ["data:read_only"]
        assert held(reachable) == before
    finally:
        _given_away(reachable, 0o755)


def test_a_folder_of_backups_that_cannot_be_entered(reachable: Path, in_a_child: InAChild) -> None:
    Files.under(reachable).create()[0].close()
    _given_away(reachable, 0o755)
    backups = reachable / "data" / "backups"
    try:
        assert in_a_child("back_up_into_a_closed_folder", reachable) == ["data:read_only"]
    finally:
        backups.chmod(0o755)
    assert len(list(backups.iterdir())) == 1  # the one that was made while it was open


def test_a_read_only_file(reachable: Path, in_a_child: InAChild) -> None:
    files = Files.under(reachable)
    files.create()[0].close()
    _given_away(reachable, 0o755)
    files.path.chmod(0o400)
    assert in_a_child("open_without_rights", reachable) == ["data:read_only"]


@pytest.mark.parametrize("closed", ["book", "key"])
def test_a_file_that_cannot_be_read(reachable: Path, in_a_child: InAChild, closed: str) -> None:
    files = Files.under(reachable)
    files.create()[0].close()
    _given_away(reachable, 0o755)
    {"book": files.path, "key": files.key}[closed].chmod(0o000)
    before = held(reachable)
    assert in_a_child("open_without_rights", reachable) == ["data:not_readable"]
    assert held(reachable) == before


@pytest.mark.parametrize("command", ["open_beside_a_closed_log", "restore_without_rights"])
def test_a_log_or_a_backup_that_cannot_be_read(reachable: Path, in_a_child: InAChild, command: str) -> None:
    files = Files.under(reachable)
    with files.create()[0] as book:
        book.back_up(at=BEGINS)
    _given_away(reachable, 0o755)
    content = files.path.read_bytes()
    assert in_a_child(command, reachable) == ["data:not_readable"]
    assert files.path.read_bytes() == content


def test_no_book_is_made_in_a_read_only_folder(reachable: Path, in_a_child: InAChild) -> None:
    _given_away(reachable, 0o555)
    try:
        assert in_a_child("create_without_rights", reachable) == ["data:read_only"]
        assert list(reachable.iterdir()) == []
    finally:
        _given_away(reachable, 0o755)


def test_no_key_is_written_in_a_read_only_folder(reachable: Path, in_a_child: InAChild) -> None:
    files = Files.under(reachable)
    files.create()[0].close()
    _given_away(reachable, 0o755)
    files.key.parent.chmod(0o555)
    try:
        before = held(reachable)
        assert in_a_child("recover_without_rights", reachable) == ["data:read_only"]
        assert held(reachable) == before
    finally:
        _given_away(reachable, 0o755)


MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
90 22 0:44 / /mnt/team rw,relatime shared:2 - cifs //server/team rw
91 22 0:45 / /mnt/my\\040files rw - nfs4 server:/home rw
92 90 0:46 / /mnt/team/local rw - ext4 /dev/vdb rw
93 22 0:47 / /mnt/twice rw - nfs server:/a rw
94 22 0:48 / /mnt/twice rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("/home/wang", "ext4"),
        ("/mnt/team", "cifs"),
        ("/mnt/team/books", "cifs"),
        ("/mnt/teamwork", "ext4"),
        ("/mnt/team/local/books", "ext4"),
        ("/mnt/my files/books", "nfs4"),
        ("/mnt/twice", "tmpfs"),
    ],
)
def test_the_file_system_of_a_place(place: str, found: str) -> None:
    assert file_system(Path(place), MOUNTS) == found


def test_a_network_drive_is_refused(closed: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not on_network_drive(closed.path.parent)
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"22 1 0:1 / / rw - ext4 /dev/vda rw\n23 22 0:2 / {closed.path.parent} rw - nfs4 server:/ rw\n")
    monkeypatch.setattr("data.drives._MOUNTS", mounts)
    with refused(closed, NetworkDrive):
        closed.open()
    closed.path.unlink()
    with refused(closed, NetworkDrive):
        Book.create(closed.path, closed.key, owner=OWNER, at=BEGINS)


def test_two_windows_may_have_one_book_open(closed: Files) -> None:
    with closed.open() as one, closed.open() as other:
        one.add_customer(name="李志明", at=BEGINS)
        assert [customer.name for customer in other.customers()] == ["李志明"]


def test_a_book_that_another_program_writes_to_says_so(closed: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store._WAITS_SECONDS", 0.05)
    other = connect(closed.path, read_key(closed.key))
    with closed.open() as book:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookInUse):
            book.add_customer(name="李志明", at=BEGINS)
        other.execute("ROLLBACK")
        book.add_customer(name="李志明", at=BEGINS)
        assert len(book.customers()) == 1
    other.close()


def test_a_copy_elsewhere_opens_with_its_code(files: Files, tmp_path: Path) -> None:
    book, code = files.create()
    book.close()
    moved = Files.under(tmp_path / "another machine")
    moved.path.parent.mkdir(parents=True)
    shutil.copy(files.path, moved.path)
    with pytest.raises(KeyMissing):
        moved.open()
    recover(moved.path, moved.key, code)
    moved.open().close()
