"""The start of the window: what it loads before the first paint, a new book, one that does not open, one instance."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from data.backups import backups_of
from data.book import Book
from tests.shipped_calls import shipped_calls
from ui.app import App
from ui.call.page import CallPage
from ui.clock import now
from ui.home import key_path, publish_shipped
from ui.single_instance import SingleInstance
from ui.start_notice import Notice
from ui.upkeep import Upkeep
from ui.window import Window

AT = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=8)))
# Each costs tens or hundreds of milliseconds, or megabytes, that the first painted window must not wait for.
AFTER_THE_FIRST_PAINT = (
    "coach",
    "data.book",
    "dataclasses",
    "jinja2",
    "msgspec",
    "tomllib",
    "networkx",
    "pypinyin",
    "yaml",
    "click",
    "sqlite_utils",
    "phonenumbers",
    "argon2",
    "keyring",
    "numpy",
    "pandas",
    "psycopg",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtSvg",
)
STARTS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from ui.app import App
from ui.single_instance import SingleInstance

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sorted(sys.modules))
            sys.stdout.flush()
            QApplication.instance().quit()
        return False

application = QApplication([])
path = Path(sys.argv[1])
app = App(application, path, SingleInstance(path))
app.open()
watch = Watch()
app.rooms.window.installEventFilter(watch)
application.exec()
app.close()
"""
HOLDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance

application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.first(), flush=True)
application.exec()
"""

LISTENS_LATE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from ui.single_instance import SingleInstance

application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.first(), flush=True)
QTimer.singleShot(1500, instance.listen)
application.exec()
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folders of their own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def database(home: Path) -> Path:
    """A database that was begun earlier."""
    path = home / "book.db"
    with Book.create(path, key_path(path), owner="林晓", at=AT)[0] as book:
        publish_shipped(book, AT)
    return path


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook for the unexpected is given back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def app(bare: QApplication, hook: None, home: Path) -> Iterator[App]:
    """The application on a database of its own."""
    path = home / "book.db"
    made = App(bare, path, SingleInstance(path))
    yield made
    made.close()
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    made.deleteLater()


def shown(kind: type[QWidget]) -> QWidget | None:
    """The window of that kind that is in sight."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def press_enter(window: QWidget | None, name: str | None = None) -> None:
    """Enter in a window, or in the line of that name in it."""
    line = window if window is None or name is None else window.findChild(QWidget, name)
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Return)


def note_code() -> None:
    """Somebody writes the recovery code down, which takes a moment, and goes on."""
    QTest.qWait(600)
    press_enter(shown(Notice))


def run(script: str, path: Path, repository: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )


def test_nothing_heavy_is_loaded_before_the_first_painted_window(database: Path, repository: Path) -> None:
    told, _ = run(STARTS, database, repository).communicate(timeout=60)
    loaded = set(told.split())
    assert {"PySide6.QtWidgets", "data.door", "sqlcipher3", "ui.today.page"} <= loaded
    assert sorted(loaded & set(AFTER_THE_FIRST_PAINT)) == []


def test_what_is_kept_shows_once_the_window_is_painted(app: App, database: Path, qtbot: QtBot) -> None:
    call = shipped_calls()[0]
    with Book.open(database, key_path(database)) as book:
        kept = book.start_call(release=call.release, at=now())
        book.end_interrupted(kept)
    app.open()
    window = shown(Window)
    assert window is not None
    assert window.findChild(QWidget, "my_figures") is None  # a card comes with what is on it, never empty
    qtbot.waitUntil(lambda: window.findChild(QWidget, "figure_calls") is not None)
    figure = window.findChild(QWidget, "figure_calls")
    assert figure is not None
    assert figure.accessibleName().endswith(" 1")
    score = window.findChild(QWidget, "score_so_far")
    assert score is not None
    qtbot.waitUntil(lambda: bool(score.accessibleName()))


def test_what_is_typed_before_all_is_read_is_taken(app: App, database: Path) -> None:
    app.open()
    window = shown(Window)
    assert window is not None
    line = window.findChild(QLineEdit, "new_call")
    assert line is not None
    QTest.keyClicks(line, "13812345678")
    told = window.findChild(QLabel, "told_apart")
    assert told is not None
    assert "138" in told.text()


