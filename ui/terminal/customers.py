"""`customers`: whom we call; what is pasted is told apart as in the window."""

from collections.abc import Iterable
from datetime import datetime

import click

from coach.pasted import PastedCustomer, each_told_apart
from data.book import Book
from data.customer import Customer
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.terminal.helping import SpokenGroup
from ui.terminal.options import in_form, with_database
from ui.terminal.session import the_session
from ui.terminal.tables import Row, show_rows

_COLUMNS = ("id", "name", "called", "phone", "referrer", "city", "notes", "do_not_call")


@click.group(cls=SpokenGroup)
@with_database
def customers() -> None:
    """Keep whom we call."""


@customers.command("add")
@with_database
@click.argument("line", nargs=-1, required=True)
@in_form
def add(line: tuple[str, ...], form: str) -> None:
    """Add a customer from one line, as copied from WeChat or a table, in any order; or several from several lines."""
    told = [one for one in each_told_apart(" ".join(line)) if one != PastedCustomer()]
    if not told:
        raise Refusal(Sentence("ui.terminal:no_customer"))
    with the_session().writing(begins=True) as book:
        _show([_kept(book, one, now()) for one in told], form)


@customers.command("list")
@with_database
@click.argument("text", required=False, default="")
@in_form
def list_(text: str, form: str) -> None:
    """List customers, the newest first; with TEXT those whose name, number, referrer, city or notes contain it."""
    with the_session().book() as book:
        _show(book.find_customers(text) if text else book.customers(), form)


def _kept(book: Book, told: PastedCustomer, at: datetime) -> Customer:
    """The customer as they are kept from now on, or were before under this number."""
    before = book.customer_with_phone(told.phone) if told.phone else None
    if before is not None:
        the_session().warn(Sentence("ui.terminal:kept_before", phone=told.phone, name=before.name or before.id))
        return before
    return book.add_customer(
        name=told.name,
        called=told.called,
        phone=told.phone,
        referrer=told.referrer,
        city=told.city,
        notes=told.notes,
        at=at,
    )


def _show(found: Iterable[Customer], form: str) -> None:
    show_rows([_row(one) for one in found], _COLUMNS, form)


def _row(one: Customer) -> Row:
    return {
        "id": one.id,
        "name": one.name,
        "called": one.called,
        "phone": one.phone,
        "referrer": one.referrer,
        "city": one.city,
        "notes": one.notes,
        "do_not_call": None if one.do_not_call is None else one.do_not_call.isoformat(),
    }
