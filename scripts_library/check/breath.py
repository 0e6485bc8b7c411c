"""Item 9: nobody talks at the customer: sentences in a row, characters in one breath, the opening."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scripts_library.check.card_ways import answer_path
from scripts_library.check.finding import Finding, found
from scripts_library.check.joined import Joined, joined
from scripts_library.check.limits import Limits
from scripts_library.check.samples import Samples, samples_of
from scripts_library.check.stretches import Said, characters, said
from scripts_library.check.ways import step_path
from scripts_library.check.whole import Whole
from scripts_library.names import samples
from scripts_library.objections import Objections
from scripts_library.places import under

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SHOWN = 20  # characters of a long breath that its sentence quotes
_A_MINUTE = 60


def breath_of_cards(objections: Objections, limits: Limits) -> Iterator[Finding]:
    """Answers that say too much in a row. A set has no language of its own: its words tell."""
    for path, says in _answers(objections):
        language = "zh" if _CHINESE.search(says) else "en"
        yield from _line(path, said(says, Samples(samples(language)), language), limits)


def breath(whole: Whole) -> Iterator[Finding]:
    """Steps that say too much in a row, what `goto` joins to them counted, and an opening that goes on too long.

    Its cards are read with the samples of the script: a name of its own is nothing to a set that is checked alone.
    """
    lines = joined(whole)
    for name, line in lines.lines.items():
        path = under(step_path(name), "says")
        before = lines.before.get(name, 0)
        # Where it was too much already, the step before is the one to mend.
        counted = before if before <= whole.limits.sentences else 0
        yield from _sentences(path, line, whole.limits, counted, lines.way_to(name) if counted else ())
        yield from _breath(path, line, whole.limits, lines.breath.get(name, ""), lines.breath_to(name))
    yield from _opening(whole, lines)
    for name, objections in whole.sets.items():
        yield from _by_samples(name, objections, whole)


def _by_samples(name: str, objections: Objections, whole: Whole) -> Iterator[Finding]:
    """Answers that say too much with the names of the script; of one that does so anyway, its set tells."""
    known = samples_of(whole.script)
    anyway = {(one.code, one.path) for one in breath_of_cards(objections, whole.limits)}
    for path, says in _answers(objections):
        for one in _line(path, said(says, known, whole.script.language), whole.limits):
            if (one.code, one.path) not in anyway:
                yield replace(one, cards=name)


def _answers(objections: Objections) -> Iterator[tuple[str, str]]:
    """The words of every answer, with their path."""
    for card, told in objections.cards.items():
        for number, answer in enumerate(told.answers, start=1):
            yield under(answer_path(card, number), "says"), answer.says


def _line(path: str, line: Said, limits: Limits) -> Iterator[Finding]:
    yield from _sentences(path, line, limits)
    yield from _breath(path, line, limits)


def _sentences(
    path: str, line: Said, limits: Limits, before: int = 0, witness: tuple[str, ...] = ()
) -> Iterator[Finding]:
    count = line.sentences(before)
    if count > limits.sentences:
        yield found("HC901", path, witness=witness, count=count, most=limits.sentences)


def _breath(
    path: str, line: Said, limits: Limits, before: str = "", witness: tuple[str, ...] = ()
) -> Iterator[Finding]:
    longest = line.longest_breath(before)
    length = characters(longest)
    if length > limits.characters_a_breath:
        start = longest if len(longest) <= _SHOWN else f"{longest[:_SHOWN]}…"
        runs_on = characters(line.longest_breath()) < length
        way = witness if runs_on else ()
        yield found("HC902", path, witness=way, count=length, most=limits.characters_a_breath, start=start)


def _opening(whole: Whole, lines: Joined) -> Iterator[Finding]:
    last = max(lines.opening, key=lines.opening.__getitem__, default=None)
    if last is not None and lines.opening[last] > whole.limits.opening_characters:
        seconds = -(-lines.opening[last] * _A_MINUTE // whole.limits.characters_a_minute)
        yield found(
            "HC903",
            step_path(whole.script.start),
            witness=chain if len(chain := lines.opening_to(last)) > 1 else (),
            seconds=seconds,
            most=whole.limits.opening_seconds,
        )
