"""A period of the appraisal: the days that count for a person, and the figures that they add up to."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from coach.appraisal.entry import Entry
from coach.appraisal.figures import Figures
from coach.appraisal.working_days import Calendar, days_off, worked_days
from coach.promises import PromiseSum
from coach.sums import CallSum, DaySum
from scripts_library.appraisal_plan import AppraisalPlan

_A_DAY = timedelta(days=1)
_SECONDS_A_MINUTE = 60


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
        **_of_calls(calls),
        "callbacks_due": Fraction(due.callbacks_due),
        "callbacks_kept": Fraction(due.callbacks_kept),
        "appointments_due": Fraction(due.appointments_due),
        "appointments_kept": Fraction(due.appointments_kept),
        "worked_days": worked_days(working, days_off(plan, entries, calendar)),
    }


def entries_in(counted: Period | None, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries whose day counts."""
    return tuple(entry for entry in entries if counted is not None and counted.holds(entry.day))


def _of_calls(calls: CallSum) -> dict[str, Fraction | None]:
    return {
        "dials": Fraction(calls.dials),
        "answered": Fraction(calls.answered),
        "contacts": Fraction(calls.contacts),
        "right_parties": Fraction(calls.right_parties),
        "effective": Fraction(calls.effective),
        "talk_minutes": Fraction(calls.talk_seconds, _SECONDS_A_MINUTE),
        "pitches": Fraction(calls.pitches),
        "appointments": Fraction(calls.appointments),
        "callbacks": Fraction(calls.callbacks),
        "wechat_accepted": Fraction(calls.wechat_accepted),
        "deals": Fraction(calls.deals),
        "raised": Fraction(calls.raised),
        "overcome": Fraction(calls.overcome),
        "must_due": Fraction(calls.must_due),
        "must_done": Fraction(calls.must_done),
        "skimmed": Fraction(calls.skimmed),
        "none_of_these": Fraction(calls.none_of_these),
        "complete": Fraction(calls.complete),
    }
