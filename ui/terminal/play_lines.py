"""The lines that are typed to walk a call in the terminal: one line, one event."""

from datetime import datetime

from coach.call import Call
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
from scripts_library.sentences import Refusal, Sentence

# An input method left on writes these; they count as the keys they stand for (ui.md, keys and the input method).
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／、＠＝＜《？　", "0123456789//@=<<? ")  # the ideographic space too


class UnknownLine(Refusal):
    """A line that says nothing the walk understands."""

    def __init__(self, line: str) -> None:
        super().__init__(Sentence("ui.terminal:unknown_line", line=line))


def events_of(line: str, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    """The events that a typed line means here: `2`, `/busy`, `/`, `@step`, `meeting_day=2026-12-03`, `<`, `? words`,

    `note words`, `end OUTCOME`, and an empty line to go on. Raises `UnknownLine`.
    """
    typed = line.strip()
    head = _keys(typed)
    if head.startswith("/"):
        card = head[1:].strip()
        return (Raised(at=at, card=card),) if card else (Returned(at=at),)
    if head.startswith("@"):
        return (Jumped(at=at, step=head[1:].strip()),)
    if head.startswith("?"):
        return (NoneOfThese(at=at, words=typed[1:].strip()),)
    if head == "<":
        return (WentBack(at=at),)
    if head.isdecimal():
        return (Heard(at=at, reply=int(head)),)
    if not head:
        return (_going_on(call, at),)
    return _worded(typed, head, call, at)


def _worded(typed: str, head: str, call: Call, at: datetime) -> tuple[AnyEvent, ...]:
    verb, _, rest = typed.partition(" ")
    if verb == "note":
        return (Noted(at=at, text="\n".join(part for part in (call.note, rest.strip()) if part)),)
    if verb == "end":
        finished = Finished(at=at, outcome=rest.strip() or call.proposes or "")
        return (finished,) if call.phase == "hung_up" else (HungUp(at=at, by="agent"), finished)
    name, equals, _ = head.partition("=")
    if not equals:
        raise UnknownLine(typed)
    name = name.strip()
    if name in call.release.script.fields:
        name = f"fields.{name}"
    value = typed[len(head.partition("=")[0]) + 1 :].strip()
    return (Filled(at=at, name=name, value=value),)


def _going_on(call: Call, at: datetime) -> AnyEvent:
    """An empty line goes on where there is one way: the step's own, or its only open reply."""
    ways = [offer for offer in offers(call) if offer.open]
    return Heard(at=at, reply=ways[0].number) if len(ways) == 1 else WentOn(at=at)


def _keys(typed: str) -> str:
    """The line with full-width signs read as the keys that they stand for; words after the sign stay as typed."""
    return typed.translate(_FULL_WIDTH)
