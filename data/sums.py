"""The three sums as kept: added to in the transaction that ends a call, so that no score reads history."""

from msgspec.structs import astuple

from coach.facts import Facts
from coach.sums import CardSum, DaySum, ReleaseSum, Sum, card_sums, day_sum, release_sum
from data.store import Connection


def added(into: str, keys: tuple[str, ...], kind: type[Sum]) -> str:
    """The statement that adds a sum to its row, or begins the row."""
    counts = kind.__struct_fields__
    columns = ", ".join((*keys, *counts))
    marks = ", ".join("?" * (len(keys) + len(counts)))
    adds = ", ".join(f"{name} = {name} + excluded.{name}" for name in counts)
    return f"{into} ({columns}) VALUES ({marks}) ON CONFLICT DO UPDATE SET {adds}"


_ADD_DAY = added("INSERT INTO sums_by_day", ("agent", "day"), DaySum)
_ADD_CARD = added("INSERT INTO sums_by_card", ("agent", "day", "card", "technique"), CardSum)
_ADD_RELEASE = added("INSERT INTO sums_by_release", ("release", "campaign", "day", "hour", "outcome"), ReleaseSum)


def enter(db: Connection, found: Facts, *, agent: bytes, release: int, campaign: str) -> None:
    """Within a transaction: what a call contributed enters all three sums."""
    _change(db, found, agent=agent, release=release, campaign=campaign, leaves=False)


def leave(db: Connection, found: Facts, *, agent: bytes, release: int, campaign: str) -> None:
    """Within a transaction: what a call had contributed before it was amended leaves all three sums."""
    _change(db, found, agent=agent, release=release, campaign=campaign, leaves=True)


def _change(db: Connection, found: Facts, *, agent: bytes, release: int, campaign: str, leaves: bool) -> None:
    day = str(found.day)
    db.execute(_ADD_DAY, (agent, day, *_signed(day_sum(found), leaves=leaves)))
    for (card, technique), one in card_sums(found).items():
        db.execute(_ADD_CARD, (agent, day, card, technique, *_signed(one, leaves=leaves)))
    place = (release, campaign, day, found.hour, found.outcome)
    db.execute(_ADD_RELEASE, (*place, *_signed(release_sum(found), leaves=leaves)))


def _signed(one: Sum, *, leaves: bool) -> tuple[int, ...]:
    counts: tuple[int, ...] = astuple(one)
    return tuple(-count for count in counts) if leaves else counts
