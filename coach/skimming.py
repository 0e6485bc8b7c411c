"""Skimming: lines that were clicked away faster than anybody can say them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from coach.call import Call
from coach.clock import talk_clock
from coach.events import HungUp, Shown
from coach.known import CallKnows
from coach.limits import CUSTOMARY, Limits
from scripts_library.expressions import Text, words
from scripts_library.release import Release

# Whoever speaks from points or prompts says it in fewer words.
_SHARE_SAID: dict[Shown, Fraction] = {"words": Fraction(1), "points": Fraction(1, 2), "prompts": Fraction(1, 2)}
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Stay:
    """One stay at a step: the point of the path that entered it, and the talk clock as it began and ended."""

    point: int
    came: timedelta
    left: timedelta
    takes: Fraction  # microseconds, the least that its words take


def skimmed(call: Call, limits: Limits = CUSTOMARY) -> frozenset[int]:
    """The points of the path whose line was skimmed (D3, D5), by their place in the path.

    A stretch of steps is skimmed where it was left in less than 40 % of the time that all its words take, counted
    from the last step that was on time: an agent who says three lines and then clicks three times skims nothing.
    """
    found, since, taking = set(), None, Fraction()
    for stay in _stays(call, limits):
        taking += stay.takes
        if _microseconds(stay.left - stay.came) >= stay.takes:
            since, taking = stay.came, stay.takes
            continue
        since = stay.came if since is None else since
        if _microseconds(stay.left - since) < taking:
            found.add(stay.point)
    return frozenset(found)


def characters(release: Release, says: str) -> int:
    """How many characters a line takes to say, without what names add: no fact depends on a customer's name."""
    nothing = CallKnows(release, {}, (), None)
    pieces = words(says).pieces(nothing, release.script.language)
    return sum(character.isalnum() for piece in pieces if isinstance(piece, Text) for character in piece.text)


def _stays(call: Call, limits: Limits) -> Iterator[_Stay]:
    """The stays at steps, in order. The last one counts only where the agent ended it: the customer may hang up."""
    clock = talk_clock(call.trail)
    entering = [number for number, point in enumerate(call.path) if point.entered]
    following = dict(pairwise(entering))
    for number in entering:
        point = call.path[number]
        says = call.release.script.steps[point.position.step].says
        left_by = _left_by(call, number, following.get(number))
        if says is not None and left_by is not None:
            share = _SHARE_SAID[_shown(call, left_by)] * Fraction(limits.skim_percent, 100)
            takes = share * characters(call.release, says) * Fraction(60_000_000, limits.characters_a_minute)
            yield _Stay(number, clock[point.event], clock[left_by], takes)


def _left_by(call: Call, number: int, following: int | None) -> int | None:
    """The event by which a step was left: a move, a reply that ends the call, or the agent's hanging up."""
    for later in range(number + 1, len(call.path)):
        point = call.path[later]
        if later == following or (point.position.ends is not None and not point.position.cards):
            return point.event
    if call.path[-1].position.cards:
        return None
    hang_ups = (place for place in reversed(range(len(call.trail))) if isinstance(call.trail[place], HungUp))
    last = next(hang_ups, None)
    event = call.trail[last] if last is not None else None
    return last if isinstance(event, HungUp) and event.by == "agent" else None


def _shown(call: Call, event: int) -> Shown:
    return getattr(call.trail[event], "shown", "words")


def _microseconds(time: timedelta) -> int:
    return time // _MICROSECOND
