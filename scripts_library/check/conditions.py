"""What a condition may come to where only some of the visited steps are known."""

from collections.abc import Callable
from functools import lru_cache
from itertools import product

from scripts_library.expressions import Condition, NotAllowed, condition

Truths = frozenset[bool]
EITHER: Truths = frozenset({True, False})
_MOST_FREE = 6  # unknown steps in one condition, beyond which it may hold or not


def readable(source: str | None) -> Condition | None:
    """A condition, or None where there is none or it is not allowed (which the check reports by its own rule)."""
    try:
        return None if source is None else condition(source)
    except NotAllowed:
        return None


def may_come_to(source: str, visited: Callable[[str], bool | None], *, surely: bool = False) -> Truths:
    """Whether a condition may hold, may fail, or both; `visited` says None where it is not known of a step.

    With `surely`, what it may come to whichever of the steps that are not known were visited: both, one, or neither.
    """
    read = readable(source)
    if read is None:
        return EITHER
    known = {step: visited(step) for step in read.visited}
    return _may_come_to(source, frozenset(known.items()), surely)


@lru_cache(maxsize=8192)
def _may_come_to(source: str, known: frozenset[tuple[str, bool | None]], surely: bool) -> Truths:
    there = {step for step, visited in known if visited}
    free = sorted(step for step, visited in known if visited is None)
    if len(free) > _MOST_FREE:
        return frozenset() if surely else EITHER
    read = condition(source)
    each = []
    for choice in product((False, True), repeat=len(free)):
        further = {step for step, was_there in zip(free, choice, strict=True) if was_there}
        each.append(read.may((there | further).__contains__))
    return frozenset.intersection(*each) if surely else frozenset.union(*each)
