"""What of a call's words a person sees: all, all but phone numbers, or none; what is not seen reads erased."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from coach.events import AnyEvent, Filled
from scripts_library.names import name_of_field
from scripts_library.release import Release

_MANY = ("names", "sets", "values")


def without_phones(release: Release, events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The events with every phone number left out, for those who do not need one."""
    phones = {name_of_field(name) for name, field in release.script.fields.items() if field.type == "phone"}
    return [_without(event, phones | {"customer.phone"}) for event in events]


def _without(event: AnyEvent, phones: set[str]) -> AnyEvent:
    if isinstance(event, Filled):
        return replace(event, value=None) if event.name in phones else event
    seen: dict[str, Any] = {}
    for attribute in _MANY:
        values: dict[str, str | None] = getattr(event, attribute, {})
        if not phones.isdisjoint(values):
            seen[attribute] = {name: None if name in phones else text for name, text in values.items()}
    return replace(event, **seen) if seen else event
