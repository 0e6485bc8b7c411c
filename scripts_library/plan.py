"""Plans: whole calls as data, which serve as examples, as tests and as the proof before publishing."""

from datetime import datetime, timedelta, timezone
from typing import ClassVar

import msgspec

from scripts_library.document import Part

# A time without an offset is taken here (script-format, Walking).
PLAN_ZONE = timezone(timedelta(hours=8))


class Deed(Part, frozen=True, kw_only=True):
    """One line of a plan; exactly one of the verbs is given."""

    one_of: ClassVar[tuple[str, ...]] = (
        "hears",
        "raises",
        "returns",
        "goes_on",
        "jumps",
        "fills",
        "none_of_these",
        "notes",
        "back",
        "ends",
    )

    hears: str | None = None
    raises: str | None = None
    returns: bool | None = None
    goes_on: bool | None = None
    jumps: str | None = None
    fills: dict[str, str] | None = None
    none_of_these: str | None = None
    notes: str | None = None
    back: bool | None = None
    ends: str | None = None


class Plan(Part, frozen=True, kw_only=True):
    """A whole call. `given` sets names for this plan alone; `at` is when it begins (aware)."""

    title: str
    at: datetime | None = None
    given: dict[str, str] = msgspec.field(default_factory=dict)
    does: tuple[Deed, ...]
