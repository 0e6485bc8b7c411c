"""A script together with what it refers to: its card sets and its outcomes, as far as they are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scripts_library.check.card_ways import CardWay, card_ways
from scripts_library.check.limits import SHIPPED, Limits
from scripts_library.check.walks import Walks, walks
from scripts_library.check.ways import Way, ways_of
from scripts_library.objections import Card, Objections
from scripts_library.outcomes import Outcomes
from scripts_library.places import Place
from scripts_library.script import Script


@dataclass(frozen=True)
class Whole:
    """What the rules of a script look at. `sets` are the card sets that were found, in the script's order.

    `unreadable` has the first fault of what is there but could not be read, by its id.
    """

    script: Script
    sets: Mapping[str, Objections] = field(default_factory=dict)
    outcomes: Outcomes | None = None
    limits: Limits = SHIPPED
    unreadable: Mapping[str, Place] = field(default_factory=dict)

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The cards by id; of one that is in two sets, the first counts."""
        cards: dict[str, Card] = {}
        for objections in self.sets.values():
            cards = {**objections.cards, **cards}
        return cards

    @property
    def sets_are_there(self) -> bool:
        """Whether every set that the script names was found."""
        return all(name in self.sets for name in self.script.objections)

    @cached_property
    def ways(self) -> Mapping[str, Sequence[Way]]:
        """The ways on from every step, by its id."""
        return ways_of(self.script)

    @cached_property
    def card_ways(self) -> Sequence[CardWay]:
        """The ways that the cards lead."""
        return card_ways(self.sets)

    @cached_property
    def walks(self) -> Walks | None:
        """All walks through the script; None where its start does not exist."""
        if self.script.start not in self.script.steps:
            return None
        return walks(self.script, self.ways, self.card_ways, most_states=self.limits.states)

    @cached_property
    def exits_in_use(self) -> frozenset[str]:
        """The steps that a card of the script leads to; where a set is not there, every mapped step."""
        used = {way.exit for way in self.card_ways}
        return frozenset(
            target
            for exit_, target in self.script.exits.items()
            if target in self.script.steps and (exit_ in used or not self.sets_are_there)
        )

    def result(self, outcome: str | None) -> str | None:
        """What an outcome counts as (`success`, `failure` …); None where it is not known."""
        told = self.outcomes.outcomes.get(outcome) if self.outcomes and outcome else None
        return told.result if told else None

    def offered(self, name: str) -> bool:
        """Whether a field has a default, and so counts as offered from the beginning."""
        told = self.script.fields.get(name)
        return told is not None and told.default is not None
