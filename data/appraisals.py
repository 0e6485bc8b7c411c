"""The appraisal of a person's month, put together from what is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from data.figures import Figures
from data.ids import as_bytes
from data.people import People
from data.promises import Promises

if TYPE_CHECKING:
    from coach.appraisal.appraising import Appraisal


class Appraisals(People, Figures, Promises):
    """Months appraised: the sums, promises and entries of a person under the plan in force."""

    def appraisal(self, person: str, month: date, *, now: datetime) -> Appraisal | None:
        """The appraisal of a person for the month of a day, up to now; None where no plan was in force (E).

        Reads one row a day and the promises due, never the calls. Who may not see the scores of others sees their own.
        """
        # The arithmetic of scores is not loaded before somebody asks for one.
        from coach.appraisal.appraising import appraise
        from coach.appraisal.period import Period

        self._may_see(person)
        period = Period.month_of(month)
        plan = self.plan_for(period.first)
        if plan is None:
            return None
        return appraise(
            plan,
            period,
            today=now.date(),
            statuses={since.from_day: since.status for since in self.statuses(person)},
            days=self.sums_by_day(person, *period),
            promises=self.promise_sums(person, *period, now=now),
            entries=self.entries_kept(as_bytes(person), last=period.last),
            calendar=self.calendar,
        )
