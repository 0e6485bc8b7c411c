"""The ways that the cards of a script lead: from any place where the walk stands, by an exit or to an outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts_library.check.ways import BACK, NEXT
from scripts_library.objections import Card, Objections
from scripts_library.places import item, under

RETURN = "/"  # leaving a card, in a witness path, as in the terminal


@dataclass(frozen=True, slots=True)
class CardWay:
    """A reply of a card that leaves it for good, and the shortest way to hear it after a customer raised the card.

    `cards` is the id of the set, `path` stands in that set.
    """

    cards: str
    path: str
    moves: tuple[str, ...]
    exit: str | None = None
    ends: str | None = None

    @property
    def key(self) -> str:
        """The path of the word that says where it leads."""
        return under(self.path, "exit" if self.exit is not None else "ends")


def answer_path(card: str, number: int) -> str:
    """The path of an answer of a card, counted from 1."""
    return item(under(under("cards", card), "answers"), number)


def card_ways(sets: Mapping[str, Objections]) -> tuple[CardWay, ...]:
    """All replies of the cards that lead to an exit or to an outcome, in the order of the sets.

    Of a card that is in two sets, the first counts.
    """
    seen: set[str] = set()
    ways: list[CardWay] = []
    for name, objections in sets.items():
        for card, told in objections.cards.items():
            if card not in seen:
                seen.add(card)
                ways.extend(_ways(name, card, told))
    return tuple(ways)


def shortest_by_exit(ways: Sequence[CardWay]) -> Mapping[str, CardWay]:
    """For each exit, the way that takes the fewest moves."""
    shortest: dict[str, CardWay] = {}
    for way in ways:
        if way.exit is not None and (way.exit not in shortest or len(way.moves) < len(shortest[way.exit].moves)):
            shortest[way.exit] = way
    return shortest


def _ways(cards: str, card: str, told: Card) -> Iterator[CardWay]:
    for number, (answer, moves) in enumerate(zip(told.answers, _answers_by(card, told), strict=True), start=1):
        for place, reply in enumerate(answer.replies, start=1):
            if reply.exit not in (BACK, NEXT):
                path = item(under(answer_path(card, number), "replies"), place)
                yield CardWay(cards, path, (*moves, f"“{reply.hears}”"), reply.exit, reply.ends)


def _answers_by(card: str, told: Card) -> Iterator[tuple[str, ...]]:
    """How each answer comes to show: by `next` from the one before, else by raising the card once more."""
    moves: tuple[str, ...] = (f"/{card}",)
    for answer in told.answers:
        yield moves
        onward = next((f"“{reply.hears}”" for reply in answer.replies if reply.exit == NEXT), None)
        moves = (*moves, onward) if onward is not None else (*moves, RETURN, f"/{card}")
