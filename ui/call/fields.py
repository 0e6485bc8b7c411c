"""Several fields together: the focus goes through them by Tab and Enter, and back to the page after the last."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.call import Call
from ui.call.field_row import FieldRow
from ui.parts.visible import show_if


class Fields(QWidget):
    """The fields of a call, one below the other or in columns.

    Says `filled` with a field's id and its written value, `completed` on Enter in the last one, `let_go` when it gives
    the keyboard back.
    """

    filled = Signal(str, str)
    completed = Signal()
    let_go = Signal()

    def __init__(self, prefix: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.columns = 1
        self.needed = False
        self._prefix = prefix
        self._clock = clock
        self._rows: dict[str, FieldRow] = {}
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(24)

    def show_call(self, call: Call, fields: Sequence[str], *, asked: Sequence[str]) -> None:
        """Shows these fields of a call, in this order; those that are asked for stand out."""
        for field in [name for name in self._rows if name not in call.release.script.fields]:
            row = self._rows.pop(field)
            row.setParent(None)
            row.deleteLater()
        self._shown = tuple(fields)
        for place, field in enumerate(fields):
            row = self._rows.get(field) or self._made(field)
            self._grid.addWidget(row, place // self.columns, place % self.columns, Qt.AlignmentFlag.AlignTop)
            row.show_call(call, asked=field in asked, needed=self.needed)
        for field, row in self._rows.items():
            show_if(row, field in self._shown)

    def focus_open(self, fields: Sequence[str]) -> bool:
        """Puts the focus into the first of these that is empty or was refused. False where none is."""
        rows = [self._rows[field] for field in fields if field in self._shown]
        row = next((row for row in rows if row.entry.value is None or row.entry.isModified()), None)
        if row is None:
            return False
        row.entry.setFocus()
        return True

    def focus_first(self, fields: Sequence[str]) -> bool:
        """Puts the focus into the first of these that is open, else into the first of all. False where none is."""
        shown = [field for field in fields if field in self._shown]
        if shown and not self.focus_open(shown):
            self._rows[shown[0]].entry.setFocus()
        return bool(shown)

    def drop(self) -> None:
        """Lets go of what was typed and never taken."""
        for row in self._rows.values():
            row.entry.drop()

    def settle(self) -> bool:
        """Keeps what is being typed. False where a field that shows cannot take it."""
        kept = [self._rows[field].entry.keep() for field in self._shown]
        return all(kept)

    def refused(self, fields: Sequence[str]) -> tuple[str, ...]:
        """Those of these fields that could not take what was typed."""
        return tuple(field for field in fields if field in self._shown and self._rows[field].entry.isModified())

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is with one of the fields."""
        return any(row.entry.hasFocus() for row in self._rows.values())

    def _made(self, field: str) -> FieldRow:
        row = FieldRow(self._prefix, field, self._clock)
        row.filled.connect(self.filled)
        row.entry.entered.connect(lambda: self._entered(row))
        row.entry.left.connect(self.let_go)
        row.entry.passed.connect(lambda step: self._passed(row, step))
        self._rows[field] = row
        return row

    def _entered(self, row: FieldRow) -> None:
        if not row.entry.keep():
            return
        asked = [one for one in (self._rows[field] for field in self._shown) if one.asked]
        later = asked[asked.index(row) + 1 :] if row.asked else []
        empty = [one for one in (*later, *asked) if one.entry.value is None and one is not row]
        # At a step one goes through its fields, to put any of them right; an ending only wants what is missing.
        further = empty if self.needed else later or empty
        if further:
            further[0].entry.setFocus()
        else:
            self.completed.emit()

    def _passed(self, row: FieldRow, step: int) -> None:
        if not row.entry.keep():
            return
        place = self._shown.index(row.field) + step
        if 0 <= place < len(self._shown):
            self._rows[self._shown[place]].entry.setFocus()
        else:
            self.let_go.emit()
