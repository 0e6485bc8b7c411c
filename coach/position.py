"""Where a call stands: a step, the cards raised over it, and the points of the effective path."""

from datetime import datetime

import msgspec


class CardPlace(msgspec.Struct, frozen=True):
    """A card that is open, and which of its answers shows (counted from 0)."""

    card: str
    answer: int


class Position(msgspec.Struct, frozen=True):
    """Where the walk stands. `cards` are open over the step, the last one shows; `ends` is the proposed outcome."""

    step: str
    cards: tuple[CardPlace, ...] = ()
    ends: str | None = None

    @property
    def card(self) -> CardPlace | None:
        """The card that shows, if one is open."""
        return self.cards[-1] if self.cards else None


class Point(msgspec.Struct, frozen=True):
    """One move on the effective path: which event made it, what it entered, and where the walk stood after it.

    `event` is its place in the trail, counted from 0; `shows` is the answer of a card that it put on the screen.
    """

    event: int
    at: datetime
    position: Position
    entered: tuple[str, ...] = ()
    raised: str | None = None
    shows: CardPlace | None = None
