"""The log as a list looks through everything in small stretches, without stopping the window, and asks little."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from coach.events import Amended
from data.book import Book
from data.ids import new_id
from data.kept_call import CallRow
from data.search import Wanted
from tests.data.test_by_key import asked
from tests.ui.desk import Clock
from tests.ui.visitor import APPOINTED, made
from ui.parts.row import RowButton, row_height
from ui.parts.rows import Rows
from ui.review.log_list import LogList
from ui.theme.theme import Theme

WRONG = "insurance-appointment: 打错了"


def test_what_is_rare_is_found_stretch_by_stretch(qtbot: QtBot, dressed: Theme, book: Book, clock: Clock) -> None:
    first = made(book, APPOINTED, clock() - timedelta(hours=9))
    for number in range(7):
        made(book, WRONG, clock() - timedelta(hours=8 - number))
    log = LogList(book, clock, look_at=2)
    qtbot.addWidget(log)
    with qtbot.waitSignal(log.stood_on) as stood_on:
        log.look(Wanted(card="busy"), None)
        assert len(log.calls) == 0
        assert not log.ended
    assert stood_on.args == [first.id]
    qtbot.waitUntil(lambda: log.ended)
    found: list[CallRow] = list(log.calls)
    assert [call.id for call in found] == [first.id]


def test_where_nothing_is_like_that_the_search_ends(qtbot: QtBot, dressed: Theme, book: Book, clock: Clock) -> None:
    for number in range(5):
        made(book, WRONG, clock() - timedelta(hours=8 - number))
    log = LogList(book, clock, look_at=2)
    qtbot.addWidget(log)
    log.look(Wanted(card="busy"), None)
    qtbot.waitUntil(lambda: log.ended)
    assert log.calls == ()


def test_a_long_log_asks_no_more_than_a_short_one(qtbot: QtBot, dressed: Theme, book: Book, clock: Clock) -> None:
    log = LogList(book, clock)
    qtbot.addWidget(log)
    counted = []
    for number in range(6):
        whom = book.add_customer(name=f"客户{number}", at=clock())
        made(book, WRONG, clock() - timedelta(hours=8 - number), whom)
        with asked(book) as statements:
            log.look(Wanted(), None)
        counted.append(len(statements))
        assert len(log.calls) == number + 1
    assert counted == [4, 2, 2, 2, 2, 2]  # the first time the release is read too
    with asked(book) as statements:
        log.refresh(log.calls[3].id)
    assert len(statements) == 1


def test_the_row_of_a_call_says_how_it_now_ended_and_nothing_moves(
    qtbot: QtBot, dressed: Theme, book: Book, clock: Clock
) -> None:
    kept = [made(book, WRONG, clock() - timedelta(hours=8 - number)) for number in range(6)]
    log = LogList(book, clock)
    qtbot.addWidget(log)
    log.resize(300, row_height() * 3)
    log.show()
    log.look(Wanted(), None)
    rows = log.findChild(Rows)
    assert rows is not None
    rows.stand_on(4)
    above = [one.row for one in rows.findChildren(RowButton) if one.isVisible()]
    book.keep(kept[2], Amended(at=clock(), by="", reason="点错了", outcome="not-interested"))
    before = rows.rows
    log.refresh(kept[2].id)
    assert rows.current == 4
    assert [place for place, row in enumerate(rows.rows) if row != before[place]] == [3]
    assert "不需要" in rows.rows[3].spoken
    shown = [one.row for one in rows.findChildren(RowButton) if one.isVisible()]
    assert [row for row in shown if row != rows.rows[3]] == [row for row in above if row != before[3]]
    log.refresh(new_id(clock()))
    assert rows.current == 4
