"""Review: the log with filters that work, a call line by line as it was, and putting it right."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coach.ending import intent_of, last_ending, outcome_of
from coach.events import Amended
from coach.limits import Limits
from data.book import Book
from data.customer import Customer
from tests.ui.desk import Clock
from tests.ui.visitor import APPOINTED, CORRECTED, REFUSED, Visitor, made, promised
from ui.language import speak
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.review.line_view import LineView

KEY = Qt.Key
Comes = Callable[[], Visitor]
LONG = "一个名字特别特别长的客户" * 4


@pytest.fixture
def customer(book: Book, clock: Clock) -> Customer:
    return book.add_customer(name="王伟", called="王先生", phone="13812345678", referrer="李大为", at=clock())


@pytest.fixture
def log(visitor: Comes, book: Book, clock: Clock, customer: Customer) -> Comes:
    """Four calls of two days: appointed, refused and corrected today, a callback promised yesterday."""
    promised(book, customer, clock() - timedelta(days=1), "2026-11-24 16:00")
    made(book, CORRECTED, clock() - timedelta(hours=3), customer)
    made(book, REFUSED, clock() - timedelta(hours=2))
    made(book, APPOINTED, clock() - timedelta(hours=1), customer)

    def looks() -> Visitor:
        here = visitor()
        here.go_to("review")
        return here

    return looks


def outcomes(visitor: Visitor) -> list[str]:
    """How the calls that are listed ended."""
    return [row.split("  ")[1] for row in visitor.rows("call")]


def lines(visitor: Visitor) -> list[LineView]:
    found = [view for view in visitor.page.findChildren(LineView) if view.isVisible()]
    return sorted(found, key=lambda view: view.y())


def texts(visitor: Visitor) -> list[str]:
    return [one.text() for one in visitor.page.findChildren(Label) if one.isVisible()]


def focus() -> str:
    """The name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def choose(visitor: Visitor, words: str) -> None:
    """Chooses in the list that is open, by the arrows and Enter."""
    offered = [one for one in visitor.shown("choices").findChildren(KeyButton) if one.isVisibleTo(visitor.page)]
    marked = next(place for place, one in enumerate(offered) if one.chosen)
    steps = next(place for place, one in enumerate(offered) if one.text() == words) - marked
    visitor.press(*[KEY.Key_Down if steps > 0 else KEY.Key_Up] * abs(steps), KEY.Key_Return)
    assert not visitor.is_shown("choices")


def test_the_log_lists_the_newest_first_and_shows_the_call_one_stands_on(log: Comes) -> None:
    here = log()
    assert here.rows("call")[0].startswith("王先生  约到  13:00")
    assert outcomes(here) == ["约到", "不需要", "约到", "约回拨"]
    assert "王先生" in texts(here)
    here.press(KEY.Key_Down)
    assert "no name" not in texts(here)
    assert "没有名字" in texts(here)


def test_a_replay_tells_every_line_with_its_time_its_stay_and_what_was_answered(log: Comes) -> None:
    here = log()
    first, *_ = lines(here)
    assert "您好，请问是" in first.accessibleName()
    assert first.accessibleName().endswith("吗？")
    said = texts(here)
    assert "0:00" in said
    assert any(text.endswith("秒") for text in said)
    assert any(text.startswith("客户：") for text in said)


def judged(visitor: Visitor) -> list[str]:
    """What stands above the lines: the outcome, the must-says, the objections."""
    signed = visitor.page.findChildren(type(visitor.shown("replay_outcome")))
    return [one.accessibleName() for one in signed if one.isVisible()]


def test_an_objection_shows_its_technique_and_whether_it_was_overcome(log: Comes) -> None:
    here = log()
    assert any("没时间  ·" in view.accessibleName() for view in lines(here))
    assert "没时间：化解了" in judged(here)


def test_a_call_is_judged_as_it_was_when_it_was_counted(visitor: Comes, book: Book, clock: Clock) -> None:
    strict = Limits(card_seconds=600, skim_percent=100, characters_a_minute=10)
    book.set_limits(strict)
    then = made(book, APPOINTED, clock() - timedelta(hours=2))
    book.set_limits(Limits())
    now = made(book, APPOINTED, clock() - timedelta(hours=1))
    book.set_limits(strict)
    here = visitor()
    here.go_to("review")
    for kept in (now, then):
        facts = book.facts(kept.id)
        assert facts is not None
        assert bool(facts.objections) == (kept is now)
        assert ("没时间：化解了" in judged(here)) == (kept is now)
        hurried = any("点得太快" in view.accessibleName() for view in lines(here))
        assert hurried == bool(facts.skimmed) == (kept is then)
        here.press(KEY.Key_Down)


