"""The signs, drawn as lines on a field of 24 by 24: no font and no file need have them."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

SIDE = 24.0


def _today(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(4, 5.5, 16, 14.5), 3, 3)
    _line(path, (4, 10.5), (20, 10.5))
    _line(path, (8.5, 3.5), (8.5, 7))
    _line(path, (15.5, 3.5), (15.5, 7))
    _line(path, (8, 14.5), (12, 14.5))


def _call(path: QPainterPath) -> None:
    path.moveTo(6.2, 4.2)
    path.lineTo(9.2, 4.2)
    path.lineTo(10.7, 8.6)
    path.lineTo(8.5, 10.2)
    path.cubicTo(9.6, 12.6, 11.4, 14.4, 13.8, 15.5)
    path.lineTo(15.4, 13.3)
    path.lineTo(19.8, 14.8)
    path.lineTo(19.8, 17.8)
    path.cubicTo(19.8, 19.0, 18.9, 19.9, 17.7, 19.8)
    path.cubicTo(10.2, 19.3, 4.7, 13.8, 4.2, 6.3)
    path.cubicTo(4.1, 5.1, 5.0, 4.2, 6.2, 4.2)


def _review(path: QPainterPath) -> None:
    for y in (6.5, 12, 17.5):
        _line(path, (9, y), (20, y))
        path.addEllipse(QPointF(4.8, y), 0.7, 0.7)


def _scores(path: QPainterPath) -> None:
    _line(path, (4, 20), (20, 20))
    for x, top in ((7, 13), (12, 9), (17, 5)):
        _line(path, (x, 20), (x, top))


def _check(path: QPainterPath) -> None:
    _line(path, (5, 12.5), (10, 17.5), (19.5, 7))


def _ring(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 6.5, 6.5)


def _dot(path: QPainterPath) -> None:
    for radius in (1.5, 3.5, 5.5):
        path.addEllipse(QPointF(12, 12), radius, radius)


def _running(path: QPainterPath) -> None:
    for radius in (0.8, 2.3, 3.9, 5.2):
        path.addEllipse(QPointF(12, 12), radius, radius)


def _paused(path: QPainterPath) -> None:
    _line(path, (9, 7), (9, 17))
    _line(path, (15, 7), (15, 17))


def _turned(path: QPainterPath) -> None:
    _line(path, (8.5, 5.5), (4.5, 9.5), (8.5, 13.5))
    path.moveTo(4.5, 9.5)
    path.lineTo(15, 9.5)
    path.cubicTo(21, 9.5, 21, 18.5, 15, 18.5)
    path.lineTo(10, 18.5)


def _jumped(path: QPainterPath) -> None:
    _line(path, (4.5, 12), (19, 12))
    _line(path, (13.5, 6.5), (19, 12), (13.5, 17.5))


def _beside(path: QPainterPath) -> None:
    _line(path, (7, 7), (17, 17))
    _line(path, (17, 7), (7, 17))


def _enter(path: QPainterPath) -> None:
    _line(path, (19, 6), (19, 13.5), (5.5, 13.5))
    _line(path, (10, 9), (5.5, 13.5), (10, 18))


def _erase(path: QPainterPath) -> None:
    _line(path, (3.5, 12), (9, 6), (20.5, 6), (20.5, 18), (9, 18), (3.5, 12))
    _line(path, (12, 9.5), (17, 14.5))
    _line(path, (17, 9.5), (12, 14.5))


def _language(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    path.addEllipse(QPointF(12, 12), 3.8, 8.5)
    _line(path, (3.5, 12), (20.5, 12))


def _light(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    path.moveTo(12, 3.5)
    path.arcTo(QRectF(3.5, 3.5, 17, 17), 90, -180)
    path.closeSubpath()
    for x in (14, 16, 18):
        half = (8.5**2 - (x - 12) ** 2) ** 0.5
        _line(path, (x, 12 - half), (x, 12 + half))


def _attention(path: QPainterPath) -> None:
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    _line(path, (12, 7.5), (12, 13))
    path.addEllipse(QPointF(12, 16.3), 0.6, 0.6)


def _smaller(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(4, 5, 16, 14), 2.5, 2.5)
    path.addRoundedRect(QRectF(11.5, 11, 8.5, 8), 2, 2)


_DRAWN: dict[str, Callable[[QPainterPath], None]] = {
    "today": _today,
    "call": _call,
    "review": _review,
    "scores": _scores,
    "check": _check,
    "ring": _ring,
    "dot": _dot,
    "running": _running,
    "paused": _paused,
    "turned": _turned,
    "jumped": _jumped,
    "beside": _beside,
    "attention": _attention,
    "enter": _enter,
    "erase": _erase,
    "language": _language,
    "light": _light,
    "smaller": _smaller,
}


def draw_sign(painter: QPainter, name: str, box: QRectF, colour: QColor, *, weight: float = 1.7) -> None:
    """Draws one of the signs into a box; `weight` is the width of its lines on its own field."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIDE, box.height() / SIDE)
    pen = QPen(colour, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(name))
    painter.restore()


@cache
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    _DRAWN[name](path)
    return path


def _line(path: QPainterPath, start: tuple[float, float], *onward: tuple[float, float]) -> None:
    path.moveTo(*start)
    for point in onward:
        path.lineTo(*point)
