"""Objections raised in a call, and whether they were overcome 化解: by card and by technique."""

from collections.abc import Iterator
from datetime import timedelta

from coach.call import Call
from coach.facts import ObjectionFact
from coach.limits import CUSTOMARY, Limits
from scripts_library.objections import Technique
from scripts_library.outcomes import Result


def objections_met(call: Call, result: Result, limits: Limits = CUSTOMARY) -> tuple[ObjectionFact, ...]:
    """One fact for each objection on the effective path, in the order in which they came up.

    Questions count in no objection rate; a card left within two seconds was a slip and counts nowhere, nor does one
    that was gone back over. Overcome: the walk came back from the card and then reached a must-say step for the first
    time, or the call ended in success (D4).
    """
    return tuple(_met(call, result, limits))


def _met(call: Call, result: Result, limits: Limits) -> Iterator[ObjectionFact]:
    slip = timedelta(seconds=limits.card_seconds)
    for number, point in enumerate(call.path):
        card = point.raised
        if card is None or call.release.cards[card].kind != "objection":
            continue
        depth = len(point.position.cards)
        left = _left(call, number, depth)
        if left is not None and call.path[left].at - point.at <= slip:
            continue
        tried = _tried(call, number, left, depth)
        yield ObjectionFact(
            card=card,
            technique=tried[-1],
            tried=tuple(dict.fromkeys(tried)),
            overcome=_overcome(call, number, left, result),
        )


def _left(call: Call, raised: int, depth: int) -> int | None:
    """The point at which the walk left the card that was raised at this depth; None while it stays open."""
    for later in range(raised + 1, len(call.path)):
        if len(call.path[later].position.cards) < depth:
            return later
    return None


def _tried(call: Call, raised: int, left: int | None, depth: int) -> list[Technique]:
    """The techniques of the answers that this raise put on the screen, in order."""
    places = (point.position.cards[depth - 1] for point in call.path[raised:left])
    return [call.release.cards[place.card].answers[place.answer].technique for place in places]


def _overcome(call: Call, raised: int, left: int | None, result: Result) -> bool:
    if left is None:
        # A customer who says yes inside the card is won as well; an open card at the end is not.
        return result == "success" and call.path[-1].position.ends is not None
    if result == "success":
        return True
    before = {step for point in call.path[:raised] for step in point.entered}
    after = {step for point in call.path[left:] for step in point.entered}
    return any(call.release.script.steps[step].must for step in after - before)
