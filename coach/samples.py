"""What stands in for the names of a call where there is none: in plans, previews and tries, never in a live call."""

from datetime import datetime

from scripts_library.names import SAMPLE_NOW, STANDARD_NAMES
from scripts_library.script import Script
from scripts_library.values.half_days import next_half_days
from scripts_library.values.written import written

_OF_THE_CLOCK = ("today", "now")


def sample_names(script: Script, at: datetime = SAMPLE_NOW) -> dict[str, str | None]:
    """The samples of the standard names and of the script's own, written, for a call that begins at a moment.

    Away from the usual moment of plans, the half-days to offer are those after it.
    """
    standard = {
        name: written(known.sample(script.language))
        for name, known in STANDARD_NAMES.items()
        if name not in _OF_THE_CLOCK
    }
    slots: dict[str, str] = {}
    if at.date() != SAMPLE_NOW.date():
        slots = {f"slot_{number}": written(half) for number, half in enumerate(next_half_days(at.date()), start=1)}
    return {**standard, **slots, **{name: own.sample for name, own in script.names.items()}}
