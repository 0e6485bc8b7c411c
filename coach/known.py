"""What a call knows when its words and conditions are read: names, fields, and what was visited and raised."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from coach.position import Point
from scripts_library.release import Release
from scripts_library.values import Value


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
        """The value of a dotted name, or None where nobody knows it; a field falls back on its default."""
        asked: set[str] = set()
        while name not in self.values:
            if name == "now":
                return self.at
            if name == "today":
                return self.at.date() if self.at else None
            default = self._default(name)
            if default is None or default in asked:
                return None
            asked.add(default)
            name = default
        return self.values[name]

    def _default(self, name: str) -> str | None:
        if not name.startswith("fields."):
            return None
        field = self.release.script.fields.get(name.removeprefix("fields."))
        return field.default if field is not None else None

    def raised(self, card: str) -> int:
        """How often a card was raised in this call, less what was gone back over."""
        return sum(point.raised == card for point in self.path)

    def visited(self, step: str) -> bool:
        """Whether the effective path has come through a step, silent or spoken."""
        return step in self.entering or any(step in point.entered for point in self.path)
