"""Promises as they stand: what is due to whom, and on which days they were kept."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Literal

from coach.appraisal.working_days import days_off
from coach.facts import NOT_DIALLED
from coach.promises import Excuse, Promise, PromiseSum, Span, State, excuse, promise_sum, state
from data.ids import as_bytes, as_text, from_moment
from data.periods import Periods
from data.promising import PROMISES, Standing, came, read_promises, read_standing
from data.refusals import NotFound
from scripts_library.sentences import Sentence

What = Literal["callback", "appointment"]
_A_DAY, _A_MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class KeptPromise:
    """A promise with the call that made it, and how it stands: excused, and by what, where it would be missed.

    `settled_by` is the call that kept or moved it.
    """

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
        what: What | None = None,
        waiting: bool = False,
    ) -> tuple[KeptPromise, ...]:
        """The promises of a person (me unless said) due from one day to another, the earliest first.

        `waiting`: only those that nothing has settled, overdue ones too, as a list of what to do.
        """
        who = person or self.me.id
        if who != self.me.id:
            self._needs("see_scores_of_others")
        made = self._made(who, first=first, last=last, what=what, waiting=waiting)
        excuses = self._excuses(as_bytes(who), [one for one in made if _missed(one, now)])
        return tuple(_as_it_stands(one, now, excuses.get(one.call)) for one in made)

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

    def _made(
        self,
        person: str,
        *,
        first: date | None = None,
        last: date | None = None,
        what: What | None = None,
        waiting: bool = False,
    ) -> list[Standing]:
        """The promises of a person, the earliest due first."""
        rows = self._store.rows(
            f"{PROMISES} WHERE agent = :agent AND due_day BETWEEN coalesce(:first, '') AND coalesce(:last, '9999')"
            " AND what = coalesce(:what, what)"
            " AND NOT (:waiting AND (kept_at IS NOT NULL OR moved_at IS NOT NULL))",
            {
                "agent": as_bytes(person),
                "first": first and str(first),
                "last": last and str(last),
                "what": what,
                "waiting": waiting,
            },
        )
        return sorted(map(read_standing, rows), key=lambda one: one.promise.due_at)

    def _excuses(self, agent: bytes, missed: Sequence[Standing]) -> Mapping[bytes, Excuse]:
        """Why callbacks were not due, by the call that promised them: another call at their minute, or leave (E1).

        `missed` are those of one agent, the earliest due first; what excuses them is read once for all of them.
        """
        if not missed:
            return {}
        calls = self._calls_around(agent, missed[0].promise.due_at, missed[-1].promise.due_at)
        leave = self._leave(agent, {one.promise.due_at.date() for one in missed})
        excuses: dict[bytes, Excuse] = {}
        for one in missed:
            due = one.promise.due_at
            near = calls[bisect_left(calls, _earliest(due), key=_id) : bisect_right(calls, _latest(due), key=_id)]
            why = excuse(
                one.promise,
                calls=[span for call, span in near if call != one.call],
                leave=[_whole_day(due)] if due.date() in leave else (),
            )
            if why is not None:
                excuses[one.call] = why
        return excuses

    def _calls_around(self, agent: bytes, first: datetime, last: datetime) -> list[tuple[bytes, Span]]:
        """The calls of an agent that may have gone on at a moment from the first to the last, by id."""
        rows = self._store.rows(
            "SELECT id, started_at, hung_up_at FROM calls WHERE agent = ? AND id BETWEEN ? AND ?"
            " AND hung_up_at IS NOT NULL AND outcome IS NOT ? ORDER BY id",
            (agent, _earliest(first), _latest(last), NOT_DIALLED),
        )
        return [(key, Span(datetime.fromisoformat(start), datetime.fromisoformat(end))) for key, start, end in rows]

    def _leave(self, agent: bytes, days: Collection[date]) -> set[date]:
        """Those of the days on which the agent was on leave all day, by the plans in force on them."""
        entries, calendar = self.entries_kept(agent, last=max(days)), self.calendar
        off: set[date] = set()
        for month, its_days in groupby(sorted(days), key=lambda day: day.replace(day=1)):
            plan = self.plan_for(month)
            if plan is not None:
                off |= days_off(plan, entries, calendar).intersection(its_days)
        return off


def _missed(one: Standing, now: datetime) -> bool:
    """Whether a callback is missed unless something excuses it."""
    return one.promise.what == "callback" and state(one.promise, now, limits=one.limits) == "missed"


def _as_it_stands(one: Standing, now: datetime, why: Excuse | None) -> KeptPromise:
    return KeptPromise(
        call=as_text(one.call),
        agent=as_text(one.agent),
        customer=None if one.customer is None else as_text(one.customer),
        promise=one.promise,
        state=state(one.promise, now, why, one.limits),
        excuse=why,
        settled_by=None if one.settled_by is None else as_text(one.settled_by),
    )


def _earliest(due: datetime) -> bytes:
    """The lowest id of a call that may still have gone on when a callback was due: none lasts a day."""
    return from_moment(due - _A_DAY)


def _latest(due: datetime) -> bytes:
    """The highest id of a call that was dialled in the minute of a callback."""
    return from_moment(due + _A_MINUTE)


def _id(call: tuple[bytes, Span]) -> bytes:
    return call[0]


def _whole_day(due: datetime) -> Span:
    begins = datetime.combine(due.date(), time(), due.tzinfo)
    return Span(begins, begins + _A_DAY)
