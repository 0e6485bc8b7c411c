"""The whole check of a document: what its reading finds, whether its plans play (item 11), whether a plan scores."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from coach.appraisal.plan_check import plan_problems
from coach.playing import DoesNotPlay, play
from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.check import RULES, SHIPPED, Limits, Problem, place_of
from scripts_library.check import problems as problems_read
from scripts_library.document import Document
from scripts_library.objections import Objections, cards_of, exits_of
from scripts_library.outcomes import Outcomes
from scripts_library.places import item, under
from scripts_library.release import Release
from scripts_library.script import Script
from scripts_library.shelf import Shelf

# What these items find would stop a walk in mid-call: only without them does a plan prove anything.
_NOT_WALKABLE = frozenset({1, 3, 4, 7, 8})


def problems(document: Document, shelf: Shelf, limits: Limits = SHIPPED) -> tuple[Problem, ...]:
    """Everything that the check finds in a document (script-format «What the check finds»), by place.

    Plans are played where the script can be walked at all; of a plan that has another problem, that one says enough.
    """
    found = problems_read(document, shelf, limits)
    if isinstance(document, Script):
        found = (*found, *_of_plans(document, shelf, limits, found))
    elif isinstance(document, AppraisalPlan):
        found = (*found, *plan_problems(document, shelf, limits))
    return tuple(sorted(found, key=lambda problem: (problem.place, problem.code)))


def stopping(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems of a script that would stop a walk of it in mid-call, whoever walks."""
    return tuple(problem for problem in _not_walkable(found) if not problem.place.path.startswith("plans["))


def _not_walkable(found: Iterable[Problem]) -> Iterator[Problem]:
    return (problem for problem in found if RULES[problem.code].item in _NOT_WALKABLE)


def _of_plans(script: Script, shelf: Shelf, limits: Limits, found: Sequence[Problem]) -> Iterator[Problem]:
    release = None if stopping(found) else _draft(script, shelf)
    if release is None:
        return
    paths = [problem.place.path for problem in _not_walkable(found)]
    for number, plan in enumerate(script.plans, start=1):
        at = item("plans", number)
        if any(path == at or path.startswith(f"{at}.") for path in paths):
            continue
        try:
            play(plan, release)
        except DoesNotPlay as refused:
            code = "HC1102" if refused.line is None else "HC1101"
            place = place_of(script, _within(at, refused.line), shelf)
            yield Problem(code, refused.sentence, place, severity=limits.severities.get(code, "problem"))


def _within(plan: str, line: int | None) -> str:
    """The path of a line of a plan, of what it is given (0), or of the plan itself."""
    if line is None:
        return plan
    return item(under(plan, "does"), line) if line else under(plan, "given")


def _draft(script: Script, shelf: Shelf) -> Release | None:
    """The script with its cards and outcomes, as far as walking it needs; None where one of them is not there."""
    sets = [found for name in script.objections if isinstance(found := shelf.find("objections", name), Objections)]
    outcomes = shelf.find("outcomes", script.outcomes)
    if len(sets) < len(script.objections) or not isinstance(outcomes, Outcomes):
        return None
    whole = replace(script, exits=exits_of(script.exits, sets))
    return Release(script=whole, cards=cards_of(sets), outcomes=outcomes, digest="")
