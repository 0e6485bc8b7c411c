"""The three sums as kept: added to in the transaction that ends a call, so that no score reads history."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from msgspec.structs import astuple

from coach.facts import Facts
from coach.sums import CardSum, DaySum, ReleaseSum, Sum, card_sums, day_sum, release_sum
from data.store import Connection

Place: TypeAlias = tuple[Any, ...]


class Table(NamedTuple):
    """A table of sums: by which keys its rows are found, and what they sum."""

    keys: tuple[str, ...]
    kind: type[Sum]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a row: its keys, then its counts."""
        return (*self.keys, *self.kind.__struct_fields__)


SUMS: Mapping[str, Table] = {
    "sums_by_day": Table(("agent", "day"), DaySum),
    "sums_by_card": Table(("agent", "day", "card", "technique"), CardSum),
    "sums_by_release": Table(("release", "campaign", "day", "hour", "outcome"), ReleaseSum),
}


def shares(found: Facts, *, agent: bytes, release: int, campaign: str) -> Iterator[tuple[str, Place, Sum]]:
    """What a call contributes: how much, in which of the sums, to the row with which keys.

    A dial that was taken back contributes nothing, and makes no row.
    """
    if not found.dialled:
        return
    day = str(found.day)
    yield "sums_by_day", (agent, day), day_sum(found)
    for (card, technique), one in card_sums(found).items():
        yield "sums_by_card", (agent, day, card, technique), one
    yield "sums_by_release", (release, campaign, day, found.hour, found.outcome), release_sum(found)


def enter(db: Connection, found: Facts, *, agent: bytes, release: int, campaign: str) -> None:
    """Within a transaction: what a call contributed enters all three sums."""
    for table, place, one in shares(found, agent=agent, release=release, campaign=campaign):
        db.execute(_ADD[table], (*place, *astuple(one)))


def leave(db: Connection, found: Facts, *, agent: bytes, release: int, campaign: str) -> None:
    """Within a transaction: what a call had contributed before it was amended leaves all three sums."""
    for table, place, one in shares(found, agent=agent, release=release, campaign=campaign):
        db.execute(_ADD[table], (*place, *astuple(type(one)() - one)))


def _added(into: str, table: Table) -> str:
    """The statement that adds a sum to its row, or begins the row."""
    marks = ", ".join("?" * len(table.columns))
    adds = ", ".join(f"{name} = {name} + excluded.{name}" for name in table.kind.__struct_fields__)
    return f"{into} ({', '.join(table.columns)}) VALUES ({marks}) ON CONFLICT DO UPDATE SET {adds}"


_ADD = {name: _added(f"INSERT INTO {name}", table) for name, table in SUMS.items()}
