"""What the agent reads while a call is played in the terminal: the line, the replies with their keys, the way on."""

from collections.abc import Iterator

from coach.call import Call
from coach.ending import asks_intent
from coach.offers import Offer, line, offers, says
from coach.refusals import listed
from scripts_library.expressions import plain
from scripts_library.script import Step
from scripts_library.sentences import Sentence

State = dict[str, object]


def state(call: Call) -> State:
    """Where the call stands, for other programs: the step, the words, the replies and what they wait for."""
    position = call.position
    return {
        "kind": "state",
        "phase": call.phase,
        "step": position.step if position else None,
        "card": position.card.card if position and position.card else None,
        "says": plain(says(call)),
        "replies": [_reply(offer, call) for offer in offers(call)],
        "proposes": call.proposes,
    }


def screen(call: Call, language: str) -> Iterator[str]:
    """The lines to print where the call stands now."""
    match call.phase:
        case "talking":
            yield from _talking(call, language)
        case "paused":
            yield Sentence("ui.terminal:paused").in_language(language)
        case "hung_up":
            outcome = call.proposes or Sentence("ui.terminal:an_outcome")
            yield Sentence("ui.terminal:hung_up", outcome=outcome).in_language(language)
            yield from _intents(call, language)


def _talking(call: Call, language: str) -> Iterator[str]:
    """The line, the replies and the way on."""
    shown = line(call)
    if shown is None:
        return
    yield ""
    for breath in plain(says(call)).split("‖"):
        yield f"  {breath.strip()}"
    if shown.hint:
        yield f"    · {shown.hint}"
    yield ""
    for offer in offers(call):
        yield f"  [{offer.number}] {plain(offer.hears)}{_why(offer, call, language)}"
    if isinstance(shown, Step) and shown.goto is not None:
        yield "  [⏎] " + Sentence("ui.terminal:go_on").in_language(language)
    if call.proposes is not None:
        title = call.release.outcomes.outcomes[call.proposes].title
        yield "  " + Sentence("ui.terminal:ends_here", title=title, outcome=call.proposes).in_language(language)
        yield from _intents(call, language)


def _intents(call: Call, language: str) -> Iterator[str]:
    """What may follow the outcome that the call proposes."""
    if asks_intent(call, call.proposes):
        intents = listed(f"{letter} {title}" for letter, title in call.release.outcomes.intents.items())
        yield "  " + Sentence("ui.terminal:add_intent", intents=intents).in_language(language)


def _reply(offer: Offer, call: Call) -> State:
    waits = [call.release.script.fields[field].title for field in offer.needs]
    return {
        "number": offer.number,
        "hears": plain(offer.hears),
        "open": offer.open,
        "needs": list(offer.needs),
        "waits_for": waits,
        "why": offer.why,
        "ends": offer.outcome,
    }


def _why(offer: Offer, call: Call, language: str) -> str:
    if offer.needs:
        titles = ", ".join(call.release.script.fields[field].title for field in offer.needs)
        return "  — " + Sentence("ui.terminal:fill_first", titles=titles).in_language(language)
    return f"  — {offer.why}" if offer.why else ""
