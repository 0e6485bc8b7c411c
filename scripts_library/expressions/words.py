"""Words: what is said at a step, with the names filled in and the gaps shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from scripts_library.expressions import tree
from scripts_library.expressions.conditions import Condition
from scripts_library.expressions.known import Known
from scripts_library.expressions.lines import Line, Writes, lowered
from scripts_library.expressions.pieces import PAUSE_MARK, Gap, Piece, Text, plain_lines, split_at_pauses
from scripts_library.expressions.refusal import NotAllowed
from scripts_library.sentences import Sentence

LONGEST_WORDS = 4000  # characters
MOST_CONDITIONS = 6  # different ones in one line's words, so that the check can read them in every way
_OPENINGS = re.compile(r"\{[{%#]")
_PLAIN_FILL = re.compile(r"\{\{\s*([^\W\d]\w*(?:\.[^\W\d]\w*)?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a line, ready to be said: `words("您好，{{ customer.called }}").pieces(known, "zh-CN")`.

    `names`, `raised` and `visited` are all that they ask about.
    """

    names: frozenset[str]
    raised: frozenset[str]
    visited: frozenset[str]
    _constant: tuple[Piece, ...] | None = field(compare=False, repr=False)
    _conditions: tuple[Condition, ...] = field(compare=False, repr=False)
    _writes: tuple[Writes, ...] = field(compare=False, repr=False)

    def pieces(self, known: Known, language: str) -> tuple[Piece, ...]:
        """What is said now. Adjacent texts are one; a name that is not known is a gap."""
        if self._constant is not None:
            return self._constant
        return self._written(Line(known, language, lambda index: self._conditions[index](known)))

    def readings(self, known: Known, language: str) -> Iterator[tuple[Piece, ...]]:
        """The words in every way that their `{% if %}` may turn out; the same condition turns out the same."""
        for truths in product((True, False), repeat=len(self._conditions)):
            yield self._written(Line(known, language, truths.__getitem__))

    def plain(self, known: Known, language: str, title: Callable[[str], str] = str) -> str:
        """What is said now as one text: a gap as 【its title】, a pause as its mark."""
        return plain(self.pieces(known, language), title)

    def _written(self, line: Line) -> tuple[Piece, ...]:
        for write in self._writes:
            write(line)
        return line.pieces()


@lru_cache(maxsize=8192)
def words(source: str) -> Words:
    """Reads the words of a line, as authored. Raises `NotAllowed`.

    Text alone, and text with plain `{{ name }}`s, which is nearly all that scripts hold, needs no Jinja.
    """
    source = plain_lines(source).removesuffix("\n")  # the end of a YAML block
    if len(source) > LONGEST_WORDS:
        sentence = Sentence("scripts_library:expression_too_long", length=len(source), limit=LONGEST_WORDS)
        raise NotAllowed(sentence, source, LONGEST_WORDS)
    parts = _plainly_read(source)
    if parts is None:
        # Jinja costs 50 ms to load, which the first painted window must not wait for.
        from scripts_library.expressions.reading import words_tree

        parts = words_tree(source)
    ready = lowered(parts)
    if len(ready.conditions) > MOST_CONDITIONS:
        sentence = Sentence("scripts_library:expression_too_many_conditions", limit=MOST_CONDITIONS)
        raise NotAllowed(sentence, source, 0)
    return Words(
        names=ready.names.union(*(one.names for one in ready.conditions)),
        raised=frozenset().union(*(one.raised for one in ready.conditions)),
        visited=frozenset().union(*(one.visited for one in ready.conditions)),
        _constant=ready.constant,
        _conditions=ready.conditions,
        _writes=ready.writes,
    )


def plain(pieces: tuple[Piece, ...], title: Callable[[str], str] = str) -> str:
    """Pieces as one text: a gap as 【its title】, a pause as its mark."""
    if len(pieces) == 1 and isinstance(only := pieces[0], Text):
        return only.text
    return "".join(_plain(piece, title) for piece in pieces)


def _plain(piece: Piece, title: Callable[[str], str]) -> str:
    match piece:
        case Text(text):
            return text
        case Gap(name):
            return f"【{title(name)}】"
        case _:
            return PAUSE_MARK


def _plainly_read(source: str) -> tuple[tree.Part, ...] | None:
    """The parts of text with plain `{{ name }}`s, exactly as Jinja reads them; None where there is more to it."""
    stretches = _PLAIN_FILL.split(source)
    last = len(stretches) - 1
    parts: list[tree.Part] = []
    for index, stretch in enumerate(stretches):
        if index % 2:
            if not all(tree.is_name(part) for part in stretch.split(".")):
                return None
            parts.append(tree.Fill(stretch))
        elif _OPENINGS.search(stretch) or (index < last and stretch.endswith("{")):
            return None
        else:
            parts.extend(split_at_pauses(stretch))
    return tuple(parts)