def test_a_correction_is_seen_as_taken_back(log: Comes) -> None:
    here = log()
    here.press(KEY.Key_Down, KEY.Key_Down)
    marks = [view.accessibleName() for view in lines(here)]
    assert sum("已退回" in one for one in marks) == 3
    assert sum("又一次" in one for one in marks) == 4  # three times gone back, once returned from a card
    assert texts(here).count("点错了，退回") == 3


def test_note_outcome_and_intent_stand_above_the_lines(log: Comes) -> None:
    here = log()
    here.press(KEY.Key_PageDown)
    assert here.shown("replay_outcome").accessibleName().startswith("约回拨、B")
    note = here.shown("replay_note")
    assert isinstance(note, Label)
    assert note.text() == "备注：问清楚保费再说"
    assert "回拨时间 11月24日 周二 16:00" in texts(here)


def test_what_was_erased_says_so_and_the_lines_still_stand(log: Comes, book: Book, customer: Customer) -> None:
    book.erase_customer(customer.id, at=book.calls(limit=1)[0].started_at)
    here = log()
    here.press(KEY.Key_PageDown)
    said = texts(here)
    assert "备注：已删除" in said
    assert "回拨时间 已删除" in said
    assert not any("王" in text or "保费" in text for text in said)
    assert here.rows("call")[-1].startswith("已删除")
    assert len(lines(here)) == 2


@pytest.mark.parametrize(
    ("key", "name", "words", "left"),
    [
        ("o", "filter_outcome", "约到", ["约到", "约到"]),
        ("o", "filter_outcome", "约回拨", ["约回拨"]),
        ("d", "filter_day", "昨天", ["约回拨"]),
        ("d", "filter_day", "今天", ["约到", "不需要", "约到"]),
        ("j", "filter_objection", "没时间", ["约到"]),
        ("l", "filter_length", "60 秒以上", ["约到", "不需要", "约到"]),
        ("s", "filter_script", "保险预约", ["约到", "不需要", "约到", "约回拨"]),
        ("p", "filter_person", "林晓", ["约到", "不需要", "约到", "约回拨"]),
    ],
)
def test_each_filter_works_by_its_key(log: Comes, key: str, name: str, words: str, left: list[str]) -> None:
    here = log()
    here.press(key)
    choose(here, words)
    chip = here.shown(name)
    assert isinstance(chip, KeyButton)
    assert chip.chosen
    assert words in chip.text()
    assert outcomes(here) == left
    here.press("x")
    assert outcomes(here) == ["约到", "不需要", "约到", "约回拨"]
    assert not chip.chosen


def test_filters_narrow_together_and_by_the_mouse(log: Comes) -> None:
    here = log()
    here.click("filter_outcome")
    choose(here, "约到")
    here.click("filter_objection")
    choose(here, "没时间")
    assert outcomes(here) == ["约到"]
    here.click("filter_clear")
    assert len(outcomes(here)) == 4


def test_a_digit_or_a_click_chooses_and_escape_or_a_click_beside_leaves_it(log: Comes) -> None:
    here = log()
    here.press("d", "2")
    assert outcomes(here) == ["约到", "不需要", "约到"]
    here.press("d")
    here.click("choice_3")
    assert outcomes(here) == ["约回拨"]
    here.press("d", KEY.Key_Escape)
    assert not here.is_shown("choices")
    here.press("o")
    here.click("choices", here.shown("choices").rect().bottomRight() - QPoint(30, 30))
    assert not here.is_shown("choices")
    assert outcomes(here) == ["约回拨"]


def test_text_in_the_notes_is_found(log: Comes) -> None:
    here = log()
    here.press("/")
    entry = here.shown("filter_text")
    assert isinstance(entry, QLineEdit)
    assert entry.hasFocus()
    QTest.keyClicks(entry, "d")  # in a text field no single key is a command
    entry.clear()
    here.write("保费")
    here.press(KEY.Key_Return)
    assert outcomes(here) == ["约回拨"]
    assert here.page.hasFocus()


