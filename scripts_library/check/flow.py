"""What a walk surely has behind it at each place, and what it may have: sets as bits, flowing along the moves."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scripts_library.check.walks import Move, Walks
from scripts_library.check.ways import Way


@dataclass(frozen=True, slots=True)
class Marks:
    """What leaves a mark on a walk: coming to a step, and taking a way; cards leave none."""

    steps: Mapping[str, int]
    ways: Callable[[Way], int] = lambda _way: 0

    def of_move(self, move: Move) -> int:
        """The marks that a move leaves."""
        return self.ways(move.way) if isinstance(move.way, Way) else 0


def surely(walks: Walks, marks: Marks) -> Mapping[str, int]:
    """For each place, the marks that every walk has when it comes there, whatever the conditions come to."""
    into = {walks.script.start: 0}
    waiting = deque(into)
    while waiting:
        place = waiting.popleft()
        behind = into[place] | marks.steps.get(place, 0)
        for move in walks.free[place]:
            if move.to is not None:
                common = into.get(move.to, -1) & (behind | marks.of_move(move))
                if common != into.get(move.to):
                    into[move.to] = common
                    waiting.append(move.to)
    return into


def perhaps(walks: Walks, marks: Marks) -> Mapping[str, int]:
    """For each place, the marks that some walk has when it comes there, if the conditions let it."""
    into = dict.fromkeys(walks.free, 0)
    waiting = deque(into)
    while waiting:
        place = waiting.popleft()
        behind = into[place] | marks.steps.get(place, 0)
        for move in walks.free[place]:
            if move.to is not None:
                either = into[move.to] | behind | marks.of_move(move)
                if either != into[move.to]:
                    into[move.to] = either
                    waiting.append(move.to)
    return into
