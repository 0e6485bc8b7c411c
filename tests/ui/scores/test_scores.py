"""Scores: the month as the book has it, every number down to its calls, entries and the very line."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.appraisal.exact import shown
from coach.appraisal.spoken import of_next_point, sentences
from data.book import Book
from tests.ui.desk import Clock
from tests.ui.visitor import APPOINTED, REFUSED, Visitor, made, promised
from ui.language import speak
from ui.parts.banner import Banner
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.link import Link
from ui.review.line_view import LineView
from ui.scores.bar import Bar

KEY = Qt.Key
Comes = Callable[[], Visitor]


@pytest.fixture
def month(visitor: Comes, book: Book, clock: Clock) -> Comes:
    """A month with a hurried call, two calm ones, a missed callback and entries; then somebody looks at it."""
    book.set_status(book.me.id, "regular", date(2026, 1, 5))
    for hours, plan, pace in ((30, APPOINTED, 0.2), (28, APPOINTED, 3.0), (26, REFUSED, 3.0)):
        made(book, plan, clock() - timedelta(hours=hours), pace=pace)
    customer = book.add_customer(name="赵磊", called="赵先生", phone="13700002222", at=clock())
    promised(book, customer, clock() - timedelta(hours=25), "2026-11-24 10:00")
    for kind, day in (("late", 3), ("late", 10), ("overtime", 12)):
        book.add_entry(book.me.id, kind, day=date(2026, 11, day), reason=f"{day}号", at=clock())

    def looks() -> Visitor:
        here = visitor()
        here.go_to("scores")
        return here

    return looks


def texts(visitor: Visitor) -> list[str]:
    return [one.text() for one in visitor.page.findChildren(Label) if one.isVisible()]


def evidence(visitor: Visitor) -> list[str]:
    return visitor.rows("evidence_row")


def test_total_sections_and_sentences_are_those_of_the_book(month: Comes, book: Book, clock: Clock) -> None:
    here = month()
    appraisal = book.appraisal(book.me.id, clock().date(), now=clock())
    assert appraisal is not None
    assert appraisal.score.total is not None
    said = texts(here)
    assert shown(appraisal.score.total) in said
    for section in appraisal.score.sections:
        assert section.score is not None
        assert (
            here.shown(f"section_{section.id}").accessibleName().startswith(f"{section.title} {shown(section.score)}")
        )
        for sentence in sentences(section):
            assert any(sentence.in_language("zh") in text for text in said), sentence.code


def test_the_first_line_says_what_the_next_point_costs(month: Comes, book: Book, clock: Clock) -> None:
    here = month()
    appraisal = book.appraisal(book.me.id, clock().date(), now=clock())
    assert appraisal is not None
    point = appraisal.next_point
    assert point is not None
    banner = here.shown("next_point")
    assert isinstance(banner, Banner)
    assert banner.text == of_next_point(point).in_language("zh")


def test_entries_stand_behind_their_points_with_day_author_and_reason(month: Comes) -> None:
    here = month()
    here.click("evidence_conduct")
    assert evidence(here) == [
        "主动加班  +1  11月12日 周四    林晓  12号",
        "迟到  −1  11月10日 周二    林晓  10号",
        "迟到  −1  11月3日 周二    林晓  3号",
    ]
    here.press(KEY.Key_Escape)
    assert not here.is_shown("evidence_pane")
    assert here.is_shown("my_figures")


def test_a_missed_must_say_leads_by_keys_to_the_very_line_and_back(month: Comes) -> None:
    here = month()
    link = here.shown("evidence_adherence")
    assert isinstance(link, Link)
    assert link.text().startswith("漏说")
    here.press(link.accessibleDescription())
    missed = evidence(here)
    assert missed
    here.press(KEY.Key_Down, KEY.Key_Return)
    assert here.page.objectName() == "review"
    (line,) = [view for view in here.page.findChildren(LineView) if view.looked_at]
    assert line.isVisible()
    assert "必说项" in line.accessibleName()
    assert missed[1].split("  ")[-1] in line.accessibleName()
    here.press(KEY.Key_Escape)
    assert here.page.objectName() == "scores"
    assert evidence(here) == missed


def test_a_lost_objection_leads_by_the_mouse_to_its_card(month: Comes) -> None:
    here = month()
    here.click("evidence_objection-save-rate")
    title = evidence(here)[0].split("  ")[-1]
    here.click("evidence_row_1")
    (line,) = [view for view in here.page.findChildren(LineView) if view.looked_at]
    assert title in line.accessibleName()


def test_a_missed_callback_is_named_and_leads_to_its_call(month: Comes) -> None:
    here = month()
    here.click("evidence_callbacks-on-time")
    assert evidence(here) == ["赵先生  没赶上  约在 10:00"]
    here.press(KEY.Key_Return)
    assert here.page.objectName() == "review"
    assert "赵先生" in texts(here)


def test_dials_a_day_lead_to_the_log_of_that_day(month: Comes) -> None:
    here = month()
    here.click("evidence_dials-a-day")
    assert evidence(here) == ["11月23日 周一  4"]
    here.press(KEY.Key_Return)
    assert here.page.objectName() == "review"
    assert len(here.rows("call")) == 4
    chip = here.shown("filter_day")
    assert isinstance(chip, KeyButton)
    assert chip.chosen
    assert chip.text() == "日期  昨天"


def test_tab_turns_to_the_other_lists_behind_a_rate(month: Comes) -> None:
    here = month()
    here.click("evidence_appointment-rate")
    assert len(evidence(here)) == 2
    here.press(KEY.Key_Tab)
    assert len(evidence(here)) == 4
    here.click("evidence_way_1")
    assert len(evidence(here)) == 2


def test_the_month_before_and_back_by_keys(month: Comes) -> None:
    here = month()
    total = [text for text in texts(here) if text.replace(".", "").isdecimal()]
    here.press("-")
    assert "2026年11月" in " ".join(texts(here))  # there is no plan for October, so there is nothing to go to
    here.clock.pass_by(20 * 24 * 3600)
    here.go_to("today")
    here.go_to("scores")
    assert "2026年12月" in " ".join(texts(here))  # nobody chose a month: it is the one that runs
    here.click("month_before")
    assert "2026年11月" in " ".join(texts(here))
    here.go_to("today")
    here.go_to("scores")
    assert "2026年11月" in " ".join(texts(here))
    here.press("+")
    assert "2026年12月" in " ".join(texts(here))
    assert total[0] != ""


def test_a_tick_shows_where_the_month_before_stood(month: Comes) -> None:
    here = month()
    here.clock.pass_by(10 * 24 * 3600)
    here.go_to("today")
    here.go_to("scores")
    assert any("上月" in text for text in texts(here))
    bars = [bar for bar in here.page.findChildren(Bar) if bar.isVisible()]
    assert len(bars) == 5
    assert all(isinstance(bar._before, Fraction) for bar in bars)


def test_without_a_grade_there_is_a_dash_and_why(visitor: Comes, book: Book) -> None:
    book.set_status(book.me.id, "probation", date(2026, 11, 2))
    here = visitor()
    here.go_to("scores")
    assert "—" in texts(here)
    banner = here.shown("next_point")
    assert isinstance(banner, Banner)
    assert banner.text == "试用期间不评分，数据照常显示。"


def test_in_a_month_without_calls_it_says_so(visitor: Comes, book: Book) -> None:
    book.set_status(book.me.id, "regular", date(2026, 1, 5))
    here = visitor()
    here.go_to("scores")
    banner = here.shown("next_point")
    assert isinstance(banner, Banner)
    assert banner.text == "这个月还没有通话。打完第一通，这里就有数。"
    assert here.is_shown("section_attitude")


def test_without_a_plan_it_says_what_will_be_here_and_leads_to_today(
    qtbot: QtBot, visitor: Comes, clock: Clock
) -> None:
    here = visitor()
    here.clock.at -= timedelta(days=60)  # before the first plan came into force
    here.go_to("scores")
    assert "还没有绩效" in texts(here)
    here.press(KEY.Key_Return)
    assert here.page.objectName() == "today"
    here.go_to("scores")
    here.click("scores_empty_next")
    assert here.page.objectName() == "today"


def test_the_small_window_shows_sections_or_evidence(month: Comes) -> None:
    here = month()
    here.shrink()
    assert here.is_shown("section_ability")
    assert not here.is_shown("my_figures")
    here.press("1")
    assert here.is_shown("evidence_pane")
    assert not here.is_shown("section_ability")
    here.press(KEY.Key_Escape)
    assert here.is_shown("section_ability")


def test_the_language_changes_in_place(month: Comes) -> None:
    here = month()
    here.click("evidence_conduct")
    here.press(KEY.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    application = QApplication.instance()
    assert application is not None
    speak(application, "en")
    QApplication.processEvents()
    assert "My scores" in texts(here)
    assert evidence(here)[0].startswith("主动加班  +1  Thu 12 Nov")
    assert here.shown("evidence_conduct").accessibleName().endswith("Entries 3")
