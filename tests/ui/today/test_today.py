"""Today: one line dials, callbacks dial by key and by click, the figures are those of the book."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from data.book import Book
from data.customer import Customer
from tests.ui.desk import Clock
from tests.ui.visitor import APPOINTED, Visitor, made, promised
from ui.language import speak
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.today.page import Today

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Comes = Callable[[], Visitor]


def someone(book: Book, clock: Clock, called: str = "李女士", phone: str = "13700001111") -> Customer:
    return book.add_customer(name="李娜", called=called, phone=phone, referrer="王先生", at=clock())


def label(visitor: Visitor, name: str) -> str:
    found = visitor.shown(name)
    assert isinstance(found, Label)
    return found.text()


def button(visitor: Visitor, name: str) -> KeyButton:
    found = visitor.shown(name)
    assert isinstance(found, KeyButton)
    return found


def test_one_line_is_told_apart_shown_and_dialled_by_one_key(visitor: Comes) -> None:
    here = visitor()
    here.write("李大为介绍 欧阳修远 13912345678 杭州")
    assert label(here, "told_apart") == "欧阳修远    139 1234 5678"
    assert button(here, "choose_script").text().startswith("保险预约")
    here.press(KEY.Key_Return)
    (kept,) = here.book.open_calls()
    assert here.page.objectName() != "today"
    assert kept.call.phase == "dialling"
    assert kept.customer is not None
    customer = here.book.customer(kept.customer)
    assert (customer.name, customer.phone, customer.referrer, customer.city) == (
        "欧阳修远",
        "13912345678",
        "李大为",
        "杭州",
    )
    assert kept.call.values["customer.referrer"] == "李大为"


def test_by_mouse_alone(visitor: Comes) -> None:
    here = visitor()
    here.write("王伟 13812345678")
    here.click("choose_script")
    chosen = button(here, "choose_script").text()
    here.click("dial")
    (kept,) = here.book.open_calls()
    assert chosen.startswith(kept.call.release.script.title)


def test_the_script_that_suits_comes_first_and_the_arrows_choose_another(visitor: Comes) -> None:
    here = visitor()
    here.write("王伟 13812345678 李大为介绍")
    first = button(here, "choose_script").text()
    here.press(KEY.Key_Down)
    second = button(here, "choose_script").text()
    assert first != second
    here.press(KEY.Key_Up)
    assert button(here, "choose_script").text() == first


def test_without_a_number_it_says_so_and_dials_nobody(visitor: Comes) -> None:
    here = visitor()
    here.write("王伟")
    assert not button(here, "dial").isEnabled()
    here.press(KEY.Key_Return)
    assert here.said() == "没有拨号：先填电话。"
    assert here.book.open_calls() == ()
    assert here.book.customers() == ()


def test_nobody_who_asked_not_to_be_called_is_dialled(visitor: Comes, book: Book, clock: Clock) -> None:
    book.stop_calling(someone(book, clock).id, at=clock())
    here = visitor()
    here.write("李娜 13700001111")
    assert button(here, "dial").remark == "客户说过别再打"
    here.press(KEY.Key_Return)
    assert here.book.open_calls() == ()


def test_a_known_number_is_known_and_only_what_was_missing_is_added(visitor: Comes, book: Book, clock: Clock) -> None:
    known = someone(book, clock)
    here = visitor()
    here.write("张三 13700001111 苏州")
    here.press(KEY.Key_Return)
    (kept,) = here.book.open_calls()
    assert kept.customer == known.id
    now = here.book.customer(known.id)
    assert (now.name, now.referrer, now.city) == ("李娜", "王先生", "苏州")


def test_a_form_of_address_that_is_typed_puts_the_kept_one_right(visitor: Comes, book: Book, clock: Clock) -> None:
    known = someone(book, clock, called="李先生")
    here = visitor()
    here.write("李娜女士 13700001111")
    here.press(KEY.Key_Return)
    (kept,) = here.book.open_calls()
    assert kept.call.values["customer.called"] == "李女士"
    assert here.book.customer(known.id).called == "李女士"


def test_escape_empties_the_line_and_what_is_written_stays_while_one_looks_elsewhere(visitor: Comes) -> None:
    here = visitor()
    here.write("王伟 138")
    here.go_to("scores")
    here.go_to("today")
    entry = here.shown("new_call")
    assert isinstance(entry, QLineEdit)
    assert entry.text() == "王伟 138"
    here.press(KEY.Key_Escape)
    assert entry.text() == ""
    assert label(here, "told_apart").startswith("一行就够")


def test_of_several_pasted_lines_the_first_is_taken_and_it_says_so(visitor: Comes) -> None:
    here = visitor()
    QGuiApplication.clipboard().setText("王伟 13812345678\n李娜 13812345679\n")
    here.press(KEY.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert label(here, "told_apart") == "王伟    138 1234 5678"
    assert here.said().startswith("粘贴了 2 行")


def test_callbacks_are_listed_with_the_agreed_hour_and_how_late_they_are(
    visitor: Comes, book: Book, clock: Clock
) -> None:
    promised(book, someone(book, clock), clock() - timedelta(hours=2), "2026-11-24 13:50")
    promised(
        book,
        someone(book, clock, "赵先生", "13700002222"),
        clock() - timedelta(hours=1),
        "2026-11-24 16:30",
        agreed=False,
    )
    here = visitor()
    assert here.rows("callback") == [
        "李女士  晚了 10 分钟  13:50    客户同意  由王先生介绍",
        "赵先生  还有 2 小时  16:30    我方提出  由王先生介绍",
    ]
    clock.pass_by(600)
    here.go_to("today")
    assert "晚了 20 分钟" in here.row("callback_1")


def test_enter_dials_no_callback_whose_hour_has_not_come_and_says_whom_it_dials(
    visitor: Comes, book: Book, clock: Clock
) -> None:
    promised(book, someone(book, clock), clock() - timedelta(hours=2), "2026-11-24 15:00")
    here = visitor()
    assert label(here, "enter_dials") == ""
    here.press(KEY.Key_Return)
    assert here.book.open_calls() == ()
    clock.pass_by(46 * 60)  # a quarter of an hour before is on time
    here.go_to("review")
    here.go_to("today")
    assert label(here, "enter_dials") == "回车拨给 李女士"
    here.press(KEY.Key_Return)
    assert len(here.book.open_calls()) == 1


def test_one_may_choose_a_callback_before_its_hour(visitor: Comes, book: Book, clock: Clock) -> None:
    promised(book, someone(book, clock), clock() - timedelta(hours=2), "2026-11-24 15:00")
    here = visitor()
    here.press(KEY.Key_Down)
    assert label(here, "enter_dials") == "回车拨给 李女士"
    here.press(KEY.Key_Return)
    assert len(here.book.open_calls()) == 1


def test_after_the_window_was_away_the_callbacks_are_those_of_now(visitor: Comes, book: Book, clock: Clock) -> None:
    here = visitor()
    here.rooms.window.hide()
    promised(book, someone(book, clock), clock() - timedelta(hours=2), "2026-11-24 13:50")
    here.rooms.window.show()
    assert len(here.rows("callback")) == 1
    page = here.page
    assert isinstance(page, Today)
    assert page._minutes.isActive()


def test_what_was_said_of_one_customer_does_not_stand_under_the_next(visitor: Comes) -> None:
    here = visitor()
    here.write("王伟")
    here.press(KEY.Key_Return)
    assert here.said()
    here.write(" 13812345678")
    here.press(KEY.Key_Return)
    assert len(here.book.open_calls()) == 1
    assert here.said() == ""


def test_enter_dials_the_first_callback_with_the_script_that_keeps_the_promise(
    visitor: Comes, book: Book, clock: Clock
) -> None:
    customer = someone(book, clock)
    promised(book, customer, clock() - timedelta(hours=2), "2026-11-24 13:50")
    here = visitor()
    here.press(KEY.Key_Return)
    (kept,) = here.book.open_calls()
    assert kept.customer == customer.id
    assert kept.call.release.script.id == "insurance-callback"
    (promise,) = here.book.promises(now=clock(), what="callback")
    assert promise.state == "kept"


def test_arrows_and_alt_digits_and_clicks_reach_the_other_callbacks(visitor: Comes, book: Book, clock: Clock) -> None:
    people = [someone(book, clock, f"客户{number}", f"1370000000{number}") for number in range(3)]
    for number, customer in enumerate(people):
        promised(book, customer, clock() - timedelta(hours=3, minutes=number * 5), f"2026-11-24 15:0{number}")
    here = visitor()
    here.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up)
    here.press(KEY.Key_Return)
    (kept,) = here.book.open_calls()
    assert kept.customer == people[1].id
    here.book.end_interrupted(kept)
    here.go_to("today")
    here.press("3", modifier=ALT)
    (kept,) = here.book.open_calls()
    assert kept.customer == people[2].id
    here.book.end_interrupted(kept)
    here.go_to("today")
    here.click("callback_1")
    (kept,) = here.book.open_calls()
    assert kept.customer == people[0].id


def test_while_something_is_written_enter_dials_what_is_written(visitor: Comes, book: Book, clock: Clock) -> None:
    promised(book, someone(book, clock), clock() - timedelta(hours=2), "2026-11-24 13:50")
    here = visitor()
    here.write("王伟 13812345678")
    here.press(KEY.Key_Return)
    (kept,) = here.book.open_calls()
    assert kept.customer is not None
    assert here.book.customer(kept.customer).name == "王伟"


def test_a_second_call_is_not_begun_over_an_open_one(visitor: Comes) -> None:
    here = visitor()
    here.write("王伟 13812345678")
    here.press(KEY.Key_Return)
    here.go_to("today")
    here.write("李娜 13812345679")
    here.press(KEY.Key_Return)
    assert len(here.book.open_calls()) == 1
    assert here.said() == "还有一通电话没结束，先把它结束。"


def test_figures_and_score_are_those_of_the_book(visitor: Comes, book: Book, clock: Clock, qtbot: QtBot) -> None:
    book.set_status(book.me.id, "regular", clock().date().replace(day=1))
    made(book, APPOINTED, clock() - timedelta(hours=2))
    here = visitor()
    shown = {name: here.shown(f"figure_{name}").accessibleName() for name in ("calls", "contacts", "appointments")}
    assert shown == {"calls": "通次 1", "contacts": "接通 1", "appointments": "邀约 1"}
    appraisal = book.appraisal(book.me.id, clock().date(), now=clock())
    assert appraisal is not None
    assert appraisal.score.total is not None
    qtbot.waitUntil(lambda: "—" not in here.shown("score_so_far").accessibleName())
    here.click("to_scores")
    assert here.page.objectName() == "scores"


def test_with_nothing_to_do_it_says_what_will_be_here(visitor: Comes) -> None:
    here = visitor()
    assert here.rows("callback") == []
    assert any("没有人在等回拨" in one.text() for one in here.page.findChildren(Label) if one.isVisible())
    assert button(here, "dial").isEnabled() is False


def test_everything_one_acts_on_has_a_name_in_the_language_of_the_window(visitor: Comes) -> None:
    here = visitor()
    names = [here.shown(name).accessibleName() for name in ("new_call", "dial", "to_scores")]
    assert names == ["新电话：姓名、电话、介绍人", "拨号", "怎么来的"]
    application = QApplication.instance()
    assert application is not None
    speak(application, "en")
    QApplication.processEvents()
    names = [here.shown(name).accessibleName() for name in ("new_call", "dial", "to_scores")]
    assert names == ["New call: name, number, who introduced them", "Dial", "What it is made of"]


def test_the_small_window_keeps_the_line_and_the_callbacks(visitor: Comes, book: Book, clock: Clock) -> None:
    promised(
        book,
        someone(book, clock, "一个名字特别特别长的先生或者女士" * 3),
        clock() - timedelta(hours=2),
        "2026-11-24 13:50",
    )
    here = visitor()
    here.shrink()
    assert here.is_shown("new_call")
    assert here.is_shown("callback_1")
    assert not here.is_shown("my_figures")
    right = here.rooms.window.width()
    assert here.shown("dial").mapTo(here.rooms.window, here.shown("dial").rect().topRight()).x() < right
