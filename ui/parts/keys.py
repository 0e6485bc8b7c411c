"""Keys by name, whatever the input method or the keypad makes of them: `1`, `enter`, `back`, `alt+3`, `ctrl+e`, `a`."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Deed = Callable[[], object]
Deeds = Mapping[str, Deed]  # what each key does on one screen, by the names that are given here

_NAMED = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Backtab: "backtab",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
    **{Qt.Key(Qt.Key.Key_F1.value + number): f"f{number + 1}" for number in range(12)},
}
# What the keypad, and a Chinese keyboard in its own punctuation, write for a key (ui.md, keys and the input method 4).
_MEANT = {".": "back", "。": "back", "<": "back", "《": "back", "、": "/", "?": "0", " ": "space"}
_PRINTED = frozenset("0123456789/-+*=")


def name_of(event: QKeyEvent) -> str | None:
    """What a key is called on the Call page; None for one that means nothing here."""
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    if modifiers == Qt.KeyboardModifier.AltModifier:
        return _with("alt", key)
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        # Shift only helps to reach a + that stands above the =.
        alone = modifiers & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier
        shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        return _with("ctrl", key) if alone and (not shifted or key == Qt.Key.Key_Plus) else None
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    return _NAMED.get(key) or plain(event.text())


def plain(text: str) -> str | None:
    """What a typed sign means: full-width digits and signs count as the keys that they stand for."""
    if len(text) != 1:
        return None
    sign = text if text.isascii() else _narrow(text)
    meant = _MEANT.get(sign, sign)
    if meant in _PRINTED or meant in _MEANT.values():
        return meant
    lower = meant.lower()
    return lower if len(lower) == 1 and "a" <= lower <= "z" else None


def _narrow(sign: str) -> str:
    from unicodedata import normalize  # its tables are large, and no key has been pressed before the first paint

    return normalize("NFKC", sign)


def _with(modifier: str, key: Qt.Key) -> str | None:
    if key in _NAMED:
        return f"{modifier}+{_NAMED[key]}"
    if Qt.Key.Key_Space.value < key.value < Qt.Key.Key_AsciiTilde.value:
        return f"{modifier}+{chr(key.value).lower()}"
    return None
