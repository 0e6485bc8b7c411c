"""What words come out as: text to say, gaps to fill, pauses for the customer."""

from collections.abc import Iterator

import msgspec

PAUSE_MARK = "‖"


class Text(msgspec.Struct, frozen=True):
    """Words to say."""

    text: str


class Gap(msgspec.Struct, frozen=True):
    """A name that nobody knows yet: a visible gap to fill."""

    name: str


class Pause(msgspec.Struct, frozen=True):
    """`‖`: here the customer has room to answer."""


Piece = Text | Gap | Pause
PAUSE = Pause()


def plain_lines(source: str) -> str:
    """A source whose lines end with `\n` alone, wherever it was written."""
    return source.replace("\r\n", "\n").replace("\r", "\n")


def split_at_pauses(text: str) -> Iterator[Text | Pause]:
    """Authored text as pieces; empty stretches are left out."""
    first, *others = text.split(PAUSE_MARK)
    if first:
        yield Text(first)
    for other in others:
        yield PAUSE
        if other:
            yield Text(other)
