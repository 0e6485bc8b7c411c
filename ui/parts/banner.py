"""The first line of a page: one sentence on a soft ground, and perhaps a quiet one after it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.parts.label import Label
from ui.theme.colours import colours_of


class Banner(QWidget):
    """Its room is always there, so that nothing below it moves."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words = Label(tone="accent", size=1.05, bold=True, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 11, 16, 11)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, *, quiet: bool = False) -> None:
        """Says a sentence; a quiet one is not in the accent."""
        self._words.set_tone("ink" if quiet else "accent")
        self._words.setText(words)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.colour("accent_soft"))
        painter.setBrush(colours.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
