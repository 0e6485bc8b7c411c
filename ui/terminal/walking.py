"""A call walked in the terminal, a typed line an answer."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce

import click
import msgspec

from coach.call import Call
from coach.clock import clock_text, talk_seconds
from coach.ending import outcome_of
from coach.events import AnyEvent
from coach.refusals import NotPossible
from data.book import Book
from data.kept_call import KeptCall
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.terminal.play_lines import events_of, line_of
from ui.terminal.screen import screen, state
from ui.terminal.session import Session
from ui.terminal.typed_lines import typed_lines

_UNFINISHED = Sentence("ui.terminal:not_finished")


@dataclass(slots=True)
class Walk:
    """One call and where it stands. `keep` gives the call after an event, kept where it is to be kept.

    `unfinished` is said where the lines end before the call does.
    """

    session: Session
    as_json: bool
    call: Call
    keep: Callable[[Call, AnyEvent], Call] = Call.then
    unfinished: Sentence = _UNFINISHED

    def through(self) -> None:
        """Walk by typed lines until the call is finished; a line that cannot be is refused and the next one read."""
        for line in typed_lines(sys.stdin):
            try:
                self._all_or_none(events_of(line, self.call, now()))
            except NotPossible as refusal:
                self.session.warn(refusal.told(line_of))
            except Refusal as refusal:
                self.session.warn(refusal.sentence)
            if self.call.phase == "finished":
                return
        raise Refusal(self.unfinished)

    def do(self, *events: AnyEvent) -> None:
        """Let something happen, and print where the call stands then; for other programs after each event."""
        for event in events:
            self.call = self.keep(self.call, event)
            if self.as_json or event is events[-1]:
                self.print(self.call.trail[-1:])

    def print(self, events: Iterable[AnyEvent] = ()) -> None:
        """Print what has happened and where the call stands: as JSON a value a line, else as the agent reads it."""
        if self.as_json:
            for event in events:
                click.echo(msgspec.json.encode(event))
            if self.call.phase != "finished":
                click.echo(msgspec.json.encode(state(self.call)))
        elif self.call.phase == "finished":
            say_ended(self.session, self.call)
        else:
            for line in screen(self.call, self.session.language):
                click.echo(line)

    def _all_or_none(self, events: tuple[AnyEvent, ...]) -> None:
        if len(events) > 1:
            reduce(Call.then, events, self.call)  # a refused end does not hang up
        self.do(*events)


def kept_walk(session: Session, book: Book, kept: KeptCall, *, as_json: bool) -> Walk:
    """The walk of a call of which every event is kept before the next line is read."""

    def keep(_call: Call, event: AnyEvent) -> Call:
        nonlocal kept
        kept = book.keep(kept, event)
        return kept.call

    return Walk(session, as_json, kept.call, keep, Sentence("ui.terminal:cut_off", id=kept.id))


def say_ended(session: Session, call: Call) -> None:
    """Say how a call ended and how long the talk was."""
    outcome = call.release.outcomes.outcomes[outcome_of(call)]
    session.say(Sentence("ui.terminal:ended", title=outcome.title, talk=clock_text(talk_seconds(call.trail))))
