"""A word with a sign before it: what the colour says, the sign says too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.parts.label import Tone
from ui.parts.signs import draw_sign
from ui.theme.colours import colours_of
from ui.theme.fonts import scaled

_SIDE = 15.0
_GAP = 4.0


class Signed(QWidget):
    """A sign, a word, and perhaps a time at the right edge."""

    def __init__(self, *, size: float = 0.95) -> None:
        super().__init__()
        self.setFont(scaled(QApplication.font(), size))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shown: tuple[str, str, str, Tone, bool] = ("", "", "", "ink", False)

    def show_word(
        self, sign: str, word: str, *, spoken_sign: str, time: str = "", tone: Tone = "ink", bold: bool = False
    ) -> None:
        """Shows a word; `spoken_sign` is what the sign means, for a screen reader."""
        shown: tuple[str, str, str, Tone, bool] = (sign, word, time, tone, bold)
        self.setAccessibleName(" ".join(part for part in (word, spoken_sign, time) if part))
        if shown != self._shown:
            self._shown = shown
            self.setFont(scaled(self.font(), 1.0, bold=bold))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        _, word, time, _, _ = self._shown
        metrics = self.fontMetrics()
        width = _SIDE + _GAP + metrics.horizontalAdvance(word)
        if time:
            width += 12 + metrics.horizontalAdvance(time)
        return QSize(int(width) + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        sign, word, time, tone, _ = self._shown
        colours = colours_of(self)
        painter = QPainter(self)
        middle = self.height() / 2
        colour = colours.colour("done" if sign == "check" else tone)
        draw_sign(painter, sign, QRectF(0, middle - _SIDE / 2, _SIDE, _SIDE), colour, weight=2.0)
        metrics = self.fontMetrics()
        right = float(self.width())
        if time:
            wide = metrics.horizontalAdvance(time)
            painter.setPen(colours.colour("quiet"))
            painter.drawText(QRectF(right - wide, 0, wide, self.height()), Qt.AlignmentFlag.AlignVCenter, time)
            right -= wide + 8
        painter.setPen(colours.colour(tone))
        left = _SIDE + _GAP
        text = metrics.elidedText(word, Qt.TextElideMode.ElideRight, int(max(right - left, 0)))
        painter.drawText(QRectF(left, 0, max(right - left, 0), self.height()), Qt.AlignmentFlag.AlignVCenter, text)
