"""The faults of one file, gathered while it is read."""

from scripts_library.places import Fault, Place
from scripts_library.sentences import Sentence

MOST_FAULTS = 500


class Faults:
    """Takes every fault; of a file that is nothing but faults, the first 500 and how many more there are."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.more = 0
        self._found: list[Fault] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def full(self) -> bool:
        """Whether further faults are only counted."""
        return len(self._found) == MOST_FAULTS

    def add(self, line: int | None, path: str, code: str, **values: object) -> None:
        """Keep a fault; `code` is that of a sentence of this package."""
        if self.full:
            self.more += 1
        else:
            self.keep(line, path, Sentence(f"scripts_library:{code}", **values))

    def keep(self, line: int | None, path: str, sentence: Sentence) -> None:
        """Keep a fault whose sentence is made."""
        if self.full:
            self.more += 1
        else:
            self._found.append(Fault(Place(self.file, path, line), sentence))

    def in_order(self) -> tuple[Fault, ...]:
        """All faults by line; those of one line in the order in which they were found."""
        found = sorted(self._found, key=lambda fault: fault.place.line or 0)
        if self.more:
            last = Sentence("scripts_library:more_faults", number=self.more)
            found.append(Fault(Place(self.file, "", None), last))
        return tuple(found)


def shown(text: str) -> str:
    """A text as a sentence quotes it: on one line, cut after 40 characters."""
    line = " ".join(text[:200].split())
    return line if len(line) <= 40 else line[:40] + "…"
