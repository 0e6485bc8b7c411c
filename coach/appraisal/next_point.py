"""What the next point costs: the fewest further successes that lift a section by a whole point."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from coach.appraisal.entry import Entry
from coach.appraisal.figures import Figures
from coach.appraisal.score import Score, SectionScore
from coach.appraisal.scoring import section_score
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
    """The cheapest next point of a section, or None where no further success brings one (or there is no grade).

    One success after another is tried, since more of them may bring less: a measure that passes its minimum sample
    comes in with whatever it says.
    """
    if now.total is None:
        return None
    ways = tuple(_ways(now))
    for more in range(1, _FURTHEST + 1):
        points = [_gained(plan, figures, entries, way, more) for way in ways]
        enough = [point for point in points if point.gain >= 1]
        if enough:
            return max(enough, key=lambda point: point.gain)
    return None


@dataclass(frozen=True, slots=True)
class _Way:
    """A count of which more may lift a section."""

    section: SectionScore
    figure: str
    under: str


def _ways(now: Score) -> Iterator[_Way]:
    """The measures that further successes raise, of the sections with room for a point below their cap."""
    for section in now.sections:
        if section.score is None or section.cap - section.score < 1:
            continue
        for item in section.items:
            figure, _, under = (name.strip() for name in (item.formula or "").partition("/"))
            if item.score is not None and item.ratio is not None and figure in _RISES_WITH:
                yield _Way(section, figure, under)


def _gained(plan: AppraisalPlan, figures: Figures, entries: Sequence[Entry], way: _Way, more: int) -> NextPoint:
    """What so many further successes bring."""
    risen = _after(figures, way.figure, more)
    told = way.section
    then = section_score(told.id, plan.sections[told.id], risen, entries)
    gain = (then.score or Fraction(0)) - (told.score or Fraction(0))
    reached, out_of = risen[way.figure] or Fraction(0), risen[way.under] or Fraction(0)
    return NextPoint(told.id, told.title, way.figure, more, reached, out_of, gain)


def _after(figures: Figures, figure: str, more: int) -> dict[str, Fraction | None]:
    risen = dict(figures)
    for name in (figure, *_RISES_WITH[figure]):
        risen[name] = (risen.get(name) or Fraction(0)) + more
    return risen
