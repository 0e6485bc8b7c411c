"""`calls`: the log, one call down to every line, putting a finished one right, and taking up one that was cut off."""

from collections.abc import Iterable
from datetime import date

import click

from coach.call import Call
from coach.clock import clock_text
from coach.events import Amended, Answered, AnyEvent, Paused, Resumed
from coach.replay import replay
from data.kept_call import CallRow
from scripts_library.names import full_name
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.terminal import periods
from ui.terminal.options import in_form, with_database
from ui.terminal.replaying import print_facts, print_replay
from ui.terminal.session import the_session
from ui.terminal.tables import Row, as_json, show_rows
from ui.terminal.walking import kept_walk

_COLUMNS = ("id", "started_at", "agent", "script", "version", "outcome", "talk", "must")
_QUOTED = 40


@click.group()
@with_database
def calls() -> None:
    """Read what was called, put it right, take up what was cut off."""


@calls.command("list")
@with_database
@click.option("--as", "person", metavar="PERSON", help="Who looks (name, agent number or id); by default the owner.")
@click.option("--outcome", metavar="ID", help="Only calls with this outcome.")
@click.option("--from", "first", callback=periods.day, metavar="DAY", help="Only from this day on (2026-11-23).")
@click.option("--to", "last", callback=periods.day, metavar="DAY", help="Only up to this day.")
@click.option("--before", metavar="ID", help="Go on after this call, the last one of the page before.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="How many at most.")
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
    with the_session().book(person) as book:
        names = {one.id: one.name for one in book.people()}
        found = book.calls(outcome=outcome, first=first, last=last, before=before, limit=limit)
        show_rows([_row(call, names) for call in found], _COLUMNS, form)


@calls.command("show")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON", help="Who looks; by default the owner.")
@in_form
def show_(call_id: str, person: str | None, form: str) -> None:
    """Show one call, line by line.

    Every line as it stood, what was answered, and what the call contributed.
    """
    session = the_session()
    with session.book(person) as book:
        kept = book.call(call_id)
        facts = book.facts(call_id)
        limits = book.limits_of(call_id)
    call = kept.call
    if form == "json":
        script, version = call.release.script.id, call.release.version
        whole = {"id": kept.id, "script": script, "version": version, "trail": call.trail, "facts": facts}
        click.echo(as_json(whole))
        return
    print_replay(session, replay(call.release, call.trail, limits))
    if facts is not None:
        print_facts(session, call, facts)


@calls.command("amend")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON", help="Who puts it right; by default the owner.")
@click.option("--outcome", metavar="ID", help="The outcome that it should have.")
@click.option("--set", "values", multiple=True, metavar="FIELD=VALUE", help="A field that should read so.")
@click.option("--why", required=True, help="Why; it is kept with the call.")
def amend(call_id: str, person: str | None, outcome: str | None, values: tuple[str, ...], why: str) -> None:
    """Put a finished call right.

    Its old facts leave the sums and the new enter, in one transaction.
    """
    session = the_session()
    if outcome is None and not values:
        raise Refusal(Sentence("ui.terminal:amend_what"))
    with session.book(person) as book:
        kept = book.call(call_id)
        said = _values(values, kept.call)
        kept = book.keep(kept, Amended(at=now(), by=book.me.id, reason=why, outcome=outcome, values=said))
        facts = book.facts(call_id)
    if facts is not None:
        session.say(Sentence("ui.terminal:amended"))
        print_facts(session, kept.call, facts)


@calls.command("resume")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON", help="Who calls; by default the owner.")
@click.option("--json", "as_json", is_flag=True, help="Print an event or a state a line, as JSON.")
def resume(call_id: str, person: str | None, as_json: bool) -> None:
    """Take up a call that was cut off.

    At its exact step; lines are read as play reads them. The time in between is no talk.
    """
    session = the_session()
    with session.book(person) as book:
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


def _row(call: CallRow, names: dict[str, str]) -> Row:
    facts = call.facts
    return {
        "id": call.id,
        "started_at": call.started_at.isoformat(timespec="seconds"),
        "agent": names.get(call.agent, call.agent),
        "script": call.script,
        "version": call.version,
        "outcome": call.outcome,
        "talk": None if facts is None else clock_text(facts.talk_seconds),
        "must": None if facts is None or not facts.must_due else f"{facts.must_done}/{facts.must_due}",
    }