def test_where_nothing_is_like_that_it_says_so_and_one_key_shows_all(log: Comes) -> None:
    here = log()
    here.press("/")
    here.write("没有这样的话")
    here.press(KEY.Key_Return)
    assert "没有这样的通话" in texts(here)
    here.click("review_empty_next")
    assert len(outcomes(here)) == 4


def test_enter_reads_line_by_line_and_escape_goes_back(log: Comes) -> None:
    here = log()
    here.press(KEY.Key_Return)
    assert [view.looked_at for view in lines(here)][:2] == [True, False]
    here.press(KEY.Key_Down, KEY.Key_Down)
    assert [place for place, view in enumerate(lines(here)) if view.looked_at] == [2]
    here.press(KEY.Key_Escape)
    assert not any(view.looked_at for view in lines(here))
    here.press(KEY.Key_Down)
    assert here.shown("replay_outcome").accessibleName().startswith("不需要")


def test_the_outcome_is_put_right_with_its_reason(log: Comes, book: Book, clock: Clock) -> None:
    here = log()
    before = book.sums(book.me.id, clock().date(), clock().date())
    newest = book.calls(limit=1)[0].id
    here.press("e")
    assert not any(view.isVisible() for view in here.page.findChildren(LineView))
    here.press("5")  # 不需要
    here.press(KEY.Key_Return)
    assert outcome_of(book.call(newest).call) == "appointment"  # not before a reason is given
    here.write("听录音，客户没有答应")
    here.press(KEY.Key_Return)
    call = book.call(newest).call
    assert outcome_of(call) == "not-interested"
    assert call.trail[-1].kind == "amended"
    after = book.sums(book.me.id, clock().date(), clock().date())
    assert after.appointments == before.appointments - 1
    assert outcomes(here)[0] == "不需要"
    assert here.shown("replay_outcome").accessibleName().startswith("不需要")
    assert "更正为「不需要」。 听录音，客户没有答应" in texts(here)
    assert here.said() == "已更正，原因一起留着。"


def test_a_call_that_was_put_right_to_a_refusal_shows_no_intent(log: Comes, book: Book, clock: Clock) -> None:
    here = log()
    kept = book.call(book.calls(limit=1)[0].id)
    kept = book.keep(kept, Amended(at=clock(), by=book.me.id, reason="漏选", intent="A"))
    here.go_to("today")
    here.go_to("review")
    assert "近期可成交" in here.shown("replay_outcome").accessibleName()
    book.keep(kept, Amended(at=clock(), by=book.me.id, reason="听录音", outcome="not-interested"))
    here.go_to("today")
    here.go_to("review")
    assert here.shown("replay_outcome").accessibleName().startswith("不需要")
    assert "近期可成交" not in here.shown("replay_outcome").accessibleName()


def test_the_keys_are_the_logs_again_once_nothing_is_put_right(log: Comes) -> None:
    here = log()
    here.press("e", "5", KEY.Key_Escape)
    assert not here.is_shown("amend_pane")
    assert QApplication.focusWidget() is here.page
    here.press("e")
    assert here.is_shown("amend_pane")


def test_an_outcome_is_put_right_with_the_fields_that_it_needs(log: Comes, book: Book, clock: Clock) -> None:
    here = log()
    here.press(KEY.Key_Down)  # the refused call has no appointment to keep
    refused = book.calls(limit=2)[1].id
    here.click("amend")
    here.click("outcome_appointment")
    assert focus() == "amend_meeting_day"
    here.write("明天")
    here.press(KEY.Key_Return)
    here.write("下午三点")
    here.press(KEY.Key_Return)
    here.write("客户公司")
    here.press(KEY.Key_Return)
    assert not here.shown("amend_save").isEnabled()
    here.write("朝阳路1号")
    here.press(KEY.Key_Return)
    assert focus() == "amend_reason"  # the mobile is known
    here.write("其实约好了")
    assert outcome_of(book.call(refused).call) == "not-interested"
    here.press(KEY.Key_Return)
    call = book.call(refused).call
    ending = last_ending(call)
    assert outcome_of(call) == "appointment"
    assert ending.promised is not None
    assert f"{ending.promised.due_at:%m-%d %H:%M}" == f"{clock() + timedelta(days=1):%m-%d} 15:00"
    assert here.shown("replay_outcome").accessibleName().startswith("约到")
    assert any("朝阳路1号" in one for one in texts(here) if one.startswith("更正为"))
    assert not here.is_shown("amend_pane")


