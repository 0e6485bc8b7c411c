"""The log as a list looks through everything in small stretches, without stopping the window."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from data.book import Book
from data.kept_call import CallRow
from data.search import Wanted
from tests.ui.desk import Clock
from tests.ui.visitor import APPOINTED, made
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
