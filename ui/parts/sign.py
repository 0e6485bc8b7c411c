"""One of the signs, standing alone before a line of text."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.label import Tone
from ui.parts.signs import draw_sign
from ui.theme.colours import colours_of

_SIDE = 16


class Sign(QWidget):
    """A sign in a tone; an empty one keeps its room. What it means stands in the words beside it."""

    def __init__(self, name: str, tone: Tone = "quiet") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name = name
        self._tone: Tone = tone

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            box = QRectF(0, 1, _SIDE, _SIDE)
            draw_sign(QPainter(self), self._name, box, colours_of(self).colour(self._tone), weight=2.0)
