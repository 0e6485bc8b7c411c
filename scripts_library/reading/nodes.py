"""What a document is before it has a meaning: texts, lists and maps, each with its line."""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(slots=True)
class Scalar:
    """A text. Whether it is a number or a yes is for the schema to say."""

    text: str
    line: int
    plain: bool = False

    @property
    def absent(self) -> bool:
        """Nothing is written here at all: not even the empty quotes."""
        return self.plain and not self.text


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


class Entry(NamedTuple):
    """The value of a key, and the line on which the key stands."""

    line: int
    node: "Node"


@dataclass(slots=True)
class Pairs:
    """A map, in the order of the file."""

    line: int
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(slots=True)
class Unusable:
    """Something whose fault has been told already; nothing more is said about it."""

    line: int


Node = Scalar | Items | Pairs | Unusable
