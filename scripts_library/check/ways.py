"""The ways on that a script writes down: from a step to a step or to an outcome."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scripts_library.places import item, under
from scripts_library.script import Step

BACK, NEXT = "back", "next"  # the exits of a card that need no mapping


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a step, as its author wrote it at `path`; `says` is what the customer answers, if anything."""

    path: str
    goto: str | None = None
    ends: str | None = None
    says: str | None = None
    when: str | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The path of the word that says where it leads."""
        return under(self.path, "goto" if self.goto is not None else "ends")

    @property
    def moves(self) -> tuple[str, ...]:
        """What is done to take it, in a witness path."""
        return () if self.says is None else (f"“{self.says}”",)


def step_path(step: str) -> str:
    """The path of a step."""
    return under("steps", step)


def ways(name: str, step: Step) -> Iterator[Way]:
    """The ways on from one step, in their order; a step that speaks and then branches has none."""
    here = step_path(name)
    for number, reply in enumerate(step.replies, start=1):
        path = item(under(here, "replies"), number)
        yield Way(path, reply.goto, reply.ends, reply.hears, reply.when, reply.sets, reply.needs)
    if not step.spoken:
        for number, branch in enumerate(step.branch, start=1):
            yield Way(item(under(here, "branch"), number), branch.goto, when=branch.when)
    if step.goto is not None or step.ends is not None:
        yield Way(here, step.goto, step.ends)


def passed_through(step: Step) -> bool:
    """Whether the walk does not stop here: a silent step with a way on that nobody has to choose."""
    return not step.spoken and (bool(step.branch) or step.goto is not None)
