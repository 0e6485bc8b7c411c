"""What can happen in a call, one frozen value each: ids and shapes, and apart from them what was said."""

from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from scripts_library.outcomes import Intent

SCHEMA = 1

# What was said about a person. These are kept apart from the event and are all that an erasure takes away;
# an erased value reads None.
SAID = ("names", "sets", "value", "words", "text", "values", "reason")


# How a line was shown when it was left: its words, its points, or the prompts alone.
Shown = Literal["words", "points", "prompts"]
HangsUp = Literal["customer", "agent", "nobody"]  # nobody: the line was cut


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """One thing that happened. `at` is aware, in the call's own zone: the first event gives the local day."""

    at: datetime

    @property
    def kind(self) -> str:
        """Its name on the trail: `dialled`, `heard` and so on."""
        return str(self.__struct_config__.tag)


class Dialled(Event, frozen=True, kw_only=True, tag="dialled"):
    """The agent dialled. `names` are the values that the words may use, in written form, by dotted name."""

    names: dict[str, str | None] = msgspec.field(default_factory=dict)


class Answered(Event, frozen=True, kw_only=True, tag="answered"):
    """Somebody picked up: the talk clock starts and the first line shows."""

    enters: tuple[str, ...] = ()


class Unanswered(Event, frozen=True, kw_only=True, tag="unanswered"):
    """Nobody to talk to; `why` is the outcome that says so (`no-answer`, `busy-line` …)."""

    why: str


class WentOn(Event, frozen=True, kw_only=True, tag="went_on"):
    """The agent said the line and went on. `enters` are the steps entered, silent ones too, in order."""

    enters: tuple[str, ...] = ()
    shown: Shown = "words"


class Heard(Event, frozen=True, kw_only=True, tag="heard"):
    """The customer gave the reply with this number, counted from 1 as on the keys.

    `sets` are the fields that the reply set, resolved and in written form.
    """

    reply: int
    enters: tuple[str, ...] = ()
    sets: dict[str, str | None] = msgspec.field(default_factory=dict)
    shown: Shown = "words"


class Raised(Event, frozen=True, kw_only=True, tag="raised"):
    """The customer raised an objection or asked a common question: a card of the script."""

    card: str


class Returned(Event, frozen=True, kw_only=True, tag="returned"):
    """The agent left the card for where it came up; it stays raised."""


class Jumped(Event, frozen=True, kw_only=True, tag="jumped"):
    """The agent's own jump to a step."""

    step: str
    enters: tuple[str, ...] = ()
    shown: Shown = "words"


class Filled(Event, frozen=True, kw_only=True, tag="filled"):
    """A field or a gap was filled: `name` is `fields.<id>` or any other dotted name; an empty value clears it.

    `clears` says so apart from the value, so that it stays plain after an erasure.
    """

    name: str
    value: str | None
    clears: bool = False


class WentBack(Event, frozen=True, kw_only=True, tag="went_back"):
    """The last move was a mistake and is taken back. What was captured stays."""


class NoneOfThese(Event, frozen=True, kw_only=True, tag="none_of_these"):
    """The customer said something that no reply covers, in the agent's few words."""

    words: str | None


class Noted(Event, frozen=True, kw_only=True, tag="noted"):
    """The note of this call as it now stands."""

    text: str | None


class Paused(Event, frozen=True, kw_only=True, tag="paused"):
    """The talk stopped for a while (the customer asked to wait)."""


class Resumed(Event, frozen=True, kw_only=True, tag="resumed"):
    """The talk goes on: after a pause, or after a hang-up that was none."""


class HungUp(Event, frozen=True, kw_only=True, tag="hung_up"):
    """The talk ended. `nobody` hung up where the call was cut off; `proposes` is an outcome that is plain by now."""

    by: HangsUp
    proposes: str | None = None
    shown: Shown = "words"


class Promised(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the call promised: a callback or an appointment, and when it is due. No word about the person."""

    what: Literal["callback", "appointment"]
    due_at: datetime
    agreed: bool = True


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """What was sold: units, and the amount in the smallest unit of money (fen)."""

    units: Decimal
    amount: int


class Finished(Event, frozen=True, kw_only=True, tag="finished"):
    """The agent finished the call.

    `promised` and `deal` are taken from the fields as the call is finished, so that no fact depends on what an erasure
    takes away.
    """

    outcome: str
    intent: Intent | None = None
    tags: tuple[str, ...] = ()
    agreed: bool = True
    promised: Promised | None = None
    deal: Deal | None = None


class Amended(Event, frozen=True, kw_only=True, tag="amended"):
    """A finished call was put right: its outcome, intent or fields, by whom and why. What is None stays."""

    by: str
    reason: str | None
    outcome: str | None = None
    intent: Intent | None = None
    values: dict[str, str | None] = msgspec.field(default_factory=dict)
    promised: Promised | None = None
    deal: Deal | None = None


AnyEvent = (
    Dialled
    | Answered
    | Unanswered
    | WentOn
    | Heard
    | Raised
    | Returned
    | Jumped
    | Filled
    | WentBack
    | NoneOfThese
    | Noted
    | Paused
    | Resumed
    | HungUp
    | Finished
    | Amended
)
