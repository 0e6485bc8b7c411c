"""A score with its evidence: total, sections, items, what each is made of, and what was left out and why."""

from dataclasses import dataclass
from fractions import Fraction

from coach.appraisal.entry import Entry
from coach.rate import Rate
from scripts_library.sentences import Sentence


@dataclass(frozen=True, slots=True)
class EntryLine:
    """All entries of one kind in the period, and the points that they give or take. `in_days`: they count days."""

    kind: str
    title: str
    points: Fraction
    entries: tuple[Entry, ...]
    in_days: bool = False


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item. `figures` are the counts that its formula used; their names are the way to the calls behind them.

    `part` is its share of the section after what was left out was spread; `score` is None where it was left out.
    """

    id: str
    title: str
    share: Fraction
    part: Fraction
    score: Fraction | None
    value: Fraction | None = None
    formula: str | None = None
    per_cent: bool = False
    figures: tuple[tuple[str, Fraction | None], ...] = ()
    base: Fraction = Fraction(0)
    lines: tuple[EntryLine, ...] = ()
    left_out: Sentence | None = None

    @property
    def ratio(self) -> tuple[Fraction, Fraction] | None:
        """Numerator and denominator where the measure is one count of another."""
        over_name, _, under_name = (self.formula or "").partition("/")
        counts = dict(self.figures)
        over, under = counts.get(over_name.strip()), counts.get(under_name.strip())
        return None if over is None or under is None else (over, under)

    @property
    def rate(self) -> Rate | None:
        """The measure as so many of so many cases, where it is such a share: it may really be another one."""
        if self.ratio is None or not self.per_cent:
            return None
        over, under = self.ratio
        whole = over.denominator == under.denominator == 1
        return Rate(int(over), int(under)) if whole and 0 <= over <= under else None


@dataclass(frozen=True, slots=True)
class SectionScore:
    """One section: its weight in the plan, the weight it came to have, and its score (None where nothing was left)."""

    id: str
    title: str
    weight: Fraction
    part: Fraction
    cap: Fraction
    score: Fraction | None
    items: tuple[ItemScore, ...]

    @property
    def points(self) -> Fraction | None:
        """What the section gives to the total."""
        return None if self.score is None else self.part * self.score


@dataclass(frozen=True, slots=True)
class Score:
    """A person's appraisal for a period, exact. `total` is None («—») with the reason in `ungraded`."""

    plan: str
    total: Fraction | None
    sections: tuple[SectionScore, ...]
    ungraded: Sentence | None = None
