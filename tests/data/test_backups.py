"""Backups: whole, checked, thinned; and restoring one, with what was there set aside."""

import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.events import Amended
from data.backups import Backup, back_up, backups_of, kept_of, newest_of, restore
from data.book import Book
from data.damage import damage_of
from data.files import set_aside, trio
from data.key import Key, read_key, write_key
from data.opening import recover
from data.refusals import BackupBad, BookDamaged, DoNotCall, KeyMissing, KeyWrong, NoBook
from data.store import Error, connect
from tests.data.floor import Files, begun, talked
from tests.data.test_opening import held
from tests.strategies.small import BEGINS, at

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


def names(book: Book) -> list[str]:
    """The customers of a book, the oldest first."""
    return [customer.name for customer in book.customers()][::-1]


def test_a_backup_is_a_whole_book_of_the_same_key(book: Book, files: Files, tmp_path: Path) -> None:
    talked(book, begun(book))
    backup = book.back_up(at=at(0.7))
    assert backup == Backup(
        files.path.parent / "backups" / "book-20260105T020000Z.db", BEGINS, backup.path.stat().st_size
    )
    assert backup.at.tzinfo == UTC
    assert book.backups() == backups_of(files.path) == (backup,)
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert damage_of(backup.path, read_key(files.key)) == ()
    assert list(backup.path.parent.iterdir()) == [backup.path]
    moved = Files.under(tmp_path / "elsewhere")
    moved.path.parent.mkdir(parents=True)
    shutil.copy(backup.path, moved.path)
    recover(moved.path, moved.key, book.recovery_code)
    with moved.open() as other:
        assert other.calls() == book.calls()
        assert other.check().right


def test_a_backup_holds_what_stands_only_in_the_log(book: Book, files: Files) -> None:
    # The trap: copying the main file alone loses rows.
    book.add_customer(name="王伟", at=BEGINS)
    assert trio(files.path)[1].stat().st_size > 0
    backup = book.back_up(at=BEGINS)
    naive = files.path.with_name("naive.db")
    shutil.copy(files.path, naive)
    with Book.open(backup.path, files.key) as kept:
        assert names(kept) == ["王伟"]
    lost = connect(naive, read_key(files.key))  # the control
    assert lost.execute("SELECT count(*) FROM customers").fetchone() == (0,)
    lost.close()


def test_a_backup_is_made_every_hour_of_use(book: Book) -> None:
    made = [book.backup_if_due(at=at(60 * minutes)) for minutes in (0, 1, 59, 60, 61, 119, 120)]
    assert [one is not None for one in made] == [True, False, False, True, False, False, True]
    assert len(book.backups()) == 3


def test_a_clock_that_was_set_back_stops_no_backup(book: Book) -> None:
    book.back_up(at=at(86_400))
    assert book.backup_if_due(at=at(0)) is not None
    assert len(book.backups()) == 2


def test_a_clock_that_was_once_ahead_spoils_no_later_backup(book: Book, files: Files) -> None:
    ahead = book.back_up(at=at(400 * 86_400))
    assert newest_of(files.path, at=at(0)) == ahead  # where no other is there
    made = [book.backup_if_due(at=at(60 * minutes)) for minutes in range(0, 121, 5)]
    assert [number for number, one in enumerate(made) if one is not None] == [0, 12, 24]
    assert newest_of(files.path, at=at(7200)) == made[24]
    assert ahead in book.backups()


def test_a_backup_while_another_writes(book: Book, files: Files) -> None:
    with files.open() as other, other._store.writing() as db:
        db.execute("INSERT INTO settings VALUES ('half', 'done')")
        backup = book.back_up(at=BEGINS)
    with Book.open(backup.path, files.key) as kept:
        assert kept.setting("half") is None
    assert book.setting("half") == "done"


def test_backups_of_one_second_are_one_backup(book: Book, files: Files) -> None:
    for number in range(300):
        book.add_customer(name=f"客户{number}", notes="下午方便" * 200, at=at(number))
    key = read_key(files.key)
    with ThreadPoolExecutor(4) as threads:
        made = [one.result() for one in [threads.submit(back_up, files.path, key, at=at(600)) for _ in range(4)]]
    assert {one.path for one in made} == {one.path for one in book.backups()} == set(made[0].path.parent.iterdir())
    assert damage_of(made[0].path, key) == ()


