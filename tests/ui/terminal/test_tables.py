"""Tables on the terminal: columns that line up, whatever stands in them."""

import pytest

from ui.terminal.tables import Row, table, width

TITLES = {"name": "姓名", "city": "city"}


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("王伟", 4),
        ("Ａ", 2),
        ("a\u0301", 1),
        ("\u200d", 0),
        ("é", 1),
        ("한", 2),
        ("ｱ", 1),
        ("—", 1),
    ],
)
def test_a_sign_takes_the_columns_that_a_terminal_gives_it(text: str, columns: int) -> None:
    assert width(text) == columns


def test_columns_line_up_and_what_is_not_known_is_a_dash() -> None:
    rows: list[Row] = [
        {"name": "王伟", "city": None},
        {"name": "Ann Lee", "city": ""},
        {"name": "欧阳明华", "city": "苏州\n市"},
    ]
    lines = table(rows, TITLES).splitlines()
    assert lines == ["姓名      city", "王伟      —", "Ann Lee   —", "欧阳明华  苏州 市"]


def test_a_table_without_rows_is_its_titles() -> None:
    assert table([], TITLES) == "姓名  city"
