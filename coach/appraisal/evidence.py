"""What is behind a number: the calls that a figure counts, and the very lines where something fell short."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coach.appraisal.figures import FIGURES
from coach.appraisal.score import ItemScore
from coach.facts import Facts

# Counts of a whole that are short of it in calls; the difference is what there is to look at.
_SHORT_IN_CALLS = MappingProxyType({"must_done": "must_due", "overcome": "raised"})
_PROMISED = frozenset({"callbacks_due", "callbacks_kept", "appointments_due", "appointments_kept"})
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
    named = [figure for figure in FIGURES if figure in counts]
    if any(figure in _PROMISED for figure in named):
        return (Behind("promises", next(figure for figure in named if figure in _PROMISED)),)
    ways = [
        Behind("short", figure)
        for figure, whole in _SHORT_IN_CALLS.items()
        if counts.get(whole, 0) > counts.get(figure, 0) and any(figure == one for one, _ in item.figures)
    ]
    if _BY_DAY in counts:
        return (*ways, *(Behind("days", figure) for figure in named if FIGURES[figure]))
    fewest_first = sorted((figure for figure in named if FIGURES[figure]), key=lambda figure: counts[figure])
    return (*ways, *(Behind("calls", figure) for figure in fewest_first))


def spots(way: Behind, facts: Mapping[str, Facts]) -> tuple[Spot, ...]:
    """The calls to look at, in the order of the given facts (by the id of the call)."""
    if way.kind == "short":
        return tuple(spot for call, found in facts.items() for spot in _short(way.figure, call, found))
    field = FIGURES[way.figure]
    return tuple(Spot(call) for call, found in facts.items() if field and getattr(found, field))


def _short(figure: str, call: str, found: Facts) -> Iterator[Spot]:
    if figure == "must_done":
        yield from (Spot(call, step=step) for step in found.missed_musts)
    else:
        yield from (Spot(call, card=met.card) for met in found.objections if not met.overcome)
