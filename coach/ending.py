"""Ending a call and putting it right: the outcome, what it needs, and what it promised or sold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coach.capturing import captured, missing, resolved, titles
from coach.events import Amended, Deal, Finished, Promised
from coach.facts import NOT_DIALLED
from coach.refusals import NeedsMissing, NotOffered
from scripts_library.outcomes import Intent, Outcome
from scripts_library.script import FieldType
from scripts_library.sentences import Refusal, Sentence
from scripts_library.values import ERASED, Erased, Value
from scripts_library.values.parsing import moment

if TYPE_CHECKING:
    from coach.call import Call

_FEN = 100


def possible_outcomes(call: Call) -> Mapping[str, Outcome]:
    """The outcomes that a call can end with: none that needs what the script has no field for.

    Where nobody answered, it is one without contact: there was nobody to refuse or to agree. Where somebody did, the
    dial cannot be taken back.
    """
    fields, outcomes = call.release.script.fields, call.release.outcomes.outcomes
    unanswered = not call.path and call.phase in {"hung_up", "finished"}
    return {
        name: told
        for name, told in outcomes.items()
        if fields.keys() >= set(told.needs)
        and not (unanswered and told.contact)
        and not (call.path and name == NOT_DIALLED)
    }


def known_outcome(call: Call, outcome: str) -> Outcome:
    """The outcome of that id; raises `NotOffered` with those that the call can end with."""
    outcomes = possible_outcomes(call)
    if outcome not in outcomes:
        raise NotOffered(outcome, outcomes)
    return outcomes[outcome]


def finished(call: Call, event: Finished, *, recorded: bool) -> Call:
    """The agent finishes the call; refused while the outcome still needs something (an appointment: B)."""
    complete = event
    if not recorded:
        outcome = known_outcome(call, event.outcome)
        _judge_intent(call, event.intent)
        _judge_tags(call, event.tags)
        _judge_needs(call, outcome)
        promised = _promised(call, outcome, event.at, agreed=event.agreed)
        complete = replace(event, promised=promised, deal=_deal(call, outcome))
    return replace(call, trail=(*call.trail, complete), phase="finished")


def amended(call: Call, event: Amended, *, recorded: bool) -> Call:
    """A finished call is put right, and why; its facts leave the sums and the new ones enter."""
    if recorded:
        return replace(call, trail=(*call.trail, event), values=captured(call, event.values))
    if not (event.reason or "").strip():
        raise Refusal(Sentence("coach:say_why"))
    values = {name: resolved(call, name, text or "", event.at) for name, text in event.values.items()}
    knowing = replace(call, values=captured(call, values))
    outcome = known_outcome(call, outcome_of(call) if event.outcome is None else event.outcome)
    _judge_intent(call, event.intent)
    _judge_needs(knowing, outcome)
    promised = _promised(knowing, outcome, event.at, agreed=_agreed(call))
    complete = replace(event, values=dict(values), promised=promised, deal=_deal(knowing, outcome))
    return replace(knowing, trail=(*call.trail, complete))


def last_ending(call: Call) -> Finished | Amended:
    """The event by which a finished call stands: its finish, or the last amendment."""
    return next(event for event in reversed(call.trail) if isinstance(event, Finished | Amended))


def outcome_of(call: Call) -> str:
    """The outcome of a finished call as last amended."""
    endings = (event.outcome for event in reversed(call.trail) if isinstance(event, Finished | Amended))
    return next(outcome for outcome in endings if outcome is not None)


def intent_of(call: Call, outcome: str | None = None) -> Intent | None:
    """The intent of a finished call as last given; it counts only where its outcome (or another) asks for one."""
    if not asks_intent(call, outcome_of(call) if outcome is None else outcome):
        return None
    given = (event.intent for event in reversed(call.trail) if isinstance(event, Finished | Amended))
    return next((intent for intent in given if intent is not None), None)


def wanting(call: Call, outcome: str) -> tuple[str, ...]:
    """The fields that an outcome still needs before the call can be finished with it."""
    return missing(call, known_outcome(call, outcome).needs)


def asks_intent(call: Call, outcome: str | None) -> bool:
    """Whether a call that ends so asks for the intent: where its outcome is open or a success, never without one."""
    outcomes = call.release.outcomes
    return outcome is not None and bool(outcomes.intents) and outcomes.outcomes[outcome].result in ("open", "success")


def _judge_intent(call: Call, intent: Intent | None) -> None:
    intents = call.release.outcomes.intents
    if intent is not None and intent not in intents:
        raise NotOffered(intent, intents)


def _judge_tags(call: Call, tags: tuple[str, ...]) -> None:
    for tag in tags:
        if tag not in call.release.outcomes.tags:
            raise NotOffered(tag, call.release.outcomes.tags)


def _judge_needs(call: Call, outcome: Outcome) -> None:
    lacking = missing(call, outcome.needs)
    if lacking:
        raise NeedsMissing(outcome.title, lacking, titles(call, lacking))


def _agreed(call: Call) -> bool:
    return all(event.agreed for event in call.trail if isinstance(event, Finished))


def _promised(call: Call, outcome: Outcome, at: datetime, *, agreed: bool) -> Promised | None:
    """A callback or an appointment, and when it is due by the clock on the wall of this desk."""
    what = outcome.counts
    if outcome is call.release.outcomes.outcomes.get(NOT_DIALLED):
        return None  # nobody was there to whom anything could be promised
    if what != "callback" and what != "appointment":
        return None
    due = _due(call, outcome, at)
    if isinstance(due, Erased):
        return _promised_before(call, what)
    return None if due is None else Promised(what=what, due_at=due, agreed=agreed)


def _due(call: Call, outcome: Outcome, at: datetime) -> datetime | Erased | None:
    """The moment among what an outcome needs: a day and an hour in the zone of `at`, or both in one field."""
    match [_needed(call, outcome, kind) for kind in ("date", "time", "datetime")]:
        case [[Erased(), *_], [_, *_], _] | [[_, *_], [Erased(), *_], _]:
            return ERASED
        case [[date() as day, *_], [time() as hour, *_], _]:
            return moment(day, hour, at)
        case [_, _, [datetime() | Erased() as due, *_]]:
            return due
    return None


def _needed(call: Call, outcome: Outcome, field_type: FieldType) -> list[Value | None]:
    """The values of the fields of a type that an outcome needs, in their order: a script gives its fields any ids."""
    fields = call.release.script.fields
    return [call.knows.field(field) for field in outcome.needs if fields[field].type == field_type]


def _promised_before(call: Call, what: str) -> Promised | None:
    """What the call had promised before its values were erased: amending it must not lose the promise."""
    earlier = (event.promised for event in reversed(call.trail) if isinstance(event, Finished | Amended))
    return next((promised for promised in earlier if promised is not None and promised.what == what), None)


def _deal(call: Call, outcome: Outcome) -> Deal | None:
    """What was sold: of the numbers that the outcome needs, the first are the units and the second is the amount."""
    if outcome.counts != "deal":
        return None
    match _needed(call, outcome, "number"):
        case [Erased(), _, *_] | [_, Erased(), *_]:
            deals = (event.deal for event in reversed(call.trail) if isinstance(event, Finished | Amended))
            return next((deal for deal in deals if deal is not None), None)
        case [Decimal() as units, Decimal() as amount, *_]:
            return Deal(units=units, amount=int((amount * _FEN).to_integral_value(ROUND_HALF_UP)))
    return None
