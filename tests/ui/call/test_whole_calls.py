"""Whole calls through the window, by keys alone and by the mouse alone, on a real database."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from coach.contribution import facts
from coach.ending import outcome_of
from coach.events import Finished, NoneOfThese, Promised, WentBack
from coach.replay import replay
from tests.ui.desk import Desk

KEY = Qt.Key


def test_an_appointment_by_keys_alone(desk: Desk) -> None:
    kept = desk.dial()
    desk.press(KEY.Key_Return)  # answered
    assert desk.says() == "您好，请问是李女士吗？"
    desk.press("1")
    desk.press(KEY.Key_F1)  # no time: the card opens over the step
    assert desk.step == "introduce"
    assert desk.call.position is not None
    assert desk.call.position.cards[-1].card == "busy"
    desk.press(KEY.Key_Escape)  # and back to where it came up
    assert desk.call.position.cards == ()
    desk.press("4", KEY.Key_Backspace)  # «not convenient» was a slip
    assert desk.step == "introduce"
    desk.press("1", "1", "1", "1")
    assert desk.step == "time"
    desk.press("5", KEY.Key_Return)  # in the field: five in the afternoon, and on by the only open reply
    assert desk.step == "place"
    desk.press("1")
    desk.write("和平路八号")
    desk.press(KEY.Key_Return)
    assert desk.step == "mobile"
    desk.press("0")
    desk.write("你们跟银行是一起的吗")
    desk.press(KEY.Key_Return)
    assert desk.step == "mobile"
    desk.press("1", "1")
    assert desk.call.proposes == "appointment"
    desk.control(KEY.Key_E)
    desk.press("a", "q")
    desk.control(KEY.Key_Return)
    (over,) = desk.over
    again = desk.book.call(kept.id)
    assert over.call.trail == again.call.trail
    assert outcome_of(again.call) == "appointment"
    finished = again.call.trail[-1]
    assert isinstance(finished, Finished)
    assert (finished.intent, finished.tags) == ("A", ("下午方便",))
    due = desk.clock().replace(day=26, hour=17, minute=0, second=0)
    assert finished.promised == Promised(what="appointment", due_at=due)
    assert any(isinstance(event, WentBack) for event in again.call.trail)
    assert [event.words for event in again.call.trail if isinstance(event, NoneOfThese)] == ["你们跟银行是一起的吗"]
    counted = facts(again.call)
    assert (counted.appointment, counted.intent, counted.none_of_these) == (1, "A", 1)
    assert [line.step for line in replay(again.call.release, again.call.trail).lines][-1] == "goodbye"


def test_an_appointment_by_the_mouse_alone_but_for_what_is_written(desk: Desk) -> None:
    desk.dial()
    desk.click("answered")
    desk.click("reply_1")
    desk.click("objection_1")
    desk.click("reply_1")  # all right then
    assert desk.step == "purpose"
    desk.click("reply_6")  # a slip
    desk.click("back")
    for _ in range(3):
        desk.click("reply_1")
    assert desk.step == "time"
    field = desk.shown("field_meeting_time")
    assert isinstance(field, QLineEdit)
    desk.click("field_meeting_time")
    QTest.keyClicks(field, "3")
    assert not desk.find("reply_1").isEnabled()
    desk.click("field_meeting_day")  # leaving the field keeps it
    assert desk.find("reply_1").isEnabled()
    desk.click("reply_1")
    desk.click("reply_2")
    desk.click("field_meeting_address")
    desk.write("解放路二十号")
    desk.click("stage_bar")
    desk.click("reply_1")
    desk.click("reply_1")
    desk.click("reply_1")
    desk.click("end_call")
    desk.click("intent_B")
    desk.click("tag_2")
    desk.click("finish_call")
    (over,) = desk.over
    assert outcome_of(over.call) == "appointment"
    finished = over.call.trail[-1]
    assert isinstance(finished, Finished)
    assert finished.promised is not None
    assert finished.promised.due_at.hour == 15
    assert finished.tags == ("上午方便",)


def test_nobody_answers_and_one_key_is_all(desk: Desk) -> None:
    kept = desk.dial()
    desk.press("2")
    (over,) = desk.over
    assert over.id == kept.id
    assert outcome_of(over.call) == "busy-line"
    assert desk.page.kept is None


def test_each_way_of_not_answering_has_its_key(desk: Desk) -> None:
    reasons = []
    for number in "1234567":
        desk.dial()
        desk.press(number)
        reasons.append(outcome_of(desk.over[-1].call))
    assert reasons == [
        "no-answer",
        "busy-line",
        "switched-off",
        "suspended",
        "empty-number",
        "refused-call",
        "assistant-answered",
    ]


def test_the_customer_hangs_up_and_the_step_is_kept(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "-")
    assert desk.button("outcome_hung-up").chosen
    desk.control(KEY.Key_Return)
    (over,) = desk.over
    counted = facts(over.call)
    assert (counted.outcome, counted.hung_up_by, counted.hung_up_at) == ("hung-up", "customer", "purpose")


def test_a_callback_by_keypad(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Enter, "+")
    assert desk.step == "later"
    desk.press("1", "-")  # in an hour; the customer hangs up after the farewell
    assert desk.button("outcome_callback").chosen
    desk.press("c", KEY.Key_Enter)
    (over,) = desk.over
    assert outcome_of(over.call) == "callback"
    finished = over.call.trail[-1]
    assert isinstance(finished, Finished)
    assert finished.promised is not None
    assert finished.promised.agreed
