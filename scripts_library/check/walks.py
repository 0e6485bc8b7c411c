"""All that can happen in a script: the moves from every place, with the cards that may come up there."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts_library.check.card_ways import CardWay, shortest_by_exit
from scripts_library.check.conditions import may_come_to, readable
from scripts_library.check.ways import Way, passed_through
from scripts_library.script import Script

IN_A_CARD = ""  # the place of a walk while a card is open
_HOLDS = frozenset({True})


@dataclass(frozen=True, slots=True)
class Move:
    """One move: by `way` to a place, or to an outcome and the end. Without a way, a card comes up."""

    way: Way | CardWay | None
    to: str | None = None
    ends: str | None = None


@dataclass(frozen=True)
class Walks:
    """The walks through a script whose start exists.

    Cards may come up wherever the walk stands, so that their exits and outcomes are ways as well; jumps are the
    agent's own doing and are not counted. Conditions other than `visited` may hold or not.
    """

    script: Script
    ways: Mapping[str, Sequence[Way]]
    card_ways: Sequence[CardWay]

    @cached_property
    def asked(self) -> Mapping[str, frozenset[str]]:
        """For the steps where it matters, the steps that their conditions ask to have been visited."""
        asked: dict[str, frozenset[str]] = {}
        for name, onward in self.ways.items():
            for way in onward:
                asked[name] = asked.get(name, frozenset()) | self.named(way.when)
        return {name: steps for name, steps in asked.items() if steps}

    def named(self, when: str | None) -> frozenset[str]:
        """The steps of the script that a condition asks to have been visited."""
        read = readable(when)
        return read.visited & self.script.steps.keys() if read else frozenset()

    @cached_property
    def free(self) -> Mapping[str, Sequence[Move]]:
        """The moves from each place that a walk comes to, where nothing is known of the steps visited before."""
        free: dict[str, Sequence[Move]] = {}
        waiting = deque([self.script.start])
        while waiting:
            place = waiting.popleft()
            if place not in free:
                free[place] = self.moves(place, lambda _step: None)
                waiting.extend(move.to for move in free[place] if move.to is not None)
        return free

    def moves(self, place: str, visited: Callable[[str], bool | None], *, surely: bool = False) -> Sequence[Move]:
        """The moves from a place; `visited` tells of the steps that conditions ask for, None where it is not known.

        The place itself and the start were visited at any rate. With `surely`, only the moves that are possible
        whichever of the steps that are not known were visited.
        """
        if place == IN_A_CARD:
            return self._out_of_cards
        silent = passed_through(self.script.steps[place])
        moves = []
        for way in self.ways[place]:
            if way.goto is not None and way.goto not in self.script.steps:
                continue  # a problem of its own
            truths = _HOLDS
            if way.when is not None:
                truths = may_come_to(
                    way.when, lambda step: step in (place, self.script.start) or visited(step), surely=surely
                )
            if True in truths:
                moves.append(Move(way, way.goto, way.ends))
            if silent and False not in truths:
                break  # the first branch that holds is taken
        return moves if silent else [*moves, Move(None, IN_A_CARD)]

    @cached_property
    def _out_of_cards(self) -> Sequence[Move]:
        exits = self.script.exits
        leading = ((way, exits.get(exit_)) for exit_, way in shortest_by_exit(self.card_ways).items())
        ending = (Move(way, ends=way.ends) for way in self.card_ways if way.ends is not None)
        return [*(Move(way, target) for way, target in leading if target in self.script.steps), *ending]
