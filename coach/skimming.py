"""Skimming: lines that were clicked away faster than anybody can say them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from coach.call import Call
from coach.clock import talk_clock
from coach.events import HungUp, Shown
from coach.limits import CUSTOMARY, Limits
from coach.position import Position
from scripts_library.expressions import Text, words
from scripts_library.values import Value

# Whoever speaks from points or prompts says it in half the words: what is said is counted in halves.
_HALVES: dict[Shown, int] = {"words": 2, "points": 1, "prompts": 1}
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1) // _MICROSECOND


@dataclass(frozen=True, slots=True)
class _Stay:
    """One stay at a step: the point of the path that entered it, and the talk clock as it began and ended.

    `halves` are the half characters that were to be said.
    """

    point: int
    came: timedelta
    left: timedelta
    halves: int


def skimmed(call: Call, limits: Limits = CUSTOMARY) -> frozenset[int]:
    """The points of the path whose line was skimmed (D3, D5), by their place in the path.

    A stretch of steps is skimmed where it was left in less than 40 % of the time that all its words take, counted
    from the last step that was on time: an agent who says three lines and then clicks three times skims nothing.
    """
    found = set()
    since, halves = timedelta(), 0
    for number, stay in enumerate(_stays(call)):
        if number == 0 or _enough(stay.left - stay.came, stay.halves, limits):
            since, halves = stay.came, stay.halves
        else:
            halves += stay.halves
        if not _enough(stay.left - since, halves, limits):
            found.add(stay.point)
    return frozenset(found)


@lru_cache(maxsize=8192)
def characters(says: str, language: str) -> int:
    """How many characters a line takes to say, without what names add: no fact depends on a customer's name."""
    pieces = words(says).pieces(_NOTHING, language)
    return sum(character.isalnum() for piece in pieces if isinstance(piece, Text) for character in piece.text)


def _enough(time: timedelta, halves: int, limits: Limits) -> bool:
    """Whether a time is at least the set share of what so many half characters take; in whole numbers, so exactly."""
    return (time // _MICROSECOND) * limits.characters_a_minute * 200 >= halves * limits.skim_percent * _MINUTE


def _stays(call: Call) -> Iterator[_Stay]:
    """The stays at steps, in order. The last one counts only where the agent ended it: the customer may hang up."""
    script, clock = call.release.script, talk_clock(call.trail)
    entering = [number for number, point in enumerate(call.path) if point.entered]
    following = dict(pairwise(entering))
    for number in entering:
        point = call.path[number]
        says = script.steps[point.position.step].says
        left_by = _left_by(call, number, following.get(number))
        if says is not None and left_by is not None:
            halves = characters(says, script.language) * _HALVES[_shown(call, left_by)]
            yield _Stay(number, clock[point.event], clock[left_by], halves)


def _left_by(call: Call, number: int, following: int | None) -> int | None:
    """The event by which a step was left: a move, a reply that ends the call, or the agent's hanging up."""
    for later in range(number + 1, len(call.path)):
        if later == following or _ended_here(call.path[later - 1].position, call.path[later].position):
            return call.path[later].event
    if call.path[-1].position.cards:
        return None
    hang_ups = (place for place in reversed(range(len(call.trail))) if isinstance(call.trail[place], HungUp))
    last = next(hang_ups, None)
    event = call.trail[last] if last is not None else None
    return last if isinstance(event, HungUp) and event.by == "agent" else None


def _ended_here(before: Position, after: Position) -> bool:
    """Whether a reply at the step itself ended the call; after a card, the end is the one that stood before it."""
    return after.ends is not None and not after.cards and not before.cards


def _shown(call: Call, event: int) -> Shown:
    return getattr(call.trail[event], "shown", "words")


class _Nothing:
    """Knows no name and no step: what is left of a line is what every call says."""

    def value(self, _name: str) -> Value | None:
        """Nobody is known here."""
        return None

    def raised(self, _card: str) -> int:
        """No card was raised."""
        return 0

    def visited(self, _step: str) -> bool:
        """No step was visited."""
        return False


_NOTHING = _Nothing()
