"""The log of calls, paged by key: any page of it costs what the first one costs."""

from collections.abc import Iterator
from datetime import date, datetime

from data.customer import listed
from data.ids import as_bytes, as_text
from data.kept_call import CallRow
from data.opened import Opened
from data.packing import read_facts
from data.store import Row

LOGGED = (
    "SELECT calls.id, started_at, calls.day, state, calls.agent, campaign, outcome, facts,"
    " digest, script, title, version,"
    " customer, coalesce(called, ''), coalesce(customers.name, ''), coalesce(phone, ''), erased_at"
    " FROM calls JOIN releases ON releases.number = release"
    " LEFT JOIN facts ON facts.agent = calls.agent AND facts.day = calls.day AND facts.call = calls.id"
    " LEFT JOIN customers ON customers.id = customer"
)


class Log(Opened):
    """What was called."""

    def calls(
        self,
        *,
        agent: str | None = None,
        customer: str | None = None,
        outcome: str | None = None,
        first: date | None = None,
        last: date | None = None,
        before: str | None = None,
        limit: int = 50,
    ) -> tuple[CallRow, ...]:
        """A page of calls, the newest first: of an agent, of a customer, with an outcome, from one day to another.

        `agent` and `customer` are ids; `before` is the id of the last call of the page before. Who may not see the
        calls of others gets their own.
        """
        if not self.may("see_calls_of_others"):
            agent = self.me.id
        wanted = {
            "calls.agent = ?": agent and as_bytes(agent),
            "customer = ?": customer and as_bytes(customer),
            "outcome = ?": outcome,
            "calls.day >= ?": first and str(first),
            "calls.day <= ?": last and str(last),
            "calls.id < ?": before and as_bytes(before),
        }
        asked = {condition: value for condition, value in wanted.items() if value is not None}
        where = f" WHERE {' AND '.join(asked)}" if asked else ""
        sql = f"{LOGGED}{where} ORDER BY calls.id DESC LIMIT ?"
        return tuple(call_rows(self._store.rows(sql, (*asked.values(), limit)), named=self.may("see_customers")))


def call_rows(rows: list[Row], *, named: bool) -> Iterator[CallRow]:
    """What `LOGGED` found, as the log lists it; `named` where it says who was called."""
    for row in rows:
        key, started_at, day, state, agent, campaign, outcome, found = row[:8]
        digest, script, title, version = row[8:12]
        customer, *names, erased_at = row[12:]
        yield CallRow(
            id=as_text(key),
            started_at=datetime.fromisoformat(started_at),
            day=date.fromisoformat(day),
            state=state,
            agent=as_text(agent),
            customer=None if customer is None else as_text(customer),
            whom=listed(*names) if named else None,
            erased=erased_at is not None,
            campaign=campaign,
            release=digest,
            script=script,
            title=title,
            version=version,
            outcome=outcome,
            facts=None if found is None else read_facts(found),
        )
