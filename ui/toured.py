"""What came of a tour: the call, what it contributed, the score that it feeds, and the pictures."""

from dataclasses import dataclass
from pathlib import Path

from coach.appraisal.appraising import Appraisal
from coach.facts import Facts
from data.kept_call import KeptCall
from data.person import Person


@dataclass(frozen=True, slots=True)
class Toured:
    """A tour that was played to its end."""

    agent: Person
    kept: KeptCall
    facts: Facts
    appraisal: Appraisal
    pictures: tuple[Path, ...]
