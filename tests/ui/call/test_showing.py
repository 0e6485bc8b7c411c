"""How a line is shown: a tap on its key takes the next way, holding it shows the words behind the prompts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk

KEY = Qt.Key


def at_second_line(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1")


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_line_shows_in_three_ways_and_stays_so(desk: Desk, by_mouse: bool) -> None:
    at_second_line(desk)

    def next_way() -> None:
        if by_mouse:
            desk.click("showing")
        else:
            desk.control(KEY.Key_J)

    next_way()
    assert desk.button("showing").text() == "要点"
    next_way()
    assert desk.button("showing").text() == "只看提示"
    assert desk.says() == "报家门  ·  介绍人  ·  几分钟  ·  问方便"
    desk.press("1")
    heard = desk.call.trail[-1]
    assert getattr(heard, "shown", None) == "prompts"
    assert desk.button("showing").text() == "只看提示"
    next_way()
    assert desk.button("showing").text() == "逐字"


def test_holding_the_key_shows_the_words_behind_the_prompts(desk: Desk) -> None:
    at_second_line(desk)
    desk.control(KEY.Key_J)
    desk.control(KEY.Key_J)
    prompts = desk.says()
    desk.hold(KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
    desk.clock.pass_by(1)
    assert desk.says().startswith("李女士您好")
    desk.let_go(KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desk.says() == prompts


@pytest.mark.parametrize("seconds", [0.1, 1.0])
def test_a_hold_ends_with_the_keyboard_and_is_no_tap(desk: Desk, qtbot: QtBot, seconds: float) -> None:
    at_second_line(desk)
    desk.control(KEY.Key_J)
    desk.control(KEY.Key_J)
    prompts = desk.says()
    desk.hold(KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
    desk.clock.pass_by(seconds)
    softphone = QWidget()
    qtbot.addWidget(softphone)
    softphone.show()
    softphone.activateWindow()
    qtbot.waitUntil(softphone.isActiveWindow)  # the key comes up over there
    assert desk.says() == prompts
    assert desk.page.preferences.showing == "prompts"
    assert desk.button("showing").text() == "只看提示"
