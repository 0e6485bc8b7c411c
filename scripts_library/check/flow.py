"""What a walk has surely behind it at each place, and what it may have: sets as bits, flowing along the arcs."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scripts_library.check.card_ways import CardWay
from scripts_library.check.walks import Walks
from scripts_library.check.ways import Way


@dataclass(frozen=True, slots=True)
class Marks:
    """What leaves a mark on a walk: coming to a step, and taking a way. `start` is there from the beginning."""

    start: int
    steps: Mapping[str, int]
    of_way: Callable[[Way], int]

    def of_arc(self, way: Way | CardWay | None) -> int:
        """The marks of a move; cards leave none."""
        return self.of_way(way) if isinstance(way, Way) else 0


def surely(walks: Walks, marks: Marks) -> Sequence[int]:
    """For each state, the marks that every walk has when it comes there."""
    own = [marks.steps.get(state.step, 0) for state in walks.states]
    into = [-1] * len(walks.states)  # all bits, until a walk comes by
    into[0] = marks.start
    waiting = deque([0])
    while waiting:
        number = waiting.popleft()
        behind = into[number] | own[number]
        for arc in walks.arcs[number]:
            common = into[arc.to] & (behind | marks.of_arc(arc.way))
            if common != into[arc.to]:
                into[arc.to] = common
                waiting.append(arc.to)
    return into


def perhaps(walks: Walks, marks: Marks) -> Sequence[int]:
    """For each state, the marks that some walk has when it comes there."""
    own = [marks.steps.get(state.step, 0) for state in walks.states]
    into = [0] * len(walks.states)
    into[0] = marks.start
    waiting = deque(range(len(walks.states)))
    while waiting:
        number = waiting.popleft()
        behind = into[number] | own[number]
        for arc in walks.arcs[number]:
            either = into[arc.to] | behind | marks.of_arc(arc.way)
            if either != into[arc.to]:
                into[arc.to] = either
                waiting.append(arc.to)
    return into
