"""What is put right about a finished call: the outcome, the intent, the fields. Nothing is kept before it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from msgspec.structs import replace as with_values

from coach.call import Call
from coach.capturing import captured
from coach.ending import asks_intent, intent_of, outcome_of
from coach.events import Amended, Finished
from scripts_library.names import name_of_field
from scripts_library.outcomes import Intent


@dataclass(frozen=True, slots=True)
class PuttingRight:
    """A finished call and what is to be said of it instead; an intent that is None stays, as a field not named does."""

    call: Call
    outcome: str
    intent: Intent | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, call: Call) -> "PuttingRight":
        """A finished call, as it stands."""
        return cls(call, outcome_of(call))

    @property
    def knowing(self) -> Call:
        """The call as it would then know its fields."""
        return with_values(self.call, values=captured(self.call, self.values))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that can be put right: first those that the outcome needs, then what else is or was known.

        One that was just cleared stays: it has the keyboard.
        """
        knows, needs = self.call.knows, self.needs
        others = (name for name in self.call.release.script.fields if name not in needs)
        told = (name for name in others if knows.field(name) is not None or name_of_field(name) in self.values)
        return (*needs, *told)

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields that the outcome needs."""
        return self.call.release.outcomes.outcomes[self.outcome].needs

    @property
    def changes(self) -> bool:
        """Whether anything would be another than it is."""
        other = self.outcome != outcome_of(self.call) or self._graded not in {None, intent_of(self.call, self.outcome)}
        return other or self.knowing.values != self.call.values

    @property
    def said_at(self) -> datetime:
        """When it was all said: «tomorrow» is the day after the call, whenever it is put right."""
        return next(event.at for event in self.call.trail if isinstance(event, Finished))

    def with_outcome(self, outcome: str) -> "PuttingRight":
        """Ended otherwise."""
        return replace(self, outcome=outcome)

    def with_intent(self, intent: Intent) -> "PuttingRight":
        """Another intent; chosen again, the call's own stays."""
        return replace(self, intent=None if self.intent == intent else intent)

    def with_field(self, name: str, value: str) -> "PuttingRight":
        """A field with another written value; an empty one clears it."""
        return replace(self, values={**self.values, name_of_field(name): value})

    def event(self, *, at: datetime, by: str, reason: str) -> Amended:
        """The amendment that says so."""
        outcome = None if self.outcome == outcome_of(self.call) else self.outcome
        return Amended(at=at, by=by, reason=reason, outcome=outcome, intent=self._graded, values=dict(self.values))

    @property
    def _graded(self) -> Intent | None:
        """The other intent, where the outcome asks for one."""
        return self.intent if asks_intent(self.call, self.outcome) else None
