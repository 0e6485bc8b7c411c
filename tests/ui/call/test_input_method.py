"""The keyboard and the input method: raw keys on the page, composed text in the fields, nothing dropped."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coach.events import NoneOfThese, Noted
from tests.ui.desk import Desk

KEY = Qt.Key
ITS_KEYS = [
    *(KEY(code) for code in range(KEY.Key_0.value, KEY.Key_9.value + 1)),
    KEY.Key_Space,
    KEY.Key_Return,
    KEY.Key_Enter,
    KEY.Key_Escape,
    KEY.Key_Backspace,
]


def at_time(desk: Desk) -> QLineEdit:
    """The call at the step that asks for the hour, with the focus in its field."""
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "1")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "field_meeting_time"
    return field


def test_every_key_arrives_raw_while_no_text_field_has_the_focus(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is desk.page
    assert not focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_full_width_digit_answers(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    desk.clock.pass_by(1)
    QApplication.sendEvent(desk.page, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "１"))
    assert desk.step == "introduce"


@pytest.mark.parametrize("key", ITS_KEYS, ids=lambda key: key.name)
def test_in_a_field_keys_belong_to_the_input_method_while_it_composes(desk: Desk, key: Qt.Key) -> None:
    field = at_time(desk)
    desk.compose("wudianban")
    trail = desk.call.trail
    QTest.keyClick(field, key)
    assert desk.call.trail == trail
    assert QApplication.focusWidget() is field
    assert field.text() == ""
    desk.write("五点半")
    desk.press(KEY.Key_Return)
    assert str(desk.call.values["fields.meeting_time"]) == "17:30:00"


@pytest.mark.parametrize("key", ITS_KEYS, ids=lambda key: key.name)
def test_in_the_finder_keys_belong_to_the_input_method_while_it_composes(desk: Desk, key: Qt.Key) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "/", "/")  # the second makes it a Chinese text field
    finder = desk.compose("mei")
    trail = desk.call.trail
    QTest.keyClick(finder, key)
    assert desk.call.trail == trail
    assert desk.find("finder_list").isVisible()
    assert QApplication.focusWidget() is finder


@pytest.mark.parametrize("key", ITS_KEYS, ids=lambda key: key.name)
def test_in_the_note_keys_belong_to_the_input_method_while_it_composes(desk: Desk, key: Qt.Key) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    desk.control(KEY.Key_N)
    note = desk.compose("wan")
    assert note.objectName() == "note"
    trail = desk.call.trail
    QTest.keyClick(note, key)
    assert desk.call.trail == trail
    assert QApplication.focusWidget() is note


def test_composed_text_is_committed_before_the_step_changes(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    desk.control(KEY.Key_N)
    desk.compose("晚上七点以后")
    desk.press("1", modifier=Qt.KeyboardModifier.AltModifier)
    assert desk.step == "introduce"
    assert desk.call.note == "晚上七点以后"


def test_composed_text_is_committed_before_the_call_ends(desk: Desk) -> None:
    at_time(desk)
    desk.compose("三点")
    desk.control(KEY.Key_E)
    assert str(desk.call.values["fields.meeting_time"]) == "15:00:00"
    assert desk.call.phase == "hung_up"


def test_composed_text_is_committed_before_the_call_is_finished(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "-")
    desk.control(KEY.Key_N)
    desk.compose("说在开车")
    desk.control(KEY.Key_Return)
    (over,) = desk.over
    assert [event.text for event in over.call.trail if isinstance(event, Noted)] == ["说在开车"]


def test_what_the_customer_said_is_kept_when_a_key_goes_on(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "0")
    desk.compose("怎么又是你们")
    desk.press("1", modifier=Qt.KeyboardModifier.AltModifier)
    assert [event.words for event in desk.call.trail if isinstance(event, NoneOfThese)] == ["怎么又是你们"]
    assert desk.step == "introduce"


def test_the_finder_takes_raw_letters_until_it_is_made_a_text_field(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "m")
    finder = QApplication.focusWidget()
    assert finder is desk.find("objection_finder")
    assert not finder.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    desk.press("/")
    assert finder.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert isinstance(finder, QLineEdit)
    assert finder.text() == "m"
    desk.press(KEY.Key_Escape, "m")
    assert not finder.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_in_the_chinese_finder_digits_are_text(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "/", "/", "1")
    finder = QApplication.focusWidget()
    assert isinstance(finder, QLineEdit)
    assert finder.text() == "1"
    assert desk.call.position is not None
    assert not desk.call.position.cards


def test_backspace_in_the_emptied_finder_closes_it_and_never_walks_back(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "m", KEY.Key_Backspace)
    assert desk.find("finder_list").isVisible()
    desk.press(KEY.Key_Backspace)
    assert not desk.find("finder_list").isVisible()
    assert desk.step == "introduce"
    desk.press(KEY.Key_Backspace)
    assert desk.step == "confirm"


def test_no_single_key_does_anything_else_in_a_text_field(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    desk.control(KEY.Key_N)
    trail = desk.call.trail
    desk.press("1", "-", "+", "*", ".", "/", "0", "m", KEY.Key_Space)
    assert desk.call.trail == trail
    desk.press(KEY.Key_Return)
    assert desk.call.note == "1-+*./0m"


def test_a_key_that_is_held_down_answers_once(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    desk.clock.pass_by(1)
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True)
    QApplication.sendEvent(desk.page, held)
    assert desk.step == "confirm"
    assert held.isAccepted()


def test_a_reply_key_within_a_quarter_of_a_second_of_a_new_line_is_ignored(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    desk.press("1", after=0.249)
    assert desk.step == "confirm"
    desk.press("1", after=0.002)
    assert desk.step == "introduce"
    desk.press("1", modifier=Qt.KeyboardModifier.AltModifier, after=0.1)
    assert desk.step == "introduce"
    desk.press("1", modifier=Qt.KeyboardModifier.AltModifier, after=0.2)
    assert desk.step == "purpose"
