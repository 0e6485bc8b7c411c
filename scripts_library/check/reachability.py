"""Item 2: every step can be reached from the start."""

from collections.abc import Iterator

from scripts_library.check.finding import Finding, found
from scripts_library.check.ways import step_path
from scripts_library.check.whole import Whole


def reachability(whole: Whole) -> Iterator[Finding]:
    """The steps that no call comes to, unless the agent jumps there; a start that does not exist is told first."""
    for name in whole.script.steps if whole.reached else ():
        if name not in whole.reached:
            yield found("HC201", step_path(name), step=name, start=whole.script.start)
