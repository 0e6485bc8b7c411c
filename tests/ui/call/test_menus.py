"""A text field that opens its menu (cut, copy, paste) is not left by that: nothing closes, nothing is kept yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.ui.desk import Desk

KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard", extend=True)


def close(menu: QMenu) -> None:
    menu.close()
    QApplication.processEvents()


def at_second_line(desk: Desk, **names: str) -> None:
    desk.dial(**names)
    desk.press(KEY.Key_Return, "1")


def test_a_gap_stays_open_with_what_was_typed(desk: Desk) -> None:
    at_second_line(desk, company="")
    desk.press(KEY.Key_Tab)
    desk.write("安心")
    menu = desk.open_menu("gap_company")
    assert desk.find("gap_company").property("text") == "安心"
    assert "company" not in desk.call.values
    close(menu)
    desk.write("保险")
    desk.press(KEY.Key_Return)
    assert desk.call.values["company"] == "安心保险"


def test_the_finder_stays_open_with_what_was_typed(desk: Desk) -> None:
    at_second_line(desk)
    desk.press("m", "k")
    menu = desk.open_menu("objection_finder")
    assert desk.find("finder_list").isVisible()
    close(menu)
    assert desk.find("objection_finder").property("text") == "mk"


def test_what_is_pasted_into_a_field_is_typed_on(desk: Desk) -> None:
    at_second_line(desk)
    desk.press("1", "1", "1", "3")
    day = desk.shown("field_meeting_day")
    assert isinstance(day, QLineEdit)
    trail = desk.call.trail
    QGuiApplication.clipboard().setText("下周")
    menu = desk.open_menu("field_meeting_day")
    day.paste()
    close(menu)
    assert desk.call.trail == trail
    desk.write("二")
    assert day.text() == "下周二"


def test_a_note_is_not_kept_before_it_is_left(desk: Desk) -> None:
    at_second_line(desk)
    desk.control(KEY.Key_N)
    desk.write("周末")
    close(desk.open_menu("note"))
    assert desk.call.note == ""
    desk.press(KEY.Key_Return)
    assert desk.call.note == "周末"
