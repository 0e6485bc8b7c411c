"""What was written down about a person: late, volunteered overtime, praised; each with day, author and reason."""

from datetime import date
from fractions import Fraction

import msgspec

from coach.appraisal.exact import exact
from scripts_library.appraisal_plan import AppraisalPlan, EntryKind


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. `count` is how many times, or how many days (`0.5` is half a day), as text read exactly."""

    id: str
    kind: str
    day: date
    by: str
    reason: str = ""
    count: str = "1"

    @property
    def times(self) -> Fraction:
        """How many times, exactly."""
        return exact(self.count)


def entry_kinds(plan: AppraisalPlan) -> dict[str, EntryKind]:
    """All kinds of entries that a plan knows; each belongs to one item of one section."""
    return {
        kind: told
        for section in plan.sections.values()
        for item in section.items.values()
        for kind, told in item.entries.items()
    }


def is_leave(plan: AppraisalPlan, kind: str) -> bool:
    """Whether an entry of this kind counts days of absence."""
    told = entry_kinds(plan).get(kind)
    return told is not None and told.per == "day"
