"""What a call knows when its words and conditions are read: names, fields, and what was visited and raised."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from coach.position import Point
from scripts_library.names import field_of, name_of_field
from scripts_library.release import Release
from scripts_library.script import Field
from scripts_library.values import Value
from scripts_library.values.fitting import fits


class CallKnows(msgspec.Struct, frozen=True):
    """The names of a call at one moment, as the words, conditions and the check ask for them.

    `entering` are the steps that the move under way has entered so far.
    """

    release: Release
    values: Mapping[str, Value]
    path: tuple[Point, ...]
    at: datetime | None
    entering: tuple[str, ...] = ()

    def value(self, name: str) -> Value | None:
        """The value of a dotted name, or None where nobody knows it; a field falls back on its default.

        A default that the field cannot have, a company for a day, leaves it unknown.
        """
        defaulting: list[Field] = []
        while (value := self._told(name)) is None:
            field = self._field(name)
            if field is None or field.default is None or field in defaulting:
                return None
            defaulting.append(field)
            name = field.default
        return value if all(fits(value, field.type, field.options) for field in defaulting) else None

    def field(self, field: str) -> Value | None:
        """The value of a field, by its id."""
        return self.value(name_of_field(field))

    def _told(self, name: str) -> Value | None:
        """What was captured, or what the clock says."""
        if name in self.values:
            return self.values[name]
        match name:
            case "now":
                return self.at
            case "today":
                return self.at.date() if self.at else None
            case _:
                return None

    def _field(self, name: str) -> Field | None:
        return self.release.script.fields.get(field_of(name) or "")

    def raised(self, card: str) -> int:
        """How often a card was raised in this call, less what was gone back over."""
        return sum(point.raised == card for point in self.path)

    def visited(self, step: str) -> bool:
        """Whether the effective path has come through a step, silent or spoken."""
        return step in self.entering or any(step in point.entered for point in self.path)
