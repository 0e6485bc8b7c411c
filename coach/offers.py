"""What the agent is offered at this moment: the line to say, the replies with their keys, the moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.capturing import missing
from scripts_library.expressions import Piece, condition, words
from scripts_library.objections import Answer, AnswerReply
from scripts_library.script import Reply, Step

if TYPE_CHECKING:
    from coach.call import Call

# The moves and notes that a phase allows, by the names of their events; talking adds what the place offers.
_BY_PHASE = {
    "ready": ("dialled",),
    "dialling": ("answered", "unanswered", "filled", "noted"),
    "talking": ("raised", "jumped", "filled", "none_of_these", "noted", "paused", "hung_up"),
    "paused": ("resumed", "filled", "noted", "hung_up"),
    "hung_up": ("resumed", "filled", "noted", "finished"),
    "finished": ("amended",),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One reply that the customer may give. `number` is its key; a closed one says what it waits for.

    `needs` are the fields still missing; `why` is the condition that fails, in the trainer's words or as written.
    `outcome` is set where the reply ends the call.
    """

    number: int
    hears: tuple[Piece, ...]
    needs: tuple[str, ...] = ()
    why: str | None = None
    outcome: str | None = None

    @property
    def open(self) -> bool:
        """Whether the reply can be taken now."""
        return not self.needs and self.why is None


def line(call: Call) -> Step | Answer | None:
    """What is said now: the answer of the card that shows, else the step; None before anybody answered."""
    position = call.position
    if position is None:
        return None
    if position.card is not None:
        return call.release.cards[position.card.card].answers[position.card.answer]
    return call.release.script.steps[position.step]


def says(call: Call) -> tuple[Piece, ...]:
    """The words of the line, with the names filled in; what is not known is a gap."""
    shown = line(call)
    if shown is None or shown.says is None:
        return ()
    return words(shown.says).pieces(call.knows, call.release.script.language)


def given_replies(call: Call) -> tuple[Reply | AnswerReply, ...]:
    """The replies that the script has here; none once the walk has ended."""
    shown = line(call)
    if shown is None or call.position is None or call.position.ends is not None:
        return ()
    return shown.replies


def offers(call: Call) -> tuple[Offer, ...]:
    """The replies as the agent sees them, each open or with what it waits for."""
    return tuple(offer(call, number, reply) for number, reply in enumerate(given_replies(call), start=1))


def offer(call: Call, number: int, reply: Reply | AnswerReply) -> Offer:
    """One reply as the agent sees it."""
    hears = words(reply.hears).pieces(call.knows, call.release.script.language)
    if isinstance(reply, AnswerReply):
        return Offer(number, hears, outcome=reply.ends)
    fails = reply.when is not None and not condition(reply.when)(call.knows)
    wanting = tuple(field for field in missing(call, reply.needs) if f"fields.{field}" not in _set_by(reply))
    return Offer(number, hears, wanting, (reply.why or reply.when) if fails else None, reply.ends)


def possible(call: Call) -> tuple[str, ...]:
    """What can happen now, by the names of the events, as a refusal lists them."""
    moves = []
    if call.phase == "talking":
        shown = line(call)
        if isinstance(shown, Step) and shown.goto is not None:
            moves.append("went_on")
        moves += [f"heard {number}" for number, _ in enumerate(given_replies(call), start=1)]
        if call.position is not None and call.position.card is not None:
            moves.append("returned")
        if len(call.path) > 1:
            moves.append("went_back")
    return (*moves, *_BY_PHASE[call.phase])


def allowed(call: Call, kind: str) -> bool:
    """Whether an event of this kind can happen now at all."""
    return any(one.split()[0] == kind for one in possible(call))


def _set_by(reply: Reply) -> frozenset[str]:
    return frozenset(f"fields.{field}" for field in reply.sets)
