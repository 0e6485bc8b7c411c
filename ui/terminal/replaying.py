"""A call read again in the terminal: every line as it stood, what was answered, and what it contributed."""

import click

from coach.call import Call
from coach.clock import clock_text
from coach.facts import Facts
from coach.replay import Replay, ShownLine
from scripts_library.expressions import plain
from scripts_library.sentences import Sentence
from ui.terminal.happenings import happened
from ui.terminal.session import Session


def print_replay(session: Session, told: Replay) -> None:
    """Print a call line by line: the talk clock, how the line stands, what was said and what was answered."""
    for event in told.before:
        click.echo(f"{'':>7} {happened(event, told.call, session.language)}")
    for line in told.lines:
        click.echo(f"{clock_text(line.clock):>7} {_mark(line)} {plain(line.says)}")
        for event in line.happened:
            click.echo(f"{'':>9} {happened(event, told.call, session.language)}")
    for event in told.after:
        click.echo(f"{'':>7} {happened(event, told.call, session.language)}")


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
