"""What a call captures: text becomes a typed value, and the resolved value is what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.refusals import NotOffered
from scripts_library.names import STANDARD_NAMES, field_of, name_of_field
from scripts_library.release import Release
from scripts_library.values import ERASED, HalfDay, Value
from scripts_library.values.parsing import parse
from scripts_library.values.written import read_written, written

if TYPE_CHECKING:
    from coach.call import Call

_OF_THE_CLOCK = frozenset({"today", "now"})  # each event's own time says what these are
# The standard names that are more than text; everything else that words use is text.
_TYPES = {
    "customer.phone": "phone",
    "last_call.day": "date",
    "slot_1": "half_day",
    "slot_2": "half_day",
}


def type_of(release: Release, name: str) -> str:
    """The type of a dotted name: the field's own, or that of the standard name."""
    field = field_of(name)
    return _TYPES.get(name, "text") if field is None else release.script.fields[field].type


def can_be_filled(release: Release, name: str) -> bool:
    """Whether a call of this release has such a field, or such a gap to fill."""
    field = field_of(name)
    if field is not None:
        return field in release.script.fields
    return name not in _OF_THE_CLOCK and (name in STANDARD_NAMES or name in release.script.names)


def judge_names(call: Call, names: Mapping[str, str | None]) -> None:
    """Raises `NotOffered` for a field that the script has not; other names may be more than its words use."""
    fields = call.release.script.fields
    for name in names:
        field = field_of(name)
        if field is not None and field not in fields:
            raise NotOffered(name, map(name_of_field, fields))


def resolved(call: Call, name: str, text: str, at: datetime) -> str:
    """The written form of what was captured: «in 1 hour» becomes the hour it means.

    Raises `NotOffered` for an unknown name and `NotAValue` where the text is no such value.
    """
    if not can_be_filled(call.release, name):
        fields = map(name_of_field, call.release.script.fields)
        standard = (known for known in STANDARD_NAMES if known not in _OF_THE_CLOCK)
        raise NotOffered(name, (*fields, *call.release.script.names, *standard))
    if not text:
        return ""
    field = call.release.script.fields.get(field_of(name) or "")
    options = field.options if field is not None else ()
    slots = {slot: half for slot in ("slot_1", "slot_2") if isinstance(half := call.values.get(slot), HalfDay)}
    return written(parse(text, type_of(call.release, name), at=at, options=options, slots=slots))


def captured(call: Call, values: Mapping[str, str | None]) -> Mapping[str, Value]:
    """What the call knows after these written values: None was erased, an empty text clears."""
    known = dict(call.values)
    for name, text in values.items():
        if text is None:
            known[name] = ERASED
        elif text:
            known[name] = read_written(text, type_of(call.release, name))
        else:
            known.pop(name, None)
    return MappingProxyType(known)


def missing(call: Call, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the fields that the call has no value for, in their order."""
    return tuple(field for field in fields if call.knows.field(field) is None)


def titles(call: Call, fields: tuple[str, ...]) -> list[str]:
    """The titles of fields, as the agent reads them."""
    return [call.release.script.fields[field].title for field in fields]
