"""Adherence 话术执行率: which must-say steps were due in a call, and which were done."""

from collections.abc import Iterator, Mapping, Sequence
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
    steps = call.release.script.steps
    visits = tuple(_visits(call))
    visited = {visit.step for visit in visits}
    in_order = {visit.step for visit in visits if visit.in_order}
    said = {visit.step for visit in visits if visit.in_order and visit.point not in skimmed}
    musts = {step for step, told in steps.items() if told.must}
    due = musts if result == "success" else musts & visited | leading_to(call.release.script, musts - visited, visited)
    return Adherence(
        due=sum(steps[step].weight for step in due),
        done=sum(steps[step].weight for step in due & said),
        missed=tuple(step for step in steps if step in due - said),
        order_broken=tuple(step for step in steps if step in visited - in_order),
    )


def leading_to(script: Script, steps: set[str], visited: set[str]) -> set[str]:
    """Those of the steps without which no way, of the script's own links, leads from the start to a visited step."""
    if not steps or not visited:
        return set()
    ways = {step: links(told) for step, told in script.steps.items()}
    on_a_way = visited & reached(ways, script.start)
    return {step for step in steps if not on_a_way <= reached(ways, script.start, without=step)}


def reached(ways: Mapping[str, Sequence[str]], start: str, without: str | None = None) -> set[str]:
    """The steps that the links reach from the start, `when` aside, never passing `without`."""
    found: set[str] = set()
    open_ = [start]
    while open_:
        step = open_.pop()
        if step != without and step not in found:
            found.add(step)
            open_ += ways[step]
    return found


def links(step: Step) -> tuple[str, ...]:
    """Where a step's own links lead."""
    if step.goto is not None:
        return (step.goto,)
    ways = (*(way.goto for way in step.branch), *(reply.goto for reply in step.replies))
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
