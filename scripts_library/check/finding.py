"""What a rule finds, before it is given its file, its line and its severity."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Of the problems that take a search each, so many are enough to mend at once.
MOST_OF_A_KIND = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule: where it stands, the values of its sentence, and the shortest path that shows it.

    `cards` is the id of the card set in which the path is to be read; empty for the document that is checked.
    """

    code: str
    path: str
    values: Mapping[str, object]
    witness: tuple[str, ...] = ()
    cards: str = ""


def found(code: str, path: str, /, *, witness: tuple[str, ...] = (), cards: str = "", **values: object) -> Finding:
    """A finding, with the values that its sentence names."""
    return Finding(code, path, MappingProxyType(values), witness, cards)
