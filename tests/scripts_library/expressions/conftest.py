"""A call that knows what a test tells it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from scripts_library.values import Value


@dataclass(frozen=True)
class Told:
    """Knows the values, raised cards and visited steps that it was told."""

    values: Mapping[str, Value]
    cards: Mapping[str, int] = field(default_factory=dict)
    steps: frozenset[str] = frozenset()

    def value(self, name: str) -> Value | None:
        """The value that was told, or None."""
        return self.values.get(name)

    def raised(self, card: str) -> int:
        """How often it was told that the card was raised."""
        return self.cards.get(card, 0)

    def visited(self, step: str) -> bool:
        """Whether it was told so."""
        return step in self.steps


Knows = Callable[..., Told]


@pytest.fixture(scope="session")
def knows() -> Knows:
    """Builds what a call knows: `knows({"company": "…"}, cards={"busy": 2}, steps={"hello"})`."""

    def build(
        values: Mapping[str, Value] | None = None,
        *,
        cards: Mapping[str, int] | None = None,
        steps: set[str] | None = None,
    ) -> Told:
        return Told(values or {}, cards or {}, frozenset(steps or ()))

    return build
