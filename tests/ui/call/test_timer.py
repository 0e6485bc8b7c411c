"""The clocks of a call tick while they are in sight, and only then."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.desk import Desk
from ui.call.ending_head import EndingHead
from ui.call.timer import Timer

KEY = Qt.Key


def ticks(clock: QWidget) -> bool:
    return any(timer.isActive() for timer in clock.findChildren(QTimer))


def talking(desk: Desk) -> Timer:
    desk.dial()
    desk.press(KEY.Key_Return, "1")
    timer = desk.shown("timer")
    assert isinstance(timer, Timer)
    return timer


def test_the_talk_clock_rests_behind_the_ending(desk: Desk) -> None:
    timer = talking(desk)
    assert ticks(timer)
    desk.control(KEY.Key_E)
    assert not ticks(timer)
    desk.press(KEY.Key_Escape)
    assert ticks(timer)


def test_the_talk_clock_rests_behind_another_page_and_is_right_when_it_comes_back(desk: Desk) -> None:
    timer = talking(desk)
    desk.page.hide()
    assert not ticks(timer)
    desk.clock.pass_by(60)
    desk.page.show()
    assert ticks(timer)
    assert timer.text() == "01:05"


def test_a_clock_that_stands_does_not_tick_when_it_comes_back(desk: Desk) -> None:
    timer = talking(desk)
    desk.control(KEY.Key_T)
    desk.page.hide()
    desk.page.show()
    assert not ticks(timer)


def test_the_wrap_up_goes_on_when_the_page_comes_back(desk: Desk) -> None:
    talking(desk)
    desk.control(KEY.Key_E)
    (head,) = desk.page.ending.findChildren(EndingHead)
    desk.page.hide()
    assert not ticks(head)
    desk.clock.pass_by(90)
    desk.page.show()
    assert ticks(head)
    assert any("小结 1:30" in label.text() for label in head.findChildren(QLabel))
