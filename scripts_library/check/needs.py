"""Item 5: what an outcome or a reply needs is offered on the way, and what a reply sets fits its field."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from scripts_library.check.card_ways import CardWay
from scripts_library.check.finding import MOST_OF_A_KIND, Finding, found
from scripts_library.check.flow import Marks, lacking_at_the_end, perhaps
from scripts_library.check.search import Avoiding, walk_to, walk_to_end
from scripts_library.check.walks import Move, Walks
from scripts_library.check.ways import Way
from scripts_library.check.whole import Whole
from scripts_library.names import SAMPLE_NOW, samples
from scripts_library.places import item, under
from scripts_library.script import Field
from scripts_library.sentences import Refusal
from scripts_library.values import HalfDay
from scripts_library.values.parsing import parse

_SLOTS = {name: half for name, half in samples("en").items() if isinstance(half, HalfDay)}


def needs(whole: Whole) -> Iterator[Finding]:
    """Outcomes and replies that wait for what was never asked, and values that a field cannot take."""
    if whole.walks is not None:
        yield from islice(_outcomes(whole, whole.walks), MOST_OF_A_KIND)
        yield from _replies(whole, whole.walks)
    yield from _values(whole)


def _outcomes(whole: Whole, walks: Walks) -> Iterator[Finding]:
    """Each way to end and each field that its outcome needs, where some walk has never been offered that field."""
    fields = _bits(whole)
    for move, lacks in lacking_at_the_end(walks, _marks(whole, fields, passing_needs=True)):
        for field in whole.needs(move.ends):
            if lacks & fields.get(field, 0) and move.way:
                yield from _never_offered(whole, walks, move.way, field)


def _never_offered(whole: Whole, walks: Walks, way: Way | CardWay, field: str) -> Iterator[Finding]:
    asking = {name for name, step in whole.script.steps.items() if field in step.asks}

    def makes(move: Move) -> bool:
        return not isinstance(move.way, Way) or (field not in move.way.sets and field not in move.way.needs)

    witness = walk_to_end(walks, lambda move: move.way is way, Avoiding(asking, makes))
    if witness:
        yield found(
            "HC501",
            way.key,
            witness=witness,
            cards=way.cards if isinstance(way, CardWay) else "",
            outcome=whole.title(way.ends or ""),
            field=whole.script.fields[field].title,
            id=field,
        )


def _replies(whole: Whole, walks: Walks) -> Iterator[Finding]:
    """Each reply and each field that it needs, where no walk that comes there has been offered that field."""
    fields = _bits(whole)
    marks = _marks(whole, fields, passing_needs=False)
    into = perhaps(walks, marks)
    for name in into:
        for way in whole.ways.get(name, ()):
            offered = into[name] | marks.steps[name] | marks.ways(way)
            for place, field in enumerate(way.needs, start=1):
                if field in fields and not offered & fields[field]:
                    told = whole.script.fields[field].title
                    path = item(under(way.path, "needs"), place)
                    yield found("HC502", path, witness=walk_to(walks, {name}), reply=way.says, field=told, id=field)


def _bits(whole: Whole) -> Mapping[str, int]:
    """A bit for each field that a walk has to be offered; one with a default is offered from the beginning."""
    without = (name for name, field in whole.script.fields.items() if field.default is None)
    return {name: 1 << number for number, name in enumerate(without)}


def _marks(whole: Whole, fields: Mapping[str, int], *, passing_needs: bool) -> Marks:
    """What offers a field: a step that asks for it, a reply that sets it; passing a reply that needs it proves it."""

    def of(names: Iterable[str]) -> int:
        bits = 0
        for name in names:
            bits |= fields.get(name, 0)
        return bits

    steps = {name: of(step.asks) for name, step in whole.script.steps.items()}
    return Marks((1 << len(fields)) - 1, steps, lambda way: of((*way.sets, *way.needs) if passing_needs else way.sets))


def _values(whole: Whole) -> Iterator[Finding]:
    for onward in whole.ways.values():
        for way in onward:
            for field, value in way.sets.items():
                told = whole.script.fields.get(field)
                if told is not None:
                    yield from _value(under(under(way.path, "sets"), field), told, value)


def _value(path: str, field: Field, value: str) -> Iterator[Finding]:
    if field.type == "choice":
        return  # an option that does not exist is a reference to nothing (item 1)
    try:
        parse(value, field.type, at=SAMPLE_NOW, slots=_SLOTS)
    except Refusal as refusal:
        yield found("HC503", path, field=field.title, value=value, why=refusal.sentence)
