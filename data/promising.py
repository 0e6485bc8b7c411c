"""The promises of calls as kept: made by a call, settled by a later dial, talk or visit of the same customer."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from msgspec.structs import replace

from coach.call import Call
from coach.events import Finished, Promised
from coach.facts import Facts
from coach.limits import Limits
from coach.promises import Promise, after_dial, after_talk, after_visit, promise
from data.ids import as_bytes, from_moment
from data.kept_call import KeptCall
from data.packing import iso, moment, read_facts, read_limits, written_limits
from data.store import Connection

PROMISES = (
    "SELECT agent, customer, call, what, due_at, made_at, agreed, kept_at, moved_at, settled_by, came_at,"
    " limits FROM promises"
)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dial:
    """One call to a customer, as promises see it: was the customer spoken to, and what was promised.

    One that was taken back before the number was dialled settles nothing.
    """

    call: bytes
    at: datetime
    spoken: bool = False
    promised: Promised | None = None
    dialled: bool = True

    @classmethod
    def of(cls, call: bytes, at: datetime, found: Facts | None) -> Self:
        """A call that was dialled at a moment; its facts are None while it is open."""
        if found is None:
            return cls(call, at)
        return cls(call, at, bool(found.right_party), found.promised, dialled=found.dialled)


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise as it stands: who made it to whom in which call, which call settled it, when the customer came.

    `limits` are those with which its call was counted.
    """

    agent: bytes
    customer: bytes | None
    call: bytes
    promise: Promise
    limits: Limits
    settled_by: bytes | None = None
    came_at: datetime | None = None


def made_by(kept: KeptCall, call: Call, in_force: Limits, came_at: datetime | None = None) -> Standing | None:
    """What a finished call promised, from the moment at which it was finished; nothing has settled it yet."""
    own = promise(call)
    if own is None:
        return None
    ended = next(event.at for event in call.trail if isinstance(event, Finished))
    return Standing(
        agent=as_bytes(kept.agent),
        customer=None if kept.customer is None else as_bytes(kept.customer),
        call=as_bytes(kept.id),
        promise=replace(own, made_at=ended),
        limits=in_force,
        came_at=came_at,
    )


def standing(made: Standing, dials: Iterable[Dial]) -> Standing:
    """A promise after all calls to its customer, given in the order of their ids: the first that settles it does.

    It does not matter how it stood before, nor in which order the calls were kept.
    """
    one, by = replace(made.promise, kept_at=None, moved_at=None), None
    if made.came_at is not None:
        one = after_visit(one, made.came_at)
    for dial in dials:
        if dial.at < one.made_at or dial.call == made.call or not dial.dialled:
            continue
        after = after_dial(one, dial.at, made.limits)
        if dial.spoken:
            after = after_talk(after, dial.at, dial.promised, made.limits)
        if after != one:
            one, by = after, dial.call
    return dataclasses.replace(made, promise=one, settled_by=by)


def keep_promise(db: Connection, kept: KeptCall, call: Call, in_force: Limits) -> None:
    """Within a transaction: what a finished or amended call promises takes the place of what it promised before."""
    key = as_bytes(kept.id)
    before = read_promises(db, "call = ?", key)
    db.execute("DELETE FROM promises WHERE call = ?", (key,))
    made = made_by(kept, call, in_force, before[0].came_at if before else None)
    if made is None:
        return
    own = made.promise
    db.execute(
        "INSERT INTO promises (agent, customer, call, what, due_day, due_at, made_at, agreed, came_at, limits)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.agent,
            made.customer,
            made.call,
            own.what,
            str(own.due_at.date()),
            iso(own.due_at),
            iso(own.made_at),
            own.agreed,
            iso(made.came_at),
            written_limits(in_force),
        ),
    )


def settle(db: Connection, kept: KeptCall, at: datetime, found: Facts | None) -> None:
    """Within a transaction: a call that was dialled (`at`), or finished with these facts, settles what it settles.

    Only promises that it can settle are looked at: those that wait and were not due before yesterday, and those that a
    later call has settled in its place (a clock was set back, or two calls crossed). So little is read, however many
    were made or missed.
    """
    if kept.customer is None:
        return
    customer, key = as_bytes(kept.customer), as_bytes(kept.id)
    dial = Dial.of(key, at, found)
    waits = "customer = ? AND due_day >= ? AND kept_at IS NULL AND moved_at IS NULL"
    waiting = read_promises(db, waits, customer, str((at - _A_DAY).date()))
    for one in (*waiting, *read_promises(db, "customer = ? AND settled_by > ?", customer, key)):
        alone = standing(one, [dial])
        if alone.promise.settled:
            _update(db, alone)
    if found is not None:
        for own in read_promises(db, "call = ?", key):
            _update(db, standing(own, dials_of(db, customer, own.promise.made_at)))


def settle_all(db: Connection, kept: KeptCall) -> None:
    """Within a transaction: after an amendment all promises to the customer stand as all calls now make them."""
    key = as_bytes(kept.id)
    if kept.customer is None:
        made, dials = read_promises(db, "call = ?", key), list[Dial]()
    else:
        customer = as_bytes(kept.customer)
        made = read_promises(db, "call IN (SELECT id FROM calls WHERE customer = ?)", customer)
        dials = dials_of(db, customer, min(one.promise.made_at for one in made)) if made else []
    for one in made:
        now = standing(one, dials)
        if now != one:
            _update(db, now)


def came(db: Connection, made: Standing, at: datetime) -> None:
    """Within a transaction: the customer came, or was visited, as a call had arranged."""
    db.execute("UPDATE promises SET came_at = ? WHERE call = ?", (iso(at), made.call))
    dials = [] if made.customer is None else dials_of(db, made.customer, made.promise.made_at)
    _update(db, standing(dataclasses.replace(made, came_at=at), dials))


def dials_of(db: Connection, customer: bytes, since: datetime) -> list[Dial]:
    """The calls to a customer since a moment, in the order of their ids, which is that of their times."""
    rows = db.execute(
        "SELECT calls.id, started_at, facts FROM calls LEFT JOIN facts ON facts.agent = calls.agent"
        " AND facts.day = calls.day AND facts.call = calls.id WHERE customer = ? AND calls.id >= ?"
        " ORDER BY calls.id",
        (customer, from_moment(since)),
    )
    return [
        Dial.of(key, datetime.fromisoformat(started_at), None if packed is None else read_facts(packed))
        for key, started_at, packed in rows
    ]


def read_promises(db: Connection, where: str, *keys: object) -> list[Standing]:
    """The promises that answer a condition, as they stand."""
    return [read_standing(row) for row in db.execute(f"{PROMISES} WHERE {where}", keys)]


def read_standing(row: Sequence[Any]) -> Standing:
    """A row of `PROMISES`."""
    agent, customer, call, what, due_at, made_at, agreed, kept_at, moved_at, settled_by, came_at, in_force = row
    own = Promise(
        what=what,
        due_at=datetime.fromisoformat(due_at),
        made_at=datetime.fromisoformat(made_at),
        agreed=bool(agreed),
        kept_at=moment(kept_at),
        moved_at=moment(moved_at),
    )
    return Standing(agent, customer, call, own, read_limits(in_force), settled_by, moment(came_at))


def _update(db: Connection, one: Standing) -> None:
    db.execute(
        "UPDATE promises SET kept_at = ?, moved_at = ?, settled_by = ? WHERE call = ?",
        (iso(one.promise.kept_at), iso(one.promise.moved_at), one.settled_by, one.call),
    )