def test_a_damaged_book_makes_no_backup_and_costs_none(files: Files) -> None:
    book, _ = files.create()
    with book:
        backup = book.back_up(at=BEGINS)
    content = bytearray(files.path.read_bytes())
    content[-300] ^= 1
    files.path.write_bytes(content)
    with files.open() as book, pytest.raises(BookDamaged):
        book.back_up(at=at(7200))
    assert backups_of(files.path) == (backup,)
    assert list(backup.path.parent.iterdir()) == [backup.path]


def test_a_copy_that_does_not_read_whole_is_no_backup(book: Book, files: Files) -> None:
    backup = book.back_up(at=BEGINS)
    customer = book.add_customer(name="王伟", at=BEGINS)
    talked(book, begun(book, customer=customer))
    key = read_key(files.key)
    with closing(connect(files.path, key)) as db:  # a fault that is copied without a word
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("DELETE FROM customers")
        copy = files.path.with_name("copy.db")
        db.execute("VACUUM INTO ?", (str(copy),))
    assert [fault.code for fault in damage_of(copy, key)] == ["data:reference_damaged"]  # the control
    with pytest.raises(BackupBad):
        book.back_up(at=at(7200))
    assert book.backups() == (backup,)
    assert list(backup.path.parent.iterdir()) == [backup.path]


def test_other_files_beside_the_backups_are_left_alone(book: Book) -> None:
    backup = book.back_up(at=BEGINS)
    strange = [backup.path.with_name(name) for name in ("notes.txt", "book-yesterdayZ.db", "book-2026Z.db")]
    for file in strange:
        file.write_text("mine")
    for day in range(40):
        book.back_up(at=at(day * 86_400 * 9))
    assert all(file.read_text() == "mine" for file in strange)
    assert len(book.backups()) < 40


def test_a_book_of_any_name_finds_its_own_backups(tmp_path: Path) -> None:
    named = ("team.part", "team[1].db", "team1.db", "team*.db", "team", "team-1.db", "team 100%d.db")
    for name in named:
        book, _ = Book.create(tmp_path / name, tmp_path / "keys" / name, owner=name, at=BEGINS)
        with book:
            made = [book.backup_if_due(at=at(60 * minutes)) for minutes in (0, 30, 60, 119)]
            assert [one is not None for one in made] == [True, False, True, False], name
            assert book.backups() == tuple(one for one in reversed(made) if one is not None)
    for name in named:
        (backup, *_) = backups_of(tmp_path / name)
        restore(tmp_path / name, tmp_path / "keys" / name, backup.path, at=at(7200))
        with Book.open(tmp_path / name, tmp_path / "keys" / name) as restored:
            assert restored.me.name == name


def hourly(days: int) -> list[datetime]:
    """A backup every hour of every day, back from a noon."""
    return [NOON - timedelta(hours=hours) for hours in range(days * 24)]


def test_thinning_keeps_hours_then_days_then_weeks() -> None:
    moments = hourly(120)
    stay = sorted(kept_of(moments), reverse=True)
    assert stay[:24] == moments[:24]
    assert len(stay) <= 24 + 14 + 8
    days = {moment.date() for moment in stay}
    assert {(NOON - timedelta(days=day)).date() for day in range(14)} <= days
    weeks = {moment.isocalendar()[:2] for moment in stay}
    assert len(weeks) == 8
    ages = [NOON - moment for moment in stay]
    assert timedelta(weeks=6) < max(ages) < timedelta(weeks=8)


def test_thinning_as_time_goes_by_keeps_what_thinning_at_once_keeps() -> None:
    there: set[datetime] = set()
    for moment in reversed(hourly(90)):
        there = kept_of({*there, moment})
    assert there == kept_of(hourly(90))


@given(st.sets(st.integers(0, 3000)))
def test_thinning_keeps_the_newest_and_invents_none(hours: set[int]) -> None:
    moments = {NOON - timedelta(hours=hour) for hour in hours}
    stay = kept_of(moments)
    assert stay <= moments
    assert len(stay) >= min(len(moments), 24)
    assert not moments or max(moments) in stay
    assert kept_of(stay) == stay


def test_restoring_sets_everything_aside(files: Files) -> None:
    book, _ = files.create()
    with book:
        book.add_customer(name="王伟", at=BEGINS)
        backup = book.back_up(at=BEGINS)
        book.add_customer(name="李娜", at=at(1))
    before = files.path.read_bytes()
    aside = restore(files.path, files.key, backup.path, at=at(60))
    assert aside == files.path.with_name("book.db.set-aside-20260105T100100")
    assert aside.read_bytes() == before
    assert backup.path.exists()
    with files.open() as book:
        assert names(book) == ["王伟"]
        assert book.check().right
    with Book.open(aside, files.key) as book:
        assert names(book) == ["王伟", "李娜"]


