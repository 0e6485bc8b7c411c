"""Item 6: no success without its must-says, and no step before those that it comes after."""

from collections.abc import Iterator, Mapping

from scripts_library.check.finding import Finding, found
from scripts_library.check.flow import Marks, surely
from scripts_library.check.walks import Walks
from scripts_library.check.ways import step_path
from scripts_library.check.whole import Whole
from scripts_library.check.witness import avoiding, walk_to, walk_to_end
from scripts_library.places import item, under


def musts(whole: Whole) -> Iterator[Finding]:
    """Must-says that some walk to a success avoids, and orders that some walk breaks."""
    if whole.walks is None:
        return
    bits = {name: 1 << number for number, name in enumerate(whole.script.steps)}
    behind = dict(enumerate(surely(whole.walks, Marks(0, bits, lambda _way: 0))))
    yield from _avoided(whole, whole.walks, bits, behind)
    yield from _broken(whole, whole.walks, bits, behind)


def _avoided(whole: Whole, walks: Walks, bits: Mapping[str, int], behind: Mapping[int, int]) -> Iterator[Finding]:
    successes = [ending for ending in walks.endings if whole.result(ending.outcome) == "success"]
    for name, step in whole.script.steps.items():
        if step.must and name in walks.at:
            without = [
                ending
                for ending in successes
                if walks.states[ending.at].step != name and not behind[ending.at] & bits[name]
            ]
            if without:
                witness = walk_to_end(walks, without, enters=avoiding(name))
                yield found("HC601", step_path(name), witness=witness, step=name, outcome=witness[-1].strip("[]"))


def _broken(whole: Whole, walks: Walks, bits: Mapping[str, int], behind: Mapping[int, int]) -> Iterator[Finding]:
    for name, step in whole.script.steps.items():
        for number, earlier in enumerate(step.after, start=1):
            too_soon = [
                place for place in walks.at.get(name, ()) if earlier in bits and not behind[place] & bits[earlier]
            ]
            if too_soon:
                path = item(under(step_path(name), "after"), number)
                witness = walk_to(walks, too_soon, enters=avoiding(earlier))
                yield found("HC602", path, witness=witness, step=name, earlier=earlier)
