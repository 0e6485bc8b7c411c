"""The callbacks that are still to be made: what was promised and nobody has dialled since."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.limits import Limits
from data.customer import Customer
from data.customers import Customers
from data.ids import as_bytes, from_moment
from data.promises import KeptPromise, Promises

_REACH = timedelta(days=30)  # what was promised longer ago is no callback any more, but a new call


@dataclass(frozen=True, slots=True)
class DueCallback:
    """A callback to make, and whom it was promised to."""

    kept: KeptPromise
    customer: Customer

    @property
    def due_at(self) -> datetime:
        """The agreed moment."""
        return self.kept.promise.due_at


class Due(Promises, Customers):
    """What the day asks of this person."""

    def callbacks_to_make(self, *, now: datetime) -> tuple[DueCallback, ...]:
        """My callbacks due today and those that are overdue: first those that can be made on time right now.

        Then the overdue, the latest first, and what comes later today. Whoever was dialled since the agreed moment,
        asked not to be called again or was erased, is no longer waited for; of several promises to one customer the
        latest stands.
        """
        latest: dict[str, DueCallback] = {}
        first = (now - _REACH).date()
        for kept in self.promises(now=now, first=first, last=now.date(), what="callback", waiting=True):
            if kept.customer is None or self._dialled_since(kept.customer, kept.promise.due_at):
                continue
            customer = self.customer(kept.customer)
            if customer.do_not_call is None and customer.erased_at is None:
                latest[customer.id] = DueCallback(kept, customer)
        return tuple(sorted(latest.values(), key=lambda one: _urgency(one, now, self.limits)))

    def _dialled_since(self, customer: str, moment: datetime) -> bool:
        row = self._store.row(
            "SELECT 1 FROM calls WHERE customer = ? AND id > ? LIMIT 1", (as_bytes(customer), from_moment(moment))
        )
        return row is not None


def _urgency(one: DueCallback, now: datetime, limits: Limits) -> tuple[int, float]:
    if abs(now - one.due_at) <= limits.on_time:
        return 0, one.due_at.timestamp()
    return (1, -one.due_at.timestamp()) if one.due_at < now else (2, one.due_at.timestamp())
