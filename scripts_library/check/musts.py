"""Item 6: no success without its must-says, and no step before those that it comes after."""

from collections.abc import Iterator, Mapping

from scripts_library.check.finding import Finding, found
from scripts_library.check.flow import Marks, surely
from scripts_library.check.search import Avoiding, walk_to, walk_to_end
from scripts_library.check.walks import Move, Walks
from scripts_library.check.ways import step_path
from scripts_library.check.whole import Whole
from scripts_library.places import item, under


def musts(whole: Whole) -> Iterator[Finding]:
    """Must-says that some walk to a success avoids, and orders that some walk breaks."""
    if whole.walks is None:
        return
    bits = {name: 1 << number for number, name in enumerate(whole.script.steps)}
    # What every walk has behind it needs no search.
    behind = surely(whole.walks, Marks(bits))
    yield from _avoided(whole, whole.walks, bits, behind)
    yield from _broken(whole, whole.walks, bits, behind)


def _avoided(whole: Whole, walks: Walks, bits: Mapping[str, int], behind: Mapping[str, int]) -> Iterator[Finding]:
    def succeeds(move: Move) -> bool:
        return whole.result(move.ends) == "success"

    successes = [place for place, moves in walks.free.items() if any(succeeds(move) for move in moves)]
    for name, step in whole.script.steps.items():
        if not step.must or name not in behind:
            continue
        if all((behind[place] | bits.get(place, 0)) & bits[name] for place in successes):
            continue
        witness = walk_to_end(walks, succeeds, Avoiding({name}))
        if witness:
            outcome = whole.title(witness[-1].strip("[]"))
            yield found("HC601", step_path(name), witness=witness, step=name, outcome=outcome)


def _broken(whole: Whole, walks: Walks, bits: Mapping[str, int], behind: Mapping[str, int]) -> Iterator[Finding]:
    for name, step in whole.script.steps.items():
        for number, earlier in enumerate(step.after, start=1):
            if earlier not in bits or name not in behind or behind[name] & bits[earlier]:
                continue
            # A step that is to come after itself cannot be kept away from.
            witness = walk_to(walks, {name}, Avoiding({earlier} - {name}))
            if witness:
                path = item(under(step_path(name), "after"), number)
                yield found("HC602", path, witness=witness, step=name, earlier=earlier)
