"""A window on a real database, driven by real keys and clicks, with a clock that the test sets."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.book import Book
from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.shelf import shipped
from tests.ui.desk import Clock, Desk
from tests.ui.visitor import Visitor
from ui.call.page import CallPage
from ui.language import speak
from ui.pages import PageKind
from ui.preferences import Preferences
from ui.rooms import Rooms
from ui.theme.theme import Theme
from ui.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def insurance() -> Release:
    """The shipped insurance script, read once."""
    shelf = shipped()
    script = shelf.find("script", "insurance-appointment")
    assert isinstance(script, Script)
    return release(script, shelf)


@pytest.fixture
def book(tmp_path: Path, clock: Clock, insurance: Release) -> Iterator[Book]:
    """A fresh book with the insurance script, opened as its owner."""
    made, _ = Book.create(tmp_path / "book.db", tmp_path / "book.key", owner="林晓", at=clock())
    with made:
        made.publish(insurance, at=clock())
        yield made


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def bare(qapp: QApplication) -> Iterator[QApplication]:
    """The application, given back as it was: undressed, and in English."""
    font = qapp.font()
    yield qapp
    speak(qapp, "en")
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.fixture
def dressed(bare: QApplication) -> Iterator[Theme]:
    """The application in its light theme and in Chinese."""
    theme = Theme(bare, "light")
    speak(bare, "zh")
    yield theme
    theme.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, dressed: Theme, book: Book, clock: Clock, preferences: Preferences) -> Desk:
    """The window with the Call page, shown and active."""
    page = CallPage(book, clock, preferences, ticks=clock.seconds)
    window = Window([PageKind("call", "call", lambda: "通话", lambda: page)])
    qtbot.addWidget(window)
    window.show_page("call")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    made = Desk(window, page, book, clock, book.newest_release("insurance-appointment"))
    page.finished.connect(made.over.append)
    return made


@pytest.fixture(scope="session")
def library() -> tuple[Release, ...]:
    """All scripts that ship, read once."""
    scripts = (script for script in shipped().of_kind("script") if isinstance(script, Script))
    return tuple(release(script, shipped()) for script in scripts)


@pytest.fixture
def visitor(
    qtbot: QtBot, dressed: Theme, book: Book, library: Sequence[Release], clock: Clock, preferences: Preferences
) -> Iterator[Callable[[], Visitor]]:
    """The whole window on the whole library, opened when it is asked for: on Today, shown and active."""
    for one in library:
        book.publish(one, at=clock())
    plan = shipped().find("appraisal", "regular")
    assert isinstance(plan, AppraisalPlan)
    book.put_in_force(plan, clock().date(), at=clock())
    opened: list[Window] = []

    def comes() -> Visitor:
        rooms = Rooms(book.door, clock, preferences, ticks=clock.seconds)
        opened.append(rooms.window)
        rooms.begin()
        rooms.window.show()
        rooms.window.activateWindow()
        qtbot.waitUntil(lambda: rooms.window.isActiveWindow() and QApplication.focusWidget() is not None)
        return Visitor(rooms, book, clock)

    yield comes
    for window in opened:  # before the book is closed and the language changes
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
