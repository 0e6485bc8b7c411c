"""What text fields share: the composition of an input method, never dropped, and what is meant for the page."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_ITS_KEYS = {
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    *(Qt.Key(code) for code in range(Qt.Key.Key_0.value, Qt.Key.Key_9.value + 1)),
}
_EDITING = {
    Qt.Key.Key_A,
    Qt.Key.Key_C,
    Qt.Key.Key_V,
    Qt.Key.Key_X,
    Qt.Key.Key_Y,
    Qt.Key.Key_Z,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Insert,
}
_COMMAND = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Composition:
    """Follows the text that is being composed in one field; empty when none is."""

    def __init__(self, field: QWidget) -> None:
        self._field = field
        self.text = ""

    def follow(self, event: QInputMethodEvent) -> None:
        """Takes note of what the input method did."""
        self.text = event.preeditString()

    def keeps(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the input method now."""
        return bool(self.text) and event.key() in _ITS_KEYS and not is_command(event)

    def settle(self) -> None:
        """Commits what is being composed, through the input method or, where it does not answer, as it stands."""
        if not self.text:
            return
        method = QGuiApplication.inputMethod()
        method.commit()
        if self.text:
            commit = QInputMethodEvent()
            commit.setCommitString(self.text)
            QApplication.sendEvent(self._field, commit)
            method.reset()


def is_command(event: QKeyEvent) -> bool:
    """Whether a key in a text field is meant for the page: with Ctrl or Alt, and no editing; or a function key."""
    key = Qt.Key(event.key())
    if Qt.Key.Key_F1.value <= key.value <= Qt.Key.Key_F12.value:
        return True
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers in _COMMAND and key not in _EDITING


def for_its_menu(event: QFocusEvent) -> bool:
    """Whether the focus only goes to the menu of the field itself (cut, copy, paste), or comes back from it."""
    return event.reason() == Qt.FocusReason.PopupFocusReason


def lets_shortcut_pass(event: QEvent) -> bool:
    """Whether this is Qt asking if the field wants a key that is meant for the page."""
    return event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_command(event)
