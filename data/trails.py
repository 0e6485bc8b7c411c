"""The trails of calls: each event appended in its own place, and read back as the call that they tell."""

from coach.call import Call
from coach.events import SCHEMA, AnyEvent
from data.ids import as_bytes, as_text, new_key
from data.kept_call import KeptCall
from data.refusals import CallMovedOn, NotFound
from data.releases import release_kept
from data.saying import joined, parted
from data.seeing import without_phones
from data.store import Connection, Row, Store
from scripts_library.sentences import Sentence

# One statement asks where the trail ends and goes on from there.
_APPEND = (
    "INSERT INTO events (call, seq, id, schema, kind, at, shape) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"
    " WHERE ?2 = 1 + coalesce((SELECT max(seq) FROM events WHERE call = ?1), 0)"
)
# What is said of a customer who was erased while the call went on is not kept: it would undo the erasure.
_SAY = (
    "INSERT INTO said (call, seq, field, value) SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM calls"
    " JOIN customers ON customers.id = calls.customer WHERE calls.id = ?1 AND erased_at IS NOT NULL)"
)
_CALL = "SELECT id, release, agent, customer, campaign, earlier_dials, empty_number FROM calls"


def append(db: Connection, call: bytes, seq: int, event: AnyEvent) -> None:
    """Within a transaction: keep an event after the `seq` events that the call had when it was read.

    Raises `CallMovedOn` where it has more by now, so that no step is written over another.
    """
    shape, said = parted(event)
    _went_on(db.execute(_APPEND, _row(call, seq + 1, event, shape)).rowcount)
    for field, value in said.items():
        db.execute(_SAY, (call, seq + 1, field, value))


def append_alone(store: Store, call: bytes, seq: int, event: AnyEvent) -> None:
    """The same in a transaction of its own; where nothing was said that is one statement, since the agent waits."""
    shape, said = parted(event)
    if said:
        with store.writing() as db:
            append(db, call, seq, event)
    else:
        _went_on(store.write(_APPEND, _row(call, seq + 1, event, shape)))


def _row(call: bytes, seq: int, event: AnyEvent, shape: str) -> tuple[object, ...]:
    return call, seq, new_key(event.at), SCHEMA, event.kind, event.at.isoformat(), shape


def _went_on(rows: int) -> None:
    if rows != 1:
        raise CallMovedOn


def kept_call(store: Store, call_id: str, *, words: bool = True, phones: bool = True) -> KeptCall:
    """The call of that id as its trail tells it. Raises `NotFound`.

    Without `words` all that was said reads erased, without `phones` the numbers.
    """
    row = store.row(f"{_CALL} WHERE id = ?", (as_bytes(call_id),))
    if row is None:
        raise NotFound(Sentence("data:thing_call"), call_id)
    return _kept(store, row, words=words, phones=phones)


def kept_calls_open(store: Store, agent: bytes) -> list[KeptCall]:
    """The calls that an agent has begun and not finished, the oldest first."""
    rows = store.rows(f"{_CALL} WHERE agent = ? AND state = 'open' ORDER BY id", (agent,))
    return [_kept(store, row) for row in rows]


def trail(store: Store, call: bytes, *, words: bool = True) -> list[AnyEvent]:
    """All that happened in a call, in its order."""
    said: dict[int, dict[str, str]] = {}
    if words:
        for seq, field, value in store.rows("SELECT seq, field, value FROM said WHERE call = ?", (call,)):
            said.setdefault(seq, {})[field] = value
    rows = store.rows("SELECT seq, kind, at, schema, shape FROM events WHERE call = ? ORDER BY seq", (call,))
    return [joined(kind, at, schema, shape, said.get(seq, {})) for seq, kind, at, schema, shape in rows]


def kept_of(call: Call, row: Row) -> KeptCall:
    """A call with what is kept of it beside its trail: a row of id, release, agent, customer, campaign and its dial."""
    key, _, agent, customer, campaign, earlier_dials, empty_number = row
    return KeptCall(
        id=as_text(key),
        call=call,
        agent=as_text(agent),
        customer=None if customer is None else as_text(customer),
        campaign=campaign,
        earlier_dials=earlier_dials,
        empty_number=bool(empty_number),
    )


def _kept(store: Store, row: Row, *, words: bool = True, phones: bool = True) -> KeptCall:
    key, number, *_ = row
    release = release_kept(store, number)
    events = trail(store, key, words=words)
    return kept_of(Call.replayed(release, events if phones else without_phones(release, events)), row)
