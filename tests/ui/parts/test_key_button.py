"""A thing to press: it says what it does and by which key, and a double click is one click."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.key_button import KeyButton
from ui.parts.visible import show_if


def test_it_tells_a_screen_reader_its_words_its_key_and_what_it_waits_for(qtbot: QtBot) -> None:
    button = KeyButton("reply_1")
    qtbot.addWidget(button)
    button.show_words("就这周四", key="1", remark="先填时间")
    assert button.accessibleName() == "就这周四"
    assert button.accessibleDescription() == "1  先填时间"
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus


def double_clicked(button: QAbstractButton) -> int:
    """How often a button is clicked by the four events of a double click."""
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    at, left, none = QPointF(5, 5), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    kinds = QEvent.Type
    for kind in (kinds.MouseButtonPress, kinds.MouseButtonRelease, kinds.MouseButtonDblClick, kinds.MouseButtonRelease):
        held = Qt.MouseButton.NoButton if kind == kinds.MouseButtonRelease else left
        QApplication.sendEvent(button, QMouseEvent(kind, at, button.mapToGlobal(at), left, held, none))
    return len(pressed)


def test_a_double_click_is_one_click(qtbot: QtBot) -> None:
    usual, ours = QPushButton("1"), KeyButton("reply_1")
    for button in (usual, ours):
        qtbot.addWidget(button)
        button.show()
    assert double_clicked(usual) == 2
    assert double_clicked(ours) == 1


def test_it_grows_with_its_words_but_not_with_its_tick(qtbot: QtBot) -> None:
    button = KeyButton("tag_1")
    qtbot.addWidget(button)
    button.show_words("忙", key="Q")
    plain = button.sizeHint().width()
    button.set_chosen(False, signed=True)
    room = button.sizeHint().width()
    button.set_chosen(True, signed=True)
    assert plain < room == button.sizeHint().width()
    button.show_words("下午方便", key="Q")
    assert room < button.sizeHint().width()


def test_what_is_hidden_before_it_was_ever_shown_stays_hidden(qtbot: QtBot) -> None:
    holder, one, other = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    for widget in (one, other):
        row.addWidget(widget)
    show_if(one, False)
    holder.show()
    assert not one.isVisible()
    assert other.isVisible()
    show_if(one, True)
    assert one.isVisible()
