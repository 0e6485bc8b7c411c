"""Looking through the log of calls: by what was said, raised and noted, in slices, so that no search stands still."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

import msgspec

from data.ids import as_bytes, as_text, from_moment
from data.kept_call import CallRow
from data.log import LOGGED, call_rows
from data.opened import Opened
from scripts_library.text import clean

# A local day lies within a day of the same day in UTC, wherever the desk stands.
_MARGIN = timedelta(days=1)
_SLICE = 5_000
_IDS = "SELECT id FROM calls"
_RAISED = "EXISTS (SELECT 1 FROM events WHERE events.call = calls.id AND kind = 'raised' AND shape ->> 'card' = ?)"
_WRITTEN = (
    "EXISTS (SELECT 1 FROM said JOIN events USING (call, seq) WHERE said.call = calls.id"
    " AND kind IN ('noted', 'none_of_these') AND instr(value, ?))"
)
_NOTHING = "? IS NULL"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which calls are looked for; what is left out does not matter.

    `agent` is an id, `outcome`, `script` and `card` are those of the documents; `text` stands in the note or in a
    «none of these»; `talk_seconds` is the shortest talk.
    """

    agent: str | None = None
    outcome: str | None = None
    script: str | None = None
    first: date | None = None
    last: date | None = None
    card: str | None = None
    text: str = ""
    talk_seconds: int = 0


class Found(NamedTuple):
    """Calls that were found, the newest first, and the id before which to look further; None at the end of the log."""

    rows: tuple[CallRow, ...]
    further: str | None


class Search(Opened):
    """The log, looked through."""

    def find_calls(self, wanted: Wanted, *, before: str | None = None, limit: int = 50, look_at: int = _SLICE) -> Found:
        """The next calls that are wanted, at most `limit`, among the next `look_at` of the log.

        Found may be none although there are more further on. Who may not see the calls of others looks through their
        own; the text of a note is looked for only by who may read it.
        """
        agent = wanted.agent if self.may("see_calls_of_others") else self.me.id
        bounds = _bounds(agent, wanted, before)
        ids = self._store.rows(f"{_IDS}{_where(bounds)} ORDER BY id DESC LIMIT ?", (*bounds.values(), look_at))
        if not ids:
            return Found((), None)
        asked = {**bounds, "calls.id >= ?": ids[-1][0], **self._conditions(wanted)}
        enough = look_at if wanted.talk_seconds else limit
        found = self._store.rows(f"{LOGGED}{_where(asked)} ORDER BY calls.id DESC LIMIT ?", (*asked.values(), enough))
        named = self.may("see_customers")
        rows = tuple(row for row in call_rows(found, named=named) if _talked(row) >= wanted.talk_seconds)
        if len(rows) > limit or len(rows) == enough:
            rows = rows[:limit]
            return Found(rows, rows[-1].id)
        return Found(rows, as_text(ids[-1][0]) if len(ids) == look_at else None)

    def calls_of(self, ids: Iterable[str]) -> Sequence[CallRow]:
        """The lines of the log with these ids, in this order; one that is not kept, or not mine to see, is left out."""
        wanted = {as_bytes(one): one for one in ids}
        marks = ", ".join("?" * len(wanted))
        found = self._store.rows(f"{LOGGED} WHERE calls.id IN ({marks})", tuple(wanted))
        rows = call_rows(found, named=self.may("see_customers"))
        mine = {row.id: row for row in rows if row.agent == self.me.id or self.may("see_calls_of_others")}
        return [mine[one] for one in wanted.values() if one in mine]

    def _conditions(self, wanted: Wanted) -> dict[str, object]:
        """What each of the calls has to hold, beyond its place in the log."""
        conditions: dict[str, object] = {
            "calls.outcome = ?": wanted.outcome,
            "script = ?": wanted.script,
            "calls.day >= ?": wanted.first and str(wanted.first),
            "calls.day <= ?": wanted.last and str(wanted.last),
            _RAISED: wanted.card,
        }
        text = clean(wanted.text).strip()
        if text:
            conditions[_WRITTEN if self.may("see_words") else _NOTHING] = text
        return {condition: value for condition, value in conditions.items() if value is not None}


def _bounds(agent: str | None, wanted: Wanted, before: str | None) -> dict[str, object]:
    """Where in the log to look: ids begin with the moment at which they were made."""
    highest = [as_bytes(before)] if before else []
    if wanted.last is not None:
        highest.append(from_moment(_midnight(wanted.last) + 2 * _MARGIN))
    bounds: dict[str, object] = {}
    if agent is not None:
        bounds["calls.agent = ?"] = as_bytes(agent)
    if highest:
        bounds["calls.id < ?"] = min(highest)
    if wanted.first is not None:
        bounds["calls.id > ?"] = from_moment(_midnight(wanted.first) - _MARGIN)
    return bounds


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _where(conditions: Mapping[str, object]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _talked(row: CallRow) -> int:
    return row.facts.talk_seconds if row.facts is not None else 0
