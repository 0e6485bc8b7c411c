"""Fields: times as they are said, shown back in full, corrected by arrows, refused with the reason."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from coach.events import Filled, Paused
from scripts_library.values import ERASED, HalfDay, Value
from tests.ui.desk import CHINA, Desk
from ui.parts.field_values import shown_in_full, stepped

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 14, 10, tzinfo=CHINA)


def at_own_time(desk: Desk) -> QLineEdit:
    """The call where the customer names a day and an hour, with the focus in the day."""
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "3")
    return field(desk, "meeting_day")


def field(desk: Desk, name: str) -> QLineEdit:
    found = desk.shown(f"field_{name}")
    assert isinstance(found, QLineEdit)
    return found


def at_correction(desk: Desk) -> None:
    """The call where the recap is put right: the day, the hour and the place are known."""
    desk.dial()
    desk.press(KEY.Key_Return, "1", "1", "1", "1", "1")
    desk.write("五点")
    desk.press(KEY.Key_Return, "1")
    desk.write("和平路")
    desk.press(KEY.Key_Return, "1", "2")
    assert desk.step == "correct"


def reason(desk: Desk, name: str) -> str:
    label = desk.find(f"field_{name}_reason")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_a_step_that_asks_puts_the_focus_into_the_first_empty_field(desk: Desk) -> None:
    day = at_own_time(desk)
    assert QApplication.focusWidget() is day
    desk.write("下周二")
    desk.press(KEY.Key_Return)
    assert day.text() == "12月1日 周二"
    assert QApplication.focusWidget() is field(desk, "meeting_time")
    desk.write("五点半")
    desk.press(KEY.Key_Return)  # after the last field the only open reply
    assert desk.step == "place"
    assert field(desk, "meeting_time").text() == "17:30"


def test_what_is_impossible_says_why_and_stays_to_be_corrected(desk: Desk) -> None:
    day = at_own_time(desk)
    desk.write("2月30日")
    desk.press(KEY.Key_Return)
    assert QApplication.focusWidget() is day
    assert day.text() == "2月30日"
    assert reason(desk, "meeting_day")
    day.clear()
    desk.write("昨天")
    desk.press(KEY.Key_Return)
    assert "meeting_day" not in " ".join(desk.call.values)
    day.clear()
    desk.write("明天")
    desk.press(KEY.Key_Return)
    assert day.text() == "11月25日 周三"
    assert reason(desk, "meeting_day") == ""


@pytest.mark.parametrize("compact", [False, True])
def test_the_step_is_not_left_with_the_old_value_where_its_correction_was_refused(desk: Desk, *, compact: bool) -> None:
    at_correction(desk)
    desk.window.set_compact(compact)
    desk.press(KEY.Key_Tab)
    hour = field(desk, "meeting_time")
    hour.setFocus()
    desk.write("99点")
    for by_mouse in (False, True):
        if by_mouse:
            desk.click("reply_1")
        else:
            desk.press("1", modifier=ALT)
        assert desk.step == "correct"
        assert QApplication.focusWidget() is hour
        assert reason(desk, "meeting_time")
    hour.clear()
    desk.write("六点")
    desk.press("1", modifier=ALT)
    assert desk.step == "recap"
    assert desk.call.values["fields.meeting_time"] == time(18, 0)


def test_enter_leaves_the_step_after_its_last_field_only(desk: Desk) -> None:
    at_correction(desk)
    desk.press(KEY.Key_Tab)
    desk.write("后天")
    for name in ("meeting_time", "meeting_place", "meeting_address", "mobile"):
        desk.press(KEY.Key_Return)
        assert QApplication.focusWidget() is field(desk, name)
        assert desk.step == "correct"
    desk.press(KEY.Key_Return)
    assert desk.step == "recap"
    assert desk.call.values["fields.meeting_day"] == date(2026, 11, 26)


def test_what_could_not_be_kept_stays_as_it_was_typed(desk: Desk) -> None:
    day = at_own_time(desk)
    elsewhere = desk.page.kept
    assert elsewhere is not None
    desk.book.keep(elsewhere, Paused(at=desk.clock()))  # the same call goes on at another place
    desk.write("明天")
    desk.press(KEY.Key_Return)
    assert desk.window.strip.text
    assert "fields.meeting_day" not in desk.call.values
    assert QApplication.focusWidget() is day
    assert day.text() == "明天"


def test_an_hour_that_is_over_is_refused(desk: Desk) -> None:
    at_own_time(desk)
    desk.write("今天")
    desk.press(KEY.Key_Return)
    desk.write("上午十点")
    desk.press(KEY.Key_Return)
    assert "已经过去" in reason(desk, "meeting_time")


def test_escape_takes_back_what_was_typed(desk: Desk) -> None:
    day = at_own_time(desk)
    desk.press("x", KEY.Key_Escape)
    assert QApplication.focusWidget() is desk.page
    assert day.text() == ""
    assert not any(isinstance(event, Filled) for event in desk.call.trail)


def test_arrows_correct_what_was_understood(desk: Desk) -> None:
    day = at_own_time(desk)
    desk.write("明天")
    desk.press(KEY.Key_Return)
    day.setFocus()
    desk.press(KEY.Key_Up, KEY.Key_Up)
    assert day.text() == "11月27日 周五"
    assert desk.call.values["fields.meeting_day"] == date(2026, 11, 25)  # kept once the field is left
    desk.press(KEY.Key_Tab)
    assert desk.call.values["fields.meeting_day"] == date(2026, 11, 27)


def test_an_arrow_starts_from_what_is_typed(desk: Desk) -> None:
    day = at_own_time(desk)
    desk.write("明天")
    desk.press(KEY.Key_Up)
    assert day.text() == "11月26日 周四"
    desk.press(KEY.Key_Return)
    assert desk.call.values["fields.meeting_day"] == date(2026, 11, 26)
    day.setFocus()
    desk.write("她家狗生日那天")  # no day: from the one that is kept
    desk.press(KEY.Key_Down)
    assert day.text() == "11月25日 周三"


def test_tab_goes_through_the_fields_and_back_to_the_page(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    seen = []
    desk.press(KEY.Key_Tab)
    while (focus := QApplication.focusWidget()) is not desk.page:
        assert focus is not None
        seen.append(focus.objectName())
        desk.press(KEY.Key_Tab)
    assert seen == [f"field_{name}" for name in desk.release.script.fields]


def test_an_emptied_field_is_cleared(desk: Desk) -> None:
    at_own_time(desk)
    desk.write("明天")
    desk.press(KEY.Key_Return)
    day = field(desk, "meeting_day")
    day.setFocus()
    desk.press(KEY.Key_Delete, KEY.Key_Return)
    assert "fields.meeting_day" not in desk.call.values
    assert not desk.button("reply_1").isEnabled()


def test_a_default_shows_as_known(desk: Desk) -> None:
    desk.dial()
    desk.press(KEY.Key_Return)
    assert field(desk, "mobile").text() == "138 1234 5678"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 12, 3), "12月3日 周四"),
        (date(2028, 5, 3), "2028年5月3日 周三"),
        (time(17, 30), "17:30"),
        (datetime(2026, 11, 25, 9, 5, tzinfo=CHINA), "11月25日 周三 09:05"),
        (HalfDay(date(2026, 11, 26), "pm"), "11月26日 周四 下午"),
        (Decimal("1200.50"), "1200.50"),
        (True, "是"),
        (False, "否"),
        ("13812345678", "138 1234 5678"),
        ("单位", "单位"),
        (ERASED, "已删除"),
    ],
)
@pytest.mark.usefixtures("dressed")
def test_values_are_shown_in_full(value: Value, shown: str) -> None:
    assert shown_in_full(value, TODAY) == shown


@pytest.mark.parametrize(
    ("value", "kind", "by", "further"),
    [
        (None, "date", 1, date(2026, 11, 25)),
        (date(2026, 11, 30), "date", 1, date(2026, 12, 1)),
        (None, "time", 1, time(14, 30)),
        (time(17, 0), "time", -1, time(16, 30)),
        (None, "datetime", 1, datetime(2026, 11, 24, 14, 30, tzinfo=CHINA)),
        (Decimal(0), "number", -1, Decimal(0)),
        (None, "choice", 1, "本人"),
        ("本人", "choice", 1, "家人"),
        ("家人", "choice", 1, "本人"),
        (None, "choice", -1, "家人"),
        (True, "yes_no", 1, False),
        ("和平路", "text", 1, None),
    ],
)
def test_an_arrow_is_a_day_half_an_hour_or_the_next_option(
    value: Value | None, kind: str, by: int, further: Value | None
) -> None:
    assert stepped(value, kind, ("本人", "家人"), by, NOW) == further


def test_what_one_customer_said_and_no_field_took_is_gone_with_the_next(desk: Desk) -> None:
    day = at_own_time(desk)
    desk.write("她家狗生日那天")
    desk.press(KEY.Key_Return)
    assert reason(desk, "meeting_day")
    desk.control(KEY.Key_D)
    desk.press(KEY.Key_Escape, KEY.Key_Space)
    desk.control(KEY.Key_Return)
    assert len(desk.over) == 1
    desk.dial()
    desk.press(KEY.Key_Return)
    assert (day.text(), reason(desk, "meeting_day")) == ("", "")
    assert not day.property("refused")
