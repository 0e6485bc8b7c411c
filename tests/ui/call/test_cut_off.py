"""A call that was cut off is offered again, at the exact step, or ends as interrupted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coach.clock import talk_seconds
from coach.ending import outcome_of
from coach.events import Unanswered
from data.book import Book
from tests.ui.desk import NAMES, Clock, Desk
from ui.call.page import CallPage
from ui.preferences import Preferences

KEY = Qt.Key


def cut_off(desk: Desk) -> str:
    """A call is cut off at the step that asks for the hour: the page goes, the book stays."""
    kept = desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "1", "3", KEY.Key_Tab, KEY.Key_Escape)
    desk.control(KEY.Key_N)
    desk.write("喜欢喝茶")
    desk.press(KEY.Key_Return)
    return kept.id


@pytest.fixture
def again(desk: Desk) -> Callable[[], Desk]:
    """The window as it comes up the next time, an hour later."""

    def comes_up() -> Desk:
        desk.clock.pass_by(3600)
        page = CallPage(desk.book, desk.clock, desk.page.preferences, ticks=desk.clock.seconds)
        desk.window.layout()
        old = desk.page
        stack = old.parentWidget()
        assert stack is not None
        page.setParent(stack)
        desk.page = page
        page.finished.connect(desk.over.append)
        page.offer(desk.book.open_calls())
        old.hide()
        page.show()
        page.setFocus()
        return desk

    return comes_up


def test_it_goes_on_at_the_exact_step_with_fields_and_note(desk: Desk, again: Callable[[], Desk]) -> None:
    call_id = cut_off(desk)
    before = desk.call
    talked = talk_seconds(before.trail)
    again()
    texts = " ".join(label.text() for label in desk.page.findChildren(QLabel) if label.isVisible())
    assert "有一通电话断在半路" in texts
    assert "停在「约时间」" in texts
    desk.press(KEY.Key_Return)
    kept = desk.page.kept
    assert kept is not None
    assert kept.id == call_id
    assert (desk.step, desk.call.note) == ("time", "喜欢喝茶")
    assert desk.call.values == before.values
    assert talk_seconds(desk.call.trail) == talked  # the hour between was no talk


def test_the_first_empty_field_has_the_keyboard_again(desk: Desk, again: Callable[[], Desk]) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "3")
    again()
    desk.press(KEY.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "field_meeting_day"
    assert desk.page.isAncestorOf(focus)


def test_it_ends_as_interrupted(desk: Desk, again: Callable[[], Desk]) -> None:
    call_id = cut_off(desk)
    again()
    desk.press("2")
    assert outcome_of(desk.book.call(call_id).call) == "interrupted"
    assert desk.book.open_calls() == ()


def test_where_nobody_had_answered_it_goes_back_to_dialling(desk: Desk, again: Callable[[], Desk]) -> None:
    kept = desk.dial()
    desk.book.keep(kept, Unanswered(at=desk.clock(), why="no-answer"))
    again()
    desk.press(KEY.Key_Return)
    assert desk.button("outcome_no-answer").chosen
    desk.press(KEY.Key_Escape)
    assert desk.call.phase == "dialling"
    desk.press(KEY.Key_Return)  # answered after all
    assert desk.step == "confirm"


def test_several_are_offered_one_after_the_other(book: Book, desk: Desk, again: Callable[[], Desk]) -> None:
    clock: Clock = desk.clock
    for _ in range(2):
        book.start_call(release=desk.release, at=clock(), names=NAMES)
    again()
    desk.press("2")
    assert len(book.open_calls()) == 1
    desk.press(KEY.Key_Return)
    assert desk.call.phase == "dialling"


def test_between_calls_the_page_says_where_calls_begin(desk: Desk, preferences: Preferences) -> None:
    wanted: list[str] = []
    desk.page.page_wanted.connect(wanted.append)
    desk.press(KEY.Key_Return)
    desk.click("to_today")
    assert wanted == ["today", "today"]
    assert preferences.theme == "system"
