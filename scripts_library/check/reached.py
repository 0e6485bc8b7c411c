"""The steps that a call can come to, by the script's own ways and by the exits that its cards use."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from scripts_library.check.ways import Way, passed_through
from scripts_library.script import Script

if TYPE_CHECKING:
    from networkx import DiGraph


def reached(script: Script, ways: Mapping[str, Sequence[Way]], exits: Collection[str]) -> frozenset[str]:
    """All steps that can be reached from the start, whatever the conditions; none where the start does not exist.

    `exits` are the steps to which a card may lead, from wherever the walk stands.
    """
    import networkx as nx  # 150 ms, which only who checks should wait for

    if script.start not in script.steps:
        return frozenset()
    graph: DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(script.steps)
    graph.add_edges_from(
        (name, way.goto)
        for name, onward in ways.items()
        for way in onward
        if way.goto is not None and way.goto in script.steps
    )
    found = nx.descendants(graph, script.start) | {script.start}
    if any(not passed_through(script.steps[name]) for name in found):
        for target in exits:
            found |= nx.descendants(graph, target) | {target}
    return frozenset(found)
