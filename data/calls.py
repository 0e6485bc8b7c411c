"""Calls while they run: every step durable before it shows, and a call that was cut off offered again."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace

from coach.call import Call
from coach.events import Amended, AnyEvent, Dialled, Finished, HungUp, Unanswered
from coach.facts import NOT_DIALLED
from data.customer import Customer
from data.customers import do_not_call_since
from data.ending import INTERRUPTED, amend, finish
from data.ids import as_bytes, from_moment, new_id
from data.kept_call import KeptCall
from data.opened import Opened
from data.periods import period_closed
from data.promising import settle
from data.refusals import DoNotCall, NotAllowed, NotFound, PeriodClosed
from data.releases import release_number
from data.saying import kept_after
from data.store import Connection
from data.trails import append, append_alone, kept_call, kept_calls_open
from scripts_library.release import Release
from scripts_library.sentences import Refusal, Sentence

_A_DAY = timedelta(days=1)


class Calls(Opened):
    """The calls of this person."""

    def start_call(
        self,
        *,
        release: Release,
        at: datetime,
        customer: Customer | None = None,
        names: Mapping[str, str] | None = None,
        campaign: str = "",
    ) -> KeptCall:
        """Dial: the call is kept from its first moment. `names` are what the words may use, by dotted name.

        Raises `DoNotCall` (G), and `NotFound` where the release was never published.
        """
        self._needs("call")
        if customer is not None:
            self._obey_do_not_call(customer)
        call = kept_after(Call(release), Dialled(at=at, names=dict(names or {})))
        kept = KeptCall(id=new_id(at), call=call, agent=self.me.id, campaign=campaign)
        with self._store.writing() as db:
            if customer is not None:
                kept = replace(
                    kept,
                    customer=customer.id,
                    earlier_dials=_earlier_dials(db, customer, at),
                    empty_number=_known_empty(db, customer),
                )
            _insert(db, kept)
            append(db, as_bytes(kept.id), 0, call.trail[0])
            if customer is not None:
                settle(db, kept, at, None)
        self._store.make_room()
        return kept

    def keep(self, kept: KeptCall, event: AnyEvent) -> KeptCall:
        """The call after one more event, which is durable when this returns.

        A finish writes outcome, facts, sums, promises and do-not-call with it; an amendment lets the old ones leave.
        The agent amends on the same day, a supervisor until the period closes.
        Raises what the call refuses, `NotAllowed`, `PeriodClosed`, `CallMovedOn` where the call went on elsewhere,
        and `DiskFull` and the like; in each case the call is as it was.
        """
        match event:
            case Finished():
                return self._finish(kept, event)
            case Amended():
                return self._amend(kept, event)
        self._needs_own(kept)
        call = kept_after(kept.call, event)
        append_alone(self._store, as_bytes(kept.id), len(kept.call.trail), call.trail[-1])
        return replace(kept, call=call)

    def open_calls(self) -> tuple[KeptCall, ...]:
        """My calls that were cut off (a crash, a power cut): each at its exact step, with fields and note."""
        return tuple(kept_calls_open(self._store, as_bytes(self.me.id)))

    def end_interrupted(self, kept: KeptCall) -> KeptCall:
        """End a call that was cut off, at the moment of its last event: nobody was talking after that."""
        last = kept.call.trail[-1].at
        if kept.call.phase == "dialling":
            kept = self.keep(kept, Unanswered(at=last, why=INTERRUPTED))
        elif kept.call.phase != "hung_up":
            kept = self.keep(kept, HungUp(at=last, by="nobody", proposes=INTERRUPTED))
        return self.keep(kept, Finished(at=last, outcome=INTERRUPTED))

    def call(self, call_id: str) -> KeptCall:
        """A call as it was, to read again; what this person may not see reads erased. Raises `NotFound`."""
        kept = kept_call(self._store, call_id, words=self.may("see_words"), phones=self.may("see_phones"))
        if kept.agent != self.me.id:
            self._needs("see_calls_of_others")
        return kept

    def can_amend(self, kept: KeptCall, *, at: datetime) -> bool:
        """Whether this person may still put this call right."""
        if kept.call.phase != "finished":
            return False
        try:
            self._may_amend(kept, at)
        except Refusal:
            return False
        return True

    def _finish(self, kept: KeptCall, event: Finished) -> KeptCall:
        self._needs_own(kept)
        return finish(self._store, kept, event)

    def _amend(self, kept: KeptCall, event: Amended) -> KeptCall:
        self._may_amend(kept, event.at)
        return amend(self._store, kept, replace(event, by=self.me.id))

    def _may_amend(self, kept: KeptCall, at: datetime) -> None:
        day = kept.call.trail[0].at.date()
        if not self.may("amend_calls_of_others"):
            self._needs_own(kept)
            if at.date() != day:
                raise NotAllowed("amend_calls_of_others")
        with self._store.reading() as db:
            if period_closed(db, day):
                raise PeriodClosed(f"{day:%Y-%m}")

    def _needs_own(self, kept: KeptCall) -> None:
        if kept.agent != self.me.id:
            raise NotAllowed("amend_calls_of_others")
        self._needs("call")

    def _obey_do_not_call(self, customer: Customer) -> None:
        known = self._store.row(
            "SELECT do_not_call, number FROM customers WHERE id = ? AND erased_at IS NULL", (as_bytes(customer.id),)
        )
        if known is None:
            raise NotFound(Sentence("data:thing_customer"), customer.id)
        since = datetime.fromisoformat(known[0]) if known[0] else do_not_call_since(self._store, known[1])
        if since is not None:
            raise DoNotCall(customer.called or customer.name, since)


def _insert(db: Connection, kept: KeptCall) -> None:
    begun = kept.call.trail[0].at
    db.execute(
        "INSERT INTO calls (id, release, agent, customer, campaign, started_at, day, earlier_dials, empty_number,"
        " state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')",
        (
            as_bytes(kept.id),
            release_number(db, kept.call.release.digest),
            as_bytes(kept.agent),
            kept.customer and as_bytes(kept.customer),
            kept.campaign,
            begun.isoformat(),
            str(begun.date()),
            kept.earlier_dials,
            kept.empty_number,
        ),
    )


def _earlier_dials(db: Connection, customer: Customer, at: datetime) -> int:
    """How often this number has been dialled on this day, under whichever name."""
    dialled = db.execute(
        "SELECT count(*) FROM calls WHERE day = :day AND id > :today AND outcome IS NOT :slip AND customer IN"
        " (SELECT :id UNION"
        " SELECT other.id FROM customers JOIN customers AS other ON other.number = customers.number"
        " WHERE customers.id = :id AND customers.number != '')",
        {
            "day": str(at.date()),
            "today": from_moment(at - _A_DAY),
            "slip": NOT_DIALLED,
            "id": as_bytes(customer.id),
        },
    ).fetchone()
    return 0 if dialled is None else int(dialled[0])


def _known_empty(db: Connection, customer: Customer) -> bool:
    found = db.execute("SELECT empty_number FROM customers WHERE id = ?", (as_bytes(customer.id),)).fetchone()
    return found == (1,)
