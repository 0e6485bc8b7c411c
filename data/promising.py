"""The promises of calls as kept: made by a call, settled by a later dial, talk or visit of the same customer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from coach.call import Call
from coach.events import Promised
from coach.facts import Facts
from coach.limits import Limits
from coach.promises import Promise, after_dial, after_talk, after_visit, promise
from data.ids import as_bytes
from data.kept_call import KeptCall
from data.packing import iso, moment, read_facts
from data.store import Connection

promised_of = (
    "SELECT agent, customer, call, what, due_at, made_at, agreed, kept_at, moved_at, settled_by, came_at FROM promises"
)
_PROMISE = "SELECT call, what, due_at, made_at, agreed, kept_at, moved_at, settled_by, came_at FROM promises"


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise as it stands: the call that made it, the one that settled it, and when the customer came."""

    call: bytes
    promise: Promise
    settled_by: bytes | None = None
    came_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dial:
    """One call to a customer, as its promises see it: was the customer spoken to, and what was promised."""

    call: bytes
    at: datetime
    spoken: bool = False
    promised: Promised | None = None


def settled(waiting: Iterable[Standing], dial: Dial, in_force: Limits) -> list[Standing]:
    """The promises after one more call to their customer: those that it settled, and no others."""
    changed = []
    for one in waiting:
        after = after_dial(one.promise, dial.at, in_force)
        if dial.spoken:
            after = after_talk(after, dial.at, dial.promised, in_force)
        if after != one.promise:
            changed.append(replace(one, promise=after, settled_by=dial.call))
    return changed


def history(dials: Iterable[Dial], own: dict[bytes, Standing], in_force: Limits) -> dict[bytes, Standing]:
    """All promises of a customer as they stand after all calls, in the order of the calls.

    `own` are the promises by the call that made them; how they stood before makes no difference.
    """
    standing: dict[bytes, Standing] = {}
    for dial in dials:
        waiting = [one for one in standing.values() if not one.promise.settled]
        standing.update((one.call, one) for one in settled(waiting, dial, in_force))
        if dial.call in own:
            made = own[dial.call]
            fresh = replace(made.promise, kept_at=None, moved_at=None)
            came = fresh if made.came_at is None else after_visit(fresh, made.came_at)
            standing[dial.call] = replace(made, promise=came, settled_by=None)
    return standing


def dialled(db: Connection, kept: KeptCall, at: datetime, in_force: Limits) -> None:
    """Within a transaction: a customer was dialled, which may keep a callback that waits."""
    _settle(db, kept, Dial(as_bytes(kept.id), at), in_force)


def finished(db: Connection, kept: KeptCall, call: Call, found: Facts, in_force: Limits) -> None:
    """Within a transaction: the call moved what it moved, and made its own promise."""
    _settle(db, kept, _dial(as_bytes(kept.id), call.trail[0].at, found), in_force)
    own = promise(call)
    if own is not None:
        _insert(db, kept, Standing(as_bytes(kept.id), own))


def resettled(db: Connection, kept: KeptCall, call: Call, in_force: Limits) -> None:
    """Within a transaction: after an amendment the customer's promises stand as if it had been so from the first."""
    key = as_bytes(kept.id)
    before = next(iter(_standing(db, "call = ?", key)), None)
    db.execute("DELETE FROM promises WHERE call = ?", (key,))
    own = promise(call)
    if own is not None:
        _insert(db, kept, Standing(key, own, came_at=None if before is None else before.came_at))
    if kept.customer is None:
        return
    customer = as_bytes(kept.customer)
    made = {one.call: one for one in _standing(db, "customer = ?", customer)}
    for one in history(dials_of(db, customer), made, in_force).values():
        _update(db, one)


def dials_of(db: Connection, customer: bytes) -> list[Dial]:
    """All calls to a customer, in their order, as the facts tell them."""
    rows = db.execute(
        "SELECT calls.id, started_at, facts FROM calls LEFT JOIN facts ON facts.agent = calls.agent"
        " AND facts.day = calls.day AND facts.call = calls.id WHERE customer = ? ORDER BY calls.id",
        (customer,),
    )
    return [
        _dial(key, datetime.fromisoformat(started_at), None if facts is None else read_facts(facts))
        for key, started_at, facts in rows
    ]


def came(db: Connection, call: bytes, at: datetime) -> None:
    """Within a transaction: the customer came, or was visited, as this call had arranged."""
    for one in _standing(db, "call = ?", call):
        _update(db, replace(one, promise=after_visit(one.promise, at), came_at=at))


def read_standing(row: Sequence[Any]) -> Standing:
    """A row of promises (`_PROMISE`)."""
    call, what, due_at, made_at, agreed, kept_at, moved_at, settled_by, came_at = row
    made = Promise(
        what=what,
        due_at=datetime.fromisoformat(due_at),
        made_at=datetime.fromisoformat(made_at),
        agreed=bool(agreed),
        kept_at=moment(kept_at),
        moved_at=moment(moved_at),
    )
    return Standing(call, made, settled_by, moment(came_at))


def _dial(key: bytes, at: datetime, found: Facts | None) -> Dial:
    if found is None:
        return Dial(key, at)
    return Dial(key, at, bool(found.right_party), found.promised)


def _settle(db: Connection, kept: KeptCall, dial: Dial, in_force: Limits) -> None:
    if kept.customer is None:
        return
    waiting = _standing(db, "customer = ? AND kept_at IS NULL AND moved_at IS NULL", as_bytes(kept.customer))
    for one in settled(waiting, dial, in_force):
        _update(db, one)


def _standing(db: Connection, where: str, key: bytes) -> list[Standing]:
    return [read_standing(row) for row in db.execute(f"{_PROMISE} WHERE {where}", (key,))]


def _insert(db: Connection, kept: KeptCall, one: Standing) -> None:
    made = one.promise
    db.execute(
        "INSERT INTO promises (agent, customer, due_day, call, what, due_at, made_at, agreed, came_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            as_bytes(kept.agent),
            kept.customer and as_bytes(kept.customer),
            str(made.due_at.date()),
            one.call,
            made.what,
            made.due_at.isoformat(),
            made.made_at.isoformat(),
            made.agreed,
            iso(one.came_at),
        ),
    )


def _update(db: Connection, one: Standing) -> None:
    db.execute(
        "UPDATE promises SET kept_at = ?, moved_at = ?, settled_by = ?, came_at = ? WHERE call = ?",
        (iso(one.promise.kept_at), iso(one.promise.moved_at), one.settled_by, iso(one.came_at), one.call),
    )
