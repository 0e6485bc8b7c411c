"""A list of any length shows as many rows as fit, by keys, wheel and clicks, and asks for more near its end."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.parts.row import Row, RowButton, row_height
from ui.parts.rows import Rows


def numbered(first: int, count: int) -> list[Row]:
    return [Row(f"客户{number}", tail="约到", detail=f"{number} 点") for number in range(first, first + count)]


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    """A list with room for five of its forty rows."""
    made = Rows("call")
    qtbot.addWidget(made)
    made.resize(300, row_height() * 5 + 3)
    made.show_rows(numbered(0, 40))
    made.show()
    return made


def shown(rows: Rows) -> list[str]:
    found = [one for one in rows.findChildren(RowButton) if one.isVisible()]
    return [one.row.title for one in sorted(found, key=lambda one: one.y())]


def turn(rows: Rows, notches: int) -> None:
    middle = QPointF(rows.rect().center())
    event = QWheelEvent(
        middle,
        rows.mapToGlobal(middle),
        QPoint(),
        QPoint(0, notches * 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(rows, event)


def test_only_as_many_widgets_as_fit_are_made(rows: Rows) -> None:
    assert shown(rows) == [f"客户{number}" for number in range(5)]
    assert len(rows.findChildren(RowButton)) == 5


def test_the_arrows_move_and_bring_into_view(rows: Rows) -> None:
    for _ in range(7):
        assert rows.take("down")
    assert rows.current == 6
    assert shown(rows) == [f"客户{number}" for number in range(2, 7)]
    rows.take("page_up")
    assert rows.current == 1
    assert shown(rows)[0] == "客户1"
    rows.take("page_down")
    rows.take("up")
    assert rows.current == 5


def test_one_never_moves_beyond_either_end(rows: Rows) -> None:
    rows.take("up")
    assert rows.current == 0
    rows.stand_on(1000)
    assert rows.current == 39
    rows.take("down")
    assert rows.current == 39
    assert shown(rows)[-1] == "客户39"


def test_enter_and_a_click_open_a_row(qtbot: QtBot, rows: Rows) -> None:
    rows.stand_on(3)
    with qtbot.waitSignal(rows.opened) as opened:
        rows.take("enter")
    assert opened.args == [3]
    turn(rows, -2)
    second = rows.findChild(RowButton, "call_2")
    assert isinstance(second, RowButton)
    with qtbot.waitSignal(rows.opened) as opened:
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert opened.args == [3]


def test_the_wheel_turns_the_list_and_stops_at_its_ends(rows: Rows) -> None:
    turn(rows, -3)
    assert shown(rows)[0] == "客户3"
    assert rows.current is None
    turn(rows, 10)
    assert shown(rows)[0] == "客户0"
    turn(rows, -100)
    assert shown(rows)[-1] == "客户39"


def test_where_one_row_says_something_else_nothing_moves(rows: Rows) -> None:
    turn(rows, -3)
    rows.replace(4, Row("王先生"))
    assert shown(rows) == ["客户3", "王先生", "客户5", "客户6", "客户7"]
    assert len(rows.rows) == 40
    assert rows.current is None


def test_near_the_end_it_asks_for_more_and_what_is_added_moves_nothing(qtbot: QtBot, rows: Rows) -> None:
    with qtbot.waitSignal(rows.wants_more):
        turn(rows, -32)
    before = shown(rows)
    rows.append(numbered(40, 10))
    assert shown(rows) == before
    rows.stand_on(1000)
    assert rows.current == 49


def test_a_list_with_nothing_in_it_takes_no_key(rows: Rows) -> None:
    rows.show_rows([])
    assert shown(rows) == []
    assert not rows.take("down")
    assert rows.current is None


def test_a_larger_room_shows_more(rows: Rows) -> None:
    rows.resize(300, row_height() * 8)
    assert len(shown(rows)) == 8
    rows.resize(300, row_height() * 2)
    assert len(shown(rows)) == 2


def test_a_row_says_all_of_itself_to_a_screen_reader(rows: Rows) -> None:
    first = rows.findChild(RowButton, "call_1")
    assert isinstance(first, RowButton)
    assert first.accessibleName() == "客户0  约到  0 点"
