"""Promises as they stand: what is due to whom, and on which days they were kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from coach.appraisal.working_days import days_off
from coach.promises import Excuse, Promise, PromiseSum, Span, State, excuse, promise_sum, state
from data.ids import as_bytes, as_text, from_moment
from data.periods import Periods
from data.promising import PROMISES, Standing, came, read_promises, read_standing
from data.refusals import NotFound
from data.store import Row
from scripts_library.sentences import Sentence

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KeptPromise:
    """A promise with the call that made it, and how it stands. `settled_by` is the call that kept or moved it."""

    call: str
    agent: str
    customer: str | None
    promise: Promise
    state: State
    excuse: Excuse | None = None
    settled_by: str | None = None


class Promises(Periods):
    """Callbacks and appointments."""

    def promises(
        self,
        *,
        now: datetime,
        person: str | None = None,
        first: date | None = None,
        last: date | None = None,
        what: Literal["callback", "appointment"] | None = None,
        waiting: bool = False,
    ) -> tuple[KeptPromise, ...]:
        """The promises of a person (me unless said) due from one day to another, the earliest first.

        `waiting`: only those that nothing has settled, overdue ones too, as a list of what to do.
        """
        who = person or self.me.id
        if who != self.me.id:
            self._needs("see_scores_of_others")
        rows = self._store.rows(
            f"{PROMISES} WHERE agent = :agent AND due_day BETWEEN coalesce(:first, '') AND coalesce(:last, '9999')"
            " AND what = coalesce(:what, what)"
            " AND NOT (:waiting AND (kept_at IS NOT NULL OR moved_at IS NOT NULL))",
            {
                "agent": as_bytes(who),
                "first": first and str(first),
                "last": last and str(last),
                "what": what,
                "waiting": waiting,
            },
        )
        found = [self._standing(row, now) for row in rows]
        return tuple(sorted(found, key=lambda one: one.promise.due_at))

    def promise_sums(self, person: str, first: date, last: date, *, now: datetime) -> Mapping[date, PromiseSum]:
        """What was due and what was kept, by the day on which it was due."""
        sums: dict[date, PromiseSum] = {}
        for one in self.promises(now=now, person=person, first=first, last=last):
            day = one.promise.due_at.date()
            sums[day] = sums.get(day, PromiseSum()) + promise_sum(one.promise, one.state)
        return sums

    def showed_up(self, call_id: str, *, at: datetime) -> None:
        """The customer came 到访, or was visited 赴约, as this call had arranged. Raises `NotFound`."""
        key = as_bytes(call_id)
        with self._store.writing() as db:
            made = read_promises(db, "call = ? AND what = 'appointment'", key)
            if not made:
                raise NotFound(Sentence("data:thing_appointment"), call_id)
            if as_text(made[0].agent) != self.me.id:
                self._needs("amend_calls_of_others")
            came(db, made[0], at)

    def _standing(self, row: Row, now: datetime) -> KeptPromise:
        standing = read_standing(row)
        why = self._excuse(standing)
        return KeptPromise(
            call=as_text(standing.call),
            agent=as_text(standing.agent),
            customer=None if standing.customer is None else as_text(standing.customer),
            promise=standing.promise,
            state=state(standing.promise, now, why, standing.limits),
            excuse=why,
            settled_by=None if standing.settled_by is None else as_text(standing.settled_by),
        )

    def _excuse(self, standing: Standing) -> Excuse | None:
        """Why a callback that nothing settled was not due: another call at its minute, or leave (E1)."""
        made = standing.promise
        if made.settled or made.what != "callback":
            return None
        around = (from_moment(made.due_at - _A_DAY), from_moment(made.due_at + timedelta(minutes=1)))
        rows = self._store.rows(
            "SELECT started_at, hung_up_at FROM calls WHERE agent = ? AND id BETWEEN ? AND ? AND id != ?"
            " AND hung_up_at IS NOT NULL",
            (standing.agent, *around, standing.call),
        )
        spans = [Span(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in rows]
        return excuse(made, calls=spans, leave=self._leave(standing.agent, made.due_at))

    def _leave(self, agent: bytes, due_at: datetime) -> list[Span]:
        """The whole day of a callback, where the agent was on leave all day."""
        plan = self.plan_for(due_at.date())
        if plan is None:
            return []
        begins = datetime.combine(due_at.date(), time(), due_at.tzinfo)
        off = days_off(plan, self.entries_kept(agent, last=due_at.date()), self.calendar)
        return [Span(begins, begins + _A_DAY)] if due_at.date() in off else []
