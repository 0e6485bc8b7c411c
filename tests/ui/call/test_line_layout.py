"""How a line is set: in rows, none of which breaks a number."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui.call.line_layout import SetLine, set_line

INK = QColor("black")
LINE = "我再跟您确认一下您的手机号码是不是138 1234 5678，对吗？"


def rows(line: SetLine) -> list[str]:
    layout = line.layout
    told = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [layout.text()[row.textStart() : row.textStart() + row.textLength()] for row in told]


@pytest.mark.parametrize("width", range(220, 620, 20))
def test_a_number_stays_in_one_row(qapp: QApplication, width: int) -> None:
    broken = rows(set_line(LINE, (), qapp.font(), width, gap=INK, pause=INK))
    assert "".join(broken).replace("\u00a0", " ") == LINE
    assert [row for row in broken if "138\u00a01234\u00a05678" in row] != []
