"""What one finished call contributed: its facts, read from its trail alone."""

from coach.adherence import adherence
from coach.call import Call
from coach.clock import talk_seconds, wrap_up_seconds
from coach.ending import asks_intent, intent_of, last_ending, outcome_of
from coach.events import Answered, Filled, Finished, Heard, HungUp, Jumped, NoneOfThese
from coach.facts import NOT_DIALLED, Facts
from coach.limits import CUSTOMARY, Limits
from coach.overcoming import objections_met
from coach.skimming import skimmed
from scripts_library.names import name_of_field
from scripts_library.outcomes import Outcome


def facts(call: Call, *, earlier_dials: int = 0, number_known_empty: bool = False, limits: Limits = CUSTOMARY) -> Facts:
    """The facts of a finished call, as last amended.

    `earlier_dials` is how often this number had been dialled that day; beyond the limit, and where the number was
    known to be empty, the dial counts none. No fact depends on a value that an erasure takes away.
    """
    chosen = outcome_of(call)
    outcome = call.release.outcomes.outcomes[chosen]
    contact = outcome.contact
    talked = talk_seconds(call.trail)
    effective = contact and talked >= limits.effective_seconds
    skims = skimmed(call, limits)
    kept = adherence(call, outcome.result, skims)
    hang_up = _hang_up(call)
    standing = call.position if hang_up is not None else None
    ending = last_ending(call)
    asked, accepted = _wechat(call, outcome)
    intent = intent_of(call)
    return Facts(
        day=call.trail[0].at.date(),
        hour=call.trail[0].at.hour,
        outcome=chosen,
        result=outcome.result,
        dial=int(chosen != NOT_DIALLED and earlier_dials < limits.dials_a_day and not number_known_empty),
        answered=int(any(isinstance(event, Answered) for event in call.trail)),
        contact=int(contact),
        right_party=int(contact and outcome.right_party),
        effective=int(effective),
        talk_seconds=talked,
        effective_seconds=talked if effective else 0,
        wrap_up_seconds=wrap_up_seconds(call.trail),
        pitch=int(contact and outcome.right_party and _reached_pitch(call)),
        objections=objections_met(call, outcome.result, limits),
        must_due=kept.due,
        must_done=kept.done,
        order_broken=len(kept.order_broken),
        skimmed=len(skims),
        none_of_these=sum(isinstance(event, NoneOfThese) for event in call.trail),
        jumps=sum(isinstance(call.trail[point.event], Jumped) for point in call.path),
        wechat_asked=int(contact and asked),
        wechat_accepted=int(contact and accepted),
        appointment=int(contact and outcome.counts == "appointment"),
        callback=int(contact and outcome.counts == "callback"),
        complete=int(intent is not None or not asks_intent(call, chosen)),
        intent=intent,
        tags=next(event.tags for event in call.trail if isinstance(event, Finished)),
        hung_up_by=hang_up.by if hang_up is not None else None,
        hung_up_at=standing.step if standing is not None else None,
        hung_up_in=standing.card.card if standing is not None and standing.card is not None else None,
        hung_up_early=int(contact and hang_up is not None and hang_up.by == "customer" and _before_pitch(call)),
        missed_musts=kept.missed,
        promised=ending.promised,
        deal=ending.deal,
    )


def _hang_up(call: Call) -> HungUp | None:
    return next((event for event in reversed(call.trail) if isinstance(event, HungUp)), None)


def _stages_reached(call: Call) -> set[str]:
    steps = call.release.script.steps
    return {stage for point in call.path for step in point.entered if (stage := steps[step].stage) is not None}


def _reached_pitch(call: Call) -> bool:
    pitches = {stage.id for stage in call.release.script.stages if stage.counts == "pitch"}
    return not pitches.isdisjoint(_stages_reached(call))


def _before_pitch(call: Call) -> bool:
    """Whether the call never came to the stage where the pitch begins, nor to one after it; never without a pitch."""
    stages = call.release.script.stages
    begins = next((number for number, stage in enumerate(stages) if stage.counts == "pitch"), None)
    return begins is not None and _stages_reached(call).isdisjoint(stage.id for stage in stages[begins:])


def _wechat(call: Call, outcome: Outcome) -> tuple[bool, bool]:
    """Whether the agent asked for WeChat 加微信, and whether the customer gave it.

    Asked: a step was said that asks for it or sets it; given: it was captured, or the outcome says so. What the
    fields of WeChat are, the outcomes say: those that an outcome with `counts: wechat` needs.
    """
    outcomes, steps = call.release.outcomes.outcomes, call.release.script.steps
    fields = {field for one in outcomes.values() if one.counts == "wechat" for field in one.needs}
    accepted = outcome.counts == "wechat"
    asked = accepted
    here = None
    for point in call.path:
        event = call.trail[point.event]
        if isinstance(event, Heard) and here is not None and here.card is None:
            replies = steps[here.step].replies
            accepted = accepted or not fields.isdisjoint(replies[event.reply - 1].sets)
        for step in point.entered:
            asked = asked or not fields.isdisjoint(steps[step].offers)
        here = point.position
    filled = {event.name: not event.clears for event in call.trail if isinstance(event, Filled)}
    accepted = accepted or any(filled.get(name_of_field(field), False) for field in fields)
    return asked or accepted, accepted
