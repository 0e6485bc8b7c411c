"""How words are said: the stretches between pauses, the sentences in a stretch, the characters in a breath."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts_library.check.samples import Samples
from scripts_library.expressions import NotAllowed, Pause, Piece, Text, words

# A full stop ends a sentence before a space or at the end: 3.5 is a number.
_SENTENCE_END = re.compile(r"(?:[。！？!?…]|\.(?=\s|$))+")
_BREATH_END = re.compile(r"[。！？!?…，]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a line in each way that its conditions may turn out, each as the stretches between its pauses."""

    ways: Sequence[Sequence[str]]

    @property
    def characters(self) -> int:
        """How many characters are said at most."""
        return max((sum(map(characters, way)) for way in self.ways), default=0)

    def sentences(self, before: int) -> int:
        """The most sentences in one stretch, where so many were said just before the line."""
        return max((count for way in self.ways for count in _counts(way, before)), default=0)

    def sentences_after(self, before: int) -> int:
        """How many sentences at most have been said when the line ends, since the last pause."""
        return max((_counts(way, before)[-1] for way in self.ways), default=before)

    def longest_breath(self, before: str = "") -> str:
        """The longest run of words without a mark that lets one breathe; `before` was said just before the line."""
        return max((part for way in self.ways for part in _breaths(way, before)), key=characters, default="").strip()

    def breath_after(self, before: str) -> str:
        """The words at the end of the line, at most, after which nobody has breathed."""
        return max((_breaths(way, before)[-1] for way in self.ways), key=characters, default=before)


def said(source: str, known: Samples, language: str) -> Said:
    """Words as they are said; nothing where they are not allowed, which is a problem of its own."""
    try:
        return Said([_stretches(pieces) for pieces in words(source).readings(known, language)])
    except NotAllowed:
        return Said([])


def characters(text: str) -> int:
    """The characters that take time to say: signs and blanks do not."""
    return sum(map(str.isalnum, text))


def _stretches(pieces: Sequence[Piece]) -> Sequence[str]:
    stretches = [""]
    for piece in pieces:
        if isinstance(piece, Pause):
            stretches.append("")
        elif isinstance(piece, Text):
            stretches[-1] += piece.text
    return stretches


def _counts(way: Sequence[str], before: int) -> Sequence[int]:
    """The sentences of each stretch; what was said just before counts to the first."""
    own = [sum(1 for part in _SENTENCE_END.split(stretch) if characters(part)) for stretch in way]
    return [before + own[0], *own[1:]]


def _breaths(way: Sequence[str], before: str) -> Sequence[str]:
    """The runs of words without a mark; what was said just before begins the first."""
    first, *others = way
    return [part for stretch in (before + first, *others) for part in _BREATH_END.split(stretch)]
