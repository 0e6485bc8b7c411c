"""Item 5: what an outcome or a reply needs is offered on the way, and what a reply sets fits its field."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

from scripts_library.check.finding import Finding, found
from scripts_library.check.flow import Marks, perhaps, surely
from scripts_library.check.walks import Ending, State, Walks
from scripts_library.check.ways import Way, ways
from scripts_library.check.whole import Whole
from scripts_library.check.witness import AnyWay, walk_to, walk_to_end
from scripts_library.places import item, under
from scripts_library.script import Field
from scripts_library.sentences import Refusal
from scripts_library.values import HalfDay
from scripts_library.values.parsing import parse

_A_MOMENT = datetime(2026, 1, 5, 10, tzinfo=UTC)
_SLOTS: Mapping[str, HalfDay] = MappingProxyType(
    {"slot_1": HalfDay(date(2026, 1, 8), "pm"), "slot_2": HalfDay(date(2026, 1, 13), "pm")}
)


def needs(whole: Whole) -> Iterator[Finding]:
    """Outcomes and replies that wait for what was never asked, and values that a field cannot take."""
    if whole.walks is not None:
        yield from _outcomes(whole, whole.walks)
        yield from _replies(whole, whole.walks)
    yield from _values(whole)


def _outcomes(whole: Whole, walks: Walks) -> Iterator[Finding]:
    """Each way to end and each field that its outcome needs, where some walk has never been offered that field."""
    fields = _bits(whole)
    into = surely(walks, _marks(whole, fields, passing_needs=True))
    own = {name: _of(fields, step.asks) for name, step in whole.script.steps.items()}
    bare: dict[tuple[str, str, str], list[Ending]] = {}
    for ending in walks.endings:
        way = ending.way
        behind = into[ending.at] | own.get(walks.states[ending.at].step, 0)
        if isinstance(way, Way):
            behind |= _of(fields, (*way.sets, *way.needs))
        for field in _needs(whole, ending.outcome):
            if field in fields and not behind & fields[field]:
                cards = "" if isinstance(way, Way) else way.cards
                bare.setdefault((cards, way.key, field), []).append(ending)
    for (cards, path, field), endings in bare.items():
        outcome = endings[0].outcome
        yield found(
            "HC501",
            path,
            witness=_walk_without(whole, walks, field, endings),
            cards=cards,
            outcome=whole.outcomes.outcomes[outcome].title if whole.outcomes else outcome,
            field=whole.script.fields[field].title,
            id=field,
        )


def _replies(whole: Whole, walks: Walks) -> Iterator[Finding]:
    """Each reply and each field that it needs, where no walk that comes there has been offered that field."""
    fields = _bits(whole)
    into = perhaps(walks, _marks(whole, fields, passing_needs=False))
    for name, step in whole.script.steps.items():
        numbers = walks.at.get(name, ())
        offered = _of(fields, step.asks)
        for number in numbers:
            offered |= into[number]
        for way in ways(name, step) if numbers else ():
            for place, field in enumerate(way.needs, start=1):
                if field in fields and not (offered | _of(fields, way.sets)) & fields[field]:
                    told = whole.script.fields[field].title
                    path = item(under(way.path, "needs"), place)
                    witness = (*walk_to(walks, numbers), *way.moves)
                    yield found("HC502", path, witness=witness, reply=way.says, field=told, id=field)


def _bits(whole: Whole) -> Mapping[str, int]:
    """A bit for each field that a walk has to be offered; one with a default is offered from the beginning."""
    without = (name for name, field in whole.script.fields.items() if field.default is None)
    return {name: 1 << number for number, name in enumerate(without)}


def _of(fields: Mapping[str, int], names: Iterator[str] | tuple[str, ...] | Mapping[str, str]) -> int:
    bits = 0
    for name in names:
        bits |= fields.get(name, 0)
    return bits


def _marks(whole: Whole, fields: Mapping[str, int], *, passing_needs: bool) -> Marks:
    """What offers a field: a step that asks for it, a reply that sets it; passing a reply that needs it proves it."""
    steps = {name: _of(fields, step.asks) for name, step in whole.script.steps.items()}
    of_way = {
        way.path: _of(fields, (*way.sets, *(way.needs if passing_needs else ())))
        for onward in whole.ways.values()
        for way in onward
    }
    return Marks(0, steps, lambda way: of_way[way.path])


def _needs(whole: Whole, outcome: str) -> tuple[str, ...]:
    told = whole.outcomes.outcomes.get(outcome) if whole.outcomes else None
    return told.needs if told else ()


def _walk_without(whole: Whole, walks: Walks, field: str, endings: list[Ending]) -> tuple[str, ...]:
    """The shortest walk to one of the endings that is never offered the field."""

    def enters(state: State) -> bool:
        step = whole.script.steps.get(state.step)
        return step is None or field not in step.asks

    def takes(way: AnyWay) -> bool:
        return not isinstance(way, Way) or (field not in way.sets and field not in way.needs)

    return walk_to_end(walks, endings, enters=enters, takes=takes)


def _values(whole: Whole) -> Iterator[Finding]:
    for name, step in whole.script.steps.items():
        for way in ways(name, step):
            for field, value in way.sets.items():
                told = whole.script.fields.get(field)
                if told is not None:
                    yield from _value(under(under(way.path, "sets"), field), told, value)


def _value(path: str, field: Field, value: str) -> Iterator[Finding]:
    if field.type == "choice":
        return  # an option that does not exist is a reference to nothing (item 1)
    try:
        parse(value, field.type, at=_A_MOMENT, slots=_SLOTS)
    except Refusal as refusal:
        yield found("HC503", path, field=field.title, value=value, why=refusal.sentence)
