"""`calls`: the log, one call down to every line, and putting a finished call right."""

from datetime import date

import click
import msgspec

from coach.events import Amended
from coach.replay import replay
from data.kept_call import CallRow
from scripts_library.sentences import Sentence
from ui.terminal import periods
from ui.terminal.replaying import clock, print_facts, print_replay
from ui.terminal.session import in_form, now, the_session, with_database
from ui.terminal.tables import Row, show

_TITLES = ("id", "started_at", "agent", "script", "version", "outcome", "talk", "must")


@click.group()
def calls() -> None:
    """Read what was called."""


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
    """List calls, the newest first."""
    session = the_session()
    with session.book(person) as book:
        names = {one.id: one.name for one in book.people()}
        found = book.calls(outcome=outcome, first=first, last=last, before=before, limit=limit)
        rows = [_row(call, names) for call in found]
    show(rows, {key: session.text(Sentence(f"ui.terminal:title_{key}")) for key in _TITLES}, form)


@calls.command("show")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON", help="Who looks; by default the owner.")
@in_form
def show_(call_id: str, person: str | None, form: str) -> None:
    """Show one call: every line as it stood, what was answered, and what it contributed."""
    session = the_session()
    with session.book(person) as book:
        kept = book.call(call_id)
        told = replay(kept.call.release, kept.call.trail, book.limits)
        facts = book.facts(call_id)
    if form == "json":
        whole = {
            "id": kept.id,
            "script": kept.call.release.script.id,
            "version": kept.call.release.version,
            "trail": kept.call.trail,
            "facts": facts,
        }
        click.echo(msgspec.json.format(msgspec.json.encode(whole)).decode())
        return
    print_replay(session, told)
    if facts is not None:
        print_facts(session, kept.call, facts)


@calls.command("amend")
@with_database
@click.argument("call_id", metavar="ID")
@click.option("--as", "person", metavar="PERSON", help="Who puts it right; by default the owner.")
@click.option("--outcome", metavar="ID", help="The outcome that it should have.")
@click.option("--set", "values", multiple=True, metavar="FIELD=VALUE", help="A field that should read so.")
@click.option("--why", required=True, help="Why; it is kept with the call.")
def amend(call_id: str, person: str | None, outcome: str | None, values: tuple[str, ...], why: str) -> None:
    """Put a finished call right: its old facts leave the sums, the new enter."""
    session = the_session()
    pairs = [value.partition("=") for value in values]
    with session.book(person) as book:
        kept = book.call(call_id)
        changed = Amended(
            at=now(),
            by=book.me.id,
            reason=why,
            outcome=outcome,
            values={f"fields.{name.strip()}": text.strip() for name, _, text in pairs},
        )
        book.keep(kept, changed)
        facts = book.facts(call_id)
    if facts is not None:
        title = kept.call.release.outcomes.outcomes[facts.outcome].title
        session.say(Sentence("ui.terminal:amended", outcome=title))


def _row(call: CallRow, names: dict[str, str]) -> Row:
    facts = call.facts
    return {
        "id": call.id,
        "started_at": call.started_at.isoformat(timespec="seconds"),
        "agent": names.get(call.agent, call.agent),
        "script": call.script,
        "version": call.version,
        "outcome": call.outcome,
        "talk": None if facts is None else clock(facts.talk_seconds),
        "must": None if facts is None or not facts.must_due else f"{facts.must_done}/{facts.must_due}",
    }
