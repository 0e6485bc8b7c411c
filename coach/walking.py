"""The moves of a walk: going on, hearing a reply, raising a card and returning, jumping, going back."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from coach.capturing import captured, resolved, titles
from coach.events import Answered, Heard, Jumped, Raised, Returned, WentBack, WentOn
from coach.known import CallKnows
from coach.offers import given_replies, line, possible, waits_for, written_replies
from coach.position import CardPlace, Point, Position
from coach.refusals import NeedsMissing, NotOffered, NotPossible
from scripts_library.expressions import condition, plain, words
from scripts_library.names import name_of_field
from scripts_library.objections import AnswerReply
from scripts_library.script import Reply, Step

if TYPE_CHECKING:
    from coach.call import Call


Move = Answered | WentOn | Heard | Raised | Returned | Jumped | WentBack


def moved(call: Call, event: Move, *, recorded: bool) -> Call:
    """The call after a move. A recorded move is followed as it was made, a fresh one is judged first."""
    match event:
        case Answered():
            first = _enters(call, event, call.release.script.start, recorded=recorded)
            return replace(first, phase="talking")
        case WentOn():
            return _went_on(call, event, recorded=recorded)
        case Heard():
            return _heard(call, event, recorded=recorded)
        case Raised():
            return _raised(call, event)
        case Returned():
            return _returned(call, event)
        case Jumped():
            return _jumped(call, event, recorded=recorded)
        case WentBack():
            return _went_back(call, event)
        case _:
            assert_never(event)


def _went_on(call: Call, event: WentOn, *, recorded: bool) -> Call:
    """The line is said, and there is one way on."""
    shown = line(call)
    if not isinstance(shown, Step) or shown.goto is None:
        raise AssertionError("there is no one way on")
    return _enters(call, event, shown.goto, recorded=recorded)


def _heard(call: Call, event: Heard, *, recorded: bool) -> Call:
    """The customer gave one of the replies. A closed one is refused with what it waits for."""
    replies = written_replies(call) if recorded else given_replies(call)
    if not 1 <= event.reply <= len(replies):
        raise NotPossible(f"{event.kind} {event.reply}", possible(call))
    reply = replies[event.reply - 1]
    if not recorded:
        needs, why = waits_for(reply, call.knows)
        if needs:
            hears = words(reply.hears).pieces(call.knows, call.release.script.language)
            raise NeedsMissing(plain(hears), needs, titles(call, needs))
        if why is not None:
            raise NotPossible(f"{event.kind} {event.reply}", possible(call), why)
    if isinstance(reply, AnswerReply):
        return _heard_in_card(call, event, reply, recorded=recorded)
    return _heard_at_step(call, event, reply, recorded=recorded)


def _raised(call: Call, event: Raised) -> Call:
    """A card opens over the step, with its next answer: the first, then the next, then the last again."""
    if event.card not in call.release.cards:
        raise NotOffered(event.card, call.release.cards)
    place = CardPlace(event.card, _next_answer(call, event.card))
    here = _position(call)
    over = Position(here.step, (*here.cards, place))
    return _stands(call, event, over, raised=event.card, shows=place)


def _returned(call: Call, event: Returned) -> Call:
    """The agent leaves the card for where it came up, and an end that was proposed there is proposed still."""
    depth = len(_position(call).cards)
    if not depth:
        raise NotPossible(event.kind, possible(call))
    raises = (
        number
        for number in reversed(range(len(call.path)))
        if call.path[number].raised is not None and len(call.path[number].position.cards) == depth
    )
    return _stands(call, event, call.path[next(raises) - 1].position)


def _jumped(call: Call, event: Jumped, *, recorded: bool) -> Call:
    """The agent's own jump to a step; cards that were open are left."""
    if event.step not in call.release.script.steps:
        raise NotOffered(event.step, call.release.script.steps)
    return _enters(call, event, event.step, recorded=recorded)


def _went_back(call: Call, event: WentBack) -> Call:
    """The last move is taken back: inside a card first the answer, then the raise."""
    first, *rest = call.path
    if not rest:
        raise NotPossible(event.kind, possible(call))
    return replace(call, trail=(*call.trail, event), path=(first, *rest[:-1]))


def _heard_at_step(call: Call, event: Heard, reply: Reply, *, recorded: bool) -> Call:
    sets = event.sets
    if not recorded:
        names = {name_of_field(field): text for field, text in reply.sets.items()}
        sets = {name: resolved(call, name, text, event.at) for name, text in names.items()}
    knowing = replace(call, values=captured(call, sets)) if sets else call
    complete = replace(event, sets=dict(sets))
    if reply.goto is not None:
        return _enters(knowing, complete, reply.goto, recorded=recorded)
    return _stands(knowing, complete, replace(_position(call), ends=reply.ends))


def _heard_in_card(call: Call, event: Heard, reply: AnswerReply, *, recorded: bool) -> Call:
    here = _position(call)
    place = here.cards[-1]
    match reply.exit:
        case None:
            return _stands(call, event, replace(here, ends=reply.ends))
        case "back":
            return _stands(call, event, _talked_on(call))
        case "next":
            shows = CardPlace(place.card, place.answer + 1)
            return _stands(call, event, replace(here, cards=(*here.cards[:-1], shows)), shows=shows)
        case name:
            return _enters(call, event, call.release.script.exits[name], recorded=recorded)


def _position(call: Call) -> Position:
    """Where a move starts; before the first line shows, no move is possible and none comes here."""
    if call.position is None:
        raise AssertionError("the walk has not begun")
    return call.position


def _talked_on(call: Call) -> Position:
    """Where the customer takes up the talk again: of what a reply ended there, the replies are open once more."""
    here = _position(call)
    cards = here.cards[:-1]
    return Position(here.step, cards, None if cards else call.release.script.steps[here.step].ends)


def _next_answer(call: Call, card: str) -> int:
    shown = [point.shows.answer for point in call.path if point.shows is not None and point.shows.card == card]
    return min(max(shown, default=-1) + 1, len(call.release.cards[card].answers) - 1)


def _enters(call: Call, event: Answered | WentOn | Heard | Jumped, step: str, *, recorded: bool) -> Call:
    """The walk enters a step and passes through silent ones until something is said."""
    entered = event.enters if recorded else _through(call, event, step)
    complete = replace(event, enters=entered)
    lands = entered[-1]
    return _stands(call, complete, Position(lands, ends=call.release.script.steps[lands].ends), entered=entered)


def _through(call: Call, event: Answered | WentOn | Heard | Jumped, step: str) -> tuple[str, ...]:
    steps = call.release.script.steps
    entered = [step]
    lap = {step}  # the steps entered since one was visited for the first time: conditions stand still meanwhile
    while (silent := steps[entered[-1]]).says is None and (silent.branch or silent.goto):
        knows = CallKnows(call.release, call.values, call.path, event.at, tuple(entered))
        taken = (way.goto for way in silent.branch if way.when is None or condition(way.when)(knows))
        onward = silent.goto or next(taken)
        if not knows.visited(onward):
            lap = set()
        elif onward in lap:
            raise AssertionError(f"a ring of silent steps at {onward}; the check refuses such a script")
        lap.add(onward)
        entered.append(onward)
    return tuple(entered)


def _stands(
    call: Call,
    event: Answered | WentOn | Heard | Raised | Returned | Jumped,
    position: Position,
    *,
    entered: tuple[str, ...] = (),
    raised: str | None = None,
    shows: CardPlace | None = None,
) -> Call:
    point = Point(len(call.trail), event.at, position, entered, raised, shows)
    return replace(call, trail=(*call.trail, event), path=(*call.path, point))
