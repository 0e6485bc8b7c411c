"""What was typed while talking is not lost where it is refused: it stays to be corrected, or to be kept again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from coach.events import NoneOfThese, Paused
from scripts_library.values import HalfDay
from tests.ui.desk import Desk

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def at_gap(desk: Desk) -> None:
    """The second line, with the focus in the gap for the company."""
    desk.dial(company="")
    desk.press(KEY.Key_Return, "1", KEY.Key_Tab)


def at_half_day(desk: Desk) -> None:
    """The choice of two half-days, the first not known, with the focus in its gap."""
    desk.dial(slot_1="")
    desk.press(KEY.Key_Return, "1", "1", "1", "1", KEY.Key_Tab)


def goes_on_elsewhere(desk: Desk) -> None:
    """The same call goes on at another place, so that nothing more can be kept here."""
    kept = desk.page.kept
    assert kept is not None
    desk.book.keep(kept, Paused(at=desk.clock()))


def typed(desk: Desk, name: str) -> str:
    return str(desk.shown(name).property("text"))


def test_a_paused_call_asks_for_no_words(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1")
    desk.control(KEY.Key_T)
    desk.press("0")
    assert QApplication.focusWidget() is desk.page
    assert not desk.find("none_of_these").isVisible()


def test_words_of_the_customer_that_could_not_be_kept_stay(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "0")
    goes_on_elsewhere(desk)
    desk.write("你们公司倒闭了吧")
    desk.press(KEY.Key_Return)
    assert desk.window.strip.text
    assert typed(desk, "none_of_these") == "你们公司倒闭了吧"
    assert QApplication.focusWidget() is desk.find("none_of_these")


@pytest.mark.parametrize("leaves", [KEY.Key_Return, KEY.Key_Tab])
def test_words_of_the_customer_that_were_kept_are_kept_once(desk: Desk, leaves: Qt.Key) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "1", "0")
    desk.write("你们公司倒闭了吧")
    desk.press(leaves)
    assert not desk.find("none_of_these").isVisible()
    desk.press("0")
    assert typed(desk, "none_of_these") == ""
    assert [event.words for event in desk.call.trail if isinstance(event, NoneOfThese)] == ["你们公司倒闭了吧"]


def test_what_is_impossible_stays_in_the_gap_to_be_corrected(desk: Desk) -> None:
    at_half_day(desk)
    desk.write("她家狗生日那天")
    desk.press(KEY.Key_Return)
    assert desk.window.strip.text
    assert typed(desk, "gap_slot_1") == "她家狗生日那天"
    assert QApplication.focusWidget() is desk.find("gap_slot_1")
    desk.control(KEY.Key_A)
    desk.write("后天下午")
    desk.press(KEY.Key_Return)
    assert str(desk.call.values["slot_1"]) == str(HalfDay(date(2026, 11, 26), "pm"))
    assert QApplication.focusWidget() is desk.page
    assert desk.button("reply_1").key == "1"


def test_a_gap_that_is_left_by_the_mouse_keeps_what_is_impossible(desk: Desk) -> None:
    at_half_day(desk)
    desk.write("她家狗生日那天")
    desk.click("objection_finder")
    assert typed(desk, "gap_slot_1") == "她家狗生日那天"
    assert desk.window.strip.text


@pytest.mark.parametrize(("opens", "name"), [("0", "none_of_these"), (KEY.Key_Tab, "gap_customer_called")])
def test_what_one_customer_said_and_nothing_took_is_gone_with_the_next(
    desk: Desk, opens: Qt.Key | str, name: str
) -> None:
    desk.dial(customer__called="")
    desk.press(KEY.Key_Return, opens)
    goes_on_elsewhere(desk)
    desk.write("李老师")
    desk.press(KEY.Key_Return)
    assert typed(desk, name) == "李老师"
    desk.dial(customer__called="")
    desk.press(KEY.Key_Return)
    assert "customer.called" not in desk.call.values
    left = [entry for entry in desk.page.findChildren(QLineEdit) if entry.objectName() == name and entry.isVisible()]
    assert left == []
    assert desk.find("objection_finder").isVisible()


def test_a_line_for_words_that_stays_empty_gives_way_to_the_next_step(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return, "0")
    desk.press("1", modifier=ALT)
    assert desk.step == "introduce"
    assert desk.find("objection_finder").isVisible()


def test_what_a_gap_could_not_take_stays_in_it(desk: Desk) -> None:
    at_gap(desk)
    desk.write("安心保险")
    goes_on_elsewhere(desk)
    desk.press(KEY.Key_Return)
    assert desk.window.strip.text
    assert typed(desk, "gap_company") == "安心保险"
    assert QApplication.focusWidget() is desk.find("gap_company")
    desk.press(KEY.Key_Escape)  # takes it back
    assert QApplication.focusWidget() is desk.page
