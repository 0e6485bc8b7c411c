"""What is behind a number: the calls that a figure counts, and the very lines where something fell short."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coach.appraisal.figures import OF_CALLS, OF_PROMISES, of_calls
from coach.appraisal.score import ItemScore
from coach.facts import Facts
from coach.sums import day_sum

# Counts of a whole that are short of it in calls; the difference is what there is to look at.
_SHORT_IN_CALLS = MappingProxyType({"must_done": "must_due", "overcome": "raised"})
_BY_DAY = "worked_days"


@dataclass(frozen=True, slots=True)
class Spot:
    """One call behind a number, and the step or the card at which to look."""

    call: str
    step: str | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """One way to look at what is behind a number.

    `kind`: `calls` that a `figure` counts; `short`, where it fell short of its whole; `promises`, kept and missed;
    `days`, for counts a day.
    """

    kind: str
    figure: str


def behind(item: ItemScore) -> tuple[Behind, ...]:
    """The ways to look behind a measure, the most telling first; none where nothing was counted."""
    counts = {figure: count for figure, count in item.figures if count}
    promised = next((figure for figure in OF_PROMISES if figure in counts), None)
    if promised is not None:
        return (Behind("promises", promised),)
    named = [figure for figure in OF_CALLS if figure in counts]
    ways = [
        Behind("short", figure)
        for figure, whole in _SHORT_IN_CALLS.items()
        if counts.get(whole, 0) > counts.get(figure, 0) and any(figure == one for one, _ in item.figures)
    ]
    if _BY_DAY in counts:
        return (*ways, *(Behind("days", figure) for figure in named))
    fewest_first = sorted(named, key=lambda figure: counts[figure])
    return (*ways, *(Behind("calls", figure) for figure in fewest_first))


def spots(way: Behind, facts: Mapping[str, Facts]) -> tuple[Spot, ...]:
    """The calls to look at, in the order of the given facts (by the id of the call)."""
    if way.kind == "short":
        return tuple(spot for call, found in facts.items() for spot in _short(way.figure, call, found))
    return tuple(Spot(call) for call, found in facts.items() if of_calls(way.figure, day_sum(found)))


def _short(figure: str, call: str, found: Facts) -> Iterator[Spot]:
    if figure == "must_done":
        yield from (Spot(call, step=step) for step in found.missed_musts)
    else:
        yield from (Spot(call, card=met.card) for met in found.objections if not met.overcome)
