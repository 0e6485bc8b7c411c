"""Plans played: whole calls as data, walked line by line as an agent would."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from coach.call import Call
from coach.capturing import resolved
from coach.ending import known_outcome
from coach.events import (
    Answered,
    AnyEvent,
    Dialled,
    Filled,
    Finished,
    Heard,
    Jumped,
    NoneOfThese,
    Noted,
    Raised,
    Returned,
    Unanswered,
    WentBack,
    WentOn,
)
from coach.hanging_up import ends_with
from coach.limits import CUSTOMARY
from coach.offers import given_replies, line, offers
from coach.refusals import NotOffered
from coach.samples import sample_names
from coach.skimming import characters
from scripts_library.expressions import plain, words
from scripts_library.names import SAMPLE_NOW, full_name
from scripts_library.plan import Deed, Plan
from scripts_library.release import Release
from scripts_library.sentences import Refusal, Sentence

_RINGS = timedelta(seconds=5)
_SHORTEST = timedelta(seconds=3)  # nobody says a line faster; a card left within two seconds was a slip
_TYPING = timedelta(seconds=1)
_FINISHING = timedelta(seconds=5)


class DoesNotPlay(Refusal):
    """A plan cannot be played: one of its lines is impossible, or it does not end.

    `line` counts from 1; 0 is what the plan is given, None its end. `offered` is what could have happened there.
    """

    def __init__(self, sentence: Sentence, plan: Plan, line: int | None = None, why: Refusal | None = None) -> None:
        super().__init__(sentence)
        self.plan = plan.title
        self.line = line
        self.offered = why.offered if isinstance(why, NotOffered) else ()


def play(plan: Plan, release: Release, *, samples: bool = True) -> Call:
    """The finished call that a plan tells, each line taking the time that its words take.

    Without `samples` the call knows no name but what the plan gives. A plan that begins with the end that nobody
    answered is not answered. Raises `DoesNotPlay`.
    """
    begins = plan.at or SAMPLE_NOW
    names = sample_names(release.script, begins) if samples else {}
    names.update(_given(plan, release, begins))
    call = Call(release).then(Dialled(at=begins, names={name: text for name, text in names.items() if text}))
    for number, deed in enumerate(plan.does, start=1):
        try:
            call = _done(call, deed)
        except Refusal as why:
            sentence = Sentence("scripts_library:HC1101", plan=plan.title, line=number, why=why.sentence)
            raise DoesNotPlay(sentence, plan, number, why) from why
    if call.phase != "finished":
        raise DoesNotPlay(Sentence("scripts_library:HC1102", plan=plan.title), plan)
    return call


def events_of(plan: Plan, release: Release) -> tuple[AnyEvent, ...]:
    """The events of the call that a plan tells. Raises `DoesNotPlay`."""
    return play(plan, release).trail


def seconds_to_say(release: Release, says: str) -> timedelta:
    """How long a line takes to say at the customary pace."""
    return timedelta(minutes=1) * characters(says, release.script.language) / CUSTOMARY.characters_a_minute


def _given(plan: Plan, release: Release, at: datetime) -> Iterator[tuple[str, str]]:
    """The names that the plan gives, in written form; an empty text takes a sample away."""
    for name, text in plan.given.items():
        try:
            yield name, resolved(Call(release), name, text, at)
        except Refusal as why:
            sentence = Sentence("coach:plan_given", plan=plan.title, name=name, why=why.sentence)
            raise DoesNotPlay(sentence, plan, 0, why) from why


def _done(call: Call, deed: Deed) -> Call:
    """The call after one line of the plan. The first line decides whether anybody answers."""
    if call.phase == "dialling" and (deed.ends is None or known_outcome(call, deed.ends).contact):
        call = call.then(Answered(at=_after(call, _RINGS)))
    for event in _events(call, deed):
        call = call.then(event)
    return call


def _events(call: Call, deed: Deed) -> Iterator[AnyEvent]:
    typed = _after(call, _TYPING)
    match deed:
        case Deed(hears=str() as hears):
            yield Heard(at=_said(call), reply=_reply(call, hears))
        case Deed(raises=str() as card):
            yield Raised(at=_said(call), card=card)
        case Deed(jumps=str() as step):
            yield Jumped(at=_said(call), step=step)
        case Deed(fills=dict() as fills):
            for name, text in fills.items():
                yield Filled(at=typed, name=full_name(call.release.script, name), value=text)
        case Deed(none_of_these=str() as heard):
            yield NoneOfThese(at=typed, words=heard)
        case Deed(notes=str() as note):
            yield Noted(at=typed, text=note)
        case Deed(ends=str() as outcome):
            yield from _ends(call, outcome)
        case _:
            yield from _unworded(call, deed)


def _unworded(call: Call, deed: Deed) -> Iterator[AnyEvent]:
    """The lines that say no more than their verb."""
    if deed.returns is not None:
        yield Returned(at=_said(call))
    elif deed.goes_on is not None:
        yield WentOn(at=_said(call))
    else:
        yield WentBack(at=_after(call, _TYPING))


def _ends(call: Call, outcome: str) -> Iterator[AnyEvent]:
    """The talk ends and the agent finishes; the walk's own end only proposes the outcome."""
    if call.phase == "dialling":
        at = _after(call, _RINGS)
        yield Unanswered(at=at, why=outcome)
    else:
        at = _said(call)
        yield ends_with(outcome, at)
    yield Finished(at=at + _FINISHING, outcome=outcome)


def _reply(call: Call, hears: str) -> int:
    """The number of the reply with this text, as authored or as the agent reads it."""
    replies = given_replies(call)
    for number, reply in enumerate(replies, start=1):
        if reply.hears == hears:
            return number
    offered = [plain(offer.hears) for offer in offers(call)]
    said = plain(words(hears).pieces(call.knows, call.release.script.language))
    if said not in offered:
        raise NotOffered(said, offered)
    return offered.index(said) + 1


def _said(call: Call) -> datetime:
    """When the line that shows has been said."""
    shown = line(call)
    takes = seconds_to_say(call.release, shown.says) if shown is not None and shown.says is not None else _SHORTEST
    return _after(call, max(takes, _SHORTEST))


def _after(call: Call, time: timedelta) -> datetime:
    if call.at is None:
        raise AssertionError("a plan begins by dialling")
    return call.at + time
