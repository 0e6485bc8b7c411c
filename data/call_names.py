"""What the words of a call may use: who calls whom, how it went last time, and the choice of two."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from coach.facts import NOT_DIALLED
from data.customer import Customer
from data.ids import as_bytes
from data.opened import Opened
from data.settings import COMPANY, setting
from scripts_library.values import HalfDay
from scripts_library.values.half_days import FARTHEST, next_half_days
from scripts_library.values.written import written

_NOON = 12


class CallNames(Opened):
    """The names that a call begins with; what nobody knows is a gap that the agent fills."""

    def call_names(self, customer: Customer | None, at: datetime) -> dict[str, str]:
        """The standard names of a call that begins now, in written form, by dotted name.

        `slot_1` and `slot_2` are the next half-days that are free in this agent's diary (B1).
        """
        half_days = next_half_days(at.date(), taken=frozenset(self._taken(at.date())))
        slots = {f"slot_{number}": written(half) for number, half in enumerate(half_days, start=1)}
        about = {} if customer is None else {**customer.names, **self._last_call(customer)}
        ours = {
            "agent.name": self.me.name,
            "agent.number": self.me.number,
            "company": setting(self._store, COMPANY),
        }
        return {**{name: told for name, told in ours.items() if told}, **about, **slots}

    def _last_call(self, customer: Customer) -> dict[str, str]:
        row = self._store.row(
            "SELECT outcome, day FROM calls WHERE customer = ? AND state = 'finished' AND outcome != ?"
            " ORDER BY id DESC LIMIT 1",
            (as_bytes(customer.id), NOT_DIALLED),
        )
        return {} if row is None else {"last_call.outcome": row[0], "last_call.day": row[1]}

    def _taken(self, today: date) -> Iterator[HalfDay]:
        """The half-days with an appointment of this agent that still stands."""
        rows = self._store.rows(
            "SELECT due_at FROM promises WHERE agent = ? AND due_day > ? AND due_day <= ?"
            " AND what = 'appointment' AND moved_at IS NULL",
            (as_bytes(self.me.id), str(today), str(today + timedelta(days=FARTHEST))),
        )
        for (due_at,) in rows:
            due = datetime.fromisoformat(due_at)
            yield HalfDay(due.date(), "am" if due.hour < _NOON else "pm")
