"""What the agent is offered at this moment: the line to say, the replies with their keys, the moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec

from coach.known import CallKnows
from coach.reasons import reason
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


class Offer(msgspec.Struct, frozen=True):
    """One reply that the customer may give. `number` is its key; a closed one says what it waits for.

    `needs` are the fields still missing; `why` is the condition that fails, in the trainer's words or ours.
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
    if not call.path:
        return None
    position = call.path[-1].position
    if position.cards:
        shows = position.cards[-1]
        return call.release.cards[shows.card].answers[shows.answer]
    return call.release.script.steps[position.step]


def says(call: Call) -> tuple[Piece, ...]:
    """The words of the line, with the names filled in; what is not known is a gap."""
    shown = line(call)
    if shown is None or shown.says is None:
        return ()
    return words(shown.says).pieces(call.knows, call.release.script.language)


def given_replies(call: Call) -> tuple[Reply | AnswerReply, ...]:
    """The replies that the script has here; none once the walk has ended."""
    return () if call.position is not None and call.position.ends is not None else written_replies(call)


def written_replies(call: Call) -> tuple[Reply | AnswerReply, ...]:
    """The replies that the line has, whether or not they can be given: what was kept of a call was given once."""
    shown = line(call)
    return () if shown is None else shown.replies


def offers(call: Call) -> tuple[Offer, ...]:
    """The replies as the agent sees them, each open or with what it waits for."""
    knows, language = call.knows, call.release.script.language
    offered = []
    for number, reply in enumerate(given_replies(call), start=1):
        needs, why = waits_for(reply, knows)
        offered.append(Offer(number, words(reply.hears).pieces(knows, language), needs, why, reply.ends))
    return tuple(offered)


def waits_for(reply: Reply | AnswerReply, knows: CallKnows) -> tuple[tuple[str, ...], str | None]:
    """What a reply waits for: the fields that it needs and nobody has filled, and the condition that fails."""
    if isinstance(reply, AnswerReply) or not (reply.when or reply.needs):
        return (), None
    why = None if reply.when is None or condition(reply.when)(knows) else _why(reply, knows)
    needs = (field for field in reply.needs if field not in reply.sets)
    return tuple(field for field in needs if knows.field(field) is None), why


def _why(reply: Reply, knows: CallKnows) -> str:
    """What a closed reply waits for, as the trainer put it, else its condition in words."""
    if reply.why is not None or reply.when is None:
        return reply.why or ""
    return reason(reply.when, knows.release).in_language(knows.release.script.language)


def possible(call: Call) -> tuple[str, ...]:
    """What can happen now, by the names of the events, as a refusal lists them."""
    moves: list[str] = []
    if call.phase == "talking":
        for kind, here in _BY_PLACE.items():
            if kind == "heard":
                moves += [f"{kind} {number}" for number, _ in enumerate(given_replies(call), start=1)]
            elif here(call):
                moves.append(kind)
    return (*moves, *_BY_PHASE[call.phase])


def allowed(call: Call, kind: str, *, recorded: bool) -> bool:
    """Whether an event of this kind can happen now at all; a recorded one, whether it ever could."""
    if kind in _BY_PHASE[call.phase]:
        return True
    if recorded and kind == "heard":
        return call.phase == "talking" and bool(written_replies(call))
    here = _BY_PLACE.get(kind)
    return here is not None and call.phase == "talking" and here(call)


def _leads_on(call: Call) -> bool:
    shown = line(call)
    return isinstance(shown, Step) and shown.goto is not None


def _in_a_card(call: Call) -> bool:
    return call.position is not None and call.position.card is not None


# The moves that hang on where the walk stands.
_BY_PLACE: Mapping[str, Callable[[Call], bool]] = {
    "went_on": _leads_on,
    "heard": lambda call: bool(given_replies(call)),
    "returned": _in_a_card,
    "went_back": lambda call: len(call.path) > 1,
}
