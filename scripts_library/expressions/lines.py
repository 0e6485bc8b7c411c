"""A line as it is written: the parts of words lowered to small closures that add to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from scripts_library.expressions import tree
from scripts_library.expressions.conditions import Condition, from_tree
from scripts_library.expressions.known import Known
from scripts_library.expressions.pieces import Gap, Pause, Piece, Text
from scripts_library.values import HalfDay
from scripts_library.values.spoken import spoken

_SAID_FROM_TODAY = frozenset({date, datetime, HalfDay})


class Line:
    """The words as they grow: pieces so far, and the text that the next piece ends."""

    __slots__ = ("_pieces", "_text", "holds", "known", "language")

    def __init__(self, known: Known, language: str, holds: Callable[[int], bool]) -> None:
        self.known = known
        self.language = language
        self.holds = holds
        self._pieces: list[Piece] = []
        self._text = ""

    def say(self, text: str) -> None:
        """Goes on with text."""
        self._text += text

    def add(self, piece: Gap | Pause) -> None:
        """Goes on with a piece that is no text."""
        self._end_text()
        self._pieces.append(piece)

    def pieces(self) -> tuple[Piece, ...]:
        """All that was written; adjacent texts are one."""
        self._end_text()
        return tuple(self._pieces)

    def spoken(self, name: str) -> str:
        """The value of a name as one says it; empty where nobody knows it."""
        value = self.known.value(name)
        if value is None:
            return ""
        today = self.known.value("today") if type(value) in _SAID_FROM_TODAY else None
        return spoken(value, self.language, today=today if isinstance(today, date) else None)

    def _end_text(self) -> None:
        if self._text:
            self._pieces.append(Text(self._text))
            self._text = ""


Writes = Callable[[Line], None]


@dataclass(frozen=True, slots=True)
class Ready:
    """The parts of words, lowered. `constant` is set where nothing depends on what is known."""

    names: frozenset[str]
    conditions: tuple[Condition, ...]
    writes: tuple[Writes, ...]
    constant: tuple[Piece, ...] | None


def lowered(parts: tuple[tree.Part, ...]) -> Ready:
    """The closures that write the parts."""
    lowering = _Lowering()
    writes = lowering.all(parts)
    pieces = tuple(part for part in parts if isinstance(part, Text | Pause))
    constant = pieces if len(pieces) == len(parts) else None
    return Ready(frozenset(lowering.names), lowering.conditions, writes, constant)


class _Lowering:
    """Lowers parts, and gathers what they ask about."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._conditions: dict[str, tuple[int, tree.Condition]] = {}

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(from_tree(condition) for _, condition in self._conditions.values())

    def all(self, parts: tuple[tree.Part, ...]) -> tuple[Writes, ...]:
        return tuple(self._one(part) for part in parts)

    def _one(self, part: tree.Part) -> Writes:
        match part:
            case Text(text):
                return lambda line: line.say(text)
            case Pause():
                return lambda line: line.add(part)
            case tree.Fill(name, defaults):
                self.names.update((name, *(other.name for other in defaults if isinstance(other, tree.Name))))
                return _fill(name, defaults)
            case tree.Fork(branches):
                return _fork(tuple((self._test(test), self.all(inner)) for test, inner in branches))

    def _test(self, condition: tree.Condition | None) -> tuple[int, bool] | None:
        """Which condition decides, and what it must come to; `not x` and `x` are one condition."""
        if condition is None:
            return None
        wanted = True
        while isinstance(condition, tree.Not):
            condition, wanted = condition.inner, not wanted
        # By how it is written, since to Python the constants 1 and true are equal.
        number, _ = self._conditions.setdefault(repr(condition), (len(self._conditions), condition))
        return number, wanted


def _fill(name: str, defaults: tuple[tree.Name | tuple[Text | Pause, ...], ...]) -> Writes:
    def writes(line: Line) -> None:
        if said := line.spoken(name):
            line.say(said)
        else:
            _default(line, name, defaults)

    return writes


def _default(line: Line, name: str, defaults: tuple[tree.Name | tuple[Text | Pause, ...], ...]) -> None:
    """What is said where a name is unknown: the first default that is known, else a gap to fill."""
    for default in defaults:
        if not isinstance(default, tree.Name):
            for piece in default:
                line.say(piece.text) if isinstance(piece, Text) else line.add(piece)
            return
        if said := line.spoken(default.name):
            line.say(said)
            return
    line.add(Gap(name))


def _fork(branches: tuple[tuple[tuple[int, bool] | None, tuple[Writes, ...]], ...]) -> Writes:
    def writes(line: Line) -> None:
        for test, inner in branches:
            if test is None or line.holds(test[0]) == test[1]:
                for write in inner:
                    write(line)
                return

    return writes
