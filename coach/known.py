"""What a call knows when its words and conditions are read: names, fields, and what was visited and raised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from coach.position import Point
from scripts_library.release import Release
from scripts_library.values import Value


@dataclass(frozen=True, slots=True)
class CallKnows:
    """The names of a call at one moment, as the words, conditions and the check ask for them.

    `entering` are the steps that the move under way has entered so far.
    """

    release: Release
    values: Mapping[str, Value]
    path: tuple[Point, ...]
    at: datetime | None
    entering: tuple[str, ...] = ()

    def value(self, name: str) -> Value | None:
        """The value of a dotted name, or None where nobody knows it; a field falls back on its default."""
        if name in self.values:
            return self.values[name]
        if name == "now":
            return self.at
        if name == "today":
            return self.at.date() if self.at else None
        if name.startswith("fields."):
            field = self.release.script.fields.get(name.removeprefix("fields."))
            if field is not None and field.default is not None and field.default != name:
                return self.value(field.default)
        return None

    def raised(self, card: str) -> int:
        """How often a card was raised in this call, less what was gone back over."""
        return sum(point.raised == card for point in self.path)

    def visited(self, step: str) -> bool:
        """Whether the effective path has come through a step, silent or spoken."""
        return step in self.entering or any(step in point.entered for point in self.path)
