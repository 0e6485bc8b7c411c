"""One row of a list: two lines of text, what it is at the left, how it came out at the right, perhaps its key."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui.parts.key_cap import cap_width, draw_cap
from ui.parts.label import Tone
from ui.parts.signs import draw_sign
from ui.theme.colours import Colours, colours_of
from ui.theme.fonts import scaled

_SIDE = 14.0
_GAP = 10.0
_PADDING = 8
_BETWEEN = 3
_SIGN = 16.0
_SMALL = 0.88
_TITLE_SHARE = 0.62  # of the room that both need, so that neither a long name nor a long remark hides the other


class Row(NamedTuple):
    """What a row says. `title` and `tail` share the first line, `detail` and `aside` the second.

    A colour never stands alone: a `sign` or the words of the tail say the same. An empty `sign` keeps its room, so that
    the titles of a list stand in one line; without any (None) there is none.
    """

    title: str
    tail: str = ""
    detail: str = ""
    aside: str = ""
    key: str = ""
    sign: str | None = None
    tone: Tone = "ink"

    @property
    def spoken(self) -> str:
        """All of it in one line, as a screen reader says it."""
        return "  ".join(part for part in (self.title, self.tail, self.detail, self.aside) if part)


class RowButton(QAbstractButton):
    """Paints one row; like every button of the pages it leaves the keyboard to its page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = Row("")
        self._current = False

    @property
    def row(self) -> Row:
        """What it says."""
        return self._row

    def show_row(self, row: Row, *, current: bool = False) -> None:
        """Says something else, and whether it is the row that one stands on."""
        if (row, current) == (self._row, self._current):
            return
        self._row, self._current = row, current
        self.setText(row.title)
        self.setAccessibleName(row.spoken)
        self.setAccessibleDescription(row.key)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, row_height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, colours)
        large, small = _fonts()
        left, right = _SIDE, self.width() - _SIDE
        if self._row.key:
            wide = cap_width(self._row.key)
            middle = QPointF(left, self.height() / 2)
            draw_cap(painter, middle, self._row.key, colours.colour("key"), colours.colour("quiet"))
            left += wide + _GAP
        first = QRectF(left, _PADDING, right - left, QFontMetricsF(large).height())
        if self._row.sign is not None:
            box = QRectF(left, first.center().y() - _SIGN / 2, _SIGN, _SIGN)
            if self._row.sign:
                draw_sign(painter, self._row.sign, box, colours.colour(self._row.tone))
            left += _SIGN + _GAP * 0.6
            first.setLeft(left)
        tail_ink = self._row.tone if self._row.tone != "ink" else "quiet"
        _draw_pair(painter, first, (self._row.title, self._row.tail), (large, small), colours, ("ink", tail_ink))
        second = QRectF(left, first.bottom() + _BETWEEN, right - left, QFontMetricsF(small).height())
        _draw_pair(painter, second, (self._row.detail, self._row.aside), (small, small), colours, ("quiet", "quiet"))

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self._current or self.underMouse():
            painter.setBrush(colours.colour("accent_soft" if self._current else "key"))
            painter.drawRoundedRect(box, 8, 8)
        if self._current:
            painter.setBrush(colours.colour("accent"))
            painter.drawRoundedRect(QRectF(0, box.top() + 8, 3, box.height() - 16), 1.5, 1.5)
        else:
            painter.setPen(colours.colour("line"))
            painter.drawLine(QPointF(_SIDE, self.height() - 0.5), QPointF(self.width() - _SIDE, self.height() - 0.5))


def row_height() -> int:
    """How high a row is, with the font that the system asks for."""
    large, small = _fonts()
    return int(QFontMetricsF(large).height() + QFontMetricsF(small).height()) + 2 * _PADDING + _BETWEEN


def _fonts() -> tuple[QFont, QFont]:
    return QApplication.font(), scaled(QApplication.font(), _SMALL)


def _draw_pair(
    painter: QPainter,
    box: QRectF,
    texts: tuple[str, str],
    fonts: tuple[QFont, QFont],
    colours: Colours,
    inks: tuple[str, str],
) -> None:
    """Two texts at the two ends of a line; where both do not fit, both are elided fairly."""
    left, right = (QFontMetricsF(font) for font in fonts)
    wanted = left.horizontalAdvance(texts[0]), right.horizontalAdvance(texts[1])
    room = box.width() - (_GAP if all(texts) else 0)
    wide = min(wanted[1], max(room - wanted[0], room * (1 - _TITLE_SHARE)))
    shown = right.elidedText(texts[1], Qt.TextElideMode.ElideRight, wide + 1)
    painter.setFont(fonts[1])
    painter.setPen(colours.colour(inks[1]))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(fonts[0])
    painter.setPen(colours.colour(inks[0]))
    shown = left.elidedText(texts[0], Qt.TextElideMode.ElideRight, room - min(wide, wanted[1]) + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
