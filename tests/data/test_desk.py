"""Several programs at one database: nobody undoes what another was told is kept."""

import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from data.backups import restore
from data.files import trio
from data.refusals import BookInUse
from tests.data import desk
from tests.data.floor import Files
from tests.strategies.small import at

PROGRAMS = 4


@pytest.fixture
def programs() -> Iterator[Executor]:
    with ProcessPoolExecutor(PROGRAMS, mp_context=get_context("spawn")) as executor:
        list(executor.map(time.sleep, [0.1] * PROGRAMS))  # until each has started
        yield executor


@pytest.fixture
def other() -> Iterator[Executor]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        yield executor


def test_of_many_that_begin_a_book_at_once_one_does_and_all_can_open_it(programs: Executor, tmp_path: Path) -> None:
    for number in range(5):
        folder = tmp_path / str(number)
        begun = [programs.submit(desk.begin_at, folder, time.monotonic() + 0.2) for _ in range(PROGRAMS)]
        (code,) = [told for each in begun if (told := each.result()) is not None]
        files = Files.under(folder)
        with files.open() as book:
            assert book.recovery_code == code
            assert book.check().right
        left = {file.name for file in files.path.parent.iterdir()} - {file.name for file in trio(files.path)}
        assert left == set()
        assert [file.name for file in files.key.parent.iterdir()] == [files.key.name]


def test_a_database_that_somebody_has_open_is_not_replaced(other: Executor, files: Files, tmp_path: Path) -> None:
    book, _ = files.create()
    backup = book.back_up(at=at(60))
    book.close()
    other.submit(desk.hold_open, tmp_path).result()
    with pytest.raises(BookInUse):
        restore(files.path, files.key, backup.path, at=at(120))
    other.submit(desk.write, "李娜").result()
    other.submit(desk.let_go).result()
    with files.open() as again:
        assert [customer.name for customer in again.customers()] == ["李娜"]
    assert restore(files.path, files.key, backup.path, at=at(180)) is not None
    with files.open() as restored:
        assert restored.customers() == ()


def test_a_database_that_is_opened_while_its_backup_is_read_is_not_replaced(
    other: Executor, files: Files, tmp_path: Path
) -> None:
    book, _ = files.create()
    with book:
        book.set("large", "下午方便" * 3_000_000)  # so that to read it takes longer than to open a book
        backup = book.back_up(at=at(3600))
    other.submit(desk.hold_open, tmp_path).result()  # so that it has started
    other.submit(desk.let_go).result()
    with ThreadPoolExecutor(1) as thread:
        restoring = thread.submit(restore, files.path, files.key, backup.path, at=at(7200))
        while not restoring.done() and not list(files.path.parent.glob("book.db.restoring-*")):
            time.sleep(0.001)
        other.submit(desk.hold_open, tmp_path).result()
        with pytest.raises(BookInUse):
            restoring.result()
    other.submit(desk.write, "李娜").result()
    other.submit(desk.let_go).result()
    assert sorted(file.name for file in files.path.parent.iterdir()) == ["backups", "book.db"]
    with files.open() as again:
        assert [customer.name for customer in again.customers()] == ["李娜"]


def test_who_checks_an_open_book_keeps_it_as_open_as_before(other: Executor, files: Files, tmp_path: Path) -> None:
    files.create()[0].close()
    other.submit(desk.hold_open, tmp_path).result()
    assert other.submit(desk.check).result() == ()
    with files.open() as here:
        other.submit(desk.write, "李娜").result()
        assert [customer.name for customer in here.customers()] == ["李娜"]
    other.submit(desk.write, "王伟").result()  # after this program, and perhaps the log, is gone
    other.submit(desk.let_go).result()
    with files.open() as again:
        assert {customer.name for customer in again.customers()} == {"李娜", "王伟"}


def test_who_checks_an_open_book_goes_on_holding_its_file(other: Executor, files: Files, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")

    def held() -> bool:
        # The bytes at which SQLite's documents say that every open connection holds a lock.
        with files.path.open("rb+") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
            except OSError:
                return True
            return False

    files.create()[0].close()
    other.submit(desk.hold_open, tmp_path).result()
    assert held()
    assert other.submit(desk.check).result() == ()
    assert held()
    other.submit(desk.let_go).result()
    assert not held()
