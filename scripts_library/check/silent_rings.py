"""Rings of silent steps: a call that enters one never comes to words again."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from scripts_library.check.walks import Walks
from scripts_library.check.ways import passed_through
from scripts_library.check.whole import Whole

if TYPE_CHECKING:
    from networkx import DiGraph

_MOST_ASKED = 8  # visited steps that the conditions of one knot ask for; of further ones nothing is known


def silent_rings(whole: Whole) -> Iterator[tuple[str, ...]]:
    """One ring for each knot of silent steps in which a call may go round for ever, closed: `a`, `b`, `a`.

    While it goes round, only the steps of the ring become visited; a ring that visiting them breaks is none.
    """
    import networkx as nx

    walks = Walks(whole.script, whole.ways, ())
    order = list(whole.script.steps)
    silent = [name for name, step in whole.script.steps.items() if passed_through(step)]
    links = _links(walks, silent, {})
    for knot in nx.strongly_connected_components(links):
        if len(knot) > 1 or any(links.has_edge(name, name) for name in knot):
            ring = _ring(walks, sorted(knot, key=order.index))
            if ring:
                first = ring.index(min(ring, key=order.index))
                yield (*ring[first:], *ring[: first + 1])


def _ring(walks: Walks, knot: Sequence[str]) -> Sequence[str]:
    """A ring within a knot that goes on whatever it visits; none where each comes to an end."""
    import networkx as nx

    asked = sorted({step for name in knot for step in walks.asked.get(name, ())})[:_MOST_ASKED]
    for choice in product((True, False), repeat=len(asked)):
        known = dict(zip(asked, choice, strict=True))
        visited = [name for name in knot if known.get(name, True)]
        try:
            return [name for name, _ in nx.find_cycle(_links(walks, visited, known))]
        except nx.NetworkXNoCycle:
            continue
    return ()


def _links(walks: Walks, steps: Sequence[str], known: Mapping[str, bool]) -> "DiGraph[str]":
    """The links among silent steps that may be taken by what is known of the steps visited."""
    import networkx as nx

    graph: DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(steps)
    for name in steps:
        targets = (move.to for move in walks.moves(name, known.get))
        graph.add_edges_from((name, target) for target in targets if target is not None and target in graph)
    return graph
