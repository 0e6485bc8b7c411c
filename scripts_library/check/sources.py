"""Everything in a document that is written in the expression language, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scripts_library.check.card_ways import answer_path
from scripts_library.check.ways import step_path
from scripts_library.expressions import Condition, NotAllowed, Words, condition, words
from scripts_library.objections import Objections
from scripts_library.places import item, under
from scripts_library.script import Reply, Script

Use = Literal["words", "condition", "suits"]


@dataclass(frozen=True, slots=True)
class Source:
    """Some words or a condition as written. `cards` is the id of the set in which it stands."""

    path: str
    text: str
    use: Use
    cards: str = ""

    def read(self) -> Words | Condition:
        """What it comes to. Raises `NotAllowed`."""
        return words(self.text) if self.use == "words" else condition(self.text)

    def readable(self) -> Words | Condition | None:
        """What it comes to, or None where it is not allowed."""
        try:
            return self.read()
        except NotAllowed:
            return None


def of_script(script: Script) -> Iterator[Source]:
    """The words and conditions of a script, in its order."""
    if script.suits is not None:
        yield Source("suits", script.suits, "suits")
    for name, step in script.steps.items():
        here = step_path(name)
        if step.says is not None:
            yield Source(under(here, "says"), step.says, "words")
        for number, reply in enumerate(step.replies, start=1):
            yield from _of_reply(item(under(here, "replies"), number), reply)
        for number, branch in enumerate(step.branch, start=1):
            if branch.when is not None:
                yield Source(under(item(under(here, "branch"), number), "when"), branch.when, "condition")


def of_cards(objections: Objections) -> Iterator[Source]:
    """The words of a set of cards, in its order."""
    for card, told in objections.cards.items():
        for number, answer in enumerate(told.answers, start=1):
            here = answer_path(card, number)
            yield Source(under(here, "says"), answer.says, "words", objections.id)
            for place, reply in enumerate(answer.replies, start=1):
                path = under(item(under(here, "replies"), place), "hears")
                yield Source(path, reply.hears, "words", objections.id)


def _of_reply(path: str, reply: Reply) -> Iterator[Source]:
    yield Source(under(path, "hears"), reply.hears, "words")
    if reply.when is not None:
        yield Source(under(path, "when"), reply.when, "condition")