def test_a_call_that_was_cut_off_comes_before_today(app: App, database: Path) -> None:
    with Book.open(database, key_path(database)) as book:
        book.start_call(release=shipped_calls()[0].release, at=now())
    app.open()
    window = shown(Window)
    assert isinstance(window, Window)
    assert isinstance(window.page, CallPage)


def test_a_new_book_shows_its_recovery_code_once_and_then_begins(app: App, qtbot: QtBot, home: Path) -> None:
    app.open()
    notice = shown(Notice)
    assert notice is not None
    code = notice.findChild(QLabel, "recovery_code")
    assert isinstance(code, QLabel)
    assert len(code.text().replace("-", "")) > 30
    QTest.keyClick(notice, Qt.Key.Key_Return)
    assert shown(Notice) is notice  # nobody has read it in so short a time
    note_code()
    asks = shown(Notice)
    assert asks is not None
    assert asks.findChild(QLabel, "recovery_code") is None
    press_enter(asks, "agent_number")  # nothing has to be told
    assert shown(Notice) is None
    window = shown(Window)
    assert isinstance(window, Window)
    assert window.findChild(QWidget, "page_call") is not None
    del qtbot, home


def test_who_has_lost_a_book_is_told_that_its_backups_are_there(app: App, database: Path) -> None:
    with Book.open(database, key_path(database)) as book:
        assert book.backup_if_due(at=AT)
    database.unlink()
    app.open()
    notice = shown(Notice)
    assert notice is not None
    told = notice.findChild(QLabel, "beside_backups")
    assert isinstance(told, QLabel)
    assert told.isVisible()
    assert "db restore" in told.text()


def test_a_new_book_tells_of_no_backups_where_there_are_none(app: App, home: Path) -> None:
    app.open()
    notice = shown(Notice)
    assert notice is not None
    told = notice.findChild(QLabel, "beside_backups")
    assert isinstance(told, QLabel)
    assert not told.isVisible()


def test_backups_are_looked_after_from_the_first_paint_on(app: App, database: Path, qtbot: QtBot) -> None:
    app.open()
    qtbot.waitUntil(lambda: any(one._looks.isActive() for one in app.findChildren(Upkeep)))
    (upkeep,) = app.findChildren(Upkeep)
    with qtbot.waitSignal(upkeep.backed_up, timeout=20_000):
        upkeep._looks.timeout.emit()
    assert len(backups_of(database)) == 1


def test_a_new_book_asks_once_who_calls_and_the_openings_say_it(app: App, home: Path) -> None:
    app.open()
    note_code()
    asks = shown(Notice)
    assert asks is not None
    name, company, number = (asks.findChild(QLineEdit, f"agent_{one}") for one in ("name", "company", "number"))
    assert name is not None
    assert company is not None
    assert number is not None
    QTest.keyClicks(name, " Emma Clarke ")
    press_enter(asks, "agent_name")
    assert shown(Window) is None
    QTest.keyClicks(company, "Harbour & Moore")
    press_enter(asks, "agent_company")
    assert shown(Window) is None
    QTest.keyClicks(number, "0815")
    begin = asks.findChild(QWidget, "begin")
    assert begin is not None
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert shown(Window) is not None
    app.close()
    with Book.open(home / "book.db", key_path(home / "book.db")) as book:
        names = book.call_names(None, AT)
    told = (names["agent.name"], names["company"], names["agent.number"])
    assert told == ("Emma Clarke", "Harbour & Moore", "0815")


def test_an_agent_number_that_nobody_told_is_a_gap(app: App, home: Path) -> None:
    app.open()
    note_code()
    press_enter(shown(Notice), "agent_number")
    app.close()
    with Book.open(home / "book.db", key_path(home / "book.db")) as book:
        assert "agent.number" not in book.call_names(None, AT)


def test_without_its_key_the_book_asks_for_the_code_and_opens_with_it(app: App, database: Path, home: Path) -> None:
    with Book.open(database, key_path(database)) as book:
        code = book.recovery_code
    key_path(database).unlink()
    app.open()
    notice = shown(Notice)
    assert notice is not None
    why = notice.findChild(QLabel, "why")
    assert isinstance(why, QLabel)
    assert str(key_path(database)) in why.text()
    entry = notice.findChild(QWidget, "recovery_code_entry")
    assert isinstance(entry, QWidget)
    QTest.keyClicks(entry, "0000-0000")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert shown(Window) is None
    assert isinstance(notice, Notice)
    assert notice.strip.text
    entry.setProperty("text", code)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert shown(Window) is not None
    assert shown(Notice) is None


