"""Item 8: a call has every name that is used, and words and conditions are written as they may be."""

from collections.abc import Iterator, Mapping

from scripts_library.check.finding import Finding, found
from scripts_library.check.nearest import nearest
from scripts_library.check.sources import Source, of_cards
from scripts_library.check.whole import Whole
from scripts_library.expressions import NotAllowed
from scripts_library.names import STANDARD_NAMES, SUITS_NAMES, field_of, name_of_field
from scripts_library.objections import Objections
from scripts_library.places import item, under
from scripts_library.script import Field, Script
from scripts_library.sentences import Sentence
from scripts_library.values.fitting import fits, may_fit

_CUSTOMER = "customer."
_SLOTS = frozenset({"slot_1", "slot_2"})  # for words and `sets` alone


def names_of_cards(objections: Objections) -> Iterator[Finding]:
    """What is wrong in the words of a set whatever script uses it; names that a script may declare are left to it."""
    for source in of_cards(objections):
        yield from _read(source)
        for name in _names(source):
            if name not in STANDARD_NAMES and not may_be_declared(name):
                yield _unknown(source.path, name, STANDARD_NAMES)


def names_in_script(whole: Whole) -> Iterator[Finding]:
    """What is wrong in the words, conditions, defaults and plans of a script, and names that its cards lack in it."""
    script = whole.script
    known = known_names(script)
    for source in whole.sources:
        yield from _read(source)
        yield from _used(source, known)
    for source in whole.card_sources:
        for name in _names(source):
            if name not in known and may_be_declared(name):
                yield _unknown(source.path, name, known, cards=source.cards)
    yield from _defaults(script, known)
    for number, plan in enumerate(script.plans, start=1):
        for name in plan.given:
            if name not in known:
                yield _unknown(under(under(item("plans", number), "given"), name), name, known)


def known_names(script: Script) -> Mapping[str, None]:
    """All names that a call of this script has: the standard ones, those that it declares, its fields."""
    fields = (name_of_field(field) for field in script.fields)
    return dict.fromkeys((*STANDARD_NAMES, *script.names, *fields))


def may_be_declared(name: str) -> bool:
    """Whether a script may have such a name: a plain one, an attribute of the customer, a field."""
    return "." not in name or field_of(name) is not None or name.startswith(_CUSTOMER)


def _read(source: Source) -> Iterator[Finding]:
    try:
        source.read()
    except NotAllowed as refusal:
        code = "HC802" if source.use == "words" else "HC803"
        yield found(code, source.path, why=refusal.sentence, line=refusal.line, column=refusal.column)


def _names(source: Source) -> list[str]:
    read = source.readable()
    return sorted(read.names) if read else []


def _used(source: Source, known: Mapping[str, None]) -> Iterator[Finding]:
    for name in _names(source):
        if name not in known:
            yield _unknown(source.path, name, known)
        elif source.use == "condition" and name in _SLOTS:
            yield _misplaced("not_for_conditions", source.path, name)
        elif source.use == "suits" and name not in SUITS_NAMES and not name.startswith(_CUSTOMER):
            yield _misplaced("not_for_suits", source.path, name)
    read = source.readable() if source.use == "suits" else None
    if read and (read.visited or read.raised):
        yield _misplaced("not_for_suits", source.path, "visited()" if read.visited else "raised()")


def _defaults(script: Script, known: Mapping[str, None]) -> Iterator[Finding]:
    """A default is a name that comes to something: in no ring, and to what the field could be filled with."""
    for field, told in script.fields.items():
        path = under(under("fields", field), "default")
        if told.default is None:
            continue
        if told.default not in known:
            yield _unknown(path, told.default, known)
        elif told.default in _SLOTS:
            yield _misplaced("not_for_defaults", path, told.default)
        elif ring := _ring(script, field):
            yield found("HC805", path, field=told.title, ring=" → ".join(ring))
        elif not _may_have(script, told, told.default):
            yield found("HC806", path, field=told.title, name=told.default)


def _may_have(script: Script, field: Field, name: str) -> bool:
    """Whether a field may have what its default comes to, judged by a sample; of another field, by its type."""
    other = script.fields.get(field_of(name) or "")
    if other is not None:
        return may_fit(other.type, field.type)
    sample = script.names[name].sample if name in script.names else STANDARD_NAMES[name].sample(script.language)
    return fits(sample, field.type, field.options)


def _ring(script: Script, field: str) -> tuple[str, ...]:
    """The fields from this one, by their defaults, back to it; empty where they lead elsewhere."""
    came = [field]
    while (told := script.fields.get(came[-1])) and (onward := field_of(told.default or "")):
        if onward in came:
            return (*came, onward) if onward == field else ()
        came.append(onward)
    return ()


def _unknown(path: str, name: str, known: Mapping[str, object], *, cards: str = "") -> Finding:
    return found("HC801", path, cards=cards, name=name, nearest=nearest(name, known))


def _misplaced(where: str, path: str, name: str) -> Finding:
    return found("HC804", path, name=name, where=Sentence(f"scripts_library:{where}"))
