"""What to say now, by far the largest text: its words, its points or its prompts, with gaps that can be filled."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from scripts_library.expressions import Gap, Piece
from scripts_library.release import Release
from ui.call.line_layout import ROOMY, TIGHT, SetLine, Stretch, flat, set_line
from ui.parts.entry import Entry
from ui.parts.titles import name_title, plain_text
from ui.preferences import Showing
from ui.theme.colours import Colours, colours_of

_SMALL = 0.66
_BETWEEN = 10.0
_BETWEEN_POINTS = "  ·  "


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    stretches: tuple[Stretch, ...]
    size: float
    quiet: bool


class Say(QWidget):
    """Paints the line, and opens a small field over a gap.

    Says `gap_filled` with the gap's name and the text (who keeps it calls `close_gap`), `let_go` when it gives the
    keyboard back, and `size_wanted` (larger 1, smaller -1) when the wheel turns with Ctrl.
    """

    gap_filled = Signal(str, str)
    let_go = Signal()
    size_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("say")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._blocks: tuple[_Block, ...] = ()
        self._set: tuple[SetLine, ...] = ()
        self._points = 22
        self._spacing = ROOMY
        self._titles: dict[str, str] = {}
        self._entry: Entry | None = None
        self._asks = ""

    @property
    def gaps(self) -> tuple[str, ...]:
        """The names that the line asks for and nobody knows."""
        return tuple(dict.fromkeys(name for one in self._set for name, _ in one.gaps))

    @property
    def fills(self) -> Entry | None:
        """The field over a gap, while one is open."""
        return self._entry

    def show_line(
        self, release: Release, pieces: tuple[Piece, ...], prompts: tuple[str, ...], showing: Showing, points: int
    ) -> None:
        """Shows a line in one of the three ways; without points there is nothing to show but the words."""
        text, stretches = flat(pieces, lambda name: name_title(release, name))
        self._titles = {piece.name: name_title(release, piece.name) for piece in pieces if isinstance(piece, Gap)}
        prompt = _BETWEEN_POINTS.join(prompts)
        blocks: tuple[_Block, ...]
        if not prompt or showing == "words":
            blocks = (_Block(text, stretches, 1.0, quiet=False),)
        elif showing == "points":
            blocks = (_Block(prompt, (), 1.0, quiet=False), _Block(text, stretches, _SMALL, quiet=True))
        else:
            blocks = (_Block(prompt, (), 1.0, quiet=False),)
        self.setAccessibleName(plain_text(release, pieces) if showing != "prompts" else prompt)
        if blocks != self._blocks or points != self._points:
            self.close_gap()
            self._blocks, self._points = blocks, points
            self._lay()

    def set_tight(self, *, tight: bool) -> None:
        """Sets the rows closer together where there is little room."""
        self._spacing = TIGHT if tight else ROOMY
        self._lay()

    def place_of(self, name: str) -> QPoint | None:
        """Where a gap of the line stands, to be clicked on."""
        boxes = (box.translated(0, top) for top, one in self._placed() for gap, box in one.gaps if gap == name)
        return next((box.center().toPoint() for box in boxes), None)

    def open_gap(self, name: str) -> None:
        """Opens the field over a gap and puts the focus there."""
        boxes = [box.translated(0, top) for top, one in self._placed() for gap, box in one.gaps if gap == name]
        if not boxes:
            return
        self.close_gap()
        self._asks = name
        entry = Entry(f"gap_{name.replace('.', '_')}", self)
        entry.setFont(QApplication.font())
        entry.setAccessibleName(self._titles[name])
        box = boxes[0]
        height = entry.sizeHint().height()
        width = max(int(box.width()) + 40, 160)
        left = min(max(int(box.x()) - 8, 0), max(self.width() - width, 0))
        entry.setGeometry(left, int(box.center().y() - height / 2), width, height)
        entry.entered.connect(self.fill_gap)
        entry.left.connect(self.close_gap)
        entry.gone.connect(self.fill_gap)
        entry.passed.connect(self.fill_gap)
        self._entry = entry
        entry.show()
        entry.setFocus()

    def close_gap(self) -> None:
        """Closes the field over a gap without filling it."""
        if self._entry is None:
            return
        entry, self._entry = self._entry, None
        if entry.hasFocus():
            self.let_go.emit()
        entry.hide()
        entry.deleteLater()

    def fill_gap(self) -> None:
        """Says what stands in the field over a gap; one with nothing in it is closed."""
        if self._entry is None:
            return
        self._entry.settle()
        text = self._entry.text().strip()
        if text:
            self.gap_filled.emit(self._asks, text)
        else:
            self.close_gap()

    def sizeHint(self) -> QSize:
        return QSize(480, int(self._height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, int(self._height()) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._lay()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._gap_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        name = self._gap_at(event.position())
        if name is None:
            event.ignore()
        else:
            self.open_gap(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (top, one), block in zip(self._placed(), self._blocks, strict=True):
            for _, box in one.gaps:
                _draw_gap(painter, box.translated(0, top), colours)
            painter.setPen(colours.colour("quiet" if block.quiet else "ink"))
            one.layout.draw(painter, QPointF(0, top))

    def _lay(self) -> None:
        colours = colours_of(self)
        width = max(self.width(), 200)
        self._set = tuple(self._set_block(block, width, colours) for block in self._blocks)
        self.setMinimumHeight(int(self._height()) + 1)
        self.updateGeometry()
        self.update()

    def _set_block(self, block: _Block, width: float, colours: Colours) -> SetLine:
        font = QFont(QApplication.font())
        font.setPointSizeF(self._points * block.size)
        gap, pause = QColor(colours.warning), QColor(colours.accent)
        return set_line(block.text, block.stretches, font, width, gap=gap, pause=pause, spacing=self._spacing)

    def _placed(self) -> list[tuple[float, SetLine]]:
        placed, top = [], 0.0
        for one in self._set:
            placed.append((top, one))
            top += one.height + _BETWEEN
        return placed

    def _height(self) -> float:
        return sum(one.height for one in self._set) + _BETWEEN * max(len(self._set) - 1, 0)

    def _gap_at(self, point: QPointF) -> str | None:
        for top, one in self._placed():
            name = one.gap_at(point - QPointF(0, top))
            if name is not None:
                return name
        return None


def _draw_gap(painter: QPainter, box: QRectF, colours: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("warning_soft"))
    painter.drawRoundedRect(box, 4, 4)
    pen = QPen(colours.colour("warning"), 1.6, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(box.bottomLeft(), box.bottomRight())
