"""The shortest walk that shows a problem, written so that a person can follow it: `hello`, `“方便，你说”`, `/busy`."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from scripts_library.check.card_ways import CardWay
from scripts_library.check.walks import IN_A_CARD, Arc, Ending, State, Walks
from scripts_library.check.ways import Way

AnyWay = Way | CardWay | None


def avoiding(step: str) -> Callable[[State], bool]:
    """Whether a state is not that step."""
    return lambda state: state.step != step


def walk_to(
    walks: Walks,
    goals: Iterable[int],
    *,
    enters: Callable[[State], bool] = lambda _state: True,
    takes: Callable[[AnyWay], bool] = lambda _way: True,
) -> tuple[str, ...]:
    """The shortest walk from the start to one of the states; empty where there is none."""
    return _shown(walks, _shortest(walks, frozenset(goals), enters, takes))


def walk_to_end(
    walks: Walks,
    endings: Iterable[Ending],
    *,
    enters: Callable[[State], bool] = lambda _state: True,
    takes: Callable[[AnyWay], bool] = lambda _way: True,
) -> tuple[str, ...]:
    """The shortest walk from the start to one of the endings, the outcome in square brackets."""
    by_state: dict[int, Ending] = {}
    for ending in endings:
        by_state.setdefault(ending.at, ending)
    arcs = _shortest(walks, frozenset(by_state), enters, takes)
    if arcs is None:
        return ()
    ending = by_state[arcs[-1].to if arcs else 0]
    return (*_shown(walks, arcs), *ending.way.moves, f"[{ending.outcome}]")


def _shortest(
    walks: Walks, goals: frozenset[int], enters: Callable[[State], bool], takes: Callable[[AnyWay], bool]
) -> list[Arc] | None:
    """The arcs from the first state to the nearest goal; None where no allowed walk comes to one."""
    if not enters(walks.states[0]):
        return None
    came: dict[int, tuple[int, Arc] | None] = {0: None}
    waiting = deque([0])
    while waiting:
        number = waiting.popleft()
        if number in goals:
            return list(_back(came, number))[::-1]
        for arc in walks.arcs[number]:
            if arc.to not in came and enters(walks.states[arc.to]) and takes(arc.way):
                came[arc.to] = number, arc
                waiting.append(arc.to)
    return None


def _back(came: dict[int, tuple[int, Arc] | None], number: int) -> Iterator[Arc]:
    while (step := came[number]) is not None:
        number, arc = step
        yield arc


def _shown(walks: Walks, arcs: list[Arc] | None) -> tuple[str, ...]:
    if arcs is None:
        return ()
    moves = [walks.states[0].step]
    for arc in arcs:
        if arc.way is not None:
            moves.extend(arc.way.moves)
        if walks.states[arc.to].step != IN_A_CARD:
            moves.append(walks.states[arc.to].step)
    return tuple(moves)
