"""What one finished call contributed: the facts that every sum and every score is made of."""

from datetime import date

import msgspec

from coach.events import Deal, HangsUp, Promised
from scripts_library.objections import Technique
from scripts_library.outcomes import Intent, Result

NOT_DIALLED = "not-dialled"  # the outcome by which a dial is taken back: a slip, and no dial at all


class ObjectionFact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One raise of an objection card that counts: the technique of its last answer, and all that were tried."""

    card: str
    technique: Technique
    tried: tuple[Technique, ...]
    overcome: bool


class Facts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Counts are 0 or 1 a call unless said; times are whole seconds; weights are those of the must-say steps.

    `day` and `hour` are the call's own, local. `hung_up_at` is the step where the talk ended, `hung_up_in` the card
    that was open there. Nothing here is said about a person: facts outlive an erasure.
    """

    day: date
    hour: int
    outcome: str
    result: Result
    dial: int = 1
    answered: int = 0
    contact: int = 0
    right_party: int = 0
    effective: int = 0
    talk_seconds: int = 0
    effective_seconds: int = 0
    wrap_up_seconds: int = 0
    pitch: int = 0
    objections: tuple[ObjectionFact, ...] = ()
    must_due: int = 0
    must_done: int = 0
    order_broken: int = 0
    skimmed: int = 0
    none_of_these: int = 0
    jumps: int = 0
    wechat_asked: int = 0
    wechat_accepted: int = 0
    appointment: int = 0
    callback: int = 0
    complete: int = 1
    intent: Intent | None = None
    tags: tuple[str, ...] = ()
    hung_up_by: HangsUp | None = None
    hung_up_at: str | None = None
    hung_up_in: str | None = None
    hung_up_early: int = 0
    missed_musts: tuple[str, ...] = ()
    promised: Promised | None = None
    deal: Deal | None = None

    @property
    def dialled(self) -> bool:
        """Whether the number was dialled at all; a call that was taken back before counts nowhere."""
        return self.outcome != NOT_DIALLED

    @property
    def raised(self) -> int:
        """How many objections were raised, questions and slips aside."""
        return len(self.objections)

    @property
    def overcome(self) -> int:
        """How many of them were overcome."""
        return sum(objection.overcome for objection in self.objections)
