"""What the agent can do while talking, each by its key and by the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from coach.events import Jumped, Paused, Resumed
from scripts_library.expressions import Gap, Text
from tests.ui.desk import Desk
from ui.call.line_layout import flat, set_line
from ui.call.say import Say
from ui.language import speak

KEY = Qt.Key


def talking(desk: Desk, *keys: Qt.Key | str, **names: str) -> None:
    desk.dial(**names)
    desk.press(KEY.Key_Return, *keys)


def text_of(desk: Desk, name: str) -> str:
    label = desk.find(name)
    assert isinstance(label, QLabel)
    return label.text()


def test_the_line_the_hint_and_the_replies_are_those_of_the_step(desk: Desk) -> None:
    talking(desk, "1")
    assert desk.says().startswith("李女士您好，我是安心保险的林晓，王先生介绍我跟您联系的。")
    assert text_of(desk, "hint") == "公司和介绍人说清楚，再停下来听"
    numbers = range(1, len(desk.release.script.steps["introduce"].replies) + 1)
    replies = [desk.button(f"reply_{number}") for number in numbers]
    assert [reply.text() for reply in replies][:2] == ["方便，你说", "有点忙，你快说"]
    assert [reply.key for reply in replies] == [str(number) for number in numbers]
    assert not desk.find(f"reply_{len(numbers) + 1}").isVisible()


def test_a_closed_reply_is_greyed_with_its_reason(desk: Desk) -> None:
    talking(desk, "1", customer__referrer="")
    closed = desk.button("reply_3")
    assert not closed.isEnabled()
    assert closed.remark == "没有介绍人"
    trail = desk.call.trail
    desk.press("3")
    assert desk.call.trail == trail
    assert desk.window.strip.text == "现在不能选「他没跟我提过」：没有介绍人"


def test_a_reply_that_waits_for_a_field_leads_there(desk: Desk) -> None:
    talking(desk, "1", "1", "1", "1", "1")
    assert desk.button("reply_1").remark == "先填时间"
    desk.press(KEY.Key_Escape)  # out of the field
    assert QApplication.focusWidget() is desk.page
    assert desk.button("reply_1").key == "1"
    desk.press("1")
    assert QApplication.focusWidget() is desk.find("field_meeting_time")
    assert desk.button("reply_1").key == "Alt 1"


def test_a_key_of_one_sign_is_not_heard_while_a_field_has_the_keyboard_and_shows_it(desk: Desk) -> None:
    talking(desk, "1", "1", "1", "1", "1")
    field = desk.find("field_meeting_time")
    plain = ("reply_none", "book_callback", "ask_wechat", "hung_up", "back")
    assert field.hasFocus()
    assert [desk.button(name).asleep for name in plain] == [True] * len(plain)
    desk.press("0")
    assert field.property("text") == "0"
    desk.press(KEY.Key_Escape)
    assert [desk.button(name).asleep for name in plain] == [False] * len(plain)
    assert not desk.button("do_not_call").asleep


def test_the_fields_keep_what_was_captured_when_the_call_goes_back(desk: Desk) -> None:
    talking(desk, "1", "1", "1", "1", "1")
    desk.press("3", KEY.Key_Return)
    desk.press(KEY.Key_Backspace, KEY.Key_Backspace)
    assert desk.step == "choice-of-two"
    assert str(desk.call.values["fields.meeting_time"]) == "15:00:00"
    assert desk.find("field_meeting_time").property("text") == "15:00"


@pytest.mark.parametrize("by_mouse", [False, True])
def test_do_not_call_again_says_goodbye_at_once_and_can_be_undone(desk: Desk, by_mouse: bool) -> None:
    talking(desk, "1")
    if by_mouse:
        desk.click("do_not_call")
    else:
        desk.control(KEY.Key_D)
    assert desk.step == "never-again"
    assert desk.says().startswith("好的，我这就登记")
    desk.press(KEY.Key_Space)
    assert desk.button("outcome_do-not-call").chosen
    desk.press(KEY.Key_Escape, KEY.Key_Backspace)
    assert desk.step == "introduce"
    assert desk.call.phase == "talking"


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_callback_and_wechat_are_one_key_away(desk: Desk, by_mouse: bool) -> None:
    talking(desk, "1")
    if by_mouse:
        desk.click("book_callback")
    else:
        desk.control(KEY.Key_B)
    assert desk.step == "later"
    if by_mouse:
        desk.click("ask_wechat")
    else:
        desk.press("*")
    assert desk.step == "wechat"
    assert sum(isinstance(event, Jumped) for event in desk.call.trail) == 2


@pytest.mark.parametrize("by_mouse", [False, True])
def test_none_of_these_takes_the_customers_words_and_stays(desk: Desk, by_mouse: bool) -> None:
    talking(desk, "1")
    if by_mouse:
        desk.click("reply_none")
    else:
        desk.press("0")
    desk.write("你们公司倒闭了吧")
    desk.press(KEY.Key_Return)
    assert desk.step == "introduce"
    assert QApplication.focusWidget() is desk.page
    desk.press("0", KEY.Key_Escape)
    assert QApplication.focusWidget() is desk.page
    desk.press("1")
    assert desk.step == "purpose"


def test_a_way_of_one_goes_on_by_space(desk: Desk) -> None:
    talking(desk, "1", "2")
    assert desk.step == "be-brief"
    assert desk.shown("go_on").isEnabled()
    desk.press(KEY.Key_Space)
    assert desk.step == "purpose"
    trail = desk.call.trail
    desk.press(KEY.Key_Space, KEY.Key_Return)  # several ways: neither answers
    assert desk.call.trail == trail


def test_the_clock_runs_stands_and_goes_on(desk: Desk) -> None:
    talking(desk)
    desk.clock.pass_by(60)
    desk.control(KEY.Key_T)
    timer = desk.button("timer")
    assert timer.text() == "01:05"
    desk.clock.pass_by(120)
    assert timer.remark == "已暂停"
    desk.press(KEY.Key_Space)
    assert [type(event) for event in desk.call.trail[-2:]] == [Paused, Resumed]
    desk.clock.pass_by(10)
    desk.page.talk.show_call(desk.call)
    assert timer.text() == "01:15"
    desk.click("timer")
    assert desk.call.phase == "paused"


def test_an_unknown_name_is_a_gap_that_is_filled_in_place(desk: Desk) -> None:
    talking(desk, "1", company="")
    say = desk.find("say")
    assert isinstance(say, Say)
    assert say.gaps == ("company",)
    assert "None" not in desk.says()
    assert "【公司】" in desk.says()
    desk.press(KEY.Key_Tab)
    assert QApplication.focusWidget() is desk.find("gap_company")
    assert desk.find("gap_company").accessibleName() == "公司"
    desk.write("安心保险")
    desk.press(KEY.Key_Return)
    assert desk.says().startswith("李女士您好，我是安心保险的林晓")
    assert QApplication.focusWidget() is desk.page


def test_a_gap_is_opened_by_the_mouse_and_kept_when_it_is_left(desk: Desk) -> None:
    talking(desk, "1", company="")
    say = desk.find("say")
    assert isinstance(say, Say)
    desk.click("say", say.place_of("company"))
    desk.write("平安")
    desk.click("reply_1")
    assert str(desk.call.values["company"]) == "平安"
    assert desk.step == "purpose"


def test_how_a_customer_is_addressed_is_one_key(desk: Desk) -> None:
    talking(desk, customer__called="")
    assert desk.button("called_1").text() == "李先生"
    desk.press(KEY.Key_F10)
    assert desk.says() == "您好，请问是李女士吗？"
    assert desk.button("called_2").chosen


def test_a_wrong_form_of_address_is_put_right_at_any_line(desk: Desk) -> None:
    talking(desk, KEY.Key_F9, "1", customer__called="")
    assert desk.says().startswith("李先生您好")
    assert desk.shown("called_2").isVisible()
    desk.press(KEY.Key_F10)
    assert desk.says().startswith("李女士您好")
    assert desk.step == "introduce"


def test_a_form_of_address_that_was_known_before_is_not_asked(desk: Desk) -> None:
    talking(desk)
    assert not desk.find("called_1").isVisible()


def test_the_replies_print_their_digits_again_once_the_gap_is_closed(desk: Desk) -> None:
    talking(desk, customer__called="")
    desk.press(KEY.Key_Tab)
    assert desk.button("reply_1").key == "Alt 1"
    desk.press(KEY.Key_F10)
    assert QApplication.focusWidget() is desk.page
    assert desk.button("reply_1").key == "1"


def test_the_size_of_the_words_is_kept(desk: Desk) -> None:
    talking(desk)
    before = desk.find("say").height()
    for _ in range(10):
        desk.control(KEY.Key_Equal)
    assert desk.page.preferences.size == 28
    assert desk.find("say").height() > before
    for _ in range(10):
        desk.control(KEY.Key_Minus)
    assert desk.page.preferences.size == 20


def test_the_note_is_kept_when_the_hand_rests(desk: Desk) -> None:
    talking(desk)
    desk.control(KEY.Key_N)
    desk.write("周末才有空")
    note = desk.page.note
    note.keep()
    assert desk.call.note == "周末才有空"
    desk.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is desk.page


def test_a_long_name_never_pushes_anything_out_of_the_window(desk: Desk) -> None:
    talking(desk, customer__called="阿卜杜拉·阿卜杜热合曼·买买提艾力江女士" * 3)
    for name in ("timer", "hung_up", "end_call", "reply_1", "do_not_call"):
        widget = desk.shown(name)
        right = widget.mapTo(desk.window, widget.rect().topRight()).x()
        assert 0 < right < desk.window.width(), name


def test_what_cannot_be_kept_is_said_and_the_line_stays(desk: Desk) -> None:
    kept = desk.dial()
    desk.press(KEY.Key_Return)
    elsewhere = desk.page.kept
    assert elsewhere is not None
    desk.book.keep(elsewhere, Paused(at=desk.clock()))  # the same call goes on at another place
    desk.press("1")
    assert desk.step == "confirm"
    assert desk.window.strip.text
    assert desk.book.call(kept.id).call.phase == "paused"


def test_a_number_alone_stands_once(desk: Desk) -> None:
    desk.dial(customer__name="", customer__called="")
    shown = [label.text() for label in desk.page.dialling.findChildren(QLabel) if label.isVisible()]
    assert [text for text in shown if "5678" in text] == ["138 1234 5678"]
    assert "还不知道姓名" in shown
    desk.press(KEY.Key_Return)
    header = desk.page.talk.screen.header
    about = [label.text() for label in header.findChildren(QLabel) if "5678" in label.text()]
    assert about == ["138****5678"]


@pytest.mark.parametrize("width", range(120, 420, 7))
def test_a_gap_leaves_no_blank_behind_where_its_row_breaks(qapp: QApplication, width: int) -> None:
    text, stretches = flat(
        (Text("好，那我们明天下午见。谢谢您，"), Gap("customer.called"), Text("，再见。")), lambda _: "客户称呼"
    )
    set_so = set_line(text, stretches, qapp.font(), width, gap=QColor("black"), pause=QColor("black"))
    sign = QFontMetricsF(qapp.font()).horizontalAdvance("客")
    boxes = [box.width() for _, box in set_so.gaps]
    assert boxes
    assert min(boxes) >= sign * 0.9


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_small_window_never_cuts_the_line(desk: Desk, qapp: QApplication, language: str) -> None:
    speak(qapp, language)
    desk.window.set_compact(True)
    desk.dial()
    QApplication.processEvents()
    area = desk.find("line_scroll")
    assert isinstance(area, QScrollArea)
    desk.press(KEY.Key_Return)
    seen = []
    for key in ("1", "1", "1", "1", "1", "17:00", KEY.Key_Return, "1", "x", KEY.Key_Return, "1", KEY.Key_Tab):
        desk.press(key)
        QApplication.processEvents()
        assert desk.shown("say").height() <= area.viewport().height(), desk.step
        seen.append(desk.step)
    assert {"purpose", "choice-of-two", "recap"} <= set(seen)