def test_a_foreign_file_is_said_to_be_one_and_stays_as_it_was(app: App, home: Path) -> None:
    path = home / "book.db"
    path.write_bytes(b"SQLite format 3\x00" + bytes(8192))
    app.open()
    notice = shown(Notice)
    assert notice is not None
    entry = notice.findChild(QWidget, "recovery_code_entry")
    assert isinstance(entry, QWidget)
    assert not entry.isVisible()
    assert path.read_bytes() == b"SQLite format 3\x00" + bytes(8192)


def test_a_second_instance_calls_the_first_and_goes(qtbot: QtBot, home: Path) -> None:
    first, second = SingleInstance(home / "book.db"), SingleInstance(home / "book.db")
    assert first.first()
    first.listen()
    assert not second.first()
    with qtbot.waitSignal(first.called):
        assert second.call_first()
    first.listen()  # once more does nothing
    first.release()
    assert second.first()
    second.release()


def test_the_lock_of_a_process_that_was_killed_holds_nobody_up(
    home: Path, repository: Path, qapp: QApplication
) -> None:
    holder = run(HOLDS, home / "book.db", repository)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "True"
    instance = SingleInstance(home / "book.db")
    assert not instance.first()
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    assert instance.first()
    instance.release()
    del qapp


def test_a_first_instance_that_is_just_starting_is_waited_for(home: Path, repository: Path, qapp: QApplication) -> None:
    holder = run(LISTENS_LATE, home / "book.db", repository)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "True"
    instance = SingleInstance(home / "book.db")
    assert not instance.first()
    assert not instance.call_first(patience_ms=50)  # it does not listen yet
    assert instance.call_first()
    holder.kill()
    holder.communicate()
    del qapp


def test_where_the_first_does_not_answer_it_is_said(home: Path, repository: Path) -> None:
    holder = run(HOLDS, home / "book.db", repository)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "True"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HUASHU_DB": str(home / "book.db"), "LANG": "en"}
    command = [sys.executable, "main.py"]
    second = subprocess.run(command, cwd=repository, env=environment, check=False, capture_output=True, text=True)
    holder.kill()
    holder.communicate()
    assert second.returncode == 2
    assert second.stderr.startswith("Huashu Coach is already open on ")
    assert len(second.stderr.splitlines()) == 1


def test_a_new_book_that_is_kept_busy_still_shows_its_code_and_begins(app: App, home: Path) -> None:
    path = home / "book.db"
    busy, done = threading.Event(), threading.Event()

    def keeps_busy() -> None:
        while not path.exists():
            done.wait(0.001)
        with Book.open(path, key_path(path)) as other, other._store.writing():
            busy.set()
            done.wait(60)

    other = threading.Thread(target=keeps_busy)
    other.start()
    app.open()
    done.set()
    other.join()
    assert busy.is_set()
    notice = shown(Notice)
    assert isinstance(notice, Notice)
    shows = notice.findChild(QLabel, "recovery_code")
    assert isinstance(shows, QLabel)
    code = shows.text()
    assert notice.strip.text
    note_code()
    assert shown(Window) is not None
    with Book.open(path, key_path(path)) as book:
        assert book.recovery_code == code


def test_who_waits_before_a_book_is_open_comes_to_the_front_too(app: App, home: Path, qtbot: QtBot) -> None:
    (home / "book.db").write_bytes(b"SQLite format 3\x00" + bytes(8192))
    app.open()
    notice = shown(Notice)
    assert notice is not None
    notice.showMinimized()
    second = SingleInstance(home / "book.db")
    assert second.call_first()
    qtbot.waitUntil(lambda: not notice.isMinimized())


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that takes no file, whoever asks")
def test_a_folder_that_takes_no_lock_is_no_other_window(qtbot: QtBot) -> None:
    instance = SingleInstance(Path("/proc/nowhere/book.db"))
    assert instance.first()  # so that the window opens and says what is the matter
    instance.release()
