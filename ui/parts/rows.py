"""A list of any length: as many row widgets as fit, moved over the rows that were read so far."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.row import Row, RowButton, row_height
from ui.theme.colours import colours_of

_NOTCH = 120  # what one notch of a wheel turns, in eighths of a degree
_THUMB = 4.0
_SHORTEST_THUMB = 24.0


class Rows(QWidget):
    """A long list, of which only the rows that show are widgets: the n-th is `<name>_<n>`, counted from 1.

    Says `opened` when a row is clicked or chosen by key, `stood_on` when one moves to it, `wants_more` when the end of
    what was read comes near.
    """

    opened = Signal(int)
    stood_on = Signal(int)
    wants_more = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_rows")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name = name
        self._rows: tuple[Row, ...] = ()
        self._buttons: list[RowButton] = []
        self._first = 0
        self._current: int | None = None
        self._turned = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that were read so far."""
        return self._rows

    @property
    def current(self) -> int | None:
        """The row that one stands on, counted from 0 from the top of the list."""
        return self._current

    def show_rows(self, rows: Sequence[Row], *, current: int | None = None) -> None:
        """Shows other rows, from the top."""
        self._rows, self._first, self._current = tuple(rows), 0, None
        if current is not None and current < len(self._rows):
            self._current = current
            self._bring_into_view()
        self._lay()
        self.updateGeometry()

    def replace(self, index: int, row: Row) -> None:
        """One row says something else; nothing that shows moves."""
        self._rows = (*self._rows[:index], row, *self._rows[index + 1 :])
        self._lay()

    def append(self, rows: Sequence[Row]) -> None:
        """Adds the next rows below; nothing that shows moves."""
        self._rows = (*self._rows, *rows)
        self._lay()

    def stand_on(self, index: int) -> None:
        """Moves to a row, as far as there are rows, and brings it into view."""
        if not self._rows:
            return
        index = min(max(index, 0), len(self._rows) - 1)
        if index == self._current:
            return
        self._current = index
        self._bring_into_view()
        self._lay()
        self.stood_on.emit(index)
        self._read_on()

    def take(self, key: str) -> bool:
        """Whether a key moves in the list or opens a row."""
        here = -1 if self._current is None else self._current
        match key:
            case "up":
                self.stand_on(here - 1)
            case "down":
                self.stand_on(here + 1)
            case "page_up":
                self.stand_on(max(here, 0) - self._fits())
            case "page_down":
                self.stand_on(max(here, 0) + self._fits())
            case "enter" if self._current is not None:
                self.opened.emit(self._current)
            case _:
                return False
        return bool(self._rows)

    def sizeHint(self) -> QSize:
        return QSize(280, row_height() * max(len(self._rows), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, row_height() * min(max(len(self._rows), 1), 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
        self._read_on()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self._first = min(max(self._first - notches, 0), self._last_first())
            self._lay()
            self._read_on()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        fits, known = self._fits(), len(self._rows)
        if known <= fits:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours_of(self).colour("edge"))
        height = max(self.height() * fits / known, _SHORTEST_THUMB)
        top = (self.height() - height) * self._first / max(self._last_first(), 1)
        painter.drawRoundedRect(QRectF(self.width() - _THUMB, top, _THUMB, height), _THUMB / 2, _THUMB / 2)

    def _fits(self) -> int:
        return max(self.height() // row_height(), 1)

    def _last_first(self) -> int:
        return max(len(self._rows) - self._fits(), 0)

    def _bring_into_view(self) -> None:
        if self._current is not None:
            lowest = self._current - self._fits() + 1
            self._first = min(max(self._first, lowest), self._current)

    def _read_on(self) -> None:
        if self._rows and self._first + 2 * self._fits() >= len(self._rows):
            self.wants_more.emit()

    def _lay(self) -> None:
        """Puts a widget where each row is that shows, and says in it what the row says."""
        self._first = min(self._first, self._last_first())
        showing = self._rows[self._first : self._first + self._fits()]
        while len(self._buttons) < len(showing):
            self._buttons.append(self._button(len(self._buttons)))
        scrolls = _THUMB + 6 if len(self._rows) > self._fits() else 0
        for place, button in enumerate(self._buttons):
            if place < len(showing):
                button.setGeometry(0, place * row_height(), int(self.width() - scrolls), row_height())
                button.show_row(showing[place], current=self._first + place == self._current)
            button.setVisible(place < len(showing))
        self.update()

    def _button(self, place: int) -> RowButton:
        button = RowButton(f"{self._name}_{place + 1}", self)
        button.clicked.connect(lambda: self._clicked(place))
        return button

    def _clicked(self, place: int) -> None:
        self.stand_on(self._first + place)
        self.opened.emit(self._first + place)
