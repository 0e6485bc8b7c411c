"""The shortest walk that shows a problem, where the conditions on visited steps let it happen."""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from scripts_library.check.walks import IN_A_CARD, Move, Walks

MOST_STATES = 50_000  # a search that needs more is given up: what is not proved is not claimed

_State = tuple[str, frozenset[str]]  # a place, and which of the steps that the search follows were visited


@dataclass(frozen=True)
class Avoiding:
    """What a walk keeps away from: steps that it does not enter, and moves that it does not make."""

    steps: Collection[str] = ()
    makes: Callable[[Move], bool] = lambda _move: True


ANYHOW = Avoiding()


def walk_to(walks: Walks, steps: Collection[str], avoiding: Avoiding = ANYHOW) -> tuple[str, ...]:
    """The shortest walk from the start to one of the steps, as a witness; empty where none leads there."""
    start = walks.script.start
    if start in steps and start not in avoiding.steps:
        return (start,)
    return _witness(walks, _shortest(walks, lambda move: move.to in steps, avoiding))


def walk_to_end(walks: Walks, ends: Callable[[Move], bool], avoiding: Avoiding = ANYHOW) -> tuple[str, ...]:
    """The shortest walk from the start that ends by such a move, as a witness; empty where there is none.

    The outcome stands last, in square brackets.
    """
    return _witness(walks, _shortest(walks, lambda move: move.ends is not None and ends(move), avoiding))


def _shortest(walks: Walks, goal: Callable[[Move], bool], avoiding: Avoiding) -> Sequence[Move]:
    """The moves of the shortest walk that can happen; none where none can.

    A step that is avoided was never visited; of the others nothing is known at first. Where the walk that is found
    contradicts itself at a condition, the steps which that condition names are followed and the search begins anew.
    """
    follows: frozenset[str] = frozenset()
    while True:
        moves = _search(walks, goal, avoiding, follows)
        misjudged = _misjudged(walks, moves)
        if not misjudged:
            return moves
        follows |= misjudged


def _search(walks: Walks, goal: Callable[[Move], bool], avoiding: Avoiding, follows: frozenset[str]) -> Sequence[Move]:
    start = walks.script.start
    if start in avoiding.steps:
        return ()
    first: _State = (start, follows & {start})
    came: dict[_State, tuple[_State, Move] | None] = {first: None}
    waiting = deque([first])
    while waiting and len(came) <= MOST_STATES:
        state = waiting.popleft()
        for move in _moves(walks, state, avoiding, follows):
            if move.to in avoiding.steps or not avoiding.makes(move):
                continue
            if goal(move):
                return (*reversed(list(_back(came, state))), move)
            if move.to is not None:
                onward = (move.to, state[1] | {move.to} if move.to in follows else state[1])
                if onward not in came:
                    came[onward] = state, move
                    waiting.append(onward)
    return ()


def _moves(walks: Walks, state: _State, avoiding: Avoiding, follows: frozenset[str]) -> Sequence[Move]:
    place, visited = state
    asked = walks.asked.get(place, frozenset())
    if asked.isdisjoint(follows) and asked.isdisjoint(avoiding.steps):
        return walks.free[place]

    def known(step: str) -> bool | None:
        if step in avoiding.steps:
            return False
        return step in visited if step in follows else None

    return walks.moves(place, known)


def _misjudged(walks: Walks, moves: Sequence[Move]) -> frozenset[str]:
    """The steps asked for at the first condition that the walk, as it went, could not have passed like this."""
    place, visited = walks.script.start, {walks.script.start}
    for move in moves:
        if place in walks.asked and move not in walks.moves(place, visited.__contains__):
            return walks.asked[place]
        if move.to is not None:
            place = move.to
            visited.add(place)
    return frozenset()


def _back(came: dict[_State, tuple[_State, Move] | None], state: _State) -> Iterator[Move]:
    while (step := came[state]) is not None:
        state, move = step
        yield move


def _witness(walks: Walks, moves: Sequence[Move]) -> tuple[str, ...]:
    """A walk as a person follows it: `hello`, `“方便，你说”`, `offer`, `/busy`, `“那好吧”`, …, `[appointment]`."""
    told = [walks.script.start] if moves else []
    for move in moves:
        told.extend(move.way.moves if move.way else ())
        if move.ends is not None:
            told.append(f"[{move.ends}]")
        elif move.to is not None and move.to != IN_A_CARD:
            told.append(move.to)
    return tuple(told)
