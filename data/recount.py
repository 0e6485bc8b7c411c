"""What the trails add up to: every fact, sum and promise made again, and held against what is kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from coach.call import Call
from coach.events import Dialled
from coach.sums import Sum
from data.ending import contributed
from data.ids import as_text
from data.packing import read_facts, read_limits
from data.promising import Dial, Standing, made_by, read_promises, standing
from data.releases import release_kept
from data.store import Connection, Row, Store
from data.sums import SUMS, Place, Table, shares
from data.trails import kept_of, trail
from scripts_library.sentences import Sentence

Counted = defaultdict[Place, Sum]
_CALLS = (
    "SELECT calls.id, release, calls.agent, customer, campaign, earlier_dials, empty_number, calls.day, state, outcome,"
    " limits, facts FROM calls LEFT JOIN facts ON facts.agent = calls.agent AND facts.day = calls.day"
    " AND facts.call = calls.id ORDER BY calls.id"
)


@dataclass(slots=True)
class Recount:
    """What has been counted again so far, from calls one after another."""

    calls: int = 0
    events: int = 0
    sums: Mapping[str, Counted] = field(
        default_factory=lambda: {name: defaultdict(table.kind) for name, table in SUMS.items()}
    )
    dials: defaultdict[bytes, list[Dial]] = field(default_factory=lambda: defaultdict(list))
    promises: list[Standing] = field(default_factory=list)


def differences(store: Store, db: Connection, again: Recount) -> Iterator[Sentence]:
    """Count everything again, into `again`; one sentence for each thing that is kept otherwise."""
    came = {one.call: one.came_at for one in read_promises(db, "came_at IS NOT NULL")}
    for row in db.execute(_CALLS).fetchall():
        yield from _call_differences(store, row, again, came.get(row[0]))
    for name, table in SUMS.items():
        yield from _sum_differences(db, name, table, again.sums[name])
    yield from _promise_differences(db, again)


def _call_differences(store: Store, row: Row, again: Recount, came_at: datetime | None) -> Iterator[Sentence]:
    (key, release, agent, customer, campaign, *_), (day, state, outcome, limits, packed) = row[:7], row[7:]
    events = trail(store, key)
    again.calls += 1
    again.events += len(events)
    if not events or not isinstance(events[0], Dialled) or str(events[0].at.date()) != day:
        yield Sentence("data:trail_broken", call=as_text(key))
        return
    try:
        call = Call.replayed(release_kept(store, release), events)
    except Exception:  # whatever it is, the check goes on and names the call
        yield Sentence("data:trail_broken", call=as_text(key))
        return
    finished, found = call.phase == "finished", None if packed is None else read_facts(packed)
    if finished != (state == "finished") or finished != (found is not None):
        yield Sentence("data:state_differs", call=as_text(key))
        return
    if found is not None:
        in_force, kept = read_limits(limits), kept_of(call, row[:7])
        now = contributed(kept, call, in_force)
        if now != found or now.outcome != outcome:
            yield Sentence("data:facts_differ", call=as_text(key))
        for name, place, one in shares(now, agent=agent, release=release, campaign=campaign):
            again.sums[name][place] += one
        made = made_by(kept, call, in_force, came_at)
        again.promises += [] if made is None else [made]
    if customer is not None:
        again.dials[customer].append(Dial.of(key, call.trail[0].at, found))


def _sum_differences(db: Connection, name: str, table: Table, counted: Counted) -> Iterator[Sentence]:
    keys, kind = len(table.keys), table.kind
    select = f"SELECT {', '.join(table.columns)}"
    kept = {row[:keys]: kind(*row[keys:]) for row in db.execute(f"{select} FROM {name}")}
    for place in sorted({*kept, *counted}):
        if kept.get(place, kind()) != counted.get(place, kind()):
            yield Sentence("data:sum_differs", sum=Sentence(f"data:{name}"), place=_written(place))


def _promise_differences(db: Connection, again: Recount) -> Iterator[Sentence]:
    kept = {one.call: one for one in read_promises(db, "true")}
    counted = {}
    for made in again.promises:
        dials = [] if made.customer is None else again.dials[made.customer]
        counted[made.call] = standing(made, dials)
    for call in sorted({*kept, *counted}):
        if kept.get(call) != counted.get(call):
            yield Sentence("data:promise_differs", call=as_text(call))


def _written(place: Place) -> str:
    return " · ".join(as_text(part) if isinstance(part, bytes) else str(part) for part in place if part != "")
