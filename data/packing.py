"""Facts, limits and moments as they are kept."""

from datetime import datetime

import msgspec

from coach.facts import Facts
from coach.limits import Limits

_facts_encoder = msgspec.msgpack.Encoder()
_facts_decoder = msgspec.msgpack.Decoder(Facts)


def packed_facts(found: Facts) -> bytes:
    """The facts of a call in few bytes."""
    return _facts_encoder.encode(found)


def read_facts(packed: bytes) -> Facts:
    """The facts of a call as they were."""
    return _facts_decoder.decode(packed)


def written_limits(limits: Limits) -> str:
    """Limits in JSON; what is customary is not written."""
    return msgspec.json.encode(limits).decode()


def read_limits(text: str) -> Limits:
    """Limits as they were in force."""
    return msgspec.json.decode(text, type=Limits)


def iso(moment: datetime | None) -> str | None:
    """A moment as it is kept, with its offset."""
    return None if moment is None else moment.isoformat()


def moment(text: str | None) -> datetime | None:
    """A moment as it was."""
    return None if text is None else datetime.fromisoformat(text)
