"""A key as it is printed on the thing that it works."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import scaled

_SIZE = 0.85
_PADDING = 7.0


def cap_width(key: str) -> float:
    """How wide a printed key is; at least square."""
    metrics = QFontMetricsF(_printed())
    return max(metrics.height() + 6, metrics.horizontalAdvance(key) + 2 * _PADDING)


def draw_cap(painter: QPainter, at: QPointF, key: str, ground: QColor, ink: QColor) -> None:
    """Prints a key, of one size everywhere; `at` is the middle of its left edge."""
    printed = _printed()
    height = QFontMetricsF(printed).height() + 6
    box = QRectF(at.x(), at.y() - height / 2, cap_width(key), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(printed)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _printed() -> QFont:
    return scaled(QApplication.font(), _SIZE, bold=True)
