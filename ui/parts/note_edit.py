"""A few lines to write in. Enter is done with it, Shift and Enter begins a new line."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.parts.composition import Composition, for_its_menu, is_command, lets_shortcut_pass

_REST_MS = 1500


class NoteEdit(QPlainTextEdit):
    """The note. Says `written` when the hand rests or the focus leaves, `left` on Enter, Esc and Tab."""

    written = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTabChangesFocus(False)
        self.composition = Composition(self)
        self._kept = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)
        self.textChanged.connect(self._rest.start)

    def show_note(self, text: str) -> None:
        """Shows the note as it is kept; what is being written is left alone."""
        self._kept = text
        if not self.hasFocus() and self.toPlainText() != text:
            self.setPlainText(text)
            self._rest.stop()

    def keep(self) -> None:
        """Says what is written, if it is not kept yet."""
        self._rest.stop()
        text = self.toPlainText().strip()
        if text != self._kept:
            self._kept = text
            self.written.emit(text)

    def settle(self) -> None:
        """Commits what is being composed, and keeps it."""
        self.composition.settle()
        self.keep()

    def event(self, event: QEvent) -> bool:
        if lets_shortcut_pass(event):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composition.follow(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composition.keeps(event):
            return
        if is_command(event):
            event.ignore()
            return
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        leaves = {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        if event.key() in leaves or (event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shifted):
            if not event.isAutoRepeat():
                self.keep()
                self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.composition.settle()
        super().focusOutEvent(event)
        if not for_its_menu(event):
            self.keep()
