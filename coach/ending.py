"""Ending a call and putting it right: the outcome, what it needs, and what it promised or sold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from coach.capturing import captured, missing, resolved, titles
from coach.events import Amended, Deal, Finished, Promised
from coach.refusals import NeedsMissing, NotOffered
from scripts_library.outcomes import Outcome

if TYPE_CHECKING:
    from coach.call import Call

_FEN = 100


def known_outcome(call: Call, outcome: str) -> Outcome:
    """The outcome of that id; raises `NotOffered` with those that the script has."""
    outcomes = call.release.outcomes.outcomes
    if outcome not in outcomes:
        raise NotOffered(outcome, outcomes)
    return outcomes[outcome]


def finished(call: Call, event: Finished, *, recorded: bool) -> Call:
    """The agent finishes the call; refused while the outcome still needs something (an appointment: B)."""
    complete = event
    if not recorded:
        outcome = known_outcome(call, event.outcome)
        _complete(call, outcome)
        promised = _promised(call, outcome, event.at, agreed=event.agreed)
        complete = with_fields(event, promised=promised, deal=_deal(call, outcome))
    return replace(call, trail=(*call.trail, complete), phase="finished")


def amended(call: Call, event: Amended, *, recorded: bool) -> Call:
    """A finished call is put right; its facts leave the sums and the new ones enter."""
    values, complete = event.values, event
    if not recorded:
        values = {name: resolved(call, name, text or "", event.at) for name, text in event.values.items()}
    knowing = replace(call, values=captured(call, values))
    if not recorded:
        outcome = known_outcome(call, event.outcome or outcome_of(call))
        _complete(knowing, outcome)
        complete = with_fields(
            event,
            values=dict(values),
            promised=_promised(knowing, outcome, event.at, agreed=_agreed(call)),
            deal=_deal(knowing, outcome),
        )
    return replace(knowing, trail=(*call.trail, complete))


def last_ending(call: Call) -> Finished | Amended:
    """The event by which a finished call stands: its finish, or the last amendment."""
    return next(event for event in reversed(call.trail) if isinstance(event, Finished | Amended))


def outcome_of(call: Call) -> str:
    """The outcome of a finished call as last amended."""
    endings = (event.outcome for event in reversed(call.trail) if isinstance(event, Finished | Amended))
    return next(outcome for outcome in endings if outcome is not None)


def wanting(call: Call, outcome: str) -> tuple[str, ...]:
    """The fields that an outcome still needs before the call can be finished with it."""
    return missing(call, known_outcome(call, outcome).needs)


def _complete(call: Call, outcome: Outcome) -> None:
    lacking = missing(call, outcome.needs)
    if lacking:
        raise NeedsMissing(outcome.title, lacking, titles(call, lacking))


def _agreed(call: Call) -> bool:
    return all(event.agreed for event in call.trail if isinstance(event, Finished))


def _promised(call: Call, outcome: Outcome, at: datetime, *, agreed: bool) -> Promised | None:
    """A callback is due at its hour; an appointment at its day and hour."""
    if outcome.counts == "callback":
        due = call.knows.value("fields.callback_at")
        if isinstance(due, datetime):
            return Promised(what="callback", due_at=due, agreed=agreed)
    if outcome.counts == "appointment":
        day, hour = call.knows.value("fields.meeting_day"), call.knows.value("fields.meeting_time")
        if isinstance(day, date) and isinstance(hour, time):
            return Promised(what="appointment", due_at=datetime.combine(day, hour, at.tzinfo), agreed=agreed)
    return None


def _deal(call: Call, outcome: Outcome) -> Deal | None:
    units, amount = call.knows.value("fields.deal_units"), call.knows.value("fields.deal_amount")
    if outcome.counts != "deal" or not isinstance(units, Decimal) or not isinstance(amount, Decimal):
        return None
    return Deal(units=units, amount=int((amount * _FEN).to_integral_value()))
