"""Places in a document, as a person finds them (file, line, path), and what is wrong there."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts_library.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: `steps.busy.replies[2].goto`, lists counted from 1; the whole document is ``.

    Places sort by file, then by line; a place without a line comes first.
    """

    file: str
    path: str
    line: int | None

    def __lt__(self, other: "Place") -> bool:
        return (self.file, self.line or 0, self.path) < (other.file, other.line or 0, other.path)

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where} {self.path}" if self.path else where


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a document from being read: its place, and one sentence."""

    place: Place
    sentence: Sentence

    def in_language(self, language: str) -> str:
        """Place and sentence on one line, in `zh` or `en`."""
        return f"{self.place}: {self.sentence.in_language(language)}"


def under(path: str, key: str) -> str:
    """The path of a key: `steps` and `busy` make `steps.busy`."""
    return f"{path}.{key}" if path else key


def item(path: str, number: int) -> str:
    """The path of the item of a list, counted from 1: `steps.busy.replies[2]`."""
    return f"{path}[{number}]"


def nearest_line(lines: Mapping[str, int], path: str) -> int | None:
    """The line of a path, or of what holds it where it is not written in the file."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path)
