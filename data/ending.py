"""The transaction that ends a call, and the one that puts it right: outcome, facts, sums and promises together."""

from datetime import datetime

from msgspec.structs import replace

from coach.call import Call
from coach.contribution import facts
from coach.ending import outcome_of
from coach.events import Amended, Filled, Finished, HungUp, Unanswered
from coach.facts import Facts
from coach.limits import Limits
from data import sums
from data.customers import call_again, learn, number_is_empty, stop_by_call, with_the_number_of
from data.ids import as_bytes
from data.kept_call import KeptCall
from data.packing import packed_facts, read_facts, read_limits, written_limits
from data.promising import keep_promise, settle, settle_all
from data.releases import release_kept, release_number
from data.saying import kept_after
from data.settings import limits
from data.store import Connection, Store
from data.trails import append

INTERRUPTED = "interrupted"
_EMPTY_NUMBER = "empty-number"
_ASKED = {f"customer.{name}": name for name in ("name", "called", "referrer", "city")}


def finish(store: Store, kept: KeptCall, event: Finished) -> KeptCall:
    """Finish a call: one transaction, a bounded number of rows by their keys, whatever has been kept before."""
    call = kept_after(kept.call, event)
    in_force = limits(store)
    found = contributed(kept, call, in_force)
    key, agent = as_bytes(kept.id), as_bytes(kept.agent)
    with store.writing() as db:
        append(db, key, len(kept.call.trail), call.trail[-1])
        db.execute(
            "UPDATE calls SET state = 'finished', outcome = ?, hung_up_at = ? WHERE id = ?",
            (found.outcome, _hung_up_at(call).isoformat(), key),
        )
        db.execute(
            "INSERT INTO facts (agent, day, call, limits, facts) VALUES (?, ?, ?, ?, ?)",
            (agent, str(found.day), key, written_limits(in_force), packed_facts(found)),
        )
        sums.enter(db, found, agent=agent, release=release_number(db, call.release.digest), campaign=kept.campaign)
        keep_promise(db, kept, call, in_force)
        if found.dialled:
            settle(db, kept, call.trail[0].at, found)
        else:
            settle_all(db, kept)  # what its beginning had settled waits again
        found_out = _found_out(call)
        if kept.customer is not None and found_out:
            learn(db, as_bytes(kept.customer), found_out)
        _follow_outcome(store, db, replace(kept, call=call), before=None)
    return replace(kept, call=call)


def amend(store: Store, kept: KeptCall, event: Amended) -> KeptCall:
    """Put a finished call right: the old facts leave their sums and the new enter, in one transaction."""
    call = kept_after(kept.call, event)
    key, agent = as_bytes(kept.id), as_bytes(kept.agent)
    with store.writing() as db:
        append(db, key, len(kept.call.trail), call.trail[-1])
        place = (agent, str(call.trail[0].at.date()), key)
        found = db.execute("SELECT limits, facts FROM facts WHERE agent = ? AND day = ? AND call = ?", place)
        ((counted_with, packed),) = found
        before = read_facts(packed)
        in_force = read_limits(counted_with)
        now = contributed(kept, call, in_force)
        release = release_number(db, call.release.digest)
        sums.leave(db, before, agent=agent, release=release, campaign=kept.campaign)
        sums.enter(db, now, agent=agent, release=release, campaign=kept.campaign)
        db.execute("UPDATE facts SET facts = ? WHERE agent = ? AND day = ? AND call = ?", (packed_facts(now), *place))
        db.execute("UPDATE calls SET outcome = ? WHERE id = ?", (now.outcome, key))
        keep_promise(db, kept, call, in_force)
        settle_all(db, kept)
        _follow_outcome(store, db, replace(kept, call=call), before=before.outcome)
    return replace(kept, call=call)


def contributed(kept: KeptCall, call: Call, in_force: Limits) -> Facts:
    """The facts of a finished call, with what was known of its number when it was dialled."""
    return facts(call, earlier_dials=kept.earlier_dials, number_known_empty=kept.empty_number, limits=in_force)


def _hung_up_at(call: Call) -> datetime:
    ends = (event.at for event in reversed(call.trail) if isinstance(event, HungUp | Unanswered))
    return next(ends, call.trail[-1].at)


def _found_out(call: Call) -> dict[str, str]:
    """The gaps about the customer that were filled in the call, so that the next one need not ask again.

    Nothing is learnt of the customer from somebody else who picked up.
    """
    if not call.release.outcomes.outcomes[outcome_of(call)].right_party:
        return {}
    filled = {event.name for event in call.trail if isinstance(event, Filled)} & _ASKED.keys()
    told = {_ASKED[name]: call.values.get(name) for name in filled}
    return {name: text for name, text in told.items() if isinstance(text, str) and text}


def _follow_outcome(store: Store, db: Connection, kept: KeptCall, *, before: str | None) -> None:
    """What the outcome says of the customer: not to be called again (G), or the number is empty.

    An amendment undoes what the outcome before had said.
    """
    if kept.customer is None:
        return
    customer, outcomes = as_bytes(kept.customer), kept.call.release.outcomes.outcomes
    now = outcome_of(kept.call)
    stopped_at = next(event.at for event in kept.call.trail if isinstance(event, Finished))
    if outcomes[now].stops:
        stop_by_call(store, db, customer, stopped_at)
    elif before is not None and outcomes[before].stops:
        call_again(store, db, customer, stopped_at, stopped=_stopped_by_another(store, db, customer))
    if now == _EMPTY_NUMBER or before == _EMPTY_NUMBER:
        number_is_empty(db, customer, empty=now == _EMPTY_NUMBER)


def _stopped_by_another(store: Store, db: Connection, customer: bytes) -> str | None:
    """Since when a call with the customer, or with the number, says that they are not to be called again."""
    ended = [
        row
        for one in sorted(with_the_number_of(db, customer))
        for row in db.execute(
            "SELECT release, outcome, (SELECT at FROM events WHERE call = calls.id AND kind = 'finished') FROM calls"
            " WHERE customer = ? AND state = 'finished' ORDER BY id",
            (one,),
        )
    ]
    stops = (at for release, outcome, at in ended if release_kept(store, release).outcomes.outcomes[outcome].stops)
    return next(stops, None)
