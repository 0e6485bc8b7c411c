"""Calls as rows of a list: who, how it ended, when, for how long, by which script."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from coach.clock import clock_text
from data.book import Book
from data.kept_call import CallRow
from scripts_library.outcomes import Result
from scripts_library.sentences import Refusal
from ui.parts.moments import moment_text
from ui.parts.row import Row

_SIGNS: dict[Result | None, str] = {"success": "check", "open": "ring", "failure": "", "invalid": "", None: "attention"}


def call_row(book: Book, row: CallRow, now: datetime, aside: str = "") -> Row:
    """A call of the log; `aside` takes the place of the script's title."""
    outcome = None
    if row.outcome is not None:
        outcome = book.release(row.release).outcomes.outcomes[row.outcome]
    result = outcome.result if outcome is not None else None
    talked = row.facts.talk_seconds if row.facts is not None else 0
    when = moment_text(row.started_at, now)
    return Row(
        title=_shown(row.whom, erased=row.erased),
        tail=outcome.title if outcome is not None else QCoreApplication.translate("calls", "not finished"),
        detail=f"{when}    {clock_text(talked)}" if talked else when,
        aside=aside or row.title,
        sign=_SIGNS[result],
        tone="accent" if result == "success" else "warning" if result is None else "quiet",
    )


def customer_name(book: Book, customer_id: str | None) -> str:
    """Who was called, as far as this person may see it: the form of address, else the name, else the number."""
    if customer_id is None:
        return _shown("", erased=False)
    try:
        customer = book.customer(customer_id)
    except Refusal:
        return _shown(None, erased=False)
    return _shown(customer.listed, erased=customer.erased_at is not None)


def _shown(whom: str | None, *, erased: bool) -> str:
    if whom is None:
        return "—"
    if erased:
        return QCoreApplication.translate("calls", "erased")
    return whom or QCoreApplication.translate("calls", "no name")
