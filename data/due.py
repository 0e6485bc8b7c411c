"""The callbacks that are still to be made: what was promised and nobody has dialled since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.facts import NOT_DIALLED
from coach.limits import Limits
from coach.promises import Promise
from data.customer import Customer
from data.customers import Customers
from data.ids import as_text, from_moment
from data.promises import Promises

_LAST = "SELECT customer, max(id) FROM calls"
_REACH = timedelta(days=30)  # what was promised longer ago is no callback any more, but a new call


@dataclass(frozen=True, slots=True)
class DueCallback:
    """A callback to make, whom it was promised to, and in which call."""

    call: str
    promise: Promise
    customer: Customer

    @property
    def due_at(self) -> datetime:
        """The agreed moment."""
        return self.promise.due_at


class Due(Promises, Customers):
    """What the day asks of this person."""

    def callbacks_to_make(self, *, now: datetime) -> tuple[DueCallback, ...]:
        """My callbacks due today and those that are overdue: first those that can be made on time right now.

        Then the overdue, the latest first, and what comes later today. Whoever was dialled since the agreed moment,
        asked not to be called again or was erased, is no longer waited for; of several promises to one customer the
        latest stands.
        """
        first = (now - _REACH).date()
        waiting = [
            (one.customer, one)
            for one in self._made(self.me.id, first=first, last=now.date(), what="callback", waiting=True)
            if one.customer is not None
        ]
        known = self.customers_of(as_text(whom) for whom, _ in waiting)
        dialled = self._last_dials([whom for whom, _ in waiting])
        latest: dict[bytes, DueCallback] = {}
        for whom, one in waiting:
            customer = known[as_text(whom)]
            if dialled[whom] <= from_moment(one.promise.due_at) and not (customer.do_not_call or customer.erased_at):
                latest[whom] = DueCallback(as_text(one.call), one.promise, customer)
        in_force = self.limits
        return tuple(sorted(latest.values(), key=lambda one: _urgency(one, now, in_force)))

    def _last_dials(self, customers: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """The last call to each of these customers, who have all been called."""
        marks = ", ".join("?" * len(customers))
        dialled = f"{_LAST} WHERE customer IN ({marks}) AND outcome IS NOT ? GROUP BY customer"
        return dict(self._store.rows(dialled, [*customers, NOT_DIALLED]))


def _urgency(one: DueCallback, now: datetime, limits: Limits) -> tuple[int, float]:
    if abs(now - one.due_at) <= limits.on_time:
        return 0, one.due_at.timestamp()
    return (1, -one.due_at.timestamp()) if one.due_at < now else (2, one.due_at.timestamp())
