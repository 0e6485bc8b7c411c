"""Sets of objection cards: what customers object or ask, and the answers that work."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, field

from scripts_library.document import Document, Kebab, KeyWords, OneLine, Part

TECHNIQUES = ("counter-question", "understand-first", "turn-round", "let-pass", "affirm")
Technique = Annotated[str, Meta(extra_json_schema={"enum": list(TECHNIQUES)})]  # another one is told by the check


class AnswerReply(Part, frozen=True, kw_only=True):
    """What the customer says to an answer: it leads to an exit that the script maps, or to an outcome.

    The exits `back` (to the step where it came up) and `next` (the next answer of this card) need no mapping.
    """

    one_of: ClassVar[tuple[str, ...]] = ("exit", "ends")

    hears: str
    exit: str | None = None
    ends: str | None = None


class Answer(Part, frozen=True, kw_only=True):
    """One way to answer, named by its technique (one of the five, D)."""

    technique: Technique
    says: str
    hint: OneLine | None = None
    points: KeyWords = ()
    replies: tuple[AnswerReply, ...]


class Card(Part, frozen=True, kw_only=True):
    """An objection or a common question; questions count in no objection rate."""

    title: str
    kind: Literal["objection", "question"] = "objection"
    hears: tuple[str, ...] = ()
    answers: Annotated[tuple[Answer, ...], Meta(min_length=1)]


class Objections(Document, frozen=True, kw_only=True, tag="objections"):
    """A set of cards, checked alone without exits and outcomes.

    `exits` says where an exit leads in a script that does not map it: where that script maps another one.
    """

    cards: dict[Kebab, Card]
    exits: dict[Kebab, Kebab] = field(default_factory=dict)


def exits_of(own: Mapping[str, str], sets: Iterable[Objections]) -> dict[str, str]:
    """Where the exits of its cards lead in a script: as the script maps them itself, or else as its sets fall back."""
    exits = dict(own)
    for one in sets:
        for name, other in one.exits.items():
            if name not in exits and other in own:
                exits[name] = own[other]
    return exits


def cards_of(sets: Iterable[Objections]) -> dict[str, Card]:
    """The cards of a script, in the order of its sets; of an id in two sets the first counts (the check reports it)."""
    cards: dict[str, Card] = {}
    for one in sets:
        for name, card in one.cards.items():
            cards.setdefault(name, card)
    return cards
