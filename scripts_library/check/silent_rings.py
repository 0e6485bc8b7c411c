"""Rings of silent steps: a call that enters one never comes to words again."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from scripts_library.check.outlook import Outlook
from scripts_library.check.ways import passed_through
from scripts_library.check.whole import Whole

if TYPE_CHECKING:
    from networkx import DiGraph

_MOST_FOLLOWED = 8  # steps that the conditions of one ring name; `visited` of further ones may hold or not


def silent_rings(whole: Whole) -> Iterator[tuple[str, ...]]:
    """One ring for each knot of silent steps in which a call may go round for ever, closed: `a`, `b`, `a`.

    While it goes round, only the steps of the ring become visited; a branch that one of them closes ends the ring.
    """
    import networkx as nx

    order = list(whole.script.steps)
    silent = [name for name, step in whole.script.steps.items() if passed_through(step)]
    links = _links(whole, silent, Outlook.of(order, ()), 0)
    for knot in nx.strongly_connected_components(links):
        if len(knot) > 1 or any(links.has_edge(name, name) for name in knot):
            ring = _ring(whole, sorted(knot, key=order.index))
            if ring:
                first = ring.index(min(ring, key=order.index))
                yield (*ring[first:], *ring[: first + 1])


def _ring(whole: Whole, knot: Sequence[str]) -> list[str]:
    """A ring within a knot that some set of visited steps keeps going round; empty where each comes to an end."""
    import networkx as nx

    conditions = [way.when for name in knot for way in whole.ways[name] if way.when is not None]
    outlook = Outlook.of(whole.script.steps, conditions)
    while len(outlook.follows) > _MOST_FOLLOWED:
        outlook = outlook.following_half()
    for visited in range(1 << len(outlook.follows)):
        there = [name for name in knot if outlook.came_by(name, visited)]
        try:
            return [name for name, _ in nx.find_cycle(_links(whole, there, outlook, visited))]
        except nx.NetworkXNoCycle:
            continue
    return []


def _links(whole: Whole, steps: Sequence[str], outlook: Outlook, visited: int) -> "DiGraph[str]":
    """The links among these silent steps that may be taken where these steps were visited."""
    import networkx as nx

    graph: DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(steps)
    for name in steps:
        for way in whole.ways[name]:
            may = outlook.may(way.when, visited)
            if way.goto is not None and way.goto in graph and True in may:
                graph.add_edge(name, way.goto)
            if False not in may:
                break
    return graph
