"""A call as it was: every line as it stood on the screen, with its times, and what happened while it stood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from coach.adherence import adherence
from coach.call import Call
from coach.clock import talk_clock
from coach.ending import outcome_of
from coach.events import AnyEvent, Heard, HungUp
from coach.limits import CUSTOMARY, Limits
from coach.offers import says, written_replies
from coach.position import CardPlace
from coach.skimming import skimmed
from coach.transitions import after as follow
from scripts_library.expressions import Piece, words
from scripts_library.release import Release

_NONE = timedelta()


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the trail (`event` is its place, counted from 0) and the talk clock as it happened.

    `hears` are the words of the reply that was heard.
    """

    event: int
    clock: timedelta
    what: AnyEvent
    hears: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as it stood: the talk clock when it came up, how long it stood, and what happened meanwhile.

    `event` brought it up; None where a must-say never came up at all. `taken_back` is a line that was gone back over,
    `again` one that came back by going back or returning. `missed`: a must-say that was due here and not kept,
    `skimmed` because it was clicked away faster than anybody can say it.
    """

    event: int | None
    clock: timedelta
    dwell: timedelta
    step: str
    card: CardPlace | None
    says: tuple[Piece, ...]
    taken_back: bool = False
    again: bool = False
    must: bool = False
    missed: bool = False
    skimmed: bool = False
    happened: tuple[Happened, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """A call to read again: what came before the first line, the lines, and what came after the talk."""

    call: Call
    before: tuple[Happened, ...]
    lines: tuple[ShownLine, ...]
    after: tuple[Happened, ...]

    def line_of(self, *, step: str | None = None, card: str | None = None) -> int | None:
        """The line to look at first for a must-say or an objection: where it was missed, else where it last stood."""
        places = [
            place
            for place, line in enumerate(self.lines)
            if (card is None and line.card is None and line.step == step)
            or (card is not None and line.card is not None and line.card.card == card)
        ]
        missed = [place for place in places if self.lines[place].missed]
        return next(iter(missed or places[-1:]), None)


def replay(release: Release, trail: Sequence[AnyEvent], limits: Limits = CUSTOMARY) -> Replay:
    """The call that a kept trail tells, line by line; it reads the same after an erasure, with «erased» in it."""
    clock = talk_clock(trail)
    calls = list(_stages(release, trail))
    whole = calls[-1]
    happened = tuple(_happened(*each) for each in zip(range(len(trail)), clock, calls, trail, strict=False))
    opens = [number for number in range(len(trail)) if _opens(calls[number], calls[number + 1])]
    if not opens:
        return Replay(whole, happened, (), ())
    talk_ends = _talk_ends(trail, opens[-1])
    lines = [_line(calls[start + 1 : stop + 1], whole, happened[start : stop + 1]) for start, stop in pairwise(opens)]
    lines.append(_line(calls[opens[-1] + 1 : talk_ends + 1], whole, happened[opens[-1] : talk_ends]))
    lines[-1] = replace(lines[-1], dwell=clock[min(talk_ends, len(trail) - 1)] - lines[-1].clock)
    return Replay(whole, happened[: opens[0]], _judged(whole, lines, limits), happened[talk_ends:])


def _stages(release: Release, trail: Sequence[AnyEvent]) -> Iterator[Call]:
    """The call before the first event, and after each."""
    call = Call(release)
    yield call
    for event in trail:
        call = follow(call, event, recorded=True)
        yield call


def _opens(before: Call, after: Call) -> bool:
    """Whether an event put a line on the screen; a reply that only ends the walk leaves the line standing."""
    if before.path is after.path or not after.path:
        return False
    point, old, new = after.path[-1], before.position, after.position
    moved_on = len(after.path) > len(before.path) and bool(point.entered or point.shows)
    return moved_on or old is None or new is None or (old.step, old.cards) != (new.step, new.cards)


def _talk_ends(trail: Sequence[AnyEvent], last_line: int) -> int:
    """Where the talk ended for good: the last hang-up, or the end of the trail."""
    after = range(last_line + 1, len(trail))
    return next((number for number in reversed(after) if isinstance(trail[number], HungUp)), len(trail))


def _happened(event: int, clock: timedelta, before: Call, what: AnyEvent) -> Happened:
    if not isinstance(what, Heard):
        return Happened(event, clock, what)
    reply = written_replies(before)[what.reply - 1]
    return Happened(event, clock, what, words(reply.hears).pieces(before.knows, before.release.script.language))


def _line(calls: Sequence[Call], whole: Call, told: Sequence[Happened]) -> ShownLine:
    """One line, with what was answered. Its words are those that stood last: a gap filled meanwhile reads filled.

    `calls` run from when it came up to when it was left, `told` from the event that brought it up to the one that left
    it.
    """
    opened, point = told[0], calls[0].path[-1]
    return ShownLine(
        event=opened.event,
        clock=opened.clock,
        dwell=told[-1].clock - opened.clock,
        step=point.position.step,
        card=point.position.card,
        says=says(calls[-1]),
        taken_back=all(kept.event != point.event for kept in whole.path),
        again=point.event != opened.event or not (point.entered or point.shows),
        happened=tuple(told[1:]),
    )


def _judged(whole: Call, lines: Sequence[ShownLine], limits: Limits) -> tuple[ShownLine, ...]:
    """The lines with their must-says marked; one that was due and never came up stands after them, unsaid."""
    script = whole.release.script
    missed: tuple[str, ...] = ()
    clicked_away: frozenset[int] = frozenset()
    if whole.phase == "finished":
        result = whole.release.outcomes.outcomes[outcome_of(whole)].result
        skims = skimmed(whole, limits)
        missed = adherence(whole, result, skims).missed
        clicked_away = frozenset(whole.path[point].event for point in skims)
    judged = [
        replace(
            line,
            must=True,
            missed=line.step in missed and not (line.taken_back or line.again),
            skimmed=line.event in clicked_away,
        )
        if line.card is None and script.steps[line.step].must
        else line
        for line in lines
    ]
    came_up = {line.step for line in judged if line.missed}
    never = (_never_said(whole, lines[-1], step) for step in missed if step not in came_up)
    return (*judged, *never)


def _never_said(whole: Call, last: ShownLine, step: str) -> ShownLine:
    says_there = words(whole.release.script.steps[step].says or "")
    pieces = says_there.pieces(whole.knows, whole.release.script.language)
    return ShownLine(None, last.clock + last.dwell, _NONE, step, None, pieces, must=True, missed=True)
