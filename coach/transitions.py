"""Each event's effect on a call: one small function an event, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from coach import ending, events, walking
from coach.capturing import captured, judge_names, resolved
from coach.offers import allowed, possible
from coach.refusals import NotPossible

if TYPE_CHECKING:
    from coach.call import Call

Kept = (
    events.Dialled
    | events.Unanswered
    | events.Filled
    | events.Noted
    | events.NoneOfThese
    | events.Paused
    | events.Resumed
    | events.HungUp
)


def after(call: Call, event: events.AnyEvent, *, recorded: bool) -> Call:
    """The call after one event. A recorded one is followed as it stands; a fresh one is judged and completed.

    Raises `NotOffered` or `NeedsMissing`, with the sentence for the agent.
    """
    if not allowed(call, event.kind, recorded=recorded):
        wanted = f"{event.kind} {event.reply}" if isinstance(event, events.Heard) else event.kind
        raise NotPossible(wanted, possible(call))
    match event:
        case (
            events.Answered()
            | events.WentOn()
            | events.Heard()
            | events.Raised()
            | events.Returned()
            | events.Jumped()
            | events.WentBack()
        ):
            return walking.moved(call, event, recorded=recorded)
        case events.Finished():
            return ending.finished(call, event, recorded=recorded)
        case events.Amended():
            return ending.amended(call, event, recorded=recorded)
        case _:
            return _kept(call, event, recorded=recorded)


def _kept(call: Call, event: Kept, *, recorded: bool) -> Call:
    """The events that change what is known or how far the call is, and move nothing."""
    trail = (*call.trail, event)
    match event:
        case events.Dialled():
            return _dialled(call, event, recorded=recorded)
        case events.Unanswered():
            return _unanswered(call, event, recorded=recorded)
        case events.Filled():
            return _filled(call, event, recorded=recorded)
        case events.Noted():
            return replace(call, trail=trail, note=event.text or "")
        case events.NoneOfThese():
            return replace(call, trail=trail)
        case events.Paused():
            return replace(call, trail=trail, phase="paused")
        case events.Resumed():
            # Where nobody had answered yet, it was «no answer» that was none: the phone goes on ringing.
            return replace(call, trail=trail, phase="talking" if call.path else "dialling", hung_up_proposes=None)
        case events.HungUp():
            return _hung_up(call, event)
        case _:
            assert_never(event)


def _dialled(call: Call, event: events.Dialled, *, recorded: bool) -> Call:
    if not recorded:
        judge_names(call, event.names)
    return replace(call, trail=(*call.trail, event), phase="dialling", values=captured(call, event.names))


def _unanswered(call: Call, event: events.Unanswered, *, recorded: bool) -> Call:
    over = replace(call, trail=(*call.trail, event), phase="hung_up", hung_up_proposes=event.why)
    if not recorded:
        ending.known_outcome(over, event.why)
    return over


def _filled(call: Call, event: events.Filled, *, recorded: bool) -> Call:
    complete = event
    if not recorded:
        value = resolved(call, event.name, event.value or "", event.at)
        complete = replace(event, value=value, clears=not value)
    value_now = "" if complete.clears else complete.value
    return replace(call, trail=(*call.trail, complete), values=captured(call, {event.name: value_now}))


def _hung_up(call: Call, event: events.HungUp) -> Call:
    if event.proposes is not None:
        ending.known_outcome(call, event.proposes)
    return replace(call, trail=(*call.trail, event), phase="hung_up", hung_up_proposes=event.proposes)
