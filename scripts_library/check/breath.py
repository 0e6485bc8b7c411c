"""Item 9: nobody talks at the customer: sentences in a row, characters in one breath, the opening."""

import re
from collections.abc import Iterator

from scripts_library.check.card_ways import answer_path
from scripts_library.check.finding import Finding, found
from scripts_library.check.joined import Joined, joined
from scripts_library.check.limits import Limits
from scripts_library.check.samples import Samples
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
    for card, told in objections.cards.items():
        for number, answer in enumerate(told.answers, start=1):
            language = "zh" if _CHINESE.search(answer.says) else "en"
            line = said(answer.says, Samples(samples(language)), language)
            yield from _line(under(answer_path(card, number), "says"), line, limits)


def breath(whole: Whole) -> Iterator[Finding]:
    """Steps that say too much in a row, what `goto` joins to them counted, and an opening that goes on too long."""
    lines = joined(whole)
    for name, line in lines.lines.items():
        before = lines.before.get(name, 0)
        # Where it was too much already, the step before is the one to mend.
        counted = before if before <= whole.limits.sentences else 0
        witness = lines.way_to(name) if counted else ()
        yield from _line(under(step_path(name), "says"), line, whole.limits, before=counted, witness=witness)
    yield from _opening(whole, lines)


def _line(
    path: str, line: Said, limits: Limits, *, before: int = 0, witness: tuple[str, ...] = ()
) -> Iterator[Finding]:
    count = line.sentences(before)
    if count > limits.sentences:
        yield found("HC901", path, witness=witness, count=count, most=limits.sentences)
    longest = line.longest_breath()
    length = characters(longest)
    if length > limits.characters_a_breath:
        start = longest if len(longest) <= _SHOWN else f"{longest[:_SHOWN]}…"
        yield found("HC902", path, count=length, most=limits.characters_a_breath, start=start)


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
