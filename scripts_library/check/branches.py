"""Item 4: whatever the conditions come to, there is always a reply to give and a branch to take."""

from collections.abc import Iterator

from scripts_library.check.finding import Finding, found
from scripts_library.check.ways import step_path
from scripts_library.check.whole import Whole
from scripts_library.places import item, under
from scripts_library.script import Step


def branches(whole: Whole) -> Iterator[Finding]:
    """Steps whose replies may all be closed, and branches that leave a gap or are never taken."""
    for name, step in whole.script.steps.items():
        here = step_path(name)
        if all_closed(step):
            yield found("HC401", under(here, "replies"), step=name)
        if gap(step):
            yield found("HC402", item(under(here, "branch"), len(step.branch)), step=name)
        yield from _never_taken(name, step)


def all_closed(step: Step) -> bool:
    """Whether all replies of a step have a condition, so that none may be open."""
    return bool(step.replies) and all(reply.when is not None for reply in step.replies)


def gap(step: Step) -> bool:
    """Whether no branch of a step may be taken, since the last one has a condition and none is without."""
    return bool(step.branch) and all(branch.when is not None for branch in step.branch)


def _never_taken(name: str, step: Step) -> Iterator[Finding]:
    always = next((number for number, branch in enumerate(step.branch, start=1) if branch.when is None), None)
    if always is not None:
        for number in range(always + 1, len(step.branch) + 1):
            yield found(
                "HC403", item(under(step_path(name), "branch"), number), step=name, number=number, always=always
            )
