"""A script together with what it refers to: its card sets and its outcomes, as far as they are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from scripts_library.check.card_ways import CardWay, card_ways
from scripts_library.check.limits import SHIPPED, Limits
from scripts_library.check.reached import reached
from scripts_library.check.sources import Source, of_cards, of_script
from scripts_library.check.walks import Walks
from scripts_library.check.ways import Way, ways
from scripts_library.objections import Card, Objections, cards_of, exits_of
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
        """The cards by id."""
        return cards_of(self.sets.values())

    @cached_property
    def exits(self) -> Mapping[str, str]:
        """The steps that the exits of the cards lead to."""
        return exits_of(self.script.exits, self.sets.values())

    @property
    def sets_are_there(self) -> bool:
        """Whether every set that the script names was found."""
        return all(name in self.sets for name in self.script.objections)

    @cached_property
    def ways(self) -> Mapping[str, Sequence[Way]]:
        """The ways on from every step as written, by its id."""
        return {name: tuple(ways(name, step)) for name, step in self.script.steps.items()}

    @cached_property
    def reached(self) -> frozenset[str]:
        """The steps that a call can come to."""
        return reached(self.script, self.ways, self.exits_in_use)

    @cached_property
    def sources(self) -> Sequence[Source]:
        """The words and conditions of the script."""
        return tuple(of_script(self.script))

    @cached_property
    def card_sources(self) -> Sequence[Source]:
        """The words of its cards."""
        return tuple(source for objections in self.sets.values() for source in of_cards(objections))

    @cached_property
    def card_ways(self) -> Sequence[CardWay]:
        """The ways that the cards lead."""
        return card_ways(self.sets)

    @cached_property
    def walks(self) -> Walks | None:
        """The walks through the script; None where its start does not exist."""
        if self.script.start not in self.script.steps:
            return None
        return Walks(replace(self.script, exits=dict(self.exits)), self.ways, self.card_ways)

    @cached_property
    def exits_in_use(self) -> frozenset[str]:
        """The steps that a card of the script leads to; where a set is not there, every mapped step."""
        used = {way.exit for way in self.card_ways}
        return frozenset(
            target
            for exit_, target in self.exits.items()
            if target in self.script.steps and (exit_ in used or not self.sets_are_there)
        )

    def title(self, outcome: str) -> str:
        """What an outcome is called; its id where it is not known."""
        told = self.outcomes.outcomes.get(outcome) if self.outcomes else None
        return told.title if told else outcome

    def needs(self, outcome: str | None) -> tuple[str, ...]:
        """The fields that an outcome needs; none where it is not known."""
        told = self.outcomes.outcomes.get(outcome) if self.outcomes and outcome else None
        return told.needs if told else ()

    def result(self, outcome: str | None) -> str | None:
        """What an outcome counts as (`success`, `failure` …); None where it is not known."""
        told = self.outcomes.outcomes.get(outcome) if self.outcomes and outcome else None
        return told.result if told else None
