"""Rows on the terminal: a table whose columns line up in Chinese too, or JSON for other programs."""

import unicodedata
from collections.abc import Mapping, Sequence

import click
import msgspec

Row = Mapping[str, object]


def show(rows: Sequence[Row], titles: Mapping[str, str], form: str) -> None:
    """Print rows: as a table with these titles by key, or as one JSON array with every key."""
    click.echo(msgspec.json.format(msgspec.json.encode(rows)).decode() if form == "json" else table(rows, titles))


def table(rows: Sequence[Row], titles: Mapping[str, str]) -> str:
    """The rows under their titles, each column as wide as its widest cell; what is not known is «—»."""
    cells = [list(titles.values()), *[[_cell(row.get(key)) for key in titles] for row in rows]]
    widths = [max(width(line[column]) for line in cells) for column in range(len(titles))]
    return "\n".join(
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def width(text: str) -> int:
    """How many columns a text takes on a terminal: Chinese characters take two."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1 for sign in text
    )


def _cell(value: object) -> str:
    return "—" if value is None or value == "" else " ".join(str(value).split())
