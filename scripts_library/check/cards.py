"""Item 7: every answer of a card leads on, and the script knows where to."""

from collections.abc import Iterator

from scripts_library.check.card_ways import answer_path
from scripts_library.check.finding import Finding, found
from scripts_library.check.ways import BACK, NEXT
from scripts_library.check.whole import Whole
from scripts_library.objections import Card, Objections
from scripts_library.places import item, under


def cards_alone(objections: Objections) -> Iterator[Finding]:
    """What can be said of a set without a script: answers without a way out, and `next` where there is none."""
    for card, told in objections.cards.items():
        for number in _stuck(told):
            yield found("HC701", answer_path(card, number), card=told.title, number=number)
        last = len(told.answers)
        for place, reply in enumerate(told.answers[-1].replies, start=1) if told.answers else ():
            if reply.exit == NEXT:
                path = under(item(under(answer_path(card, last), "replies"), place), "exit")
                yield found("HC702", path, card=told.title, reply=reply.hears)


def cards_in_script(whole: Whole) -> Iterator[Finding]:
    """What a script makes of its sets: a card that two of them hold, and exits that it does not map."""
    first: dict[str, str] = {}
    for number, name in enumerate(whole.script.objections, start=1):
        for card in whole.sets[name].cards if name in whole.sets else ():
            if first.setdefault(card, name) != name:
                yield found("HC703", item("objections", number), card=card, set=name, first=first[card])
    unmapped: dict[str, str] = {}
    for way in whole.card_ways:
        if way.exit is not None and way.exit not in whole.exits:
            unmapped.setdefault(way.exit, way.moves[0].removeprefix("/"))
    for exit_, card in unmapped.items():
        yield found("HC704", "exits", exit=exit_, card=card)


def _stuck(card: Card) -> Iterator[int]:
    """The answers, counted from 1, from which no chain of replies leads out of the card.

    Whether an exit is mapped is for the script to say, and `next` in the last answer is a problem of its own.
    """
    leads_out = True
    stuck = []
    for number, answer in reversed(list(enumerate(card.answers, start=1))):
        targets = {reply.exit if reply.ends is None else BACK for reply in answer.replies}
        leads_out = bool(targets - {NEXT}) or (NEXT in targets and leads_out)
        if not leads_out:
            stuck.append(number)
    yield from reversed(stuck)
