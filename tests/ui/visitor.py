"""Somebody who goes through the rooms of the window with real keys and clicks, and calls that were made before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coach.events import Answered, Filled, Finished, Heard, HungUp, Noted
from data.book import Book
from data.customer import Customer
from data.kept_call import KeptCall
from tests.shipped_calls import shipped_call
from tests.ui.desk import Clock
from ui.pages import Page
from ui.parts.row import RowButton
from ui.rooms import Rooms

APPOINTED = "insurance-appointment: 先说没空，化解后约到，复述时改钟点"
REFUSED = "insurance-appointment: 三次都说不要"
CORRECTED = "insurance-appointment: 点错了退回来再答"


@dataclass
class Visitor:
    """Keys go to whatever has the focus, clicks to what is named and in sight."""

    rooms: Rooms
    book: Book
    clock: Clock

    @property
    def page(self) -> Page:
        """The page that shows."""
        page = self.rooms.window.page
        assert page is not None
        return page

    def go_to(self, name: str) -> None:
        """Opens a page by its place on the rail."""
        self.click(f"page_{name}")

    def press(
        self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, seconds: float = 2
    ) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.clock.pass_by(seconds)
            # Offscreen, a window that changes its size class is not active again; its own keyboard stays where it was.
            focus = QApplication.focusWidget() or self.rooms.window.focusWidget()
            assert focus is not None, "no widget has the keyboard"
            if isinstance(key, str):
                QTest.keyClicks(focus, key, modifier)
            else:
                QTest.keyClick(focus, key, modifier)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Writes a text as an input method commits it."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit), focus
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)
        QApplication.processEvents()

    def shrink(self) -> None:
        """Makes the window small."""
        self.rooms.window.set_compact(True)
        QApplication.processEvents()

    def click(self, name: str, at: QPoint | None = None) -> None:
        """Clicks what is named."""
        self.clock.pass_by(2)
        widget = self.shown(name)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()

    def shown(self, name: str) -> QWidget:
        """The widget of that name on this page or round it, which must be in sight."""
        found = self.page.findChild(QWidget, name) or self.rooms.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), f"there is no {name}"
        assert found.isVisible(), f"{name} is not shown"
        return found

    def is_shown(self, name: str) -> bool:
        """Whether a widget of that name is in sight."""
        found = self.page.findChild(QWidget, name)
        return isinstance(found, QWidget) and found.isVisible()

    def row(self, name: str) -> str:
        """What a row says, in one line."""
        found = self.shown(name)
        assert isinstance(found, RowButton)
        return found.row.spoken

    def rows(self, name: str) -> list[str]:
        """What all rows of a list say that are in sight."""
        found = self.page.findChildren(RowButton)
        mine = [row for row in found if row.objectName().startswith(f"{name}_") and row.isVisible()]
        return [row.row.spoken for row in sorted(mine, key=lambda row: row.y())]

    def said(self) -> str:
        """What the strip says."""
        return self.rooms.window.strip.text


def made(book: Book, plan: str, at: datetime, customer: Customer | None = None, pace: float = 3) -> KeptCall:
    """A whole call of a shipped plan, made at a moment; a pace of 3 is calm, 0.2 clicks the lines away."""
    shipped = shipped_call(plan)
    begun = shipped.events[0].at
    kept = book.start_call(release=shipped.release, at=at, customer=customer, names=shipped.names)
    for event in shipped.events[1:]:
        kept = book.keep(kept, replace(event, at=at + (event.at - begun) * pace))
    return kept


def promised(book: Book, customer: Customer, at: datetime, due: str, *, agreed: bool = True) -> KeptCall:
    """A call that ended with a callback at an hour (`2026-11-24 15:00`), and with a note."""
    release = book.newest_release("insurance-appointment")
    kept = book.start_call(release=release, at=at, customer=customer, names=book.call_names(customer, at))
    for seconds, event in (
        (8, Answered(at=at)),
        (12, Heard(at=at, reply=3)),
        (9, Filled(at=at, name="fields.callback_at", value=due)),
        (6, Noted(at=at, text="问清楚保费再说")),
        (7, HungUp(at=at, by="agent")),
        (4, Finished(at=at, outcome="callback", intent="B", agreed=agreed)),
    ):
        kept = book.keep(kept, replace(event, at=kept.call.trail[-1].at + timedelta(seconds=seconds)))
    return kept
