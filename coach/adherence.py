"""Adherence 话术执行率: which must-say steps were due in a call, and which were done."""

from collections.abc import Iterator
from dataclasses import dataclass

from coach.call import Call
from scripts_library.outcomes import Result
from scripts_library.script import Script, Step


@dataclass(frozen=True, slots=True)
class Adherence:
    """Weights of must-say steps due and done, the steps missed, and the steps said before what belongs before them."""

    due: int
    done: int
    missed: tuple[str, ...]
    order_broken: tuple[str, ...]


def adherence(call: Call, result: Result, skimmed: frozenset[int]) -> Adherence:
    """What was due and done; `skimmed` are the points of the path whose line was clicked away.

    Due: visited, or no way leads past it to a step that was visited, or the call ended in success. Done: on the
    effective path, after all that belongs before it, and not skimmed.
    """
    script = call.release.script
    visits = tuple(_visits(call))
    visited = {visit.step for visit in visits}
    in_order = {visit.step for visit in visits if visit.in_order}
    said = {visit.step for visit in visits if visit.in_order and visit.point not in skimmed}
    musts = {step: told for step, told in script.steps.items() if told.must}
    due = {
        step: told.weight
        for step, told in musts.items()
        if result == "success" or step in visited or leads_past(script, step, visited)
    }
    return Adherence(
        due=sum(due.values()),
        done=sum(weight for step, weight in due.items() if step in said),
        missed=tuple(step for step in due if step not in said),
        order_broken=tuple(step for step in script.steps if step in visited - in_order),
    )


def leads_past(script: Script, step: str, visited: set[str]) -> bool:
    """Whether a step lies on every way (of the script's own links) to one of the visited steps."""
    return not visited.isdisjoint(reached(script) - reached(script, without=step) - {step})


def reached(script: Script, without: str | None = None) -> set[str]:
    """The steps that the script's own links reach from the start, `when` aside, never passing `without`."""
    found: set[str] = set()
    open_ = [script.start]
    while open_:
        step = open_.pop()
        if step != without and step not in found:
            found.add(step)
            open_ += links(script.steps[step])
    return found


def links(step: Step) -> tuple[str, ...]:
    """Where a step's own links lead."""
    ways = (step.goto, *(way.goto for way in step.branch), *(reply.goto for reply in step.replies))
    return tuple(way for way in ways if way is not None)


@dataclass(frozen=True, slots=True)
class _Visit:
    """One time that the walk came through a step. `point` is None where it only passed through, unseen."""

    step: str
    point: int | None
    in_order: bool


def _visits(call: Call) -> Iterator[_Visit]:
    seen: set[str] = set()
    for number, point in enumerate(call.path):
        for step in point.entered:
            shows = number if step == point.position.step else None
            yield _Visit(step, shows, seen.issuperset(call.release.script.steps[step].after))
            seen.add(step)
