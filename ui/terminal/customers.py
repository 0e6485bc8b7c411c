"""`customers`: whom we call; one pasted line is told apart as in the window."""

import click

from data.customer import Customer
from scripts_library.sentences import Sentence
from ui.terminal.session import in_form, now, the_session, with_database
from ui.terminal.tables import Row, show

_TITLES = ("id", "name", "called", "phone", "referrer", "city", "do_not_call")


@click.group()
def customers() -> None:
    """Keep whom we call."""


@customers.command("add")
@with_database
@click.argument("line", nargs=-1, required=True)
@in_form
def add(line: tuple[str, ...], form: str) -> None:
    """Add a customer from one line, as copied from WeChat or a table: «王伟 13812345678 李大为介绍», in any order."""
    from coach.pasted import told_apart

    told = told_apart(" ".join(line))
    with the_session().book() as book:
        customer = book.add_customer(
            name=told.name,
            called=told.called,
            phone=told.phone,
            referrer=told.referrer,
            city=told.city,
            notes=told.notes,
            at=now(),
        )
        _show([customer], form)


@customers.command("list")
@with_database
@click.argument("text", required=False, default="")
@in_form
def list_(text: str, form: str) -> None:
    """List customers, the newest first; with TEXT those whose name, number, referrer, city or notes contain it."""
    with the_session().book() as book:
        _show(book.find_customers(text) if text else book.customers(), form)


def _show(found: list[Customer] | tuple[Customer, ...], form: str) -> None:
    rows: list[Row] = [
        {
            "id": one.id,
            "name": one.name,
            "called": one.called,
            "phone": one.phone,
            "referrer": one.referrer,
            "city": one.city,
            "notes": one.notes,
            "do_not_call": None if one.do_not_call is None else one.do_not_call.isoformat(),
        }
        for one in found
    ]
    session = the_session()
    show(rows, {key: session.text(Sentence(f"ui.terminal:title_{key}")) for key in _TITLES}, form)