def test_restoring_beside_a_stale_log(files: Files, tmp_path: Path) -> None:
    # The trap: the log of the old file reaches into the restored one and undoes the restoring.
    book, _ = files.create()
    book.add_customer(name="王伟", at=BEGINS)
    backup = book.back_up(at=BEGINS)
    book.add_customer(name="李娜", at=at(1))
    crashed = Files(tmp_path / "crashed.db", files.key)
    for file, copy in zip(trio(files.path)[:2], trio(crashed.path)[:2], strict=True):
        shutil.copy(file, copy)
    naive = Files(tmp_path / "naive.db", files.key)
    shutil.copy(backup.path, naive.path)
    shutil.copy(trio(crashed.path)[1], trio(naive.path)[1])
    book.close()

    assert trio(crashed.path)[1].stat().st_size > 0
    restore(crashed.path, crashed.key, backup.path, at=at(60))
    with crashed.open() as restored:
        assert names(restored) == ["王伟"]
        assert restored.check().right
    with pytest.raises(BookDamaged):  # the control: pages of two files, mixed
        naive.open()


def test_restoring_twice_in_one_second_loses_nothing(files: Files) -> None:
    book, _ = files.create()
    with book:
        backup = book.back_up(at=BEGINS)
    first = restore(files.path, files.key, backup.path, at=at(60))
    second = restore(files.path, files.key, backup.path, at=at(60))
    assert first is not None
    assert second is not None
    assert first != second
    assert first.exists()
    assert second.exists()


def test_restoring_where_nothing_is_left(files: Files) -> None:
    book, _ = files.create()
    with book:
        backup = book.back_up(at=BEGINS)
    files.path.unlink()
    with pytest.raises(NoBook):
        files.open()
    assert restore(files.path, files.key, backups_of(files.path)[0].path, at=at(60)) is None
    assert backup.path.exists()
    files.open().close()


def test_a_restoring_that_was_cut_off_is_done_again(files: Files) -> None:
    # It stopped with the file set aside and its log not yet.
    book, _ = files.create()
    with book:
        book.add_customer(name="王伟", at=BEGINS)
        backup = book.back_up(at=BEGINS)
        book.add_customer(name="李娜", at=at(1))
        log = trio(files.path)[1].read_bytes()
    files.path.rename(files.path.with_name("book.db.set-aside-20260105T100000"))
    trio(files.path)[1].write_bytes(log)
    left = files.path.with_name("book.db.restoring-abcd")
    left.mkdir()
    (left / "book.db").write_bytes(b"half of it")
    restore(files.path, files.key, backup.path, at=at(60))
    assert not left.exists()
    with files.open() as book:
        assert names(book) == ["王伟"]


def test_a_bad_backup_is_refused_and_nothing_moved(files: Files) -> None:
    book, _ = files.create()
    with book:
        backup = book.back_up(at=BEGINS)
    whole = backup.path.read_bytes()
    for content in (whole[:-4096], whole[:-300] + bytes(300), b"", b"a shopping list"):
        backup.path.write_bytes(content)
        before = held(files.path.parent)
        with pytest.raises(BackupBad):
            restore(files.path, files.key, backup.path, at=at(60))
        assert held(files.path.parent) == before
    backup.path.unlink()
    with pytest.raises(BackupBad):
        restore(files.path, files.key, backup.path, at=at(60))
    files.open().close()


def test_restoring_needs_the_key(files: Files) -> None:
    book, code = files.create()
    with book:
        backup = book.back_up(at=BEGINS)
    write_key(files.key, Key.fresh())
    before = held(files.path.parent)
    with pytest.raises(KeyWrong):
        restore(files.path, files.key, backup.path, at=at(60))
    files.key.unlink()
    with pytest.raises(KeyMissing):
        restore(files.path, files.key, backup.path, at=at(60))
    assert held(files.path.parent) == before
    files.path.unlink()
    recover(backup.path, files.key, code)
    restore(files.path, files.key, backup.path, at=at(60))
    files.open().close()


