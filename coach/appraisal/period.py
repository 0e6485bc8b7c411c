"""A period of the appraisal: the days that count for a person, and the figures that they add up to."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from coach.appraisal.entry import Entry, leave_kinds
from coach.appraisal.exact import shown
from coach.appraisal.figures import OF_CALLS, OF_PROMISES, Figures, of_calls
from coach.appraisal.working_days import Calendar, days_off, leave_within, worked_days
from coach.promises import PromiseSum
from coach.sums import DaySum
from scripts_library.appraisal_plan import AppraisalPlan

_A_DAY = timedelta(days=1)
_PLACES = 2  # of a count of days


class Period(NamedTuple):
    """Some days on end, the first and the last included; an appraisal is of a month."""

    first: date
    last: date

    @classmethod
    def month_of(cls, day: date) -> "Period":
        """The month that a day lies in."""
        first = day.replace(day=1)
        return cls(first, (first + 31 * _A_DAY).replace(day=1) - _A_DAY)

    @property
    def before(self) -> "Period":
        """The month before."""
        return Period.month_of(self.first - _A_DAY)

    @property
    def after(self) -> "Period":
        """The month after."""
        return Period.month_of(self.last + _A_DAY)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def counted(self, today: date, since: date | None = None) -> "Period | None":
        """The days of it that count for a person: up to today, and from the day on which they were confirmed (E).

        None where no day of it counts.
        """
        first, last = max(self.first, since or self.first), min(self.last, today)
        return Period(first, last) if first <= last else None


def figures(
    counted: Period | None,
    days: Mapping[date, DaySum],
    promises: Mapping[date, PromiseSum],
    entries: Iterable[Entry],
    plan: AppraisalPlan,
    calendar: Calendar,
) -> Figures:
    """The counts of a person's period by name, for the formulas of a plan; empty where no day counts.

    `days` are the sums of the person's days, `promises` those of what was due on a day; days outside are left aside.
    Leave may have begun before the period.
    """
    if counted is None:
        return {}
    calls = sum((found for day, found in days.items() if counted.holds(day)), DaySum())
    due = sum((found for day, found in promises.items() if counted.holds(day)), PromiseSum())
    working = tuple(calendar.working_days(counted.first, counted.last))
    return {
        **{figure: of_calls(figure, calls) for figure in OF_CALLS},
        **{figure: Fraction(getattr(due, figure)) for figure in OF_PROMISES},
        "worked_days": worked_days(working, days_off(plan, entries, calendar)),
    }


def entries_in(
    counted: Period | None, entries: Iterable[Entry], plan: AppraisalPlan, calendar: Calendar
) -> tuple[Entry, ...]:
    """The entries that count in a period: of leave so many days as lie in it, all else by the day of the entry."""
    if counted is None:
        return ()
    leave = leave_kinds(plan)
    within = []
    for entry in entries:
        if entry.kind not in leave:
            within += [entry] if counted.holds(entry.day) else []
        elif days := leave_within(entry, *counted, calendar):
            within.append(replace(entry, count=shown(days, _PLACES)))
    return tuple(within)
