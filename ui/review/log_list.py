"""The log as a list: the calls that are wanted, the newest first, read on as one goes down."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.book import Book
from data.kept_call import CallRow
from data.search import Wanted
from ui.parts.call_rows import call_row
from ui.parts.label import Label
from ui.parts.row import Row
from ui.parts.rows import Rows

_PAGE = 50
_LOOK_AT = 5_000  # calls at once, so that a search for what is rare never stops the window


class LogList(QWidget):
    """Says `stood_on` and `opened` with the id of a call, `read` when more of the log was read."""

    stood_on = Signal(str)
    opened = Signal(str)
    read = Signal()

    def __init__(self, book: Book, clock: Callable[[], datetime], *, look_at: int = _LOOK_AT) -> None:
        super().__init__()
        self._look_at = look_at
        self._book = book
        self._clock = clock
        self._wanted = Wanted()
        self._calls: list[CallRow] = []
        self._further: str | None = None
        self._rows = Rows("call")
        self._rows.stood_on.connect(lambda place: self.stood_on.emit(self._calls[place].id))
        self._rows.opened.connect(lambda place: self.opened.emit(self._calls[place].id))
        self._rows.wants_more.connect(self._read_on)
        self._searching = Label(tone="quiet", size=0.92)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._rows, 1)
        column.addWidget(self._searching)

    @property
    def calls(self) -> Sequence[CallRow]:
        """The calls that were read so far."""
        return tuple(self._calls)

    @property
    def ended(self) -> bool:
        """Whether the whole log was looked through."""
        return self._further is None

    def look(self, wanted: Wanted, stays: str | None) -> None:
        """Reads the first page of what is wanted; the call with the id `stays` is stood on where it is there."""
        self._wanted, self._calls, self._further = wanted, [], None
        self._rows.show_rows([])
        self._search(None)
        here = next((place for place, call in enumerate(self._calls) if call.id == stays), 0)
        self._rows.show_rows([self._said(call) for call in self._calls], current=here)
        if self._calls:
            self.stood_on.emit(self._calls[here].id)

    def refresh(self, call_id: str) -> None:
        """The row of a call says how it now ended; every other stays where it is."""
        place = next((place for place, call in enumerate(self._calls) if call.id == call_id), None)
        if place is None:
            return
        for fresh in self._book.calls_of([call_id]):
            self._calls[place] = fresh
            self._rows.replace(place, self._said(fresh))

    def take(self, key: str) -> bool:
        """Whether a key moves in the list or opens a call."""
        return self._rows.take(key)

    def _search(self, before: str | None) -> None:
        found = self._book.find_calls(self._wanted, before=before, limit=_PAGE, look_at=self._look_at)
        self._calls += found.rows
        self._further = found.further
        looks_on = not found.rows and found.further is not None
        if looks_on:
            # Nothing in this stretch of the log: look on, and let the window breathe between.
            QTimer.singleShot(0, self, self._read_on)
        self._searching.setText(self.tr("Looking further back…") if looks_on else "")

    def _read_on(self) -> None:
        if self._further is None:
            return
        known = len(self._calls)
        before, self._further = self._further, None
        self._search(before)
        self._rows.append([self._said(call) for call in self._calls[known:]])
        if known == 0 and self._calls:
            self._rows.stand_on(0)
        self.read.emit()

    def _said(self, call: CallRow) -> Row:
        return call_row(self._book, call, self._clock())
