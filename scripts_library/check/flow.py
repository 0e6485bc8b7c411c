"""What a walk may lack at each place, and what it may have: sets as bits, flowing along the moves."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scripts_library.check.walks import Move, Walks
from scripts_library.check.ways import Way


@dataclass(frozen=True, slots=True)
class Marks:
    """What leaves a mark on a walk: coming to a step, and taking a way; cards leave none. One bit is one mark."""

    all: int
    steps: Mapping[str, int]
    ways: Callable[[Way], int] = lambda _way: 0

    def of_move(self, move: Move) -> int:
        """The marks that a move leaves."""
        return self.ways(move.way) if isinstance(move.way, Way) else 0


def lacking(walks: Walks, marks: Marks) -> Mapping[str, int]:
    """For each place, the marks that a walk may lack when it comes there, as far as single conditions tell.

    A walk that lacks a mark has visited none of the steps that leave it; beyond that, a `visited` may hold or not.
    """
    into = {walks.script.start: marks.all}
    waiting = deque(into)
    passing: dict[str, list[tuple[Move, int]]] = {}
    while waiting:
        place = waiting.popleft()
        if place not in passing:
            passing[place] = [(move, ~marks.of_move(move) & let) for move, let in _let_through(walks, marks, place)]
        behind = into[place] & ~marks.steps.get(place, 0)
        for move, through in passing[place]:
            if move.to is not None:
                more = into.get(move.to, 0) | (behind & through)
                if more != into.get(move.to):
                    into[move.to] = more
                    waiting.append(move.to)
    return into


def lacking_at_the_end(walks: Walks, marks: Marks) -> list[tuple[Move, int]]:
    """Every move that ends a walk, and the marks that the walk may lack then."""
    into = lacking(walks, marks)
    return [
        (move, into[place] & ~marks.steps.get(place, 0) & ~marks.of_move(move) & let)
        for place in into
        for move, let in _let_through(walks, marks, place)
        if move.ends is not None
    ]


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


def _let_through(walks: Walks, marks: Marks, place: str) -> list[tuple[Move, int]]:
    """The moves from a place, each with the marks that a walk may lack and still make it."""
    stopped: dict[int, int] = {}
    free = walks.free[place]
    relevant = 0
    for step in walks.asked.get(place, ()):
        relevant |= marks.steps.get(step, 0)
    while relevant:
        bit = relevant & -relevant
        relevant ^= bit
        unvisited = {step: False for step in walks.asked[place] if marks.steps.get(step, 0) & bit}
        made = {id(move.way) for move in walks.moves(place, unvisited.get)}
        for move in free:
            if id(move.way) not in made:
                stopped[id(move.way)] = stopped.get(id(move.way), 0) | bit
    return [(move, ~stopped.get(id(move.way), 0)) for move in free]
