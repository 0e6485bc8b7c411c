"""A score as a bar from 0 to 100, with a tick where it stood a month ago."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import colours_of

_THICK = 8.0
_TICK = 16.0
_FULL = 100


class Bar(QWidget):
    """A thin bar. What it shows is also written beside it, so a screen reader passes it by."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._score: Fraction | None = None
        self._before: Fraction | None = None

    def show_score(self, score: Fraction | None, before: Fraction | None) -> None:
        """Shows a score, and the one of the month before; None leaves the bar, or the tick, away."""
        self._score, self._before = score, before
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, int(_TICK) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, int(_TICK) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _THICK) / 2, self.width(), _THICK)
        painter.setBrush(colours.colour("line"))
        painter.drawRoundedRect(track, _THICK / 2, _THICK / 2)
        if self._score:
            painter.setBrush(colours.colour("accent"))
            wide = max(self._x(self._score), _THICK)
            painter.drawRoundedRect(QRectF(0, track.top(), wide, _THICK), _THICK / 2, _THICK / 2)
        if self._before is not None:
            at = min(max(self._x(self._before), 1.0), self.width() - 1.0)
            painter.setPen(QPen(colours.colour("ink"), 1.5))
            top = (self.height() - _TICK) / 2
            painter.drawLine(QPointF(at, top), QPointF(at, top + _TICK))

    def _x(self, score: Fraction) -> float:
        return float(min(max(score, Fraction(0)), Fraction(_FULL)) / _FULL) * self.width()
