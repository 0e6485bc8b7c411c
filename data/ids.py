"""Identity: a UUIDv7 for everything that is kept, written as text here and as 16 bytes in the store."""

import os
from datetime import datetime

from data.refusals import NotFound
from scripts_library.sentences import Sentence

_VERSION = 0x7 << 76
_VARIANT = 0x2 << 62
_RANDOM_A = 0xFFF << 64
_RANDOM_B = (1 << 62) - 1


def new_id(at: datetime) -> str:
    """A fresh id; ids made at a later millisecond sort after those made earlier, in text and in bytes."""
    return as_text(new_key(at))


def new_key(at: datetime) -> bytes:
    """A fresh id as it is kept."""
    chance = int.from_bytes(os.urandom(10), "big")
    return (_first_of(at) | _VERSION | chance & _RANDOM_A | _VARIANT | chance & _RANDOM_B).to_bytes(16, "big")


def from_moment(at: datetime) -> bytes:
    """The lowest id that can have been made at this moment; what was made before sorts below it."""
    return _first_of(at).to_bytes(16, "big")


def as_text(packed: bytes) -> str:
    """The id as it is read and typed: `0197a1c2-…`."""
    digits = packed.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def as_bytes(text: str) -> bytes:
    """The id as it is kept. Raises `NotFound` where the text is no id, since nothing is kept under it."""
    try:
        packed = bytes.fromhex(text.replace("-", ""))
    except ValueError:
        packed = b""
    if len(packed) != 16:
        raise NotFound(Sentence("data:thing_id"), text)
    return packed


def _first_of(at: datetime) -> int:
    return max(int(at.timestamp() * 1000), 0) << 80  # a clock that was never set may stand before 1970
