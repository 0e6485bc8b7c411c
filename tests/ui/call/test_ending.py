"""The end of a call: what is proposed, what is needed, and what finishing keeps."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.events import Finished, HungUp, Resumed
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Field
from scripts_library.shelf import shipped
from tests.ui.desk import Desk
from ui.call.desk import UNANSWERED
from ui.call.ending_choices import on_page, outcomes_offered

KEY = Qt.Key


def ended(desk: Desk, *keys: Qt.Key | str) -> None:
    """A call that the agent ended at its second line."""
    desk.dial()
    desk.press(KEY.Key_Return, *(keys or ("1",)))
    desk.control(KEY.Key_E)


def selling(one: Release) -> Release:
    """The same script with fields for what is sold: it can end with a deal."""
    sold = {name: Field(title=name, type="number") for name in ("deal_units", "deal_amount")}
    script = replace(one.script, id="selling", fields=one.script.fields | sold)
    return release(script, shipped())


def outcomes_shown(desk: Desk) -> set[str]:
    names = (widget.objectName() for widget in desk.page.findChildren(QWidget) if widget.isVisible())
    return {name.removeprefix("outcome_") for name in names if name.startswith("outcome_")}


def finished(desk: Desk) -> Finished:
    event = desk.over[-1].call.trail[-1]
    assert isinstance(event, Finished)
    return event


def test_nothing_is_chosen_where_nothing_is_plain_and_the_finish_says_so(desk: Desk) -> None:
    ended(desk)
    assert not desk.shown("finish_call").isEnabled()
    assert any("请选通话结果" in label.text() for label in desk.window.findChildren(QLabel))
    desk.control(KEY.Key_Return)
    assert not desk.over


@pytest.mark.parametrize("by_mouse", [False, True])
def test_five_keys_after_a_contact_without_appointment(desk: Desk, by_mouse: bool) -> None:
    ended(desk)
    if by_mouse:
        for name in ("outcome_interested", "intent_B", "tag_4", "finish_call"):
            desk.click(name)
    else:
        desk.press("4", "b", "r")
        desk.control(KEY.Key_Return)
    assert (finished(desk).outcome, finished(desk).intent, finished(desk).tags) == ("interested", "B", ("家人做主",))


def test_what_an_outcome_still_needs_is_asked_and_greys_the_finish(desk: Desk) -> None:
    ended(desk)
    desk.press("2")
    assert not desk.find("finish_call").isEnabled()
    assert any("还没填：回拨时间" in label.text() for label in desk.window.findChildren(QLabel))
    desk.control(KEY.Key_Return)  # leads to what is needed
    assert QApplication.focusWidget() is desk.shown("checklist_callback_at")
    desk.write("明天下午三点")
    desk.press(KEY.Key_Return)
    assert desk.find("finish_call").isEnabled()
    assert QApplication.focusWidget() is desk.page
    desk.control(KEY.Key_Return)
    assert finished(desk).promised is not None


def test_a_correction_that_is_refused_stops_the_finish_and_is_led_to(desk: Desk) -> None:
    ended(desk)
    desk.press("2", KEY.Key_Tab)
    desk.write("明天下午三点")
    desk.press(KEY.Key_Return)
    due = desk.shown("checklist_callback_at")
    due.setFocus()
    desk.write("明天二十五点")
    desk.control(KEY.Key_Return)
    assert not desk.over
    assert QApplication.focusWidget() is due
    desk.control(KEY.Key_N)
    desk.control(KEY.Key_Return)  # from the note too
    assert not desk.over
    assert QApplication.focusWidget() is due
    desk.press(KEY.Key_Escape)  # takes back what was typed
    desk.control(KEY.Key_Return)
    promised = finished(desk).promised
    assert promised is not None
    assert f"{promised.due_at:%d %H:%M}" == "25 15:00"


def test_what_was_refused_holds_nothing_up_where_it_is_not_needed(desk: Desk) -> None:
    ended(desk)
    desk.press("2", KEY.Key_Tab)
    desk.write("明天二十五点")
    desk.press(KEY.Key_Return)
    desk.click("outcome_not-interested")
    desk.control(KEY.Key_Return)
    assert finished(desk).outcome == "not-interested"


def test_whether_the_customer_agreed_to_a_callback_is_kept(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "+", "1", KEY.Key_Space)
    assert desk.button("agreed").chosen
    desk.press("y", "c")
    desk.control(KEY.Key_Return)
    promised = finished(desk).promised
    assert promised is not None
    assert not promised.agreed


def test_nobody_has_agreed_to_an_hour_that_is_written_down_after_the_talk(desk: Desk) -> None:
    ended(desk)
    desk.press("2", KEY.Key_Tab)
    desk.write("明天下午三点")
    desk.press(KEY.Key_Return)
    assert not desk.button("agreed").chosen
    desk.press("c")
    desk.control(KEY.Key_Return)
    promised = finished(desk).promised
    assert promised is not None
    assert not promised.agreed


def test_an_hour_that_is_given_back_in_the_talk_is_agreed(desk: Desk) -> None:
    ended(desk)
    desk.press("2", KEY.Key_Escape, "+", "1", KEY.Key_Space)
    assert desk.button("agreed").chosen


def test_the_intent_is_asked_only_where_the_outcome_is_open_or_a_success(desk: Desk) -> None:
    ended(desk)
    desk.press("4", "a")
    assert desk.find("intent_A").isVisible()
    desk.press("5")
    assert not desk.find("intent_A").isVisible()
    desk.control(KEY.Key_Return)
    assert finished(desk).intent is None


def test_a_call_that_had_not_ended_goes_on_where_it_was(desk: Desk) -> None:
    ended(desk)
    desk.press("4", "q", KEY.Key_Escape)
    assert desk.call.phase == "talking"
    assert desk.step == "introduce"
    desk.press("1", "-")
    assert desk.button("outcome_hung-up").chosen
    assert desk.button("tag_1").chosen  # what was chosen before is not lost
    kinds = [type(event) for event in desk.call.trail]
    assert kinds.count(HungUp) == 2
    assert kinds.count(Resumed) == 1


def test_the_keys_are_the_endings_though_a_field_of_the_talk_had_them(desk: Desk) -> None:
    for width in (1280, 1320):  # the screens that are made first, and then in another size
        desk.window.resize(width, 800)
        QApplication.processEvents()
        desk.dial()
        desk.press(KEY.Key_Return, "1", "1", "1", "1", "3")
        assert QApplication.focusWidget() is desk.shown("field_meeting_day")
        desk.control(KEY.Key_E)
        desk.press("5")
        assert desk.button("outcome_not-interested").chosen
        assert desk.call.note == desk.page.note.toPlainText() == ""
        desk.control(KEY.Key_Return)


def test_more_outcomes_stand_on_the_next_page(desk: Desk) -> None:
    ended(desk)
    assert "wrong-number" not in outcomes_shown(desk)
    desk.press("9", "2")
    assert desk.button("outcome_wrong-number").chosen
    assert "wrong-number" in outcomes_shown(desk)
    desk.press("9", "9")
    assert "appointment" in outcomes_shown(desk)


def test_outcomes_of_a_talk_come_first_and_those_that_cannot_be_kept_are_left_out(desk: Desk) -> None:
    ended(desk)
    offered = outcomes_offered(desk.call)
    assert offered[:2] == ("appointment", "callback")
    assert set(UNANSWERED) <= set(offered[8:])
    assert "deal" not in offered  # the script has no field for its units and amount


def test_what_the_last_script_could_end_with_is_gone_with_the_next(desk: Desk) -> None:
    usual, desk.release = desk.release, selling(desk.release)
    desk.book.publish(desk.release, at=desk.clock())
    ended(desk)
    desk.press("9")
    assert "deal" in outcomes_shown(desk)
    desk.press("2")
    desk.control(KEY.Key_Return)
    desk.release = usual
    ended(desk)
    assert outcomes_shown(desk) == set(on_page(desk.call, 0))


def test_enter_alone_finishes_only_where_nothing_is_open(desk: Desk) -> None:
    ended(desk)
    desk.press("4", KEY.Key_Enter)
    assert not desk.over  # the intent is still asked
    desk.press("5", KEY.Key_Enter)
    assert finished(desk).outcome == "not-interested"


def test_enter_leaves_a_filled_hour_alone_where_only_the_intent_is_open(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "+", "1", KEY.Key_Space)
    due = desk.call.values["fields.callback_at"]
    desk.press(KEY.Key_Return)
    assert QApplication.focusWidget() is desk.page
    assert any("意向等级还没选" in label.text() for label in desk.page.findChildren(QLabel) if label.isVisible())
    desk.press("b", KEY.Key_Return)
    assert finished(desk).intent == "B"
    assert desk.over[-1].call.values["fields.callback_at"] == due


def test_a_note_is_written_last(desk: Desk) -> None:
    ended(desk)
    desk.press("5")
    desk.control(KEY.Key_N)
    desk.write("孩子刚出生，忙")
    desk.control(KEY.Key_Return)
    assert desk.over[-1].call.note == "孩子刚出生，忙"


def test_the_head_says_how_long_and_where(desk: Desk) -> None:
    ended(desk)
    texts = " ".join(label.text() for label in desk.window.findChildren(QLabel) if label.isVisible())
    assert "通话 0:10" in texts
    assert "停在「报家门」" in texts


def test_the_next_call_begins_with_nothing_chosen(desk: Desk) -> None:
    ended(desk)
    desk.press("4", "a", "q")
    desk.control(KEY.Key_Return)
    ended(desk)
    chosen = [button.objectName() for button in desk.window.findChildren(QWidget) if _is_chosen(button)]
    assert not [name for name in chosen if name.startswith(("outcome", "intent", "tag"))]


def _is_chosen(widget: Any) -> bool:
    return bool(getattr(widget, "chosen", False))
