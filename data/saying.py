"""An event in two parts: its shape, which stays, and what was said about a person, which an erasure takes away."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec
from msgspec.structs import replace

from coach.call import Call
from coach.events import SAID, SCHEMA, Amended, AnyEvent, Finished
from coach.transitions import after
from scripts_library.text import clean

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(dict[str, Any])


def kept_after(call: Call, event: AnyEvent) -> Call:
    """The call after one more event, exactly as it will be read again. Raises what the call refuses.

    The event is judged by the rules of the zone that its time has («tomorrow at three» may lie behind a change of
    clocks); what is kept of each time is its offset.
    """
    judged = call.then(cleaned(event))
    told = judged.trail[-1]
    kept = _with_offsets(told)
    return judged if kept is told else after(call, kept, recorded=True)


def cleaned(event: AnyEvent) -> AnyEvent:
    """The event with every text of it fit for every store."""
    fit: dict[str, Any] = {}
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if isinstance(value, str):
            fit[name] = clean(value)
        elif isinstance(value, dict) and value:
            fit[name] = {clean(key): text if text is None else clean(text) for key, text in value.items()}
    return replace(event, **fit) if fit else event


def parted(event: AnyEvent) -> tuple[str, dict[str, str]]:
    """The shape as JSON without kind and time, and what was said by field.

    An attribute with many values keeps their names in the shape, so that a replay shows what was erased.
    """
    plain: dict[str, Any] = msgspec.to_builtins(event)
    said: dict[str, str] = {}
    del plain["kind"], plain["at"]
    for attribute in SAID:
        if attribute not in plain:
            continue
        value = plain[attribute]
        if isinstance(value, dict):
            plain[attribute] = list(value)
            said.update((field, text) for field, text in value.items() if text is not None)
        else:
            plain[attribute] = None
            if value is not None:
                said[attribute] = value
    return _encoder.encode(plain).decode(), said


def _with_offsets(event: AnyEvent) -> AnyEvent:
    """The event with its times as they will be read again."""
    at = _with_offset(event.at)
    if isinstance(event, Finished | Amended) and event.promised is not None:
        return replace(event, at=at, promised=replace(event.promised, due_at=_with_offset(event.promised.due_at)))
    return event if at is event.at else replace(event, at=at)


def _with_offset(at: datetime) -> datetime:
    """The moment with its offset from UTC in whole minutes: the rules of a zone are not kept, nor odd seconds."""
    offset = at.utcoffset() or timedelta()
    if isinstance(at.tzinfo, timezone) and not offset % timedelta(minutes=1):
        return at  # as nearly always
    minutes = round(offset / timedelta(minutes=1))
    return at.astimezone(timezone(timedelta(minutes=minutes)))


def joined(kind: str, at: str, schema: int, shape: str, said: Mapping[str, str]) -> AnyEvent:
    """The event as it was, without what is no longer said about a person."""
    if schema != SCHEMA:
        raise AssertionError(f"an event of schema {schema}; a migration must have brought it up")
    plain = _decoder.decode(shape)
    for attribute in SAID:
        if attribute in plain:
            fields: Iterable[str] | None = plain[attribute]
            plain[attribute] = said.get(attribute) if fields is None else {name: said.get(name) for name in fields}
    event: AnyEvent = msgspec.convert({"kind": kind, "at": at, **plain}, AnyEvent)
    return event
