"""Somebody at the window: real keys, real clicks, and a clock that goes on only when the test says so."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coach.call import Call
from data.book import Book
from data.kept_call import KeptCall
from scripts_library.release import Release
from ui.call.page import CallPage
from ui.parts.key_button import KeyButton
from ui.window import Window

CHINA = timezone(timedelta(hours=8))
NAMES = {
    "customer.name": "李雯",
    "customer.called": "李女士",
    "customer.phone": "13812345678",
    "customer.referrer": "王先生",
    "customer.city": "杭州",
    "agent.name": "林晓",
    "company": "安心保险",
    "slot_1": "2026-11-26 pm",
    "slot_2": "2026-12-01 pm",
}


@dataclass
class Clock:
    """The time on the desk: it goes on only when the test says so."""

    at: datetime = datetime(2026, 11, 24, 14, 0, tzinfo=CHINA)
    ticks: float = 100.0

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        """Seconds that are never set back."""
        return self.ticks

    def pass_by(self, seconds: float) -> None:
        """Lets time pass."""
        self.at += timedelta(seconds=seconds)
        self.ticks += seconds


@dataclass
class Desk:
    """Somebody at the window: keys go to whatever has the focus, clicks to what is named."""

    window: Window
    page: CallPage
    book: Book
    clock: Clock
    release: Release
    over: list[KeptCall] = field(default_factory=list)

    def dial(self, **names: str) -> KeptCall:
        """Dials a customer of these names."""
        said = {name.replace("__", "."): text for name, text in names.items()}
        kept = self.book.start_call(release=self.release, at=self.clock(), names=NAMES | said)
        self.page.open(kept)
        return kept

    def press(
        self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, after: float = 5.0
    ) -> None:
        """Presses keys one after the other, `after` so many seconds each."""
        for key in keys:
            self.clock.pass_by(after)
            focus = self._focus()
            if isinstance(key, str):
                QTest.keyClicks(focus, key, modifier)
            else:
                QTest.keyClick(focus, key, modifier)
            QApplication.processEvents()

    def control(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl."""
        self.press(key, modifier=Qt.KeyboardModifier.ControlModifier)

    def hold(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Presses a key and holds it down."""
        self.clock.pass_by(5)
        QTest.keyPress(self._focus(), key, modifier)

    def let_go(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Lets a key up that was held down."""
        QTest.keyRelease(self._focus(), key, modifier)

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "no widget has the keyboard"
        return focus

    def write(self, text: str) -> None:
        """Writes Chinese as an input method commits it."""
        focus = self._focus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)

    def compose(self, text: str) -> QWidget:
        """An input method composes a text in the field that has the focus."""
        focus = self._focus()
        QApplication.sendEvent(focus, QInputMethodEvent(text, []))
        return focus

    def click(self, name: str, at: QPoint | None = None) -> None:
        """Clicks what is named, where it can be seen."""
        self.clock.pass_by(5)
        widget = self.shown(name)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()

    def open_menu(self, name: str) -> QMenu:
        """Opens the menu of a text field by the right button of the mouse."""
        field = self.shown(name)
        at = field.mapTo(self.window, field.rect().center())
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.RightButton, pos=at)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def find(self, name: str) -> QWidget:
        """The widget of that name."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def shown(self, name: str) -> QWidget:
        """The widget of that name, which must be in sight."""
        found = self.find(name)
        assert found.isVisible(), f"{name} is not shown"
        return found

    def button(self, name: str) -> KeyButton:
        """The button of that name, in sight or not."""
        found = self.find(name)
        assert isinstance(found, KeyButton), name
        return found

    @property
    def call(self) -> Call:
        """The call under way."""
        kept = self.page.kept
        assert kept is not None, "no call is under way"
        return kept.call

    def says(self) -> str:
        """What is to be said now."""
        return self.shown("say").accessibleName()

    @property
    def step(self) -> str:
        """The step where the call stands."""
        assert self.call.position is not None
        return self.call.position.step
