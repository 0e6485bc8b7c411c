"""Scoring a person by a plan: exact fractions, nothing without data, everything with its evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from coach.appraisal.entry import Entry
from coach.appraisal.exact import exact, shown
from coach.appraisal.figures import Figures
from coach.appraisal.lines import points, score_on
from coach.appraisal.score import EntryLine, ItemScore, Score, SectionScore
from scripts_library.appraisal_plan import AppraisalPlan, Item, Section, Status
from scripts_library.expressions import formula
from scripts_library.sentences import Sentence


def score(plan: AppraisalPlan, figures: Figures, entries: Sequence[Entry], *, status: Status = "regular") -> Score:
    """The appraisal of one person for one period (E).

    `figures` are the counts of the period by name (`figures.FIGURES`); None or absent means that there are no data.
    A section with nothing left spreads its weight over the others; somebody away all the time has no grade.
    """
    scored = [section_score(name, section, figures, entries) for name, section in plan.sections.items()]
    present = sum((section.weight for section in scored if section.score is not None), Fraction(0))
    spread = [
        replace(section, part=section.weight / present if section.score is not None else Fraction(0))
        for section in scored
    ]
    why = _ungraded(plan, figures, status, present)
    total = sum((given for section in spread if (given := section.points) is not None), Fraction(0))
    return Score(plan.id, None if why else total, tuple(spread), why)


def section_score(name: str, section: Section, figures: Figures, entries: Sequence[Entry]) -> SectionScore:
    """One section by itself, before it is known what part of the total it comes to have."""
    items = [_item(item_name, item, figures, entries) for item_name, item in section.items.items()]
    present = sum((item.share for item in items if item.score is not None), Fraction(0))
    parts = [item.share / present if item.score is not None else Fraction(0) for item in items]
    spread = tuple(replace(item, part=part) for item, part in zip(items, parts, strict=True))
    cap = Fraction(section.cap)
    raw = sum((item.part * item.score for item in spread if item.score is not None), Fraction(0))
    reached = max(Fraction(0), min(cap, raw)) if present else None
    return SectionScore(name, section.title, exact(section.weight), Fraction(0), cap, reached, spread)


def _ungraded(plan: AppraisalPlan, figures: Figures, status: Status, present: Fraction) -> Sentence | None:
    if status not in plan.grades:
        return Sentence("coach:ungraded_status", status=Sentence(f"coach:status_{status}"))
    if figures.get("worked_days") == 0:
        return Sentence("coach:ungraded_away")
    if not present:
        return Sentence("coach:ungraded_no_data")
    return None


def _item(name: str, item: Item, figures: Figures, entries: Sequence[Entry]) -> ItemScore:
    # Without shares a section is base + entries: its one item is the whole of it.
    share = Fraction(1 if item.share is None else item.share)
    if item.formula is None:
        lines = tuple(_entry_lines(item, entries))
        base = Fraction(item.base)
        reached = base + sum((line.points for line in lines), Fraction(0))
        return ItemScore(name, item.title, share, Fraction(0), reached, base=base, lines=lines)
    return _measure(name, item, item.formula, share, figures)


def _measure(name: str, item: Item, source: str, share: Fraction, figures: Figures) -> ItemScore:
    meant = formula(source)
    used = {counted: figures.get(counted) for counted in sorted(meant.names)}
    value = meant(used)
    line = points(item.line)
    left_out = _left_out(item, figures, value)
    reached = None if value is None or left_out else score_on(line, value)
    return ItemScore(
        name,
        item.title,
        share,
        Fraction(0),
        reached,
        value=value,
        formula=source,
        per_cent=any(point.endswith("%") for point in item.line),
        figures=tuple(used.items()),
        left_out=left_out,
    )


def _left_out(item: Item, figures: Figures, value: Fraction | None) -> Sentence | None:
    if item.sample is not None and (size := figures.get(item.sample) or Fraction(0)) < item.minimum:
        return Sentence("coach:left_out_sample", item=item.title, size=shown(size), minimum=item.minimum)
    if value is None:
        return Sentence("coach:left_out_no_data", item=item.title)
    return None


def _entry_lines(item: Item, entries: Sequence[Entry]) -> Iterable[EntryLine]:
    for kind, told in item.entries.items():
        of_kind = tuple(entry for entry in entries if entry.kind == kind)
        if of_kind:
            times = sum((entry.times for entry in of_kind), Fraction(0))
            yield EntryLine(kind, told.title, times * exact(told.points), of_kind, in_days=told.per == "day")
