"""A condition in words, for the agent who sees a reply greyed: 还没走过「邀请」，并且有介绍人."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from scripts_library.expressions import tree
from scripts_library.expressions.conditions import Condition
from scripts_library.sentences import Sentence

_COMPARED = {"==": "is", "!=": "is_not", "<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}


@dataclass(frozen=True, slots=True)
class Titles:
    """What names, steps and cards are called on the screen; each stands for itself unless said otherwise."""

    name: Callable[[str], str] = str
    step: Callable[[str], str] = str
    card: Callable[[str], str] = str


def in_words(condition: Condition, language: str, titles: Titles | None = None) -> str:
    """What a condition asks for, as one says it: `not visited('offer')` is 还没走过「offer」."""
    return _Saying(language, titles or Titles()).condition(condition.tree)


@dataclass(frozen=True, slots=True)
class _Saying:
    language: str
    titles: Titles

    def condition(self, node: tree.Condition, *, negated: bool = False) -> str:
        match node:
            case tree.Not(inner):
                return self.condition(inner, negated=not negated)
            case tree.All(parts):
                return self._joined("or" if negated else "and", parts, negated=negated)
            case tree.AnyOf(parts):
                return self._joined("and" if negated else "or", parts, negated=negated)
            case tree.Compared():
                said = self._say("and").join(self._pair(pair) for pair in tree.pairs(node))
                return self._say("not", said=said) if negated else said
            case tree.Constant(value):
                return self._constant(bool(value) is not negated)
            case tree.Name(name):
                return self._say(_either("known", negated), name=self.titles.name(name))
            case tree.Visited(step):
                return self._say(_either("visited", negated), step=self.titles.step(step))
            case tree.Raised(card):
                return self._say(_either("raised", negated), card=self.titles.card(card))

    def _joined(self, word: str, parts: tuple[tree.Condition, ...], *, negated: bool) -> str:
        return self._say(word).join(self._part(part, negated) for part in parts)

    def _part(self, part: tree.Condition, negated: bool) -> str:
        said = self.condition(part, negated=negated)
        while isinstance(part, tree.Not):
            part = part.inner
        return self._say("group", said=said) if isinstance(part, tree.All | tree.AnyOf) else said

    def _pair(self, pair: tree.Compared) -> str:
        (operator, right), left = pair.rest[0], pair.first
        if operator not in ("in", "not in"):
            return self._say(_COMPARED[operator], left=self._operand(left), right=self._operand(right))
        listed = isinstance(right, tree.Listed)
        word = ("is" if listed else "within") + ("_not" if operator == "not in" else "")
        return self._say(word, left=self._operand(left), right=self._operand(right))

    def _operand(self, operand: tree.Operand) -> str:
        match operand:
            case tree.Name(name):
                return self.titles.name(name)
            case tree.Constant(value):
                return self._constant(value)
            case tree.Listed(values):
                return self._say("one_of").join(self._constant(value) for value in values) or self._say("nothing")
            case tree.Raised(card):
                return self._say("how_often", card=self.titles.card(card))
            case tree.Visited(step):
                return self._say("visited", step=self.titles.step(step))

    def _constant(self, value: tree.Plain) -> str:
        match value:
            case bool():
                return self._say("yes" if value else "no")
            case Decimal():
                return f"{value:f}"
            case _:
                return self._say("text", text=value)

    def _say(self, code: str, /, **values: str) -> str:
        return Sentence(f"scripts_library:condition_{code}", **values).in_language(self.language)


def _either(code: str, negated: bool) -> str:
    return f"{code}_not" if negated else code
