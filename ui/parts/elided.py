"""A label that gives way: what does not fit ends in an ellipsis, and is whole for a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.parts.label import Label


class Elided(Label):
    """One line of plain text that may become narrow."""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), 24), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, text)
