"""What the next point costs: the fewest further successes that lift a section by a whole point."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from msgspec.structs import replace

from coach.appraisal.entry import Entry
from coach.appraisal.figures import Figures
from coach.appraisal.score import Score
from coach.appraisal.scoring import score
from scripts_library.appraisal_plan import AppraisalPlan

# A further success raises its own count and those that it is a part of: an appointment is also a contact.
_RISES_WITH: Mapping[str, tuple[str, ...]] = {
    "dials": (),
    "appointments": ("contacts",),
    "must_done": ("must_due",),
    "overcome": ("raised",),
    "callbacks_kept": ("callbacks_due",),
    "wechat_accepted": ("contacts", "wechat_asked"),
}
_FURTHEST = 500


@dataclass(frozen=True, slots=True)
class NextPoint:
    """`more` further successes of a `figure` bring it to `reached` of `out_of`, and the section up by `gain`."""

    section: str
    section_title: str
    figure: str
    more: int
    reached: Fraction
    out_of: Fraction
    gain: Fraction


def next_point(plan: AppraisalPlan, figures: Figures, entries: Sequence[Entry], now: Score) -> NextPoint | None:
    """The cheapest next point of a section, or None where no further success brings one (or there is no grade)."""
    if now.total is None:
        return None
    ways = []
    for section in now.sections:
        for item in section.items:
            figure, _, under = ((name.strip()) for name in (item.formula or "").partition("/"))
            if item.score is None or item.ratio is None or figure not in _RISES_WITH:
                continue
            more = _fewest(plan, figures, entries, section.id, figure)
            if more is not None:
                risen = _after(figures, figure, more)
                gain = _section_score(plan, risen, entries, section.id) - (section.score or 0)
                reached, out_of = risen[figure] or Fraction(0), risen[under] or Fraction(0)
                ways.append(NextPoint(section.id, section.title, figure, more, reached, out_of, gain))
    return min(ways, key=lambda way: (way.more, -way.gain), default=None)


def _fewest(plan: AppraisalPlan, figures: Figures, entries: Sequence[Entry], section: str, figure: str) -> int | None:
    """The fewest successes for a whole point, by halving: a section never falls as successes are added."""
    start = _section_score(plan, figures, entries, section)

    def enough(more: int) -> bool:
        return _section_score(plan, _after(figures, figure, more), entries, section) - start >= 1

    if not enough(_FURTHEST):
        return None
    low, high = 0, _FURTHEST
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _after(figures: Figures, figure: str, more: int) -> dict[str, Fraction | None]:
    risen = dict(figures)
    for name in (figure, *_RISES_WITH[figure]):
        risen[name] = (risen.get(name) or Fraction(0)) + more
    return risen


def _section_score(plan: AppraisalPlan, figures: Figures, entries: Sequence[Entry], section: str) -> Fraction:
    alone = replace(plan, sections={section: plan.sections[section]})
    (scored,) = score(alone, figures, entries).sections
    return scored.score or Fraction(0)
