"""Why a reply is closed, where the trainer did not say: its condition in words."""

from decimal import Decimal

from coach.refusals import listed
from scripts_library.expressions import condition, tree
from scripts_library.names import STANDARD_NAMES
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

    def condition(self, node: tree.Condition) -> Sentence:
        """A condition or a part of one."""
        match node:
            case tree.Not(inner):
                return self._not(inner)
            case tree.All(parts):
                return self._joined("coach:when_both", parts)
            case tree.AnyOf(parts):
                return self._joined("coach:when_either", parts)
            case tree.Compared(first, rest):
                return self._compared(first, rest)
            case tree.Name(name):
                return Sentence("coach:when_known", name=self._title(name))
            case tree.Visited(step):
                return Sentence("coach:when_said", step=step)
            case tree.Raised(card):
                return Sentence("coach:when_raised", card=self._release.cards[card].title)
            case tree.Constant(value):
                return Sentence("coach:when_always" if value else "coach:when_never")

    def _not(self, node: tree.Condition) -> Sentence:
        match node:
            case tree.Name(name):
                return Sentence("coach:when_unknown", name=self._title(name))
            case tree.Visited(step):
                return Sentence("coach:when_not_said", step=step)
            case _:
                return Sentence("coach:when_not", condition=self.condition(node))

    def _joined(self, code: str, parts: tuple[tree.Condition, ...]) -> Sentence:
        first, *others = (self.condition(part) for part in parts)
        for other in others:
            first = Sentence(code, one=first, other=other)
        return first

    def _compared(self, first: tree.Operand, rest: tuple[tuple[tree.Operator, tree.Operand], ...]) -> Sentence:
        pairs = []
        left = first
        for operator, right in rest:
            code = f"coach:when_{_COMPARED[operator]}"
            pairs.append(Sentence(code, one=self._operand(left), other=self._operand(right)))
            left = right
        both = pairs[0]
        for pair in pairs[1:]:
            both = Sentence("coach:when_both", one=both, other=pair)
        return both

    def _operand(self, node: tree.Operand) -> str | Sentence:
        match node:
            case tree.Name(name):
                return self._title(name)
            case tree.Raised(card):
                return Sentence("coach:times_raised", card=self._release.cards[card].title)
            case tree.Visited(step):
                return Sentence("coach:when_said", step=step)
            case tree.Constant(value):
                return _plain(value)
            case tree.Listed(values):
                return listed(_plain(value) for value in values)

    def _title(self, name: str) -> str | Sentence:
        field = self._release.script.fields.get(name.removeprefix("fields.")) if name.startswith("fields.") else None
        if field is not None:
            return field.title
        own = self._release.script.names.get(name)
        if own is not None:
            return own.title
        return STANDARD_NAMES[name].title if name in STANDARD_NAMES else name


def _plain(value: tree.Plain) -> str | Sentence:
    if isinstance(value, bool):
        return Sentence("coach:yes" if value else "coach:no")
    return f"{value:f}" if isinstance(value, Decimal) else Sentence("coach:quoted", text=value)
