"""`play`: walk a script in the terminal, typed or by one of its plans."""

import click

from coach.call import Call
from coach.events import Answered, Dialled
from coach.playing import events_of
from coach.samples import sample_names
from scripts_library.release import Release
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.terminal.chosen_script import release_of
from ui.terminal.helping import Spoken
from ui.terminal.options import with_database
from ui.terminal.session import Session, the_session
from ui.terminal.walking import Walk, kept_walk

_QUOTED = 40  # characters of what was typed that a sentence repeats


@click.command(cls=Spoken)
@with_database
@click.argument("script")
@click.option("--plan", "plan", metavar="TITLE")
@click.option("--json", "as_json", is_flag=True)
@click.option("--record", is_flag=True)
@click.option("--as", "person", metavar="PERSON")
@click.option("--customer", metavar="ID")
def play(script: str, plan: str | None, as_json: bool, record: bool, person: str | None, customer: str | None) -> None:
    """Walk SCRIPT, a file or the id of one that ships: by typed lines, or by one of its plans."""
    session = the_session()
    if record and person is None:
        raise Refusal(Sentence("ui.terminal:who_records"))
    if record and plan is not None:
        raise Refusal(Sentence("ui.terminal:plan_not_recorded"))
    if not record and (person is not None or customer is not None):
        option = "--as" if person is not None else "--customer"
        raise Refusal(Sentence("ui.terminal:only_recorded", option=option))
    if person is not None:
        _record(session, script, person, customer, as_json=as_json)
    elif plan is not None:
        _play_plan(session, release_of(script), plan, as_json=as_json)
    else:
        _rehearse(session, release_of(script), as_json=as_json)


def _rehearse(session: Session, release: Release, *, as_json: bool) -> None:
    at = now()
    walk = Walk(session, as_json, Call(release))
    walk.do(Dialled(at=at, names=sample_names(release.script, at)))
    walk.do(Answered(at=now()))
    walk.through()


def _record(session: Session, script: str, person: str, customer: str | None, *, as_json: bool) -> None:
    with session.writing(person, begins=True) as book:
        at = now()
        published = [row.script for row in book.releases()]
        if script not in published:
            told = {"script": script[:_QUOTED], "known": ", ".join(published)}
            raise Refusal(Sentence("ui.terminal:not_published", **told))
        whom = None if customer is None else book.customer(customer)
        names = book.call_names(whom, at)
        kept = book.start_call(release=book.newest_release(script), at=at, customer=whom, names=names)
        walk = kept_walk(session, book, kept, as_json=as_json)
        walk.print(kept.call.trail)
        walk.do(Answered(at=now()))
        walk.through()


def _play_plan(session: Session, release: Release, title: str, *, as_json: bool) -> None:
    plans = {plan.title: plan for plan in release.script.plans}
    if title not in plans:
        known = ", ".join(plans)
        raise Refusal(Sentence("ui.terminal:no_such_plan", script=release.script.id, title=title, plans=known))
    walk = Walk(session, as_json, Call(release))
    for event in events_of(plans[title], release):
        walk.do(event)
