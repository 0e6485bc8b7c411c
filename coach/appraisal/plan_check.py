"""The check of an appraisal plan (HC2001–HC2011): everything that would make it score wrongly, or not at all."""

from collections.abc import Iterator
from fractions import Fraction

from coach.appraisal.exact import exact, shown
from coach.appraisal.figures import FIGURES
from scripts_library.appraisal_plan import AppraisalPlan, Item, Section
from scripts_library.check import SHIPPED, Limits, Problem, Rule, place_of
from scripts_library.check.finding import Finding, found
from scripts_library.expressions import formula
from scripts_library.places import under
from scripts_library.sentences import Refusal, Sentence
from scripts_library.shelf import Shelf

PLAN_RULES = (
    Rule("HC2001", "weights-not-whole"),
    Rule("HC2002", "not-a-number"),
    Rule("HC2003", "entry-in-two-items"),
    Rule("HC2004", "entries-or-measure"),
    Rule("HC2005", "line-of-one-point"),
    Rule("HC2006", "share-missing"),
    Rule("HC2007", "formula-not-allowed"),
    Rule("HC2008", "unknown-figure"),
    Rule("HC2009", "cap-not-positive"),
    Rule("HC2010", "weighs-nothing"),
    Rule("HC2011", "half-a-minimum"),
)
_FEWEST_POINTS = 2


def plan_problems(plan: AppraisalPlan, shelf: Shelf, limits: Limits = SHIPPED) -> tuple[Problem, ...]:
    """Everything that is wrong with an appraisal plan, each at its place, in the order of the document."""
    return tuple(
        Problem(
            one.code,
            Sentence(f"coach:{one.code}", **one.values),
            place_of(plan, one.path, shelf),
            severity=limits.severities.get(one.code, "problem"),
        )
        for one in findings(plan)
    )


def findings(plan: AppraisalPlan) -> Iterator[Finding]:
    """What is wrong with a plan, in the order of the document; the weights together come last."""
    for name, section in plan.sections.items():
        where = under("sections", name)
        yield from _numbers(under(where, "weight"), section.weight)
        if section.cap <= 0:
            yield found("HC2009", under(where, "cap"), section=section.title, cap=section.cap)
        yield from _shares(where, section)
        for item_name, item in section.items.items():
            yield from _item(under(under(where, "items"), item_name), item)
    yield from _kinds_used_twice(plan)
    yield from _weights(plan)


def _weights(plan: AppraisalPlan) -> Iterator[Finding]:
    weights = [_read(section.weight) for section in plan.sections.values()]
    known = [weight for weight in weights if weight is not None]
    if len(known) == len(weights) and sum(known) != 1:
        yield found("HC2001", "sections", sum=f"{shown(sum(known, Fraction(0)) * 100, 2)}%")
    for (name, section), weight in zip(plan.sections.items(), weights, strict=True):
        if weight is not None and weight <= 0:
            path = under(under("sections", name), "weight")
            yield found("HC2010", path, title=section.title, text=section.weight)


def _shares(where: str, section: Section) -> Iterator[Finding]:
    if len(section.items) > 1 and any(item.share is None for item in section.items.values()):
        yield found("HC2006", under(where, "items"), section=section.title)
    for name, item in section.items.items():
        if item.share is not None and item.share <= 0:
            path = under(under(under(where, "items"), name), "share")
            yield found("HC2010", path, title=item.title, text=item.share)


def _item(where: str, item: Item) -> Iterator[Finding]:
    of_entries = bool(item.entries)
    if of_entries == (item.formula is not None) or (of_entries and (item.line or item.sample)):
        yield found("HC2004", where, item=item.title)
    for kind, told in item.entries.items():
        yield from _numbers(under(under(under(where, "entries"), kind), "points"), told.points)
    if item.formula is not None:
        yield from _formula(under(where, "formula"), item.formula)
        if len(item.line) < _FEWEST_POINTS:
            yield found("HC2005", under(where, "line"), item=item.title, count=len(item.line))
    for value, score in item.line.items():
        path = under(under(where, "line"), value)
        yield from _numbers(path, value)
        yield from _numbers(path, score)
    if (item.sample is not None) != (item.minimum > 0) or item.minimum < 0:
        yield found("HC2011", where, item=item.title)
    if item.sample is not None and item.sample not in FIGURES:
        yield _unknown_figure(under(where, "sample"), item.sample)


def _formula(path: str, source: str) -> Iterator[Finding]:
    try:
        named = formula(source).names
    except Refusal as refusal:
        yield found("HC2007", path, why=refusal.sentence)
        return
    for figure in sorted(named.difference(FIGURES)):
        yield _unknown_figure(path, figure)


def _unknown_figure(path: str, figure: str) -> Finding:
    return found("HC2008", path, figure=figure, known=", ".join(FIGURES))


def _kinds_used_twice(plan: AppraisalPlan) -> Iterator[Finding]:
    """An entry belongs to one item of one section (E)."""
    first: dict[str, str] = {}
    for name, section in plan.sections.items():
        for item_name, item in section.items.items():
            where = under(under(under("sections", name), "items"), item_name)
            for kind in item.entries:
                if kind in first:
                    yield found("HC2003", under(under(where, "entries"), kind), kind=kind, first=first[kind])
                first.setdefault(kind, where)


def _numbers(path: str, text: str) -> Iterator[Finding]:
    if _read(text) is None:
        yield found("HC2002", path, text=text)


def _read(text: str) -> Fraction | None:
    try:
        return exact(text)
    except ValueError:
        return None
