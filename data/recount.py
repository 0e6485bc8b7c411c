"""What the trails add up to: every fact, sum and promise made again, and held against what is kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from coach.call import Call
from coach.contribution import facts
from coach.events import Dialled
from coach.facts import Facts
from coach.sums import CardSum, DaySum, ReleaseSum, Sum, card_sums, day_sum, release_sum
from data.ids import as_text
from data.packing import read_facts, read_limits
from data.promising import Dial, Standing, made_by, read_promises, standing
from data.releases import release_kept
from data.store import Connection, Row, Store
from data.trails import kept_of, trail
from scripts_library.sentences import Sentence

Sums = defaultdict[tuple[Any, ...], Sum]
_CALLS = (
    "SELECT calls.id, release, calls.agent, customer, campaign, earlier_dials, empty_number, calls.day, state, outcome,"
    " limits, facts FROM calls LEFT JOIN facts ON facts.agent = calls.agent AND facts.day = calls.day"
    " AND facts.call = calls.id ORDER BY calls.id"
)
_TABLES: Mapping[str, tuple[int, type[Sum]]] = {
    "sums_by_day": (2, DaySum),
    "sums_by_card": (4, CardSum),
    "sums_by_release": (5, ReleaseSum),
}


@dataclass(slots=True)
class Recount:
    """What has been counted again so far, from calls one after another."""

    calls: int = 0
    events: int = 0
    sums: dict[str, Sums] = field(
        default_factory=lambda: {table: defaultdict(kind) for table, (_, kind) in _TABLES.items()}
    )
    dials: defaultdict[bytes, list[Dial]] = field(default_factory=lambda: defaultdict(list))
    promises: list[Standing] = field(default_factory=list)


def differences(store: Store, db: Connection, again: Recount) -> Iterator[Sentence]:
    """Count everything again, into `again`; one sentence for each thing that is kept otherwise."""
    came = {one.call: one.came_at for one in read_promises(db, "came_at IS NOT NULL")}
    for row in db.execute(_CALLS).fetchall():
        yield from _call_differences(store, row, again, came.get(row[0]))
    for table, (keys, kind) in _TABLES.items():
        yield from _sum_differences(db, table, keys, kind, again.sums[table])
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
        now = facts(call, earlier_dials=kept.earlier_dials, number_known_empty=kept.empty_number, limits=in_force)
        if now != found or now.outcome != outcome:
            yield Sentence("data:facts_differ", call=as_text(key))
        _add(again.sums, now, agent, release, campaign)
        made = made_by(kept, call, in_force, came_at)
        again.promises += [] if made is None else [made]
    if customer is not None:
        again.dials[customer].append(_dial(key, call, found))


def _add(sums: dict[str, Sums], now: Facts, agent: bytes, release: int, campaign: str) -> None:
    day = str(now.day)
    sums["sums_by_day"][agent, day] += day_sum(now)
    for (card, technique), one in card_sums(now).items():
        sums["sums_by_card"][agent, day, card, technique] += one
    sums["sums_by_release"][release, campaign, day, now.hour, now.outcome] += release_sum(now)


def _dial(key: bytes, call: Call, found: Facts | None) -> Dial:
    if found is None:
        return Dial(key, call.trail[0].at)
    return Dial(key, call.trail[0].at, bool(found.right_party), found.promised)


def _sum_differences(db: Connection, table: str, keys: int, kind: type[Sum], counted: Sums) -> Iterator[Sentence]:
    columns = ", ".join(kind.__struct_fields__)
    names = ("agent, day", "agent, day, card, technique", "release, campaign, day, hour, outcome")
    placed = next(name for name in names if name.count(",") == keys - 1)
    kept = {row[:keys]: kind(*row[keys:]) for row in db.execute(f"{_select(placed, columns)} FROM {table}")}
    for place in sorted({*kept, *counted}):
        if kept.get(place, kind()) != counted.get(place, kind()):
            yield Sentence("data:sum_differs", sum=Sentence(f"data:{table}"), place=_written(place))


def _promise_differences(db: Connection, again: Recount) -> Iterator[Sentence]:
    kept = {one.call: one for one in read_promises(db, "true")}
    counted = {}
    for made in again.promises:
        dials = [] if made.customer is None else again.dials[made.customer]
        counted[made.call] = standing(made, dials)
    for call in sorted({*kept, *counted}):
        if kept.get(call) != counted.get(call):
            yield Sentence("data:promise_differs", call=as_text(call))


def _select(keys: str, columns: str) -> str:
    return f"SELECT {keys}, {columns}"


def _written(place: tuple[Any, ...]) -> str:
    return " · ".join(as_text(part) if isinstance(part, bytes) else str(part) for part in place if part != "")
