"""The settings of the check: the limits of what can be said in one go, and what only warns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["problem", "warning"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How strict the check is. `characters_a_minute` is a calm pace; `severities` names the codes that only warn."""

    sentences: int = 2
    characters_a_breath: int = 60
    opening_seconds: int = 30
    characters_a_minute: int = 260
    severities: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def opening_characters(self) -> int:
        """How many characters may be said before the customer first answers."""
        return self.opening_seconds * self.characters_a_minute // 60


SHIPPED = Limits()
