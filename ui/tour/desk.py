"""Somebody at the window: real keys go to whatever has the focus, and time goes on as the words take it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coach.call import Call
from coach.limits import CUSTOMARY
from coach.offers import line
from coach.skimming import characters

_A_MINUTE = 60


@dataclass(slots=True)
class Desk:
    """The clock of the tour and the keyboard. `ticks` are seconds that are never set back."""

    at: datetime
    ticks: float = 0.0

    def now(self) -> datetime:
        """The time on the desk."""
        return self.at

    def seconds(self) -> float:
        """How long the tour has taken on its own clock."""
        return self.ticks

    def wait(self, seconds: float) -> None:
        """Time goes on."""
        self.at += timedelta(seconds=seconds)
        self.ticks += seconds

    def say(self, call: Call) -> None:
        """The line that shows is said, as fast as one speaks."""
        shown = line(call)
        if shown is not None and shown.says is not None:
            spoken = characters(shown.says, call.release.script.language)
            self.wait(spoken * _A_MINUTE / CUSTOMARY.characters_a_minute)

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        """Presses keys, one after the other, a second apart."""
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.wait(1)
            QTest.keyClick(_focus(), key, modifier)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Writes a text as an input method commits it."""
        self.wait(1)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(_focus(), event)
        QApplication.processEvents()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    if focus is None:
        raise AssertionError("no widget has the keyboard")
    return focus
