"""One field: it understands what is typed as it is said, and shows it back in full."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from scripts_library.values import ERASED, Value
from scripts_library.values.written import written
from ui.parts.composition import for_its_menu
from ui.parts.entry import Entry
from ui.parts.field_values import Impossible
from ui.theme.colours import colours_of

Reads = Callable[[str], Value]
Shows = Callable[[Value], str]
Steps = Callable[[Value | None, int], Value | None]
_EMPTY = "—"


class FieldEntry(Entry):
    """Says `filled` with the written value (empty: cleared), `refused` with the reason or, when it is gone, nothing.

    What is typed is read at every key and shown behind it; it is kept when the field is left.
    """

    filled = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._value: Value | None = None
        self._pending: Value | None = None
        self._meant = ""
        self._reads: Reads | None = None
        self._shows: Shows = str
        self._steps: Steps | None = None
        self.setPlaceholderText(_EMPTY)
        self.textEdited.connect(self._edited)
        self.stepped.connect(self._step)
        self.left.connect(self._show_kept)
        self.gone.connect(self.keep)

    def understands(self, reads: Reads, shows: Shows, steps: Steps) -> None:
        """Takes what it needs to read, show and step its value."""
        self._reads, self._shows, self._steps = reads, shows, steps

    def show_value(self, value: Value | None) -> None:
        """Shows the value that is kept; what is being typed, or was refused, is left alone."""
        changed = value != self._value
        self._value = value
        left_alone = self.isModified() or bool(self._meant)
        if changed or (not left_alone and self.text() != self._kept_text()):
            self._show_kept()

    def drop(self) -> None:
        """Lets go of what was typed and never taken: it was said by another customer."""
        self._show_kept()

    def set_wanting(self, empty: str) -> None:
        """Says that it must be filled while it is empty, in the words given; without words it may stay empty."""
        self.setPlaceholderText(empty or _EMPTY)
        wanting = bool(empty) and self._value is None
        if bool(self.property("wanting")) != wanting:
            self.setProperty("wanting", wanting)
            self._repolish()

    @property
    def value(self) -> Value | None:
        """The value that is kept."""
        return self._value

    def keep(self) -> bool:
        """Keeps what was typed, if anything was. False where the field cannot take it; then it stays as typed."""
        self.settle()
        if not self.isModified():
            return True
        if self._pending is None and not self.text().strip():
            return self._say(None, "")
        if self._value is not None and self.text() == self._shows(self._value):
            self._show_kept()
            return True
        try:
            value = self._pending if self._pending is not None else self._read(self.text())
        except Impossible as reason:
            self.setProperty("refused", True)
            self._repolish()
            self.refused.emit(str(reason))
            return False
        return self._say(value, written(value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not for_its_menu(event):
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._meant:
            return
        painter = QPainter(self)
        painter.setPen(colours_of(self).colour("accent"))
        painter.setFont(self.font())
        left = self.fontMetrics().horizontalAdvance(self.text()) + 18
        room = QRectF(left, 0, self.width() - left - 8, self.height())
        text = self.fontMetrics().elidedText(self._meant, Qt.TextElideMode.ElideRight, int(max(room.width(), 0)))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _read(self, text: str) -> Value:
        return text if self._reads is None else self._reads(text)

    def _say(self, value: Value | None, kept: str) -> bool:
        """Says the value to be kept. Whoever keeps it shows it at once, so that what was not kept stays as typed."""
        if value == self._value:
            self._show_kept()
        else:
            self.filled.emit(kept)
        return not self.isModified()

    def _show_kept(self) -> None:
        self._pending, self._meant = None, ""
        erased = self._value is None or self._value is ERASED
        self.setText(self._kept_text())
        self.setReadOnly(erased and self._value is not None)
        self.setModified(False)
        self.setCursorPosition(0)
        if self.property("refused"):
            self.setProperty("refused", False)
            self._repolish()
            self.refused.emit("")
        self.update()

    def _kept_text(self) -> str:
        return "" if self._value is None else self._shows(self._value)

    def _edited(self, text: str) -> None:
        self._pending = None
        self._meant = ""
        if text.strip():
            try:
                shown = self._shows(self._read(text))
                self._meant = f"→ {shown}" if shown != text.strip() else ""
            except Impossible:
                self._meant = ""
        self.update()

    def _step(self, by: int) -> None:
        if self._steps is None:
            return
        further = self._steps(self._stands(), by)
        if further is not None:
            self._pending, self._meant = further, ""
            self.setText(self._shows(further))
            self.setModified(True)
            self.selectAll()

    def _stands(self) -> Value | None:
        """The value that stands in the field: what is typed where that can be read, else what is kept."""
        if self._pending is not None:
            return self._pending
        if not self.isModified():
            return self._value
        try:
            return self._read(self.text())
        except Impossible:
            return self._value

    def _repolish(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
