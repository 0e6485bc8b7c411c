"""What was written down about a person: late, volunteered overtime, praised; each with day, author and reason."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import msgspec

from coach.appraisal.exact import exact
from scripts_library.appraisal_plan import AppraisalPlan, EntryKind
from scripts_library.sentences import Refusal, Sentence

_MOST_TIMES = 99
_MOST_DAYS = 366
_TIMES = re.compile(r"[0-9]{1,2}")
_DAYS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


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


class NotAnEntry(Refusal):
    """Something that cannot be written down so: a count that is none, a day that is still to come."""


def counted(count: str, kind: EntryKind) -> str:
    """How many times, or how many days, as it is kept: `2`, `0.5`. Raises `NotAnEntry`."""
    typed = unicodedata.normalize("NFKC", count).strip()
    form, most = (_DAYS, _MOST_DAYS) if kind.per == "day" else (_TIMES, _MOST_TIMES)
    if not form.fullmatch(typed) or not 0 < Decimal(typed) <= most:
        code = "entry_days" if kind.per == "day" else "entry_times"
        raise NotAnEntry(Sentence(f"coach:{code}", count=count[:20], most=most))
    return f"{Decimal(typed).normalize():f}"


def judge_day(day: date, kind: EntryKind, *, today: date) -> None:
    """What is written down has happened; only leave is known ahead. Raises `NotAnEntry`."""
    if day > today + timedelta(days=_MOST_DAYS if kind.per == "day" else 0):
        raise NotAnEntry(Sentence("coach:entry_ahead", day=day))


def entry_kinds(plan: AppraisalPlan) -> dict[str, EntryKind]:
    """All kinds of entries that a plan knows; each belongs to one item of one section."""
    return {
        kind: told
        for section in plan.sections.values()
        for item in section.items.values()
        for kind, told in item.entries.items()
    }


def leave_kinds(plan: AppraisalPlan) -> frozenset[str]:
    """The kinds of entries that count days of absence."""
    return frozenset(kind for kind, told in entry_kinds(plan).items() if told.per == "day")
