"""A call read again in the terminal: every line as it stood, what was answered, and what it contributed."""

from collections.abc import Mapping

import click

from coach.call import Call
from coach.clock import clock_text
from coach.facts import Facts
from coach.replay import Happened, Replay, ShownLine
from scripts_library.expressions import plain
from scripts_library.sentences import Sentence
from ui.terminal.happenings import happened
from ui.terminal.session import Session
from ui.terminal.steady import steady


def print_replay(session: Session, told: Replay, names: Mapping[str, str]) -> None:
    """Print a call line by line: the talk clock, how the line stands, what was said and what was answered.

    `names` are those of the people who put it right, by id.
    """

    def say(event: Happened, indent: int) -> None:
        click.echo(f"{'':>{indent}} {session.text(happened(event, told.call, names))}")

    for event in told.before:
        say(event, 7)
    for line in told.lines:
        click.echo(f"{clock_text(line.clock):>7} {_mark(line)} {steady(plain(line.says))}")
        for event in line.happened:
            say(event, 9)
    for event in told.after:
        say(event, 7)


def print_facts(session: Session, call: Call, facts: Facts) -> None:
    """Print what a finished call contributed, in one line."""
    session.say(
        Sentence(
            "ui.terminal:contributed",
            outcome=call.release.outcomes.outcomes[facts.outcome].title,
            talk=clock_text(facts.talk_seconds),
            done=facts.must_done,
            due=facts.must_due,
            raised=facts.raised,
            overcome=facts.overcome,
        )
    )


def _mark(line: ShownLine) -> str:
    """How a line stands: a must-say missed ✗ or kept ✓, one that was gone back over ⟲, a card ↩, any other ·."""
    if line.missed:
        return "✗"
    if line.taken_back:
        return "⟲"
    if line.card is not None:
        return "↩"
    return "✓" if line.must else "·"
