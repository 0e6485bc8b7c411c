"""`entries`: what is written down about people for the appraisal: late, volunteered overtime, praised."""

from collections.abc import Sequence
from datetime import date

import click

from coach.appraisal.entry import Entry, entry_kinds
from coach.appraisal.exact import exact, signed
from coach.appraisal.period import Period
from data.book import Book
from ui.clock import now
from ui.terminal import periods
from ui.terminal.helping import SpokenGroup
from ui.terminal.options import in_form, with_database
from ui.terminal.session import the_session
from ui.terminal.tables import Row, show_rows

_COLUMNS = ("day", "kind", "title", "count", "points", "reason", "by", "id")


@click.group(cls=SpokenGroup)
@with_database
def entries() -> None:
    """Keep the entries of the appraisal (attendance and the like)."""


@entries.command("add")
@with_database
@click.argument("person")
@click.argument("kind")
@click.option("--day", "on", callback=periods.day, metavar="DAY")
@click.option("--count", default="1", metavar="N")
@click.option("--reason", default="", metavar="TEXT")
@click.option("--as", "author", metavar="PERSON")
@in_form
def add(person: str, kind: str, on: date | None, count: str, reason: str, author: str | None, form: str) -> None:
    """Enter KIND (an entry of the plan in force: late, overtime …) about PERSON (name, agent number or id)."""
    with the_session().writing(author, begins=True) as book:
        at = now()
        whom = book.person(person)
        added = book.add_entry(whom.id, kind, day=on or at.date(), count=count, reason=reason, at=at)
        _show(book, [added], form)


@entries.command("list")
@with_database
@click.argument("person", required=False)
@click.option("--month", callback=periods.month, default=lambda: f"{now():%Y-%m}", metavar="YYYY-MM")
@click.option("--as", "reader", metavar="PERSON")
@in_form
def list_(person: str | None, month: Period, reader: str | None, form: str) -> None:
    """List the entries about PERSON (by default about yourself) in a month."""
    with the_session().book(reader) as book:
        whom = book.me if person is None else book.person(person)
        _show(book, book.entries(whom.id, month.first, month.last), form)


def _show(book: Book, found: Sequence[Entry], form: str) -> None:
    show_rows([_row(book, entry, form) for entry in found], _COLUMNS, form)


def _row(book: Book, entry: Entry, form: str) -> Row:
    plan = book.plan_for(entry.day)
    told = None if plan is None else entry_kinds(plan).get(entry.kind)
    points = None if told is None else entry.times * exact(told.points)
    return {
        "day": entry.day.isoformat(),
        "kind": entry.kind,
        "title": None if told is None else told.title,
        "count": entry.count,
        "points": None if points is None else str(points) if form == "json" else signed(points),
        "reason": entry.reason,
        "by": entry.by,
        "id": entry.id,
    }
