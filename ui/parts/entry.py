"""One line to write in: it leaves commands to the page, and a composition to the input method."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.parts.composition import Composition, for_its_menu, is_command, lets_shortcut_pass

LONGEST = 500


class Entry(QLineEdit):
    """A line of text.

    Says `entered` on Enter, `left` on Esc, `stepped` (up 1, down -1) on the arrows, `passed` (on 1, back -1) on Tab,
    `gone` when the focus leaves it.
    """

    entered = Signal()
    left = Signal()
    stepped = Signal(int)
    passed = Signal(int)
    gone = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMaxLength(LONGEST)
        self.composition = Composition(self)

    def settle(self) -> None:
        """Commits what is being composed."""
        self.composition.settle()

    def event(self, event: QEvent) -> bool:
        if lets_shortcut_pass(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._tab(event):
            return True
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
        if not self._acts(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)
        if not for_its_menu(event):
            self.gone.emit()

    def _acts(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if key == Qt.Key.Key_Up else -1)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            if not event.isAutoRepeat():
                (self.left if key == Qt.Key.Key_Escape else self.entered).emit()
            return True
        return False

    def _tab(self, event: QKeyEvent) -> bool:
        if event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} or self.composition.keeps(event):
            return False
        self.passed.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        return True
