"""The shortest walk that shows a problem, where the conditions on visited steps let it happen."""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from scripts_library.check.conditions import may_come_to
from scripts_library.check.walks import IN_A_CARD, Move, Walks
from scripts_library.check.ways import passed_through

MOST_STATES = 20_000  # of one search; beyond it no walk is looked for any longer
MOST_STATES_FOR_SHORTER = 2_000  # where a walk is known that is perhaps not the shortest

_State = tuple[str, frozenset[str]]  # a place, and which of the steps that the search follows were visited


@dataclass(frozen=True)
class Avoiding:
    """What a walk keeps away from: steps that it does not enter, and moves that it does not make."""

    steps: Collection[str] = ()
    makes: Callable[[Move], bool] = lambda _move: True


ANYHOW = Avoiding()


@dataclass(frozen=True)
class _Hunt:
    """What is looked for: a walk that ends with a move to the goal and keeps away from what it avoids."""

    walks: Walks
    goal: Callable[[Move], bool]
    avoiding: Avoiding


def walk_to(walks: Walks, steps: Collection[str], avoiding: Avoiding = ANYHOW) -> tuple[str, ...]:
    """The shortest walk from the start to one of the steps, as a witness; empty where none leads there."""
    start = walks.script.start
    if start in steps and start not in avoiding.steps:
        return (start,)
    return _witness(walks, _shortest(_Hunt(walks, lambda move: move.to in steps, avoiding)))


def walk_to_end(walks: Walks, ends: Callable[[Move], bool], avoiding: Avoiding = ANYHOW) -> tuple[str, ...]:
    """The shortest walk from the start that ends by such a move, as a witness; empty where there is none.

    The outcome stands last, in square brackets.
    """
    return _witness(walks, _shortest(_Hunt(walks, lambda move: move.ends is not None and ends(move), avoiding)))


def _shortest(hunt: _Hunt) -> Sequence[Move]:
    """The moves of the shortest walk that can happen; none where none can.

    A step that is avoided was never visited; of the others nothing is known at first. Where the walk that is found
    contradicts itself at a condition, the steps which that condition names are followed and the search begins anew.
    Where that becomes too much, a walk that hangs on no such condition will do; what is not proved is not claimed.
    """
    follows: frozenset[str] = frozenset()
    moves = _search(hunt, follows)
    sure: Sequence[Move] = ()
    most = MOST_STATES
    while moves is not None and (misjudged := _misjudged(hunt.walks, moves)):
        if not follows:
            sure = _search(hunt, follows, surely=True) or ()
            most = MOST_STATES_FOR_SHORTER if sure else MOST_STATES
        follows |= misjudged
        moves = _search(hunt, follows, most=most)
    return sure if moves is None else moves


def _search(
    hunt: _Hunt, follows: frozenset[str], *, surely: bool = False, most: int | None = None
) -> Sequence[Move] | None:
    """The shortest walk by what is followed: empty where there is none, None where it would be more than `most` states.

    With `surely`, only moves are made that are possible whatever else was visited.
    """
    walks, avoiding = hunt.walks, hunt.avoiding
    start = walks.script.start
    if start in avoiding.steps:
        return ()
    first: _State = (start, follows & {start})
    came: dict[_State, tuple[_State, Move] | None] = {first: None}
    waiting = deque([first])
    while waiting:
        if most is not None and len(came) > most:
            return None
        state = waiting.popleft()
        for move in _moves(hunt, state, follows, surely=surely):
            if move.to in avoiding.steps or not avoiding.makes(move):
                continue
            if hunt.goal(move):
                return (*reversed(list(_back(came, state))), move)
            if move.to is not None:
                onward = (move.to, state[1] | {move.to} if move.to in follows else state[1])
                if onward not in came:
                    came[onward] = state, move
                    waiting.append(onward)
    return ()


def _moves(hunt: _Hunt, state: _State, follows: frozenset[str], *, surely: bool) -> Sequence[Move]:
    walks, avoided = hunt.walks, hunt.avoiding.steps
    place, visited = state
    asked = walks.asked.get(place, frozenset())
    if not asked:
        return walks.free[place]

    def known(step: str) -> bool | None:
        if step in avoided:
            return False
        return step in visited if step in follows else None

    if not surely and asked.isdisjoint(follows) and asked.isdisjoint(avoided):
        return walks.free[place]
    return walks.moves(place, known, surely=surely)


def _misjudged(walks: Walks, moves: Sequence[Move]) -> frozenset[str]:
    """The steps that the first condition names which the walk, as it went, could not have passed like this."""
    place, visited = walks.script.start, {walks.script.start}
    for move in moves:
        if place in walks.asked and move not in walks.moves(place, visited.__contains__):
            return _contradicted(walks, place, move, visited)
        if move.to is not None:
            place = move.to
            visited.add(place)
    return frozenset()


def _contradicted(walks: Walks, place: str, move: Move, visited: set[str]) -> frozenset[str]:
    """The steps named by the condition that forbids a move: its own, or that of a branch that is taken before it."""
    branches = passed_through(walks.script.steps[place])
    for way in walks.ways[place]:
        if way.when is not None and (branches or way is move.way):
            wanted = way is move.way
            if wanted not in may_come_to(way.when, visited.__contains__):
                return walks.named(way.when)
    raise AssertionError(f"nothing forbids {move} at {place}")


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
