"""What the Call page needs of the book: each event durable before the next step shows."""

from typing import Protocol

from coach.events import AnyEvent
from data.kept_call import KeptCall


class Keeps(Protocol):
    """The part of the book that keeps calls under way."""

    def keep(self, kept: KeptCall, event: AnyEvent) -> KeptCall:
        """The call after one more event, durable when this returns; raises a `Refusal` and keeps nothing else."""

    def end_interrupted(self, kept: KeptCall) -> KeptCall:
        """End a call that was cut off."""
