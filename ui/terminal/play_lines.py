"""The lines that are typed to walk a call in the terminal: one line, one event."""

from datetime import datetime

from coach.call import Call
from coach.ending import possible_outcomes
from coach.events import (
    AnyEvent,
    Filled,
    Finished,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Noted,
    Raised,
    Returned,
    WentBack,
    WentOn,
)
from coach.offers import offers
from coach.refusals import listed
from scripts_library.names import full_name
from scripts_library.sentences import Refusal, Sentence
from scripts_library.text import clean
from ui.terminal.typed_lines import LONGEST, is_text

# An input method left on writes these; they count as the keys they stand for (ui.md, keys and the input method).
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／、＠＝＜《？　", "0123456789//@=<<? ")  # the ideographic space too
_DIGITS = 9
_QUOTED = 40


class UnknownLine(Refusal):
    """A line that says nothing the walk understands."""

    def __init__(self, line: str) -> None:
        quoted = line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
        super().__init__(Sentence("ui.terminal:unknown_line", line=quoted))


def events_of(line: str, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    """The events that a typed line means here.

    `2`, `/busy`, `/`, `@step`, `meeting_day=2026-12-03`, `<`, `? words`, `note words`, `end OUTCOME`, and an empty line
    to go on. Raises `UnknownLine`, or a `Refusal` for what is no text or too much of it.
    """
    if not is_text(line):
        raise Refusal(Sentence("ui.terminal:no_text"))
    if len(line) > LONGEST:
        raise Refusal(Sentence("ui.terminal:line_too_long", most=f"{LONGEST:,}"))
    typed = clean(line).strip()
    keys = typed.translate(_FULL_WIDTH)
    if not keys:
        return (_going_on(call, at),)
    if keys.isdecimal() and len(keys) <= _DIGITS:
        return (Heard(at=at, reply=int(keys)),)
    rest = keys[1:].strip()
    match keys[0]:
        case "/":
            return (Raised(at=at, card=rest),) if rest else (Returned(at=at),)
        case "@" if rest:
            return (Jumped(at=at, step=rest),)
        case "?":
            return (NoneOfThese(at=at, words=typed[1:].strip()),)
        case "<" if not rest:
            return (WentBack(at=at),)
        case _:
            return _worded(typed, keys, call, at)


def _worded(typed: str, keys: str, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    verb, _, words = typed.partition(" ")
    words = words.strip()
    if verb == "note" and words:
        return (Noted(at=at, text="\n".join(part for part in (call.note, words) if part)),)
    if verb == "end":
        return _ends(words or call.proposes, call, at)
    name, equals, _ = keys.partition("=")
    if not equals or not name.strip():
        raise UnknownLine(typed)
    value = typed[len(name) + 1 :].strip()
    return (Filled(at=at, name=full_name(call.release.script, name.strip()), value=value),)


def _ends(outcome: str | None, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    """The agent hangs up and finishes, where that has not been done yet."""
    if outcome is None:
        raise Refusal(Sentence("ui.terminal:which_end", outcomes=listed(possible_outcomes(call))))
    finished = Finished(at=at, outcome=outcome)
    return (finished,) if call.phase == "hung_up" else (HungUp(at=at, by="agent"), finished)


def _going_on(call: Call, at: datetime) -> AnyEvent:
    """An empty line goes on where there is one way: the step's own, or its only open reply."""
    ways = [offer for offer in offers(call) if offer.open]
    return Heard(at=at, reply=ways[0].number) if len(ways) == 1 else WentOn(at=at)