def test_without_what_it_needs_an_outcome_is_not_put_right(log: Comes, book: Book) -> None:
    here = log()
    here.press(KEY.Key_Down)
    refused = book.calls(limit=2)[1].id
    here.click("amend")
    here.click("outcome_appointment")
    here.write("不是一天")
    here.shown("amend_reason").setFocus()
    here.write("其实约好了")
    here.press(KEY.Key_Return)
    assert focus() == "amend_meeting_day"
    assert here.is_shown("amend_meeting_day_reason")
    assert outcome_of(book.call(refused).call) == "not-interested"
    here.click("amend_cancel")
    assert not here.is_shown("amend_pane")
    here.press("e")
    here.click("outcome_appointment")
    assert not here.is_shown("amend_meeting_day_reason")  # what was given up is not there again
    day = here.shown("amend_meeting_day")
    assert isinstance(day, QLineEdit)
    assert day.text() == ""


def test_of_a_customer_who_was_erased_no_reason_is_kept_and_that_is_said(
    log: Comes, book: Book, clock: Clock, customer: Customer
) -> None:
    book.erase_customer(customer.id, at=clock())
    here = log()
    here.press("e", "a")
    here.write("听录音")
    here.press(KEY.Key_Return)
    assert here.said() == "已更正。原因没有留下：这位客户要求删除资料。"
    assert intent_of(book.call(book.calls(limit=1)[0].id).call) == "A"


def test_an_intent_alone_is_put_right(log: Comes, book: Book) -> None:
    here = log()
    newest = book.calls(limit=1)[0].id
    here.press("e", "a")
    here.write("听录音，近期就要")
    here.press(KEY.Key_Return)
    call = book.call(newest).call
    assert (outcome_of(call), intent_of(call)) == ("appointment", "A")
    facts = book.facts(newest)
    assert facts is not None
    assert facts.intent == "A"
    assert "更正为「A 近期可成交」。 听录音，近期就要" in texts(here)


def test_a_field_alone_is_put_right_as_it_was_said_in_the_call(log: Comes, book: Book, clock: Clock) -> None:
    here = log()
    newest = book.calls(limit=1)[0].id
    before = last_ending(book.call(newest).call).promised
    assert before is not None
    clock.pass_by(3600)
    here.press("e", KEY.Key_Tab)
    assert focus() == "amend_meeting_day"
    here.press(KEY.Key_Tab)
    here.write("下午四点")
    here.press(KEY.Key_Return)
    assert focus() == "amend_reason"
    here.write("钟点记错了")
    here.press(KEY.Key_Return)
    call = book.call(newest).call
    now = last_ending(call).promised
    assert now is not None
    assert (now.due_at.date(), now.due_at.hour) == (before.due_at.date(), 16)
    assert outcome_of(call) == "appointment"


def test_a_field_that_is_cleared_stays_in_sight(log: Comes, book: Book) -> None:
    here = log()
    newest = book.calls(limit=1)[0].id
    here.click("amend")
    here.click("outcome_not-interested")
    here.shown("amend_meeting_address").setFocus()
    here.press(KEY.Key_Backspace, KEY.Key_Return)
    assert here.is_shown("amend_meeting_address")
    assert focus() == "amend_reason"
    here.write("地址是写错的")
    here.press(KEY.Key_Return)
    call = book.call(newest).call
    assert (outcome_of(call), call.knows.field("meeting_address")) == ("not-interested", None)


def test_the_intent_that_will_count_has_its_tick(log: Comes, book: Book) -> None:
    here = log()
    for name in ("intent_A", "outcome_not-interested"):
        here.press("e")
        here.click(name)
        here.shown("amend_reason").setFocus()
        here.write("听录音")
        here.press(KEY.Key_Return)
    here.press("e")
    here.click("outcome_appointment")
    button = here.shown("intent_A")
    assert isinstance(button, KeyButton)
    assert button.chosen


