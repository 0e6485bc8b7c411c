"""Lines that are said in one go, since `goto` or a silent step joins them: what was said before each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts_library.check.samples import samples_of
from scripts_library.check.stretches import Said, characters, said
from scripts_library.check.ways import passed_through
from scripts_library.check.whole import Whole

if TYPE_CHECKING:
    from networkx import DiGraph


@dataclass(frozen=True)
class Joined:
    """The lines of a script by step. `before` has the most sentences said just before a line, without a pause.

    `breath` has the words just before it, without a mark to breathe at, that the line goes on with; where they were
    too many already, none.
    `opening` has, for each step at which an opening may come to its first reply, the most characters said by then.
    """

    lines: Mapping[str, Said]
    before: Mapping[str, int]
    breath: Mapping[str, str]
    opening: Mapping[str, int]
    _came_from: Mapping[str, str]
    _breathed_from: Mapping[str, str]
    _opened_from: Mapping[str, str]

    def way_to(self, step: str) -> tuple[str, ...]:
        """The steps that are joined before a step, and the step."""
        return _chain(self._came_from, step)

    def breath_to(self, step: str) -> tuple[str, ...]:
        """The steps whose words run on into those of a step, and the step."""
        return _chain(self._breathed_from, step)

    def opening_to(self, step: str) -> tuple[str, ...]:
        """The steps of the longest opening that comes to a step."""
        return _chain(self._opened_from, step)


def joined(whole: Whole) -> Joined:
    """Follow the lines of a script in the order in which they are said; rings are problems of their own."""
    import networkx as nx

    script = whole.script
    samples = samples_of(script)
    lines = {
        name: said(step.says, samples, script.language) for name, step in script.steps.items() if step.says is not None
    }
    graph = _passing_on(whole)
    before: dict[str, int] = {}
    breath: dict[str, str] = {}
    spoken: dict[str, int] = {script.start: 0}
    came_from: dict[str, str] = {}
    breathed_from: dict[str, str] = {}
    opened_from: dict[str, str] = {}
    opening: dict[str, int] = {}
    for name in nx.topological_sort(graph):
        line = lines.get(name, Said([]))
        after = line.sentences_after(before.get(name, 0))
        open_breath = line.breath_after(breath.get(name, ""))
        if characters(open_breath) > whole.limits.characters_a_breath:
            open_breath = ""
        total = spoken[name] + line.characters if name in spoken else None
        for onward in graph.successors(name):
            if after > before.get(onward, 0):
                before[onward], came_from[onward] = after, name
            if characters(open_breath) > characters(breath.get(onward, "")):
                breath[onward], breathed_from[onward] = open_breath, name
            if total is not None and total > spoken.get(onward, -1):
                spoken[onward], opened_from[onward] = total, name
        if total is not None and not graph.out_degree(name):
            opening[name] = total
    return Joined(lines, before, breath, opening, came_from, breathed_from, opened_from)


def _passing_on(whole: Whole) -> "DiGraph[str]":
    """The links along which nobody answers, less those that lead round in a ring."""
    import networkx as nx

    script = whole.script
    graph: DiGraph[str] = nx.DiGraph()
    for name, step in script.steps.items():
        graph.add_node(name)
        if passed_through(step) or step.goto is not None:
            graph.add_edges_from((name, way.goto) for way in whole.ways[name] if way.goto in script.steps)
    ring = {name: number for number, knot in enumerate(nx.strongly_connected_components(graph)) for name in knot}
    graph.remove_edges_from([(name, onward) for name, onward in graph.edges if ring[name] == ring[onward]])
    return graph


def _chain(came_from: Mapping[str, str], step: str) -> tuple[str, ...]:
    chain = [step]
    while chain[-1] in came_from:
        chain.append(came_from[chain[-1]])
    return tuple(reversed(chain))
