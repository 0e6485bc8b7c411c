"""What a language has to be able to say of values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from scripts_library.values import HalfDay


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language says days, hours and answers. The second argument is today, None where nobody knows it."""

    yes: str
    no: str
    day: Callable[[date, date | None], str]
    hour: Callable[[time], str]
    moment: Callable[[datetime, date | None], str]
    half_day: Callable[[HalfDay, date | None], str]
