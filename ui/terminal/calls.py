"""`calls`: the log, one call down to every line, putting a finished one right, and taking up one that was cut off."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

import click

from coach.call import Call
from coach.events import Amended, Answered, AnyEvent, Paused, Resumed
from coach.refusals import listed
from coach.replay import replay
from data.book import Book
from scripts_library.names import full_name
from scripts_library.outcomes import Intent
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.terminal import periods
from ui.terminal.helping import SpokenGroup
from ui.terminal.options import in_form, with_database
from ui.terminal.replaying import print_facts, print_replay
from ui.terminal.session import the_session
from ui.terminal.tables import as_json, show_rows
from ui.terminal.told_calls import head, listed_call, names_of, shown_call
from ui.terminal.walking import kept_walk

_COLUMNS = ("id", "started_at", "agent", "customer", "script", "version", "outcome", "talk", "must")
_QUOTED = 40


@click.group(cls=SpokenGroup)
@with_database
def calls() -> None:
    """Read what was called, put it right, take up what was cut off."""


@calls.command("list")
@with_database
@click.option("--as", "person", metavar="PERSON")
@click.option("--outcome", metavar="ID")
@click.option("--from", "first", callback=periods.day, metavar="DAY")
@click.option("--to", "last", callback=periods.day, metavar="DAY")
@click.option("--before", metavar="ID")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, metavar="N")
@in_form
def list_(
    person: str | None,
    outcome: str | None,
    first: date | None,
    last: date | None,
    before: str | None,
    limit: int,
    form: str,
) -> None:
    """List calls, the newest first. One that was cut off has no outcome yet."""
    session = the_session()
    with session.book(person) as book:
        names = names_of(book)
        found = book.calls(outcome=outcome, first=first, last=last, before=before, limit=limit)
        if outcome is not None and not found:
            _judge_outcome(book, outcome)
        show_rows([listed_call(session, book, call, names, form) for call in found], _COLUMNS, form)


@calls.command("show")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON")
@in_form
def show_(call_id: str, person: str | None, form: str) -> None:
    """Show one call, line by line.

    Every line as it stood, what was answered, and what the call contributed.
    """
    session = the_session()
    with session.book(person) as book:
        kept = book.call(call_id)
        facts = book.facts(call_id)
        if form == "json":
            click.echo(as_json(shown_call(book, kept, facts)))
            return
        session.say(head(session, book, kept))
        call = kept.call
        print_replay(session, replay(call.release, call.trail, book.limits_of(call_id)), names_of(book))
    if facts is not None:
        print_facts(session, call, facts)


@calls.command("amend")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON")
@click.option("--outcome", metavar="ID")
@click.option("--intent", type=click.Choice(get_args(Intent)))
@click.option("--set", "values", multiple=True, metavar="FIELD=VALUE")
@click.option("--why", required=True, metavar="TEXT")
@in_form
def amend(
    call_id: str,
    person: str | None,
    outcome: str | None,
    intent: Intent | None,
    values: tuple[str, ...],
    why: str,
    form: str,
) -> None:
    """Put a finished call right.

    Its old facts leave the sums and the new enter, in one transaction.
    """
    session = the_session()
    if outcome is None and intent is None and not values:
        raise Refusal(Sentence("ui.terminal:amend_what"))
    with session.writing(person) as book:
        kept = book.call(call_id)
        said = _values(values, kept.call)
        right = Amended(at=now(), by=book.me.id, reason=why, outcome=outcome, intent=intent, values=said)
        kept = book.keep(kept, right)
        facts = book.facts(call_id)
        if form == "json":
            click.echo(as_json(shown_call(book, kept, facts)))
            return
    if facts is not None:
        session.say(Sentence("ui.terminal:amended"))
        print_facts(session, kept.call, facts)


@calls.command("resume")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON")
@click.option("--json", "as_json", is_flag=True)
def resume(call_id: str, person: str | None, as_json: bool) -> None:
    """Take up a call that was cut off.

    At its exact step; lines are read as play reads them. The time in between is no talk.
    """
    session = the_session()
    with session.writing(person) as book:
        kept = next((one for one in book.open_calls() if one.id == call_id), None)
        if kept is None:
            raise Refusal(Sentence("ui.terminal:not_cut_off", id=call_id))
        walk = kept_walk(session, book, kept, as_json=as_json)
        happens = _taking_up(kept.call)
        for event in happens:
            walk.do(event)
        if not happens:
            walk.print()
        walk.through()


def _taking_up(call: Call) -> tuple[AnyEvent, ...]:
    """What happens as a call is taken up where it was left."""
    at = now()
    match call.phase:
        case "dialling":
            return (Answered(at=at),)
        case "talking":
            return Paused(at=call.trail[-1].at), Resumed(at=at)
        case "paused":
            return (Resumed(at=at),)
        case _:
            return ()


def _judge_outcome(book: Book, outcome: str) -> None:
    """Nothing was found: perhaps no script ever had an outcome of this name."""
    every = (book.release(row.digest) for newest in book.releases() for row in book.releases(newest.script))
    known = {name: None for release in every for name in release.outcomes.outcomes}  # in their own order
    if outcome not in known:
        raise Refusal(Sentence("ui.terminal:no_such_outcome", outcome=outcome[:_QUOTED], known=listed(known)))


def _values(typed: Iterable[str], call: Call) -> dict[str, str | None]:
    """The fields that were named, each once, with what they should read."""
    values: dict[str, str | None] = {}
    for text in typed:
        name, equals, value = text.partition("=")
        field = full_name(call.release.script, name.strip())
        if not equals or not name.strip() or field in values:
            raise Refusal(Sentence("ui.terminal:set_form", text=text[:_QUOTED]))
        values[field] = value.strip()
    return values
