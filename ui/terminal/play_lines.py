"""The lines that are typed to walk a call in the terminal: one line, one event."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from coach.call import Call
from coach.ending import possible_outcomes
from coach.events import (
    AnyEvent,
    Filled,
    Finished,
    Heard,
    Jumped,
    NoneOfThese,
    Noted,
    Paused,
    Raised,
    Resumed,
    Returned,
    WentBack,
    WentOn,
)
from coach.hanging_up import customer_hangs_up, ends_with
from coach.offers import offers
from coach.refusals import listed
from scripts_library.names import full_name
from scripts_library.outcomes import Intent
from scripts_library.sentences import Refusal, Sentence
from scripts_library.text import clean
from ui.terminal.typed_lines import LONGEST, is_text

# An input method left on writes these, the ideographic space too; they count as the keys that they stand for.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／、＠＝＜《？－　", "0123456789//@=<<?- ")
_DIGITS = 9
_QUOTED = 40


class UnknownLine(Refusal):
    """A line that says nothing the walk understands."""

    def __init__(self, line: str) -> None:
        quoted = line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
        super().__init__(Sentence("ui.terminal:unknown_line", line=quoted))


def events_of(line: str, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    """The events that a typed line means here, as `play --help` lists them.

    Raises `UnknownLine`, or a `Refusal` for what is no text or too much of it.
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
            return (_going_back(call, at),)
        case "-" if not rest:
            return (customer_hangs_up(call, at),)
        case _:
            return _worded(typed, keys, call, at)


def _worded(typed: str, keys: str, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    verb, *words = typed.split(maxsplit=1)  # at an ideographic space as well
    if verb == "note" and words:
        return (Noted(at=at, text="\n".join(part for part in (call.note, *words) if part)),)
    if typed == "pause":
        return (Paused(at=at),)
    if verb == "end":
        return _ends("".join(words).split(), call, at)
    name, equals, _ = keys.partition("=")
    if not equals or not name.strip():
        raise UnknownLine(typed)
    value = typed[len(name) + 1 :].strip()
    return (Filled(at=at, name=full_name(call.release.script, name.strip()), value=value),)


def line_of(event: str) -> str | Sentence:
    """How an event that can happen is typed (`heard 2` is `2`), for the refusal of one that cannot."""
    kind, _, number = event.partition(" ")
    return number or Sentence(f"ui.terminal:line_{kind}")


def _ends(words: Sequence[str], call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    """The talk ends and the agent finishes it, with the outcome, the grade of intent and the tags that were typed."""
    named = bool(words) and (words[0] in possible_outcomes(call) or _intent(words[0], call) is None)
    outcome, rest = (words[0], words[1:]) if named else (call.proposes, words)
    if outcome is None:
        raise Refusal(Sentence("ui.terminal:which_end", outcomes=listed(possible_outcomes(call))))
    intent = _intent(rest[0], call) if rest else None
    tags = tuple(dict.fromkeys(rest if intent is None else rest[1:]))
    finished = Finished(at=at, outcome=outcome, intent=intent, tags=tags)
    return (finished,) if call.phase == "hung_up" else (ends_with(outcome, at), finished)


def _intent(word: str, call: Call) -> Intent | None:
    """The grade of intent that a word is, however the letter was typed."""
    letter = unicodedata.normalize("NFKC", word).upper()
    return next((intent for intent in call.release.outcomes.intents if intent == letter), None)


def _going_on(call: Call, at: datetime) -> AnyEvent:
    """An empty line goes on where there is one way: the step's own, or its only open reply."""
    ways = [offer for offer in offers(call) if offer.open]
    return Heard(at=at, reply=ways[0].number) if len(ways) == 1 else WentOn(at=at)


def _going_back(call: Call, at: datetime) -> AnyEvent:
    """The last move was a mistake; after a pause, or a hang-up that was none, the talk goes on."""
    return Resumed(at=at) if call.phase in {"paused", "hung_up"} else WentBack(at=at)
