"""What one typed line was understood as: whom it tells of, whether we know them, and the scripts that suit."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from coach.suiting import suiting
from data.book import Book
from data.customer import Customer
from scripts_library.release import Release
from scripts_library.values.surnames import surname

_TOLD = ("name", "called", "phone", "referrer", "city", "notes")


@dataclass(frozen=True, slots=True)
class Understood:
    """`customer` as the line tells of them, completed by what is kept; `known` where they are kept already."""

    customer: Customer
    known: bool = False
    releases: tuple[Release, ...] = ()


def understood(book: Book, line: str, at: datetime) -> Understood:
    """Tell a line apart. What is kept of a known number stays, and the line fills what was not known.

    Only how the same customer is addressed may be put right: a wrong 先生 or 女士 would else be said for ever.
    """
    # Telling apart and judging what suits take tables and a parser that the first painted window does not wait for.
    from coach.pasted import told_apart

    told = told_apart(line)
    fresh = Customer(id="", **{name: getattr(told, name) for name in _TOLD})
    kept = book.customer_with_phone(told.phone) if told.phone else None
    if kept is None:
        return Understood(fresh, releases=_suiting(book, fresh, at, kept=False))
    filled = {name: getattr(kept, name) or getattr(fresh, name) for name in _TOLD}
    if fresh.called and surname(fresh.called) == surname(kept.name or kept.called):
        filled["called"] = fresh.called
    whole = replace(kept, **filled)
    return Understood(whole, known=True, releases=_suiting(book, whole, at, kept=True))


def releases_for(book: Book, customer: Customer, at: datetime) -> tuple[Release, ...]:
    """The newest scripts, those that suit a kept customer first."""
    return _suiting(book, customer, at, kept=True)


def keep(book: Book, found: Understood, at: datetime) -> Customer:
    """Keep the customer as understood: a new one, or what the line added to a known one."""
    told = found.customer
    if not found.known:
        return book.add_customer(**{name: getattr(told, name) for name in _TOLD}, at=at)
    return told if book.customer(told.id) == told else book.change_customer(told)


def _suiting(book: Book, customer: Customer, at: datetime, *, kept: bool) -> tuple[Release, ...]:
    names = book.call_names(customer, at) if kept else customer.names
    return suiting(book.newest_releases(), names, at)
