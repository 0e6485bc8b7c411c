"""A row that wraps, and with a limit of rows leaves out of sight what does not fit."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.parts.flow import Flow


def laid(qtbot: QtBot, width: int, *, most_rows: int | None = None) -> list[tuple[int, int]]:
    """Five pieces of 100 by 20 in a row of this width: where each has come to stand."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, gap=10, most_rows=most_rows)
    pieces = [QWidget() for _ in range(5)]
    for piece in pieces:
        piece.setFixedSize(100, 20)
        flow.addWidget(piece)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    return [(piece.x(), piece.y()) for piece in pieces if piece.geometry().width() or most_rows is None]


def test_all_in_one_row_where_there_is_room(qtbot: QtBot) -> None:
    assert laid(qtbot, 540) == [(0, 0), (110, 0), (220, 0), (330, 0), (440, 0)]


def test_it_wraps(qtbot: QtBot) -> None:
    assert laid(qtbot, 330) == [(0, 0), (110, 0), (220, 0), (0, 30), (110, 30)]


def test_its_height_follows_its_width_and_its_pieces(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, gap=10)
    for _ in range(3):
        piece = QWidget()
        piece.setFixedSize(100, 20)
        flow.addWidget(piece)
    assert [flow.heightForWidth(width) for width in (400, 220, 100)] == [20, 50, 80]
    assert flow.sizeHint().width() == 320
    more = QWidget()
    more.setFixedSize(100, 40)
    flow.addWidget(more)
    assert [flow.heightForWidth(width) for width in (500, 220)] == [40, 70]


def test_with_one_row_at_most_nothing_stands_below(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, gap=10, most_rows=1)
    pieces = [QWidget() for _ in range(5)]
    for piece in pieces:
        piece.setFixedHeight(20)
        piece.setMinimumWidth(0)
        piece.setMaximumWidth(100)
        flow.addWidget(piece)
    assert flow.heightForWidth(230) <= 20
