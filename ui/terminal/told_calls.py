"""Calls as the log of the terminal tells them: who called whom, when, by which script, and how it ended."""

from collections.abc import Mapping

from coach.clock import clock_text
from coach.facts import Facts
from data.book import Book
from data.customer import Customer
from data.kept_call import CallRow, KeptCall
from scripts_library.sentences import Refusal, Sentence
from ui.terminal.session import Session
from ui.terminal.tables import Row


def names_of(book: Book) -> Mapping[str, str]:
    """Everybody's name, by id."""
    return {person.id: person.name for person in book.people()}


def customer_of(book: Book, customer_id: str | None) -> Customer | None:
    """Whom a call was to, as far as this person may see them; None where nobody is known."""
    if customer_id is None or not book.may("see_customers"):
        return None
    try:
        return book.customer(customer_id)
    except Refusal:
        return None


def listed_call(session: Session, book: Book, call: CallRow, names: Mapping[str, str], form: str) -> Row:
    """One call of the log: for other programs all that is known of it, else what stands in a table."""
    whom = customer_of(book, call.customer)
    row: dict[str, object] = {
        "id": call.id,
        "started_at": call.started_at.isoformat(timespec="seconds"),
        "agent": names.get(call.agent, call.agent),
        "customer": _as_value(whom) if form == "json" else in_words(session, whom),
        "script": call.script,
        "version": call.version,
        "outcome": call.outcome,
    }
    return row | (_numbers(call.facts) if form == "json" else _cells(call.facts))


def shown_call(book: Book, kept: KeptCall, facts: Facts | None) -> Row:
    """One call with its whole trail, for other programs."""
    script = kept.call.release.script
    return {
        "id": kept.id,
        "started_at": kept.call.trail[0].at.isoformat(timespec="seconds"),
        "agent": names_of(book).get(kept.agent, kept.agent),
        "customer": _as_value(customer_of(book, kept.customer)),
        "script": script.id,
        "version": kept.call.release.version,
        "outcome": None if facts is None else facts.outcome,
        **_numbers(facts),
        "trail": kept.call.trail,
        "facts": facts,
    }


def head(session: Session, book: Book, kept: KeptCall) -> Sentence:
    """What stands above a call that is shown: who called whom, when, and by which script."""
    release = kept.call.release
    return Sentence(
        "ui.terminal:call_head",
        at=f"{kept.call.trail[0].at:%Y-%m-%d %H:%M}",
        agent=names_of(book).get(kept.agent, kept.agent),
        customer=in_words(session, customer_of(book, kept.customer)) or "—",
        script=release.script.title,
        version=release.version,
    )


def in_words(session: Session, customer: Customer | None) -> str | None:
    """A customer in a few words: name and number, masked where this person does not need it."""
    if customer is None:
        return None
    if customer.erased_at is not None:
        return session.text(Sentence("ui.terminal:erased"))
    return f"{customer.called or customer.name} {customer.phone}".strip()


def _as_value(customer: Customer | None) -> Row | None:
    if customer is None:
        return None
    told = {name: getattr(customer, name) for name in ("id", "name", "called", "phone")}
    return {**told, "erased": customer.erased_at is not None}


def _numbers(facts: Facts | None) -> dict[str, object]:
    """What other programs reckon with; None while a call is open."""
    named = ("talk_seconds", "must_done", "must_due")
    return {name: None if facts is None else getattr(facts, name) for name in named}


def _cells(facts: Facts | None) -> dict[str, object]:
    return {
        "talk": None if facts is None else clock_text(facts.talk_seconds),
        "must": None if facts is None or not facts.must_due else f"{facts.must_done}/{facts.must_due}",
    }
