"""A word that leads somewhere: underlined, in the accent, perhaps with its key before it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui.parts.key_cap import cap_width, draw_cap
from ui.theme.colours import colours_of
from ui.theme.fonts import scaled

_GAP = 6.0
_PADDING = 3


class Link(QAbstractButton):
    """Underlined words to click on; like every button of the pages it leaves the keyboard to its page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(scaled(QApplication.font(), 0.95))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._key = ""

    def show_words(self, text: str, *, key: str = "", about: str = "") -> None:
        """Says where it leads; `about` is what a screen reader says of it besides."""
        self._key = key
        self.setText(text)
        self.setAccessibleName("  ".join(part for part in (about, text) if part))
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        if self._key:
            width += int(cap_width(self._key) + _GAP)
        return QSize(width + 2, self.fontMetrics().height() + 2 * _PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        left, middle = 0.0, self.height() / 2
        if self._key:
            draw_cap(painter, QPointF(0, middle), self._key, colours.colour("key"), colours.colour("quiet"))
            left = cap_width(self._key) + _GAP
        font = self.font()
        font.setUnderline(self.isEnabled())
        painter.setFont(font)
        painter.setPen(colours.colour("ink" if self.underMouse() else "accent"))
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