@pytest.mark.parametrize("how", ["small", "language", "page"])
def test_what_is_being_put_right_outlasts_a_change_of_the_window(log: Comes, book: Book, how: str) -> None:
    here = log()
    newest = book.calls(limit=1)[0].id
    here.press("e", "a")
    here.write("听录音")
    if how == "small":
        here.shrink()
    elif how == "language":
        application = QApplication.instance()
        assert application is not None
        speak(application, "en")
    else:
        here.go_to("today")
        here.go_to("review")
    assert here.is_shown("amend_pane")
    assert focus() == "amend_reason"
    here.press(KEY.Key_Return)
    assert intent_of(book.call(newest).call) == "A"
    assert not here.is_shown("amend_pane")


def test_where_nothing_is_another_nothing_is_put_right(log: Comes, book: Book) -> None:
    here = log()
    newest = book.calls(limit=1)[0].id
    here.press("e")
    for name in ("intent_A", "intent_A", "outcome_not-interested", "outcome_appointment"):
        here.click(name)
    here.write("没什么")
    here.press(KEY.Key_Return)
    assert book.call(newest).call.trail[-1].kind == "finished"
    assert not here.shown("amend_save").isEnabled()


def test_a_call_of_another_day_can_be_put_right_only_by_whom_the_book_allows(
    log: Comes, book: Book, clock: Clock
) -> None:
    here = log()
    here.press(KEY.Key_PageDown)
    assert here.is_shown("amend")  # the owner may, until the month is closed
    book.close_period(date(2026, 11, 1), at=clock())
    here.go_to("today")
    here.go_to("review")
    assert not here.is_shown("amend")
    here.press("e")
    assert not here.is_shown("amend_pane")


def test_a_long_log_is_read_page_by_page_as_one_goes_down(visitor: Comes, book: Book, clock: Clock) -> None:
    for number in range(130):
        made(book, "insurance-appointment: 打错了", clock() - timedelta(hours=200 - number))
    here = visitor()
    here.go_to("review")
    listed = set(here.rows("call"))
    for _ in range(20):
        here.press(KEY.Key_PageDown)
        listed |= set(here.rows("call"))
    assert len(listed) == 130


def test_with_no_call_yet_it_says_what_will_be_here_and_leads_to_today(visitor: Comes) -> None:
    here = visitor()
    here.go_to("review")
    assert "还没有通话" in texts(here)
    here.press(KEY.Key_Return)
    assert here.page.objectName() == "today"


def test_long_names_end_in_an_ellipsis_and_hide_nothing(visitor: Comes, book: Book, clock: Clock) -> None:
    someone = book.add_customer(name=LONG, phone="13812345679", at=clock())
    made(book, APPOINTED, clock() - timedelta(hours=1), someone)
    here = visitor()
    here.go_to("review")
    window = here.rooms.window
    for name in ("amend", "call_1", "replay_outcome"):
        widget = here.shown(name)
        assert widget.mapTo(window, widget.rect().topRight()).x() < window.width(), name
    assert LONG in here.row("call_1")


def test_the_small_window_shows_the_log_or_the_call(log: Comes) -> None:
    here = log()
    here.shrink()
    assert here.is_shown("call_1")
    assert lines(here) == []
    here.click("call_2")
    assert not here.is_shown("call_1")
    assert lines(here)
    here.click("replay_back")
    assert here.is_shown("call_1")


def test_the_language_changes_in_place(log: Comes) -> None:
    here = log()
    application = QApplication.instance()
    assert application is not None
    speak(application, "en")
    QApplication.processEvents()
    chip = here.shown("filter_outcome")
    assert isinstance(chip, KeyButton)
    assert chip.text() == "Outcome"
    assert any(text.startswith("Customer: ") for text in texts(here))


def test_in_the_small_window_what_has_the_keyboard_is_in_sight(log: Comes, qtbot: QtBot) -> None:
    here = log()
    here.shrink()
    here.press(KEY.Key_Down, KEY.Key_Return, "e", "1")
    day = here.shown("amend_meeting_day")
    assert day.hasFocus()
    qtbot.waitUntil(lambda: day.visibleRegion().boundingRect().height() == day.height())
    assert not here.is_shown("amend")  # it is being put right already
    assert not here.is_shown("replay_back")  # nor is Esc its key
    here.press(KEY.Key_Escape, KEY.Key_Escape)
    assert not here.is_shown("amend_pane")
    assert here.is_shown("replay_back")
