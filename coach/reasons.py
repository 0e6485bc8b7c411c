"""Why a reply is closed, where the trainer did not say: its condition in words."""

from decimal import Decimal

from coach.refusals import listed
from scripts_library.expressions import condition, tree
from scripts_library.names import title_of
from scripts_library.release import Release
from scripts_library.sentences import Sentence

_COMPARED = {
    "==": "is",
    "!=": "is_not",
    "<": "below",
    "<=": "at_most",
    ">": "above",
    ">=": "at_least",
    "in": "among",
    "not in": "not_among",
}


def reason(source: str, release: Release) -> Sentence:
    """The condition of a reply that does not hold, as something that would open it.

    Fields, cards and names go by their titles, steps by their ids.
    """
    return Sentence("coach:open_when", condition=_Words(release).condition(condition(source).tree))


class _Words:
    """Puts the conditions of one release in words."""

    def __init__(self, release: Release) -> None:
        self._release = release

    def condition(self, node: tree.Condition, *, negated: bool = False) -> Sentence:
        """A condition or a part of one, or what it says when it does not hold: neither of two is said of both."""
        match node:
            case tree.Not(inner):
                return self.condition(inner, negated=not negated)
            case tree.All(parts):
                return self._joined("either" if negated else "both", parts, negated=negated)
            case tree.AnyOf(parts):
                return self._joined("both" if negated else "either", parts, negated=negated)
            case tree.Compared(first, ((operator, right),)):
                said = self._compared(first, operator, right)
                return Sentence("coach:when_not", condition=said) if negated else said
            case tree.Compared():
                return self.condition(tree.All(tuple(tree.pairs(node))), negated=negated)
            case tree.Name(name):
                return Sentence(
                    "coach:when_unknown" if negated else "coach:when_known", name=title_of(self._release.script, name)
                )
            case tree.Visited(step):
                return Sentence("coach:when_not_said" if negated else "coach:when_said", step=step)
            case tree.Raised(card):
                title = self._release.cards[card].title
                return Sentence("coach:when_not_raised" if negated else "coach:when_raised", card=title)
            case tree.Constant(value):
                return Sentence("coach:when_always" if bool(value) is not negated else "coach:when_never")

    def _joined(self, word: str, parts: tuple[tree.Condition, ...], *, negated: bool) -> Sentence:
        first, *others = (self._part(part, negated=negated) for part in parts)
        for other in others:
            first = Sentence(f"coach:when_{word}", one=first, other=other)
        return first

    def _part(self, part: tree.Condition, *, negated: bool) -> Sentence:
        """A part of what is joined, in brackets where it is joined of parts itself."""
        said = self.condition(part, negated=negated)
        joined = said.code in ("coach:when_both", "coach:when_either")
        return Sentence("coach:when_group", condition=said) if joined else said

    def _compared(self, left: tree.Operand, operator: tree.Operator, right: tree.Operand) -> Sentence:
        return Sentence(f"coach:when_{_COMPARED[operator]}", one=self._operand(left), other=self._operand(right))

    def _operand(self, node: tree.Operand) -> str | Sentence:
        match node:
            case tree.Name(name):
                return title_of(self._release.script, name)
            case tree.Raised(card):
                return Sentence("coach:times_raised", card=self._release.cards[card].title)
            case tree.Visited(step):
                return Sentence("coach:when_said", step=step)
            case tree.Constant(value):
                return _plain(value)
            case tree.Listed(values):
                return listed(_plain(value) for value in values) if values else Sentence("coach:when_nothing")


def _plain(value: tree.Plain) -> str | Sentence:
    if isinstance(value, bool):
        return Sentence("coach:yes" if value else "coach:no")
    return f"{value:f}" if isinstance(value, Decimal) else Sentence("coach:quoted", text=value)
