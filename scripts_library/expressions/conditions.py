"""Conditions: when a reply is open, which branch is taken, for whom a script is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from scripts_library.expressions import tree
from scripts_library.expressions.comparing import COMPARISONS, Comparison, Operand, is_true
from scripts_library.expressions.known import Known

_Read = Callable[[Known], Operand]
_Holds = Callable[[Known], bool]
EITHER = frozenset({True, False})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, ready to be asked: `condition("customer.referrer")(known)`.

    Unknown is false, alone and in every comparison (`!=` and `not in` too); `not` turns that round.
    """

    tree: tree.Condition
    names: frozenset[str]
    raised: frozenset[str]
    visited: frozenset[str]
    _holds: _Holds = field(compare=False, repr=False)

    def __call__(self, known: Known) -> bool:
        """Whether it holds now."""
        return self._holds(known)

    def may(self, visited: Callable[[str], bool]) -> frozenset[bool]:
        """What it may come to where only the visited steps are known; everything else may hold or not."""
        return _may(self.tree, visited)


@lru_cache(maxsize=8192)
def condition(source: str) -> Condition:
    """Reads a condition. Raises `NotAllowed` where it is none."""
    # Jinja costs 50 ms to load, which the first painted window must not wait for.
    from scripts_library.expressions.reading import condition_tree

    return from_tree(condition_tree(source))


def from_tree(root: tree.Condition) -> Condition:
    """A condition that was read as a part of something larger."""
    atoms = tuple(_atoms(root))
    return Condition(
        root,
        names=frozenset(atom.name for atom in atoms if isinstance(atom, tree.Name)),
        raised=frozenset(atom.card for atom in atoms if isinstance(atom, tree.Raised)),
        visited=frozenset(atom.step for atom in atoms if isinstance(atom, tree.Visited)),
        _holds=_lowered(root),
    )


def _atoms(node: tree.Condition | tree.Operand) -> Iterator[tree.Operand]:
    match node:
        case tree.Not(inner):
            yield from _atoms(inner)
        case tree.All(parts) | tree.AnyOf(parts):
            for part in parts:
                yield from _atoms(part)
        case tree.Compared(first, rest):
            yield first
            yield from (operand for _, operand in rest)
        case _:
            yield node


def _lowered(node: tree.Condition) -> _Holds:
    """The condition as one small closure over smaller ones."""
    match node:
        case tree.Not(inner):
            return _negated(_lowered(inner))
        case tree.All(parts):
            return _all(tuple(_lowered(part) for part in parts))
        case tree.AnyOf(parts):
            return _any(tuple(_lowered(part) for part in parts))
        case tree.Compared(first, ((operator, second),)):
            return _pair(_reader(first), COMPARISONS[operator], _reader(second))
        case tree.Compared():
            return _all(tuple(_lowered(pair) for pair in tree.pairs(node)))
        case tree.Visited(step):
            return lambda known: known.visited(step)
        case _:
            return _alone(_reader(node))


def _negated(holds: _Holds) -> _Holds:
    return lambda known: not holds(known)


def _all(parts: tuple[_Holds, ...]) -> _Holds:
    return lambda known: all(holds(known) for holds in parts)


def _any(parts: tuple[_Holds, ...]) -> _Holds:
    return lambda known: any(holds(known) for holds in parts)


def _alone(read: _Read) -> _Holds:
    return lambda known: is_true(read(known))


def _pair(left: _Read, compared: Comparison, right: _Read) -> _Holds:
    return lambda known: compared(left(known), right(known))


def _reader(operand: tree.Operand) -> _Read:
    match operand:
        case tree.Name(name):
            return lambda known: known.value(name)
        case tree.Raised(card):
            return lambda known: known.raised(card)
        case tree.Visited(step):
            return lambda known: known.visited(step)
        case tree.Constant(value):
            return lambda _known: value
        case tree.Listed(values):
            return lambda _known: values


def _may(node: tree.Condition, visited: Callable[[str], bool]) -> frozenset[bool]:
    match node:
        case tree.Not(inner):
            return frozenset(not truth for truth in _may(inner, visited))
        case tree.All(parts):
            each = [_may(part, visited) for part in parts]
            return _where(all(True in truths for truths in each), any(False in truths for truths in each))
        case tree.AnyOf(parts):
            each = [_may(part, visited) for part in parts]
            return _where(any(True in truths for truths in each), all(False in truths for truths in each))
        case tree.Compared(first, ((operator, second),)):
            if _determined(first) and _determined(second):
                return frozenset({COMPARISONS[operator](_settled(first, visited), _settled(second, visited))})
            return EITHER
        case tree.Compared():
            return _may(tree.All(tuple(tree.pairs(node))), visited)
        case tree.Constant() | tree.Visited():
            return frozenset({is_true(_settled(node, visited))})
        case _:
            return EITHER


def _where(true: bool, false: bool) -> frozenset[bool]:
    return frozenset(truth for truth, possible in ((True, true), (False, false)) if possible)


def _determined(operand: tree.Operand) -> bool:
    return isinstance(operand, tree.Constant | tree.Listed | tree.Visited)


def _settled(operand: tree.Operand, visited: Callable[[str], bool]) -> Operand:
    match operand:
        case tree.Constant(value):
            return value
        case tree.Listed(values):
            return values
        case tree.Visited(step):
            return visited(step)
        case _:
            raise AssertionError(f"{operand} is not settled by the visited steps alone")
