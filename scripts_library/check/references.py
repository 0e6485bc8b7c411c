"""Item 1: what is named must exist: steps, stages, outcomes, fields, cards, sets, techniques, options."""

from collections.abc import Collection, Iterator

from scripts_library.check.card_ways import answer_path
from scripts_library.check.finding import Finding, found
from scripts_library.check.nearest import nearest
from scripts_library.check.sources import Source
from scripts_library.check.ways import Way, step_path
from scripts_library.check.whole import Whole
from scripts_library.names import SAMPLE_NOW, STANDARD_NAMES, field_of
from scripts_library.objections import TECHNIQUES, Objections
from scripts_library.outcomes import Outcome
from scripts_library.places import item, under
from scripts_library.plan import Deed
from scripts_library.script import Field, Step
from scripts_library.sentences import Refusal, Sentence
from scripts_library.values.parsing import parse


def in_cards(objections: Objections) -> Iterator[Finding]:
    """What a set of cards names by itself: its techniques."""
    for card, told in objections.cards.items():
        for number, answer in enumerate(told.answers, start=1):
            if answer.technique not in TECHNIQUES:
                path = under(answer_path(card, number), "technique")
                yield found("HC108", path, technique=answer.technique, known=" | ".join(TECHNIQUES))


def in_script(whole: Whole) -> Iterator[Finding]:
    """What a script, its cards and its plans name."""
    script = whole.script
    yield from _sets(whole)
    yield from _steps(whole, "start", [script.start])
    for exit_, target in script.exits.items():
        yield from _steps(whole, under("exits", exit_), [target])
    for name, step in script.steps.items():
        yield from _step(whole, name, step)
    for source in (*whole.sources, *whole.card_sources):
        yield from _source(whole, source)
    yield from _outcomes(whole)
    for number, plan in enumerate(script.plans, start=1):
        for line, deed in enumerate(plan.does, start=1):
            yield from _deed(whole, item(under(item("plans", number), "does"), line), deed)


def _sets(whole: Whole) -> Iterator[Finding]:
    for number, name in enumerate(whole.script.objections, start=1):
        if name not in whole.sets:
            yield found("HC106", item("objections", number), set=name, state=_state(whole, name))
    if whole.outcomes is None:
        name = whole.script.outcomes
        yield found("HC107", "outcomes", set=name, state=_state(whole, name))


def _state(whole: Whole, name: str) -> Sentence:
    place = whole.unreadable.get(name)
    if place is None:
        return Sentence("scripts_library:none_of_that_id")
    return Sentence("scripts_library:there_but_unreadable", place=str(place))


def _step(whole: Whole, name: str, step: Step) -> Iterator[Finding]:
    here = step_path(name)
    stages = [stage.id for stage in whole.script.stages]
    if step.stage is not None and step.stage not in stages:
        yield found("HC102", under(here, "stage"), stage=step.stage, nearest=nearest(step.stage, stages))
    yield from _steps(whole, under(here, "after"), step.after, listed=True)
    yield from _fields(whole, under(here, "asks"), step.asks)
    for way in whole.ways[name]:
        if way.goto is not None:
            yield from _steps(whole, way.key, [way.goto])
        yield from _fields(whole, under(way.path, "needs"), way.needs)
        yield from _sets_of(whole, way)


def _sets_of(whole: Whole, way: Way) -> Iterator[Finding]:
    for name, value in way.sets.items():
        path = under(under(way.path, "sets"), name)
        field = whole.script.fields.get(name)
        if field is None:
            yield _no_field(whole, path, name)
        elif field.type == "choice" and not _is_option(field, value):
            known = " | ".join(field.options)
            yield found("HC109", path, option=value, field=field.title, known=known)


def _is_option(field: Field, value: str) -> bool:
    try:
        parse(value, field.type, at=SAMPLE_NOW, options=field.options)
    except Refusal:
        return False
    return True


def _source(whole: Whole, source: Source) -> Iterator[Finding]:
    read = source.readable()
    if read is None or source.use == "suits":
        return
    for step in sorted(read.visited):
        yield from _steps(whole, source.path, [step], cards=source.cards)
    for card in sorted(read.raised):
        yield from _cards(whole, source.path, card, cards=source.cards)


def _outcomes(whole: Whole) -> Iterator[Finding]:
    """The outcomes in which the script and its cards end, and the fields that those outcomes need."""
    if whole.outcomes is None:
        return
    needed: set[tuple[str, str]] = set()
    for onward in whole.ways.values():
        for way in onward:
            yield from _outcome(whole, way.key, way.ends, "", needed)
    for way_out in whole.card_ways:
        yield from _outcome(whole, way_out.key, way_out.ends, way_out.cards, needed)


def _outcome(whole: Whole, path: str, ends: str | None, cards: str, needed: set[tuple[str, str]]) -> Iterator[Finding]:
    if ends is None or whole.outcomes is None:
        return
    outcome = whole.outcomes.outcomes.get(ends)
    if outcome is None:
        yield _no_outcome(whole, path, ends, cards)
        return
    for field in outcome.needs:
        if field not in whole.script.fields and (ends, field) not in needed:
            needed.add((ends, field))
            yield _no_field(whole, path, field, cards=cards, outcome=outcome)


def _deed(whole: Whole, path: str, deed: Deed) -> Iterator[Finding]:
    if deed.raises is not None:
        yield from _cards(whole, under(path, "raises"), deed.raises)
    if deed.jumps is not None:
        yield from _steps(whole, under(path, "jumps"), [deed.jumps])
    if deed.ends is not None and whole.outcomes is not None and deed.ends not in whole.outcomes.outcomes:
        yield _no_outcome(whole, under(path, "ends"), deed.ends)
    for name in deed.fills or ():
        field = field_of(name) or name
        if field not in whole.script.fields and name not in whole.script.names and name not in STANDARD_NAMES:
            yield _no_field(whole, under(under(path, "fills"), name), field)


def _steps(
    whole: Whole, path: str, steps: Collection[str], *, listed: bool = False, cards: str = ""
) -> Iterator[Finding]:
    for number, step in enumerate(steps, start=1):
        if step not in whole.script.steps:
            here = item(path, number) if listed else path
            yield found("HC101", here, cards=cards, step=step, nearest=nearest(step, whole.script.steps))


def _fields(whole: Whole, path: str, fields: Collection[str]) -> Iterator[Finding]:
    for number, field in enumerate(fields, start=1):
        if field not in whole.script.fields:
            yield _no_field(whole, item(path, number), field)


def _cards(whole: Whole, path: str, card: str, *, cards: str = "") -> Iterator[Finding]:
    if card not in whole.cards and whole.sets_are_there:
        yield found("HC105", path, cards=cards, card=card, nearest=nearest(card, whole.cards))


def _no_outcome(whole: Whole, path: str, outcome: str, cards: str = "") -> Finding:
    known = whole.outcomes.outcomes if whole.outcomes else ()
    return found(
        "HC103", path, cards=cards, outcome=outcome, set=whole.script.outcomes, nearest=nearest(outcome, known)
    )


def _no_field(whole: Whole, path: str, field: str, *, cards: str = "", outcome: Outcome | None = None) -> Finding:
    why = Sentence("scripts_library:needed_by_outcome", outcome=outcome.title) if outcome else ""
    return found("HC104", path, cards=cards, field=field, why=why, nearest=nearest(field, whole.script.fields))
