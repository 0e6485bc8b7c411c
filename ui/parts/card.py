"""A sheet on the paper: what belongs together stands on one."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.colours import colours_of


class Card(QWidget):
    """A rounded sheet with a thin line round it; what is put into `rows` stands on it."""

    def __init__(self, *, margins: tuple[int, int] = (16, 14), gap: int = 8) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(margins[0], margins[1], margins[0], margins[1])
        self.rows.setSpacing(gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.colour("line"))
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
