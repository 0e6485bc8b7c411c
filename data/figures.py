"""What the sums tell: of a person's days, of a team, of objections, of what was said; and the calls behind them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from coach.facts import Facts
from coach.limits import Limits
from coach.sums import CardSum, DaySum, ReleaseSum, Sum
from data.ids import as_bytes, as_text
from data.opened import Opened
from data.packing import read_facts, read_limits
from data.settings import limits
from data.store import Row


class Place(NamedTuple):
    """Where a release's sum was made: which script version, for which campaign, when, and how the calls ended."""

    release: str
    campaign: str
    day: date
    hour: int
    outcome: str


class Figures(Opened):
    """Figures, each of which can be followed down to its calls. Days are local, the first and the last included."""

    def sums(self, person: str, first: date, last: date) -> DaySum:
        """What a person's calls contributed over some days."""
        return sum(self.sums_by_day(person, first, last).values(), DaySum())

    def sums_by_day(self, person: str, first: date, last: date) -> Mapping[date, DaySum]:
        """What a person's calls contributed, day by day; a day without calls is left out."""
        self._may_see(person)
        rows = self._store.rows(
            f"{_select('day', DaySum)} FROM sums_by_day WHERE agent = ? AND day BETWEEN ? AND ? ORDER BY day",
            (as_bytes(person), str(first), str(last)),
        )
        return {date.fromisoformat(day): DaySum(*counts) for day, *counts in rows}

    def sums_by_person(self, first: date, last: date) -> Mapping[str, DaySum]:
        """What everybody's calls contributed over some days, by person; who made no call is left out."""
        self._needs("see_scores_of_others")
        rows = self._store.rows(
            f"{_select_all('agent', DaySum)} FROM people CROSS JOIN sums_by_day"
            " ON agent = people.id AND day BETWEEN ? AND ? GROUP BY agent",
            (str(first), str(last)),
        )
        return {as_text(agent): DaySum(*counts) for agent, *counts in rows}

    def card_sums(self, person: str | None, first: date, last: date) -> Mapping[tuple[str, str], CardSum]:
        """Objections by card and technique, of a person or (None) of everybody."""
        self._may_see(person)
        rows = self._store.rows(
            f"{_select_all('card, technique', CardSum)} FROM people CROSS JOIN sums_by_card"
            " ON agent = people.id AND day BETWEEN ? AND ? WHERE people.id = coalesce(?, people.id)"
            " GROUP BY card, technique",
            (str(first), str(last), person and as_bytes(person)),
        )
        return {(card, technique): CardSum(*counts) for card, technique, *counts in rows}

    def release_sums(self, script_id: str, first: date, last: date) -> Mapping[Place, ReleaseSum]:
        """What was said and what came of it: by version of a script, campaign, day, hour and outcome."""
        self._needs("see_calls_of_others")
        rows = self._store.rows(
            f"{_select('digest, campaign, day, hour, outcome', ReleaseSum)} FROM releases"
            " JOIN sums_by_release ON release = number WHERE script = ? AND day BETWEEN ? AND ?",
            (script_id, str(first), str(last)),
        )
        return dict(_placed(row) for row in rows)

    def facts_of(self, person: str, first: date, last: date) -> Mapping[str, Facts]:
        """The facts of each finished call of a person, by the call's id, the oldest first: the evidence of a figure."""
        self._may_see(person)
        rows = self._store.rows(
            "SELECT call, facts FROM facts WHERE agent = ? AND day BETWEEN ? AND ? ORDER BY day, call",
            (as_bytes(person), str(first), str(last)),
        )
        return {as_text(call): read_facts(found) for call, found in rows}

    def facts(self, call_id: str) -> Facts | None:
        """The facts of one call; None while it is open."""
        counted = self._counted(call_id)
        return None if counted is None else read_facts(counted[1])

    def limits_of(self, call_id: str) -> Limits:
        """Where the counts of one call begin or end: as set when it was finished, while it is open as set now."""
        counted = self._counted(call_id)
        return limits(self._store) if counted is None else read_limits(counted[0])

    def _counted(self, call_id: str) -> tuple[str, bytes] | None:
        """The limits and the facts of a finished call, as they are kept; None while it is open."""
        row = self._store.row(
            "SELECT calls.agent, limits, facts FROM calls LEFT JOIN facts ON facts.agent = calls.agent"
            " AND facts.day = calls.day AND facts.call = calls.id WHERE calls.id = ?",
            (as_bytes(call_id),),
        )
        if row is None:
            return None
        agent, in_force, found = row
        if agent != as_bytes(self.me.id):
            self._needs("see_calls_of_others")
        return None if found is None else (in_force, found)

    def _may_see(self, person: str | None) -> None:
        if person != self.me.id:
            self._needs("see_scores_of_others")


def _select(keys: str, kind: type[Sum]) -> str:
    return f"SELECT {keys}, {', '.join(kind.__struct_fields__)}"


def _select_all(keys: str, kind: type[Sum]) -> str:
    """All rows of one key together."""
    return f"SELECT {keys}, {', '.join(f'sum({name})' for name in kind.__struct_fields__)}"


def _placed(row: Row) -> tuple[Place, ReleaseSum]:
    release, campaign, day, hour, outcome, *counts = row
    return Place(release, campaign, date.fromisoformat(day), hour, outcome), ReleaseSum(*counts)
