"""What a condition may come to on a walk of which only some of the visited steps are followed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from scripts_library.expressions import Condition, NotAllowed, condition

EITHER = frozenset({True, False})
_ALWAYS = frozenset({True})
_MOST_FREE = 6  # steps in one condition that are not followed, beyond which it may hold or not


def readable(source: str) -> Condition | None:
    """A condition, or None where it is none (which the check reports by its own rule)."""
    try:
        return condition(source)
    except NotAllowed:
        return None


@dataclass(frozen=True)
class Outlook:
    """The steps that are followed, in order: bit 0 of `visited` is the first of them. `steps` are all that exist."""

    steps: frozenset[str]
    follows: tuple[str, ...]
    _known: dict[tuple[str, int], frozenset[bool]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, steps: Iterable[str], conditions: Iterable[str]) -> Outlook:
        """An outlook that follows every step which the conditions name."""
        existing = frozenset(steps)
        named: dict[str, None] = {}
        for source in conditions:
            if read := readable(source):
                named.update(dict.fromkeys(sorted(read.visited & existing)))
        return cls(existing, tuple(named))

    def following_half(self) -> Outlook:
        """An outlook that follows the first half of the steps."""
        return Outlook(self.steps, self.follows[: len(self.follows) // 2])

    @property
    def bits(self) -> Mapping[str, int]:
        """The bit of each step that is followed."""
        return {step: 1 << number for number, step in enumerate(self.follows)}

    def came_by(self, step: str, visited: int) -> bool:
        """Whether a call that visited these steps may have come to a step: true of every one that is not followed."""
        return step not in self.follows or bool(visited & self.bits[step])

    def may(self, when: str | None, visited: int) -> frozenset[bool]:
        """Whether a condition may hold, may fail, or both. No condition always holds."""
        if when is None:
            return _ALWAYS
        known = self._known.get((when, visited))
        if known is None:
            known = self._known[when, visited] = self._worked_out(when, visited)
        return known

    def _worked_out(self, when: str, visited: int) -> frozenset[bool]:
        read = readable(when)
        if read is None:
            return EITHER
        there = {step for step, bit in self.bits.items() if visited & bit}
        free = sorted(read.visited & self.steps - set(self.follows))
        if len(free) > _MOST_FREE:
            return EITHER
        truths: set[bool] = set()
        for choice in product((False, True), repeat=len(free)):
            further = {step for step, was_there in zip(free, choice, strict=True) if was_there}
            truths |= read.may((there | further).__contains__)
        return frozenset(truths)
