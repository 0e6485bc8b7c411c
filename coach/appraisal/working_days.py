"""The days that a person was there to work: the team's calendar, less the full days of leave."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

import msgspec

from coach.appraisal.entry import Entry, leave_kinds
from scripts_library.appraisal_plan import AppraisalPlan

_A_DAY = timedelta(days=1)
_LONGEST_LEAVE = 366


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The team's calendar. `rest_weekdays` count from Monday = 1; a holiday is off, a made-up day is worked (调休)."""

    rest_weekdays: tuple[int, ...] = (6, 7)
    holidays: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()

    def works(self, day: date) -> bool:
        """Whether the team works on this day."""
        if day in self.made_up:
            return True
        return day.isoweekday() not in self.rest_weekdays and day not in self.holidays

    def working_days(self, first: date, last: date) -> Iterator[date]:
        """The days that the team works, from the first to the last, both included."""
        for ahead in range((last - first).days + 1):
            if self.works(day := first + ahead * _A_DAY):
                yield day


def days_off(plan: AppraisalPlan, entries: Iterable[Entry], calendar: Calendar) -> frozenset[date]:
    """The working days on which a person was on leave all day (E1): two halves make a day, one half does not."""
    leave = leave_kinds(plan)
    away: defaultdict[date, Fraction] = defaultdict(Fraction)
    for entry in entries:
        if entry.kind in leave:
            for day, part in _spread(entry, calendar):
                away[day] += part
    return frozenset(day for day, part in away.items() if part >= 1)


def leave_within(entry: Entry, first: date, last: date, calendar: Calendar) -> Fraction:
    """How many days of a leave lie between two days, both included."""
    return sum((part for day, part in _spread(entry, calendar) if first <= day <= last), Fraction(0))


def worked_days(days: Sequence[date], off: frozenset[date]) -> Fraction | None:
    """How many of the team's working days a person was there; None where there was no working day at all."""
    return Fraction(sum(day not in off for day in days)) if days else None


def _spread(entry: Entry, calendar: Calendar) -> Iterator[tuple[date, Fraction]]:
    """Leave of several days lies on the working days from the one that was entered."""
    left = min(entry.times, Fraction(_LONGEST_LEAVE))
    for day in calendar.working_days(entry.day, entry.day + _LONGEST_LEAVE * 2 * _A_DAY):
        if left <= 0:
            return
        part = min(left, Fraction(1))
        yield day, part
        left -= part
