"""Dialling: the number for the softphone, and one key that keeps a dial to which nobody answered."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication

from coach.ending import outcome_of
from coach.events import Finished, Unanswered
from tests.ui.desk import Desk

KEY = Qt.Key


class Sight(QObject):
    """Takes note of what comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.seen.append(watched)
        return False


@pytest.mark.parametrize("by_mouse", [False, True])
def test_the_number_is_copied_for_the_softphone(desk: Desk, by_mouse: bool) -> None:
    desk.dial()
    if by_mouse:
        desk.click("copy_phone")
    else:
        desk.control(KEY.Key_C)
    assert QGuiApplication.clipboard().text() == "13812345678"
    assert desk.window.strip.text == "号码已复制。"


def test_without_a_number_nothing_is_copied_and_nothing_said(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("客户的地址")
    desk.dial(customer__phone="")
    desk.control(KEY.Key_C)
    assert QGuiApplication.clipboard().text() == "客户的地址"
    assert desk.window.strip.text == ""


def test_a_dial_without_answer_is_over_at_once_and_shows_no_ending(desk: Desk) -> None:
    sight = Sight()
    desk.page.ending.installEventFilter(sight)
    desk.dial()
    desk.press("1")
    assert outcome_of(desk.over[-1].call) == "no-answer"
    assert sight.seen == []
    assert desk.find("to_today").isVisible()


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_slip_is_taken_back_and_counts_nowhere(desk: Desk, by_mouse: bool) -> None:
    before = desk.book.sums(desk.book.me.id, desk.clock().date(), desk.clock().date())
    desk.dial()
    if by_mouse:
        desk.click("not_dialled")
    else:
        desk.press(KEY.Key_Escape)
    assert outcome_of(desk.over[-1].call) == "not-dialled"
    assert desk.book.sums(desk.book.me.id, desk.clock().date(), desk.clock().date()) == before
    assert desk.find("to_today").isVisible()


def test_where_the_outcomes_know_no_slip_none_is_offered(desk: Desk) -> None:
    known = desk.release.outcomes.outcomes
    fewer = replace(desk.release.outcomes, outcomes={name: one for name, one in known.items() if name != "not-dialled"})
    desk.release = replace(desk.release, outcomes=fewer, digest="0" * 64)
    desk.book.publish(desk.release, at=desk.clock())
    desk.dial()
    desk.press(KEY.Key_Escape)
    assert desk.call.phase == "dialling"
    assert not desk.find("not_dialled").isVisible()
    assert desk.window.strip.text == ""


def test_where_a_dial_without_answer_still_needs_something_the_ending_asks_for_it(desk: Desk) -> None:
    outcomes = desk.release.outcomes
    asks = replace(outcomes.outcomes["no-answer"], needs=("callback_at",))
    asking = replace(outcomes, outcomes=outcomes.outcomes | {"no-answer": asks})
    desk.release = replace(desk.release, outcomes=asking, digest="0" * 64)
    desk.book.publish(desk.release, at=desk.clock())
    desk.dial()
    desk.press("1")
    assert [type(event) for event in desk.call.trail[1:]] == [Unanswered]
    assert desk.button("outcome_no-answer").chosen
    desk.control(KEY.Key_Return)
    desk.write("明天下午三点")
    desk.press(KEY.Key_Return)
    desk.control(KEY.Key_Return)
    assert isinstance(desk.over[-1].call.trail[-1], Finished)
