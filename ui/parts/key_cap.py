"""A key as it is printed on the thing that it works."""

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication

from ui.parts.signs import draw_sign
from ui.theme.fonts import scaled

# Signs that not every font has; they are drawn.
ENTER, ERASE = "↵", "⌫"
_DRAWN = {ENTER: "enter", ERASE: "erase"}
_PARTS = re.compile(f"([{ENTER}{ERASE}])")
_SIZE = 0.85
_PADDING = 7.0
_SIGN = 14.0


def cap_width(key: str) -> float:
    """How wide a printed key is; at least square."""
    base = QApplication.font()
    return _width(key, base.family(), base.pointSizeF())


@lru_cache(maxsize=256)
def _width(key: str, family: str, points: float) -> float:
    metrics = QFontMetricsF(_sized(family, points))
    return max(metrics.height() + 6, sum(width for _, width in _parts(key, metrics)) + 2 * _PADDING)


def draw_cap(painter: QPainter, at: QPointF, key: str, ground: QColor, ink: QColor) -> None:
    """Prints a key, of one size everywhere; `at` is the middle of its left edge."""
    printed = _printed()
    metrics = QFontMetricsF(printed)
    height = metrics.height() + 6
    box = QRectF(at.x(), at.y() - height / 2, cap_width(key), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.setFont(printed)
    parts = list(_parts(key, metrics))
    left = box.center().x() - sum(width for _, width in parts) / 2
    for part, width in parts:
        if part in _DRAWN:
            draw_sign(painter, _DRAWN[part], QRectF(left, at.y() - _SIGN / 2, _SIGN, _SIGN), ink, weight=2.2)
        else:
            painter.drawText(QRectF(left, box.y(), width + 1, height), Qt.AlignmentFlag.AlignVCenter, part)
        left += width
    painter.restore()


def _parts(key: str, metrics: QFontMetricsF) -> Iterator[tuple[str, float]]:
    for part in _PARTS.split(key):
        if part:
            yield part, _SIGN if part in _DRAWN else metrics.horizontalAdvance(part)


def _printed() -> QFont:
    base = QApplication.font()
    return _sized(base.family(), base.pointSizeF())


@lru_cache(maxsize=4)
def _sized(_family: str, _points: float) -> QFont:
    """The font of the keys; it changes with that of the application, and making it anew for each key is slow."""
    return scaled(QApplication.font(), _SIZE, bold=True)
