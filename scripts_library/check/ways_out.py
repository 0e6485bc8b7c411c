"""Item 3: from every step the call gets on to an end, by the script's own links without condition."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scripts_library.check.finding import Finding, found
from scripts_library.check.search import walk_to
from scripts_library.check.silent_rings import silent_rings
from scripts_library.check.ways import Way, step_path
from scripts_library.check.whole import Whole

if TYPE_CHECKING:
    from networkx import DiGraph


def ways_out(whole: Whole) -> Iterator[Finding]:
    """Steps and loops that no call gets out of, and rings of silent steps that never come to words."""
    for name in whole.script.steps:
        if not whole.ways[name]:
            yield found("HC301", step_path(name), step=name)
    rings = list(silent_rings(whole))
    for ring in rings:
        yield found("HC303", step_path(ring[0]), witness=ring, steps=" → ".join(ring))
    if whole.reached:
        yield from _loops(whole, [frozenset(ring) for ring in rings])


def _loops(whole: Whole, rings: list[frozenset[str]]) -> Iterator[Finding]:
    """The loops that cannot be left. Of several in a row only the last: the others are left for it."""
    import networkx as nx

    links: DiGraph[str] = nx.DiGraph()
    end = ""
    for name in (step for step in whole.script.steps if step in whole.reached):
        onward = _open_ways(whole, name)
        # No way on, conditions on all of them, and a step that does not exist are problems of their own.
        targets = (way.goto if way.goto in whole.script.steps else end for way in onward)
        links.add_edges_from((name, target) for target in (targets if onward else [end]))
    for loop in nx.attracting_components(links):
        if end not in loop and loop not in rings:
            yield _loop(whole, links, [name for name in whole.script.steps if name in loop])


def _loop(whole: Whole, links: "DiGraph[str]", steps: list[str]) -> Finding:
    """One loop, with the shortest way into it and once round."""
    import networkx as nx

    into = walk_to(whole.walks, steps) if whole.walks else ()
    entry = into[-1] if into else steps[0]
    rounds = (nx.shortest_path(links, onward, entry) for onward in links.successors(entry))
    shortest = min(rounds, key=len)
    once = [
        move for step, onward in zip([entry, *shortest], shortest, strict=False) for move in _hop(whole, step, onward)
    ]
    return found("HC302", step_path(steps[0]), witness=(*(into or (entry,)), *once), steps=", ".join(steps))


def _hop(whole: Whole, step: str, onward: str) -> tuple[str, ...]:
    way = next(way for way in _open_ways(whole, step) if way.goto == onward)
    return (*way.moves, onward)


def _open_ways(whole: Whole, name: str) -> list[Way]:
    """The ways without condition."""
    return [way for way in whole.ways[name] if way.when is None]
