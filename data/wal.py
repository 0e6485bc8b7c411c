"""The write-ahead log that a crash leaves: SQLite reads it up to the first torn frame, and says nothing."""

import struct
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from data.refusals import NotReadable

_HEADER = 32
_FRAME_HEADER = 24
_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}


class Frame(NamedTuple):
    """One frame of the log: whether it is whole, of this run of the log, and the last of its transaction.

    A run has two numbers of its own; where one of them is right the other was damaged.
    """

    whole: bool
    current: bool
    commits: bool


def lost_steps(log: Path) -> bool:
    """Whether committed steps in the log can no longer be read: a frame is not whole and more was committed after it.

    Each commit is on the disk before the next begins, so nothing but damage does that. A last transaction that is not
    whole is none: the power went before it was committed. A program that writes meanwhile may look like damage once.
    Raises `NotReadable`.
    """
    return _lost(log) and _lost(log)


def _lost(log: Path) -> bool:
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return False
    except PermissionError as error:
        raise NotReadable(log) from error
    if len(content) <= _HEADER or not any(content):  # nothing was written to it, or to the room that it was given
        return False
    frames = _frames(content)
    if frames is None:
        return True
    after_gap = [frame for frame in dropwhile(lambda frame: frame.whole, frames) if frame.current]
    return any(frame.commits for frame in after_gap[:-1])


def _frames(content: bytes) -> Iterator[Frame] | None:
    """All frames of a log; None where its header is not whole."""
    magic, _, page_size, _, *salts, first, second = struct.unpack(">8I", content[:_HEADER])
    order = _MAGIC.get(magic)
    if order is None or _checksum(content[: _HEADER - 8], order, (0, 0)) != (first, second):
        return None
    return _read(content, order, page_size, tuple(salts), (first, second))


def _read(content: bytes, order: str, page_size: int, salts: tuple[int, ...], sums: tuple[int, int]) -> Iterator[Frame]:
    whole = True
    for start in range(_HEADER, len(content) - _FRAME_HEADER - page_size + 1, _FRAME_HEADER + page_size):
        _, pages, *rest = struct.unpack_from(">6I", content, start)
        current = rest[0] == salts[0] or rest[1] == salts[1]
        if whole:
            page = start + _FRAME_HEADER
            sums = _checksum(
                content[page : page + page_size], order, _checksum(content[start : start + 8], order, sums)
            )
        whole = whole and tuple(rest[:2]) == salts and sums == tuple(rest[2:])
        yield Frame(whole, current, pages != 0)


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """SQLite's checksum of the log, which each frame carries on from the one before."""
    first, second = sums
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for one, other in zip(words, words, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
