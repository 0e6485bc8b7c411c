"""The quiet strip: errors, reminders and warnings in one line, never a dialog."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.parts.elided import Elided
from ui.parts.signs import draw_sign
from ui.theme.colours import colours_of

Weight = Literal["done", "warning"]
_HEIGHT = 28
_STAYS_MS = {"done": 6_000, "warning": 20_000}
_SIGN = 15.0


class Strip(QWidget):
    """Its room is always there, so that nothing moves when it speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._weight: Weight = "done"
        self._text = Elided(size=0.98)
        self._text.setObjectName("strip_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(int(_SIGN) + 8, 0, 8, 0)
        row.addWidget(self._text)
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.timeout.connect(self.be_quiet)

    def say(self, text: str, weight: Weight = "done") -> None:
        """Says one sentence, for a while."""
        self._weight = weight
        self._text.set_tone("warning" if weight == "warning" else "quiet")
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._stays.start(_STAYS_MS[weight])
        self.update()

    def be_quiet(self) -> None:
        """Says nothing."""
        self._stays.stop()
        self._text.clear()
        self.update()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text.text():
            return
        sign, colour = ("attention", "warning") if self._weight == "warning" else ("check", "done")
        box = QRectF(0, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
        draw_sign(QPainter(self), sign, box, colours_of(self).colour(colour), weight=2.0)
