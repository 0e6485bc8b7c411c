"""The check of a book: is the file whole, and is every figure in it the one that its trails make?"""

from dataclasses import dataclass

from data.damage import damage_in
from data.files import trio
from data.opened import Opened
from data.recount import Recount, differences
from data.wal import lost_steps
from scripts_library.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looked at, and what it found: `faults` is empty where all is right."""

    calls: int
    events: int
    sums: int
    promises: int
    faults: tuple[Sentence, ...]

    @property
    def right(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


class Checking(Opened):
    """The check of what is kept; it shows no words about anybody, so that everybody may ask for it."""

    def check(self) -> Checked:
        """Read everything, and count all facts, sums and promises again from the trails.

        Where the file itself is damaged, that is all that is said.
        """
        again = Recount()
        with self._store.snapshot() as db:
            found = damage_in(db)
            if lost_steps(trio(self._store.path)[1]):
                found = (Sentence("data:log_damaged"), *found)
            found = found or tuple(differences(self._store, db, again))
        sums = sum(len(counted) for counted in again.sums.values())
        return Checked(again.calls, again.events, sums, len(again.promises), found)
