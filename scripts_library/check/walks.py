"""All walks through a script, each place once: the step, and which of the steps that conditions name were visited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts_library.check.card_ways import CardWay, shortest_by_exit
from scripts_library.check.outlook import Outlook
from scripts_library.check.ways import Way, passed_through
from scripts_library.script import Script

IN_A_CARD = ""  # stands for a step where a card is open


@dataclass(frozen=True, slots=True)
class State:
    """A place of a walk. `visited` has a bit for each step that a condition names."""

    step: str
    visited: int


@dataclass(frozen=True, slots=True)
class Arc:
    """One move, to the state with number `to`. Without a way, a card comes up."""

    to: int
    way: Way | CardWay | None


@dataclass(frozen=True, slots=True)
class Ending:
    """A walk ends in an outcome: from the state with number `at`, by `way`."""

    at: int
    way: Way | CardWay
    outcome: str


@dataclass(frozen=True)
class Walks:
    """Everything that can happen in a script: the states, the arcs from each, and the endings.

    The first state is where a call begins. Cards may come up wherever the walk stands, so that their exits and
    outcomes are ways as well; jumps are the agent's own doing and are not counted. `visited` is exact, every other
    condition may hold or not.
    """

    states: Sequence[State]
    arcs: Sequence[Sequence[Arc]]
    endings: Sequence[Ending]

    @cached_property
    def at(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the states of each step that a walk comes to."""
        numbers: dict[str, list[int]] = {}
        for number, state in enumerate(self.states):
            numbers.setdefault(state.step, []).append(number)
        return numbers


def walks(
    script: Script, ways: Mapping[str, Sequence[Way]], card_ways: Sequence[CardWay], *, most_states: int
) -> Walks:
    """All walks through a script whose start exists.

    Where the states would be more than `most_states`, only the first half of the steps that conditions name is
    followed, else a quarter, and so on; a `visited` that is not followed may hold or not.
    """
    conditions = (way.when for onward in ways.values() for way in onward if way.when is not None)
    outlook = Outlook.of(script.steps, conditions)
    search = _Search(script, ways, card_ways, outlook)
    while not search.done_within(most_states) and outlook.follows:
        outlook = outlook.following_half()
        search = _Search(script, ways, card_ways, outlook)
    return Walks(search.states, search.arcs, search.endings)


class _Search:
    """The search from the start, breadth first."""

    def __init__(
        self, script: Script, ways: Mapping[str, Sequence[Way]], card_ways: Sequence[CardWay], outlook: Outlook
    ) -> None:
        self.states: list[State] = []
        self.arcs: list[list[Arc]] = []
        self.endings: list[Ending] = []
        self._numbers: dict[tuple[str, int], int] = {}
        self._script = script
        self._ways = ways
        self._outlook = outlook
        self._bits = outlook.bits
        self._endings_of_cards = [(way, way.ends) for way in card_ways if way.ends is not None]
        leads_to = ((way, script.exits.get(exit_)) for exit_, way in shortest_by_exit(card_ways).items())
        self._exits = [(way, target) for way, target in leads_to if target is not None and target in script.steps]

    def done_within(self, most_states: int) -> bool:
        """Whether all states were found and are not too many."""
        self._number(self._script.start, 0)
        for number, state in enumerate(self.states):  # grows as states are found
            if len(self.states) > most_states:
                return False
            if state.step == IN_A_CARD:
                self._leave_card(number, state.visited)
            else:
                self._go_on(number, state)
        return True

    def _number(self, step: str, visited: int) -> int:
        key = step, visited | self._bits.get(step, 0)
        if key not in self._numbers:
            self._numbers[key] = len(self.states)
            self.states.append(State(*key))
            self.arcs.append([])
        return self._numbers[key]

    def _go_on(self, number: int, state: State) -> None:
        step = self._script.steps[state.step]
        silent = passed_through(step)
        for way in self._ways[state.step]:
            may = self._outlook.may(way.when, state.visited)
            if True in may:
                self._take(number, state, way)
            if silent and False not in may:
                break  # the first branch that holds is taken
        if not silent:
            self.arcs[number].append(Arc(self._number(IN_A_CARD, state.visited), None))

    def _take(self, number: int, state: State, way: Way) -> None:
        if way.goto is not None:
            self.arcs[number].append(Arc(self._number(way.goto, state.visited), way))
        elif way.ends is not None:
            self.endings.append(Ending(number, way, way.ends))

    def _leave_card(self, number: int, visited: int) -> None:
        self.arcs[number].extend(Arc(self._number(target, visited), way) for way, target in self._exits)
        self.endings.extend(Ending(number, way, outcome) for way, outcome in self._endings_of_cards)
