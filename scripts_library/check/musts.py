"""Item 6: no success without its must-says, and no step before those that it comes after."""

from collections.abc import Iterator, Mapping
from itertools import islice

from scripts_library.check.finding import MOST_OF_A_KIND, Finding, found
from scripts_library.check.flow import Marks, lacking, lacking_at_the_end
from scripts_library.check.search import Avoiding, walk_to, walk_to_end
from scripts_library.check.walks import Move, Walks
from scripts_library.check.ways import step_path
from scripts_library.check.whole import Whole
from scripts_library.places import item, under


def musts(whole: Whole) -> Iterator[Finding]:
    """Must-says that some walk to a success avoids, and orders that some walk breaks."""
    if whole.walks is not None:
        yield from islice(_avoided(whole, whole.walks), MOST_OF_A_KIND)
        yield from islice(_broken(whole, whole.walks), MOST_OF_A_KIND)


def _avoided(whole: Whole, walks: Walks) -> Iterator[Finding]:
    def succeeds(move: Move) -> bool:
        return whole.result(move.ends) == "success"

    steps = [name for name, step in whole.script.steps.items() if step.must and name in walks.free]
    marks = _marks(steps)
    may_lack = 0
    for move, lacks in lacking_at_the_end(walks, marks):
        may_lack |= lacks if succeeds(move) else 0
    shortest = walk_to_end(walks, succeeds) if may_lack else ()
    for name in steps:
        if may_lack & marks.steps[name]:
            witness = walk_to_end(walks, succeeds, Avoiding({name})) if name in shortest else shortest
            if witness:
                outcome = whole.title(witness[-1].strip("[]"))
                yield found("HC601", step_path(name), witness=witness, step=name, outcome=outcome)


def _broken(whole: Whole, walks: Walks) -> Iterator[Finding]:
    steps = whole.script.steps
    marks = _marks(sorted({earlier for step in steps.values() for earlier in step.after} & steps.keys()))
    may_lack: Mapping[str, int] = lacking(walks, marks) if marks.all else {}
    for name, step in steps.items():
        for number, earlier in enumerate(step.after, start=1):
            if may_lack.get(name, 0) & marks.steps.get(earlier, 0):
                # A step that is to come after itself cannot be kept away from.
                witness = walk_to(walks, {name}, Avoiding({earlier} - {name}))
                if witness:
                    path = item(under(step_path(name), "after"), number)
                    yield found("HC602", path, witness=witness, step=name, earlier=earlier)


def _marks(steps: list[str]) -> Marks:
    return Marks((1 << len(steps)) - 1, {name: 1 << number for number, name in enumerate(steps)})
