"""A thing to press with its key printed on it: replies, outcomes, objections, whatever one acts on."""

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui.parts.key_cap import cap_width, draw_cap
from ui.parts.signs import draw_sign
from ui.theme.colours import Colours, colours_of
from ui.theme.fonts import scaled

# plain: words alone; framed: a card; main: the one thing to do; warning: words in the warning colour.
Look = Literal["plain", "framed", "main", "warning"]

_GAP = 10.0
_SIGN = 16.0
_SIGN_GAP = 5.0


class KeyButton(QAbstractButton):
    """Words, a key, and perhaps a quiet remark; `chosen` marks the way on, or what was chosen.

    It never takes the focus: the keyboard belongs to the page. A second click in quick succession does nothing, so
    that a double click never answers the line that came up under the mouse. `remark_at` sets the remarks of several
    in one column.
    """

    def __init__(
        self,
        name: str,
        *,
        look: Look = "framed",
        key_first: bool = True,
        padding: tuple[int, int] = (14, 11),
        size: float = 1.0,
        bold: bool = False,
        remark_at: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(scaled(QApplication.font(), size, bold=bold))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._look: Look = look
        self._key_first = key_first
        self._padding = padding
        self._key = ""
        self._remark = ""
        self._chosen = False
        self._signed = False
        self._asleep = False
        self._remark_at = remark_at
        self._rows = 1
        self._sign = ("", "")
        self._hint: QSize | None = None

    def show_words(self, text: str, *, key: str = "", remark: str = "") -> None:
        """Says what it does, by which key, and (greyed) what it waits for."""
        if (text, key, remark) == (self.text(), self._key, self._remark):
            return
        self._key = key
        self._remark = remark
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription("  ".join(part for part in (key, remark) if part))
        self.updateGeometry()
        self.update()

    def set_chosen(self, chosen: bool, *, signed: bool = False) -> None:
        """Marks it; `signed` adds a tick, where the mark says that it was chosen. The room for it is always left."""
        if signed != self._signed:
            self._signed = signed
            self.updateGeometry()
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def set_asleep(self, asleep: bool) -> None:
        """While something is written its key is a letter like any other: it is printed without its cap."""
        if asleep != self._asleep:
            self._asleep = asleep
            self.update()

    def set_padding(self, padding: tuple[int, int]) -> None:
        """Leaves more or less room round the words."""
        self._padding = padding
        self.updateGeometry()

    def wrap_within(self, width: int) -> None:
        """Takes a second row where the words, or the remark after them, do not fit into a width."""
        rows = 2 if self.sizeHint().width() > width else 1
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()
            self.update()

    def set_sign(self, sign: str, colour: str) -> None:
        """Draws a sign before the words, in one of the colours."""
        if (sign, colour) != self._sign:
            self._sign = (sign, colour)
            self.updateGeometry()
            self.update()

    @property
    def chosen(self) -> bool:
        """Whether it is marked."""
        return self._chosen

    @property
    def asleep(self) -> bool:
        """Whether its key is not heard now."""
        return self._asleep

    @property
    def key(self) -> str:
        """The key printed on it."""
        return self._key

    @property
    def remark(self) -> str:
        """What it waits for, where it is greyed."""
        return self._remark

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._measured()
        return self._hint

    def updateGeometry(self) -> None:
        self._hint = None
        super().updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._hint = None
        super().changeEvent(event)

    def _measured(self) -> QSize:
        metrics = self.fontMetrics()
        width = 2.0 * self._padding[0] + metrics.horizontalAdvance(self.text())
        if self._key:
            width += cap_width(self._key) + _GAP
        if self._sign[0]:
            width += _SIGN + _SIGN_GAP
        if self._signed:
            width += _SIGN + _SIGN_GAP
        if self._remark:
            width += _GAP + metrics.horizontalAdvance(self._remark)
        height = self._rows * max(metrics.height(), 16) + 2 * self._padding[1]
        return QSize(int(width) + 2, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 64), self.sizeHint().height())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, colours)
        ink, ground = self._inks(colours)
        left, right = float(self._padding[0]), self.width() - float(self._padding[0])
        middle = self.height() / 2
        if self._key:
            wide = cap_width(self._key)
            at = left if self._key_first else right - wide
            under = QColor(Qt.GlobalColor.transparent) if self._asleep else colours.colour(ground)
            draw_cap(
                painter, QPointF(at, middle), self._key, under, colours.colour("quiet" if self._asleep else ink[1])
            )
            if self._key_first:
                left += wide + _GAP
            else:
                right -= wide + _GAP
        if self._sign[0]:
            sign = QRectF(left, middle - _SIGN / 2, _SIGN, _SIGN)
            colour = self._sign[1] if self.isEnabled() else "quiet"
            draw_sign(painter, self._sign[0], sign, colours.colour(colour), weight=2.2)
            left += _SIGN + _SIGN_GAP
        if self._signed and self._chosen:
            draw_sign(painter, "check", QRectF(right - _SIGN, middle - _SIGN / 2, _SIGN, _SIGN), colours.colour(ink[0]))
            right -= _SIGN + _SIGN_GAP
        top, height = 0.0, float(self.height())
        if self._remark and self._rows > 1:
            height = float(self.fontMetrics().height())
            top = middle - height
            self._draw_remark_below(painter, colours, QRectF(left, middle, max(right - left, 0.0), height))
        elif self._remark:
            right = self._draw_remark(painter, colours, left, right)
        self._draw_words(painter, colours.colour(ink[0]).name(), QRectF(left, top, max(right - left, 0.0), height))

    def _draw_ground(self, painter: QPainter, colours: Colours) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge, fill = "", ""
        if self._look == "main" and self.isEnabled():
            fill = "accent"
        elif self._chosen:
            edge, fill = "accent", "accent_soft"
        elif self._look in {"framed", "main"}:
            edge, fill = "line", "card"
        if self.isEnabled() and self.underMouse() and fill in {"card", ""}:
            fill = "key"
            edge = "edge" if edge else ""
        painter.setPen(QPen(colours.colour(edge), 1.0) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 9, 9)

    def _inks(self, colours: Colours) -> tuple[tuple[str, str], str]:
        """The colours of the words and of the key, and the ground of the key."""
        if not self.isEnabled():
            return ("quiet", "quiet"), "key"
        if self._look == "main":
            return ("on_accent", "accent"), "card" if colours.on_accent == colours.card else "accent_soft"
        if self._look == "warning":
            return ("warning", "quiet"), "key"
        hovered = self.underMouse() and not self._chosen
        return ("ink", "quiet"), "card" if hovered else "key"

    def _draw_remark(self, painter: QPainter, colours: Colours, left: float, right: float) -> float:
        font = scaled(self.font(), 0.88)
        painter.setFont(font)
        painter.setPen(colours.colour("quiet"))
        if self._remark_at is not None:
            box = QRectF(self._remark_at, 0, max(right - self._remark_at, 0.0), self.height())
            text = painter.fontMetrics().elidedText(self._remark, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            return self._remark_at - _GAP
        room = (right - left) * 0.55
        text = painter.fontMetrics().elidedText(self._remark, Qt.TextElideMode.ElideRight, int(room))
        wide = painter.fontMetrics().horizontalAdvance(text)
        box = QRectF(right - wide, 0, wide, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return right - wide - _GAP

    def _draw_remark_below(self, painter: QPainter, colours: Colours, box: QRectF) -> None:
        painter.setFont(scaled(self.font(), 0.88))
        painter.setPen(colours.colour("quiet"))
        text = painter.fontMetrics().elidedText(self._remark, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _draw_words(self, painter: QPainter, ink: str, box: QRectF) -> None:
        painter.setFont(self.font())
        painter.setPen(ink)
        room = box.width()
        metrics = painter.fontMetrics()
        rows = 2 if box.height() >= 2 * metrics.height() + 8 else 1
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        text = self.text()
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room * rows - 24 * (rows - 1)))
        wrap = Qt.TextFlag.TextWordWrap if rows > 1 else Qt.TextFlag.TextSingleLine
        painter.drawText(box, flags | wrap, text)