def test_what_a_customer_asked_for_since_the_backup_outlasts_the_amending_of_a_call(files: Files) -> None:
    book, _ = files.create()
    with book:
        customer = book.add_customer(name="李志明", phone="13812345678", at=BEGINS)
        kept = talked(book, begun(book, customer=customer), outcome="stop")
        backup = book.back_up(at=at(3600))
        book.stop_calling(customer.id, at=at(7200))
    restore(files.path, files.key, backup.path, at=at(9000))
    with files.open() as book:
        book.keep(book.call(kept.id), Amended(at=at(9100), by="", reason="按错了", outcome="refused"))
        assert book.customer(customer.id).do_not_call == at(7200)
        assert book.add_customer(phone="13812345678", at=at(9200)).do_not_call == at(7200)


def test_what_was_erased_since_the_backup_is_erased_again(files: Files) -> None:
    book, _ = files.create()
    with book:
        gone = book.add_customer(name="李志明", phone="13812345678", at=BEGINS)
        kept = talked(book, begun(book, customer=gone, names={"customer.name": "李志明"}))
        stopped = book.add_customer(name="王伟", phone="13900001111", at=at(1))
        backup = book.back_up(at=at(3600))
        book.erase_customer(gone.id, at=at(7200))
        book.stop_calling(stopped.id, at=at(7300))
    restore(files.path, files.key, backup.path, at=at(9000))
    with files.open() as book:
        assert book.customer(gone.id).erased_at == at(7200)
        assert book.call(kept.id).call.trail[0] != kept.call.trail[0]
        assert book.customer(stopped.id).do_not_call == at(7300)
        assert book.add_customer(phone="13900001111", at=at(9100)).do_not_call == at(7300)
        assert book.check().right


def test_what_can_be_read_of_a_damaged_book_is_asked_for_again(files: Files) -> None:
    book, _ = files.create()
    with book:
        kept = [book.add_customer(phone=f"138000{one:05}", notes="下午方便" * 60, at=at(one)) for one in range(60)]
        backup = book.back_up(at=at(100))
        for customer in kept:
            book.stop_calling(customer.id, at=at(200))
        (root,) = book._store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'customers'")[0]
    content = bytearray(files.path.read_bytes())
    content[(root - 1) * 4096 + 200] ^= 8
    files.path.write_bytes(content)
    damaged = connect(files.path, read_key(files.key))
    with pytest.raises(Error):
        damaged.execute("SELECT notes FROM customers").fetchall()
    damaged.close()
    restore(files.path, files.key, backup.path, at=at(9000))
    with files.open() as book:
        for number, customer in enumerate(kept):
            with pytest.raises(DoNotCall):
                begun(book, customer=book.customer(customer.id), at=at(9100 + number))


def test_what_was_asked_for_outlasts_a_restoring_that_was_killed_half_way(files: Files) -> None:
    book, _ = files.create()
    with book:
        gone = book.add_customer(name="李志明", at=BEGINS)
        backup = book.back_up(at=at(3600))
    set_aside(files.path, at(3700))  # an older one, in which nobody has asked for anything
    restore(files.path, files.key, backup.path, at=at(3800))
    with files.open() as book:
        book.erase_customer(gone.id, at=at(7200))
    for _ in range(2):
        set_aside(files.path, at(7300))  # and then the power goes
        restore(files.path, files.key, backup.path, at=at(9000))
        with files.open() as book:
            assert book.customer(gone.id).erased_at == at(7200)


def test_what_was_asked_for_is_read_from_the_log_too_and_the_files_stay_as_they_were(
    files: Files, tmp_path: Path
) -> None:
    book, _ = files.create()
    gone = book.add_customer(name="李志明", at=BEGINS)
    stopped = book.add_customer(name="王伟", phone="13900001111", at=at(1))
    backup = book.back_up(at=at(3600))
    book.erase_customer(gone.id, at=at(7200))  # which empties the log
    book.stop_calling(stopped.id, at=at(7300))
    crashed = Files(tmp_path / "crashed.db", files.key)
    for file, copy in zip(trio(files.path)[:2], trio(crashed.path)[:2], strict=True):
        shutil.copy(file, copy)
    naive = tmp_path / "naive.db"
    shutil.copy(crashed.path, naive)
    book.close()
    main = connect(naive, read_key(files.key))  # the control
    assert main.execute("SELECT count(*) FROM never_call").fetchone() == (0,)
    main.close()

    before = [file.read_bytes() for file in trio(crashed.path)[:2]]
    aside = restore(crashed.path, crashed.key, backup.path, at=at(9000))
    assert aside is not None
    assert [file.read_bytes() for file in trio(aside)[:2]] == before
    with crashed.open() as restored:
        assert restored.customer(gone.id).erased_at == at(7200)
        assert restored.customer(stopped.id).do_not_call == at(7300)
