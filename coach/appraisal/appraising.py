"""A person's month appraised: which days count, by what status, and the score with all that made it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from coach.appraisal.entry import Entry
from coach.appraisal.figures import Figures
from coach.appraisal.next_point import NextPoint, next_point
from coach.appraisal.period import Period, entries_in, figures
from coach.appraisal.score import Score
from coach.appraisal.scoring import score
from coach.appraisal.working_days import Calendar
from coach.promises import PromiseSum
from coach.sums import DaySum
from scripts_library.appraisal_plan import AppraisalPlan, Status
from scripts_library.sentences import Sentence


@dataclass(frozen=True)
class Appraisal:
    """A score with what it was made from. `counted` are the days that count, None where none does.

    `over`: the month lies behind today, and its points stand as they are.
    """

    plan: AppraisalPlan
    period: Period
    counted: Period | None
    status: Status
    figures: Figures
    entries: tuple[Entry, ...]
    score: Score
    over: bool

    @cached_property
    def next_point(self) -> NextPoint | None:
        """What the next point costs; None where nothing brings one, or nothing can any more."""
        if self.over:
            return None
        return next_point(self.plan, self.figures, self.entries, self.score)


def appraise(
    plan: AppraisalPlan,
    period: Period,
    *,
    today: date,
    statuses: Mapping[date, Status],
    days: Mapping[date, DaySum],
    promises: Mapping[date, PromiseSum],
    entries: Iterable[Entry],
    calendar: Calendar,
) -> Appraisal:
    """The appraisal of one person for a month that is over or running (E).

    `statuses` say since when the person has been what; `days`, `promises` and `entries` may reach beyond the month,
    and leave that began before it has to be among the entries, for its days count where they lie. Who was confirmed
    in the month is graded on the days from then; who is not graded sees the figures of the whole month.
    """
    noted = tuple(entries)
    status, since = _standing(statuses, min(today, period.last))
    counted = period.counted(today, since if status in plan.grades else None)
    found = figures(counted, days, promises, noted, plan, calendar)
    within = entries_in(counted, noted, plan, calendar)
    scored = score(plan, found, within, status=status)
    if counted is None and scored.ungraded is None:
        # The bases of a plan are no achievement of a month that has not begun.
        scored = replace(scored, total=None, ungraded=Sentence("coach:ungraded_no_data"))
    return Appraisal(plan, period, counted, status, found, within, scored, over=today > period.last)


def _standing(statuses: Mapping[date, Status], day: date) -> tuple[Status, date | None]:
    """The status on a day, and since when without a break; somebody without any is new."""
    status: Status = "new"
    since: date | None = None
    for begins in sorted(statuses):
        if begins <= day and statuses[begins] != status:
            status, since = statuses[begins], begins
    return status, since
