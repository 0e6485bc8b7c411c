"""`play`: walk a script in the terminal, typed or by one of its plans."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import IO

import click
import msgspec

from coach.call import Call
from coach.clock import talk_seconds
from coach.ending import outcome_of
from coach.events import Answered, AnyEvent, Dialled
from coach.playing import events_of as events_of_plan
from coach.samples import sample_names
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.sentences import Refusal, Sentence
from scripts_library.shelf import read_files, shelves, shipped
from ui.terminal.play_lines import events_of
from ui.terminal.screen import screen, state
from ui.terminal.session import Session, now, the_session, with_database


@click.command()
@with_database
@click.argument("script")
@click.option("--plan", "plan", metavar="TITLE", help="Play this plan of the script instead of reading lines.")
@click.option("--json", "as_json", is_flag=True, help="Print an event or a state a line, as JSON.")
@click.option("--record", is_flag=True, help="Keep the call like any other.")
@click.option("--as", "person", metavar="PERSON", help="Who calls (name, agent number or id); needed to record.")
@click.option("--customer", metavar="ID", help="Whom the recorded call is to.")
def play(script: str, plan: str | None, as_json: bool, record: bool, person: str | None, customer: str | None) -> None:
    """Walk SCRIPT, a file or the id of one that ships. Reads a line an answer:

    \b
    (empty)  go on              2            the second reply
    /busy    raise a card       /            return from it
    @step    jump to a step     <            back
    field=…  fill a field       ? words      none of these
    note …   the note           end OUTCOME  end the call
    """
    session = the_session()
    lines = sys.stdin
    if record:
        if person is None or plan is not None:
            raise Refusal(Sentence("ui.terminal:who_records" if person is None else "ui.terminal:plan_not_recorded"))
        _record(session, script, person, customer, as_json=as_json, lines=lines)
    elif plan is not None:
        _play_plan(session, _release_of(script), plan, as_json=as_json)
    else:
        chosen = _release_of(script)
        at = now()
        call = Call(chosen).then(Dialled(at=at, names=sample_names(chosen.script, at)))
        _Walk(session, as_json, call, Call.then).through(lines)


@dataclass(slots=True)
class _Walk:
    """One call walked line by line. `keep` gives the call after an event, kept where it is to be kept."""

    session: Session
    as_json: bool
    call: Call
    keep: Callable[[Call, AnyEvent], Call]

    def through(self, lines: IO[str]) -> None:
        """Walk by typed lines until the call is finished; a line that cannot be is refused and the next one read."""
        self._print(self.call.trail)
        self._do(Answered(at=now()))
        for line in lines:
            try:
                events = events_of(line, self.call, now())
                reduce(Call.then, events, self.call)  # all of them or none: a refused end does not hang up
                for event in events:
                    self._do(event)
            except Refusal as refusal:
                self.session.warn(refusal.sentence)
            if self.call.phase == "finished":
                return
        raise Refusal(Sentence("ui.terminal:not_finished"))

    def _do(self, event: AnyEvent) -> None:
        self.call = self.keep(self.call, event)
        self._print(self.call.trail[-1:])

    def _print(self, events: tuple[AnyEvent, ...]) -> None:
        if self.as_json:
            for event in events:
                click.echo(msgspec.json.encode(event))
            if self.call.phase != "finished":
                click.echo(msgspec.json.encode(state(self.call)))
        elif self.call.phase == "finished":
            _say_ended(self.session, self.call)
        elif self.call.phase == "talking":
            click.echo("\n".join(screen(self.call, self.session.language)))


def _record(session: Session, script: str, person: str, customer: str | None, *, as_json: bool, lines: IO[str]) -> None:
    with session.book(person) as book:
        at = now()
        whom = None if customer is None else book.customer(customer)
        kept = book.start_call(
            release=book.newest_release(script), at=at, customer=whom, names=book.call_names(whom, at)
        )

        def keep(_call: Call, event: AnyEvent) -> Call:
            nonlocal kept
            kept = book.keep(kept, event)
            return kept.call

        _Walk(session, as_json, kept.call, keep).through(lines)


def _play_plan(session: Session, chosen: Release, title: str, *, as_json: bool) -> None:
    plans = {plan.title: plan for plan in chosen.script.plans}
    if title not in plans:
        known = ", ".join(plans)
        raise Refusal(Sentence("ui.terminal:no_such_plan", script=chosen.script.id, title=title, plans=known))
    call = Call(chosen)
    for event in events_of_plan(plans[title], chosen):
        call = call.then(event)
        if as_json:
            click.echo(msgspec.json.encode(event))
        elif call.phase == "talking":
            click.echo("\n".join(screen(call, session.language)))
    if not as_json:
        _say_ended(session, call)


def _release_of(script: str) -> Release:
    """The release of a script file, or of a script that ships."""
    path = Path(script)
    if path.is_file():
        (reading,) = read_files([path])
        (shelf,) = shelves([reading])
        if reading.document is None:
            fault = reading.faults[0]
            raise Refusal(Sentence("ui.terminal:fault", place=fault.place, fault=fault.sentence))
        if isinstance(reading.document, Script):
            return release(reading.document, shelf)
    found = shipped().find("script", script)
    if not isinstance(found, Script):
        known = ", ".join(one.id for one in shipped().of_kind("script"))
        raise Refusal(Sentence("ui.terminal:no_such_script", script=script, known=known))
    return release(found, shipped())


def _say_ended(session: Session, call: Call) -> None:
    outcome = call.release.outcomes.outcomes[outcome_of(call)]
    minutes, seconds = divmod(talk_seconds(call.trail), 60)
    session.say(Sentence("ui.terminal:ended", title=outcome.title, talk=f"{minutes}:{seconds:02}"))
