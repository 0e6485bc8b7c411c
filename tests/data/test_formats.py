"""Every format that was ever released opens, with all that was in it; and the migrations never change."""

import shutil
from pathlib import Path

import pytest

from coach.events import Finished, HungUp
from data.book import Book
from data.format import MIGRATIONS, applied, bring_up
from data.key import Key, read_key
from data.migrations import migrations
from data.refusals import ForeignFile
from data.store import APPLICATION, connect
from tests.data.floor import Files, later
from tests.strategies.small import BEGINS, at

KEPT = Path(__file__).parent / "kept"
FORMATS = sorted(file.name for file in KEPT.glob("format-*.db"))


@pytest.fixture(params=FORMATS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    """A copy of an old book, since opening one may bring it up."""
    files = Files.under(tmp_path)
    files.path.parent.mkdir(parents=True)
    files.key.parent.mkdir(parents=True)
    shutil.copy(KEPT / request.param, files.path)
    shutil.copy((KEPT / request.param).with_suffix(".key"), files.key)
    return files


def test_there_is_one_old_book_for_each_migration_that_was_released() -> None:
    assert [f"format-{number}.db" for number in range(1, len(MIGRATIONS) + 1)] == FORMATS


def test_an_old_book_opens_with_all_that_was_in_it(old: Files) -> None:
    with old.open() as book:
        checked = book.check()
        assert checked.faults == ()
        assert (checked.calls, checked.promises) == (6, 2)
        assert [person.name for person in book.people()] == ["王芳", "陈静"]
        assert [customer.name for customer in book.customers()] == ["王伟", "李志明"]
        assert book.customers()[0].do_not_call is not None
        outcomes = [row.outcome for row in book.calls()]
        assert outcomes == [None, "appointment", "refused", "stop", "no-answer", "callback"]
        sums = book.sums(book.me.id, BEGINS.date(), BEGINS.date())
        assert (sums.calls, sums.appointments, sums.callbacks) == (5, 1, 1)
        assert [one.state for one in book.promises(now=at(86_400))] == ["kept", "waiting"]


def test_the_open_call_of_an_old_book_goes_on(old: Files) -> None:
    with old.open() as book:
        (kept,) = book.open_calls()
        assert kept.call.note == "下午三点以后有空"
        assert kept.call.position is not None
        assert kept.call.position.step == "offer"
        kept = book.keep(kept, HungUp(at=later(kept, 9), by="agent"))
        book.keep(kept, Finished(at=later(kept, 5), outcome="refused"))
        assert book.check().right


def test_an_old_book_ends_in_the_form_of_a_new_one(old: Files, tmp_path: Path) -> None:
    new, _ = Files.under(tmp_path / "new").create()
    with new, old.open() as book:
        schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        assert book._store.rows(schema) == new._store.rows(schema)


def test_the_names_of_the_migrations_are_known_without_loading_them(book: Book) -> None:
    assert [migration.name for migration in migrations._migrations] == list(MIGRATIONS)
    with book._store.reading() as db:
        assert applied(db) == tuple(MIGRATIONS)


def test_a_book_that_is_behind_is_brought_up(tmp_path: Path) -> None:
    # As a version that knows fewer migrations leaves it: here, none.
    path, key = tmp_path / "book.db", Key.fresh()
    connection = connect(path, key)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    assert applied(connection) == ()
    bring_up(connection)
    assert applied(connection) == tuple(MIGRATIONS)
    bring_up(connection)
    connection.close()


def test_a_migration_that_fails_leaves_the_book_as_it_was(tmp_path: Path) -> None:
    path, key = tmp_path / "book.db", Key.fresh()
    connection = connect(path, key)
    connection.execute("CREATE TABLE calls (in_the_way)")
    with pytest.raises(Exception, match="already exists"):
        bring_up(connection)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert "people" not in tables
    assert applied(connection) == ()
    connection.close()
    (tmp_path / "key").write_text(key.recovery_code)
    with pytest.raises(ForeignFile):
        Book.open(path, tmp_path / "key")
    assert read_key(tmp_path / "key") == key
