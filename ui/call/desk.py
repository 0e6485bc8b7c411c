"""The call under way, and all that the agent can do to it: each deed is one event, kept before anything shows."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, Signal

from coach.call import Call
from coach.events import (
    Answered,
    AnyEvent,
    Filled,
    Finished,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Noted,
    Paused,
    Raised,
    Resumed,
    Returned,
    Unanswered,
    WentBack,
    WentOn,
)
from coach.facts import NOT_DIALLED
from coach.hanging_up import customer_hangs_up
from data.kept_call import KeptCall
from scripts_library.outcomes import Counts, Intent
from scripts_library.sentences import Refusal
from ui.call.keeping import Keeps
from ui.language import said
from ui.parts.clock import Clock
from ui.preferences import Showing

UNANSWERED = (
    "no-answer",
    "busy-line",
    "switched-off",
    "suspended",
    "empty-number",
    "refused-call",
    "assistant-answered",
)


class Desk(QObject):
    """Says `changed` when something happened, `refused` with the sentence when it could not, `finished` at the end."""

    changed = Signal()
    refused = Signal(str)
    finished = Signal(object)

    def __init__(self, keeps: Keeps, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeps = keeps
        self._clock = clock
        self._kept: KeptCall | None = None
        self.showing: Showing = "words"

    @property
    def kept(self) -> KeptCall | None:
        """The call under way, with its id; None between calls."""
        return self._kept

    @property
    def call(self) -> Call | None:
        """The call under way; None between calls."""
        return self._kept.call if self._kept is not None else None

    def take(self, kept: KeptCall) -> None:
        """Takes up a call, just dialled or cut off earlier."""
        self._kept = kept
        self.changed.emit()

    def take_up(self, kept: KeptCall) -> None:
        """Takes up a call that was cut off; the time since its last step was no talk."""
        self._kept = kept
        at = kept.call.at
        if kept.call.phase == "talking" and at is not None:
            self._happens(Paused(at=at), silent=True)
            self._happens(Resumed(at=self._clock()), silent=True)
        self.changed.emit()

    def end_interrupted(self, kept: KeptCall) -> bool:
        """Ends a call that was cut off. False, with the sentence, where it could not be kept."""
        try:
            self._keeps.end_interrupted(kept)
        except Refusal as refusal:
            self.refused.emit(said(refusal.sentence))
            return False
        return True

    def answered(self) -> None:
        """Somebody picked up."""
        self._happens(Answered(at=self._clock()))

    def unanswered(self, number: int) -> None:
        """Nobody to talk to: the dial is kept and the call is over."""
        self._ends_unheard(UNANSWERED[number - 1])

    def take_back(self) -> None:
        """It was a slip: the number was never dialled, and the call counts nowhere."""
        self._ends_unheard(NOT_DIALLED)

    def heard(self, number: int) -> None:
        """The customer gave this reply."""
        self._happens(Heard(at=self._clock(), reply=number, shown=self.showing))

    def went_on(self) -> None:
        """The line is said; there is one way on."""
        self._happens(WentOn(at=self._clock(), shown=self.showing))

    def raised(self, card: str) -> None:
        """The customer raised an objection or asked a common question."""
        self._happens(Raised(at=self._clock(), card=card))

    def returned(self) -> None:
        """Back from a card to where it came up."""
        self._happens(Returned(at=self._clock()))

    def jumped(self, step: str) -> None:
        """The agent goes to another step."""
        self._happens(Jumped(at=self._clock(), step=step, shown=self.showing))

    def filled(self, name: str, text: str) -> bool:
        """A field or a gap was filled, or cleared. False where that could not be kept."""
        return self._happens(Filled(at=self._clock(), name=name, value=text))

    def went_back(self) -> None:
        """The last move was a mistake."""
        if self.call is not None and len(self.call.path) > 1:
            self._happens(WentBack(at=self._clock()))

    def not_covered(self, words: str) -> bool:
        """The customer said something that no reply covers. False where that could not be kept."""
        return self._happens(NoneOfThese(at=self._clock(), words=words))

    def noted(self, text: str) -> None:
        """The note as it now stands."""
        self._happens(Noted(at=self._clock(), text=text))

    def paused_or_resumed(self) -> None:
        """The talk stops for a while, or goes on."""
        if self.call is not None:
            paused = self.call.phase == "paused"
            self._happens(Resumed(at=self._clock()) if paused else Paused(at=self._clock()))

    def customer_hung_up(self) -> None:
        """The customer hung up; before the walk has come to an end that is an outcome of its own."""
        if self.call is not None:
            self._happens(customer_hangs_up(self.call, self._clock(), self.showing))

    def ended(self, proposes: str | None = None) -> None:
        """The agent ends the talk."""
        self._happens(HungUp(at=self._clock(), by="agent", proposes=proposes, shown=self.showing))

    def talks_on(self) -> None:
        """Back into the call: it had not ended."""
        self._happens(Resumed(at=self._clock()))

    def stops_calling(self) -> None:
        """«Do not call again»: the farewell at once, and nothing for good until the call is finished."""
        call = self.call
        if call is None:
            return
        outcomes = call.release.outcomes.outcomes
        stops = next((name for name, outcome in outcomes.items() if outcome.stops), None)
        steps = call.release.script.steps
        farewell = next((name for name, step in steps.items() if step.spoken and step.ends == stops), None)
        if stops is None:
            self.refused.emit(self.tr("This script has no outcome that takes the customer off the list."))
        elif farewell is None:
            self.ended(stops)
        elif call.position is None or call.position.step != farewell or call.position.cards:
            self.jumped(farewell)

    def goes_for(self, counts: Literal["callback", "wechat"]) -> None:
        """To where the script books a callback, or asks for WeChat."""
        call = self.call
        if call is None:
            return
        step = _where_asked(call, counts)
        if step is None:
            self.refused.emit(
                self.tr("This script has no step that asks for WeChat.")
                if counts == "wechat"
                else self.tr("This script has no step that books a callback.")
            )
        else:
            self.jumped(step)

    def finish(
        self, outcome: str, intent: Intent | None = None, tags: Sequence[str] = (), *, agreed: bool = True
    ) -> bool:
        """The call is over and counts. False where it could not be finished so."""
        event = Finished(at=self._clock(), outcome=outcome, intent=intent, tags=tuple(tags), agreed=agreed)
        if not self._happens(event, silent=True) or self._kept is None:
            return False
        kept, self._kept = self._kept, None
        self.finished.emit(kept)
        return True

    def _ends_unheard(self, why: str) -> None:
        if self._happens(Unanswered(at=self._clock(), why=why), silent=True) and not self.finish(why):
            self.changed.emit()

    def _happens(self, event: AnyEvent, *, silent: bool = False) -> bool:
        """Keeps an event; what shows afterwards is durable."""
        if self._kept is None:
            return False
        try:
            self._kept = self._keeps.keep(self._kept, event)
        except Refusal as refusal:
            self.refused.emit(said(refusal.sentence))
            return False
        if not silent:
            self.changed.emit()
        return True


def _where_asked(call: Call, counts: Counts) -> str | None:
    """The first spoken step that asks for, or sets, what such an outcome needs."""
    needs = {field for one in call.release.outcomes.outcomes.values() if one.counts == counts for field in one.needs}
    for name, step in call.release.script.steps.items():
        if step.spoken and needs & step.offers:
            return name
    return None
