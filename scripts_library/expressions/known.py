"""What words and conditions may ask: the names, and what was raised and visited."""

from typing import Protocol

from scripts_library.values import Value


class Known(Protocol):
    """What is known at one moment of a call."""

    def value(self, name: str) -> Value | None:
        """The value of a dotted name (`customer.name`, `fields.meeting_day`, `company`), None where unknown."""

    def raised(self, card: str) -> int:
        """How often a card was raised in this call."""

    def visited(self, step: str) -> bool:
        """Whether the call has come through a step."""
