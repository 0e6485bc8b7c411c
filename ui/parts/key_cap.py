"""A key as it is printed on the thing that it works."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.theme.fonts import scaled

_SIZE = 0.85
_PADDING = 7.0


def cap_width(key: str, font: QFont) -> float:
    """How wide a printed key is beside text of this font; at least square."""
    metrics = QFontMetricsF(scaled(font, _SIZE, bold=True))
    return max(metrics.height() + 6, metrics.horizontalAdvance(key) + 2 * _PADDING)


def draw_cap(painter: QPainter, at: QPointF, key: str, font: QFont, ground: QColor, ink: QColor) -> None:
    """Prints a key; `at` is the middle of its left edge."""
    printed = scaled(font, _SIZE, bold=True)
    height = QFontMetricsF(printed).height() + 6
    box = QRectF(at.x(), at.y() - height / 2, cap_width(key, font), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(printed)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()
