"""Keys by name, whatever the input method or the keypad makes of them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.parts.keys import name_of, plain

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PAD = Qt.KeyboardModifier.KeypadModifier


def pressed(key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> str | None:
    return name_of(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "1"),
        ("１", "1"),
        ("０", "0"),
        ("、", "/"),
        ("／", "/"),
        ("?", "0"),
        ("？", "0"),
        ("《", "back"),
        (".", "back"),
        ("。", "back"),
        ("＝", "="),
        ("＋", "+"),
        ("－", "-"),
        ("＊", "*"),
        ("　", "space"),
        ("ａ", "a"),
        ("A", "a"),
        ("，", None),
        ("话", None),
        ("", None),
        ("ab", None),
    ],
)
def test_full_width_signs_are_the_keys_they_stand_for(typed: str, meant: str | None) -> None:
    assert plain(typed) == meant


@pytest.mark.parametrize(
    ("key", "text", "modifiers", "name"),
    [
        (KEY.Key_1, "1", NONE, "1"),
        (KEY.Key_1, "1", PAD, "1"),
        (KEY.Key_Enter, "\r", PAD, "enter"),
        (KEY.Key_Period, ".", PAD, "back"),
        (KEY.Key_Slash, "/", PAD, "/"),
        (KEY.Key_Minus, "-", PAD, "-"),
        (KEY.Key_Plus, "+", SHIFT, "+"),
        (KEY.Key_Asterisk, "*", PAD, "*"),
        (KEY.Key_3, "3", ALT, "alt+3"),
        (KEY.Key_3, "3", ALT | PAD, "alt+3"),
        (KEY.Key_E, "\x05", CTRL, "ctrl+e"),
        (KEY.Key_Return, "\r", CTRL, "ctrl+enter"),
        (KEY.Key_Enter, "\r", CTRL | PAD, "ctrl+enter"),
        (KEY.Key_Equal, "=", CTRL, "ctrl+="),
        (KEY.Key_Plus, "+", CTRL | SHIFT, "ctrl++"),
        (KEY.Key_F8, "", NONE, "f8"),
        (KEY.Key_Space, " ", NONE, "space"),
        (KEY.Key_Backspace, "\b", NONE, "back"),
        (KEY.Key_Escape, "\x1b", NONE, "escape"),
        # Those of input methods, QQ and WeChat mean nothing here.
        (KEY.Key_Shift, "", SHIFT, None),
        (KEY.Key_F, "\x06", CTRL | SHIFT, None),
        (KEY.Key_A, "\x01", CTRL | ALT, None),
        (KEY.Key_W, "", CTRL | ALT, None),
    ],
)
def test_a_key_has_one_name(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier, name: str | None) -> None:
    assert pressed(key, text, modifiers) == name
