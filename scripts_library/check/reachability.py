"""Item 2: every step can be reached from the start."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scripts_library.check.finding import Finding, found
from scripts_library.check.ways import passed_through, step_path
from scripts_library.check.whole import Whole

if TYPE_CHECKING:
    from networkx import DiGraph


def reachability(whole: Whole) -> Iterator[Finding]:
    """The steps that no call comes to, unless the agent jumps there."""
    if whole.script.start not in whole.script.steps:
        return
    reached = reachable(whole)
    for name in whole.script.steps:
        if name not in reached:
            yield found("HC201", step_path(name), step=name, start=whole.script.start)


def reachable(whole: Whole) -> frozenset[str]:
    """The steps that can be reached from the start, by the script's own ways and by the exits that its cards use."""
    import networkx as nx  # 150 ms, which only who checks should wait for

    graph = own_links(whole)
    reached = nx.descendants(graph, whole.script.start) | {whole.script.start}
    if any(not passed_through(whole.script.steps[name]) for name in reached):
        # Somewhere the walk stands, so a card may come up, and its exits lead on.
        for target in whole.exits_in_use:
            reached |= nx.descendants(graph, target) | {target}
    return frozenset(reached)


def own_links(whole: Whole) -> "DiGraph[str]":
    """The script's own links from step to step, with and without condition."""
    import networkx as nx

    graph: DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(whole.script.steps)
    graph.add_edges_from(
        (name, way.goto) for name, onward in whole.ways.items() for way in onward if way.goto is not None
    )
    return graph
