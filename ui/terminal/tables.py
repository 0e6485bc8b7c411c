"""Rows on the terminal: a table whose columns line up in Chinese too, or JSON for other programs."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import click
import msgspec

from scripts_library.sentences import Sentence
from ui.terminal.session import the_session
from ui.terminal.steady import steady

Row = Mapping[str, object]

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})  # what joins, marks or turns other signs, by its category


def as_json(value: object) -> bytes:
    """A value as indented JSON: exactly as it is kept, and in UTF-8 whatever the terminal writes."""
    return msgspec.json.format(msgspec.json.encode(value))


def show_rows(rows: Sequence[Row], columns: Iterable[str], form: str) -> None:
    """Print rows: as one JSON array with every key, or as a table of some columns under their titles."""
    if form == "json":
        click.echo(as_json(rows))
        return
    text = the_session().text
    click.echo(table(rows, {key: text(Sentence(f"ui.terminal:title_{key}")) for key in columns}))


def table(rows: Sequence[Row], titles: Mapping[str, str]) -> str:
    """The rows under their titles, each column as wide as its widest cell; what is not known is «—»."""
    cells = [list(titles.values()), *[[_cell(row.get(key)) for key in titles] for row in rows]]
    widths = [max(width(line[column]) for line in cells) for column in range(len(titles))]
    return "\n".join(
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def width(text: str) -> int:
    """How many columns a text takes on a terminal: Chinese characters take two, what joins others none."""
    shown = (sign for sign in text if unicodedata.category(sign) not in _NO_WIDTH)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in shown)


def _cell(value: object) -> str:
    return "—" if value is None or value == "" else " ".join(steady(str(value)).split())
