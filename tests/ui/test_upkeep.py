"""What the program does by itself: a backup each hour, and the scripts of a newer version."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from data.backups import backups_of
from data.book import Book
from tests.ui.desk import Clock
from ui.upkeep import Upkeep


def test_a_backup_is_made_when_it_is_due_and_not_before(qtbot: QtBot, book: Book, clock: Clock) -> None:
    upkeep = Upkeep(book, clock)
    with qtbot.waitSignal(upkeep.backed_up, timeout=20_000):
        upkeep.back_up_if_due()
    clock.pass_by(timedelta(minutes=59).total_seconds())
    upkeep.back_up_if_due()
    upkeep.finish()
    assert len(backups_of(book.path)) == 1
    clock.pass_by(timedelta(minutes=2).total_seconds())
    with qtbot.waitSignal(upkeep.backed_up, timeout=20_000):
        upkeep.back_up_if_due()
    assert len(backups_of(book.path)) == 2


def test_a_backup_that_cannot_be_made_is_told_and_the_call_goes_on(qtbot: QtBot, book: Book, clock: Clock) -> None:
    (book.path.parent / "backups").write_text("in the way", encoding="utf-8")
    upkeep = Upkeep(book, clock)
    with qtbot.waitSignal(upkeep.refused, timeout=20_000) as refused:
        upkeep.back_up_if_due()
    upkeep.finish()
    assert refused.args is not None
    assert "backups" in refused.args[0]
    assert book.releases()


def test_where_nothing_can_be_published_it_is_told_and_backups_go_on(
    qtbot: QtBot, book: Book, clock: Clock, tmp_path: Path
) -> None:
    book.set("library", "that of an older version")
    book._store.rows("PRAGMA busy_timeout = 50")
    upkeep = Upkeep(book, clock)
    with (
        Book.open(tmp_path / "book.db", tmp_path / "book.key") as other,
        other._store.writing(),
        qtbot.waitSignal(upkeep.refused) as refused,
    ):
        upkeep.begin()
    assert refused.args is not None
    assert refused.args[0]
    assert upkeep._looks.isActive()
    upkeep.finish()


def test_scripts_of_a_newer_version_are_published_once(book: Book, clock: Clock) -> None:
    book.set("library", "that of an older version")
    for _ in range(2):
        upkeep = Upkeep(book, clock)
        upkeep.begin()
        upkeep.finish()
        assert {one.script for one in book.releases()} >= {"insurance-appointment", "insurance-callback"}
        assert {one.version for one in book.releases()} == {1}
    assert book.setting("library") != "that of an older version"
