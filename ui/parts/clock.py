"""The desk's clock, handed in through the door, and times of a talk as they are read."""

from collections.abc import Callable
from datetime import datetime, timedelta

Clock = Callable[[], datetime]


def clock_text(shown: timedelta, *, wide: bool = False) -> str:
    """0:06, 12:41, 1:02:03; `wide` gives the minutes two digits."""
    seconds = max(int(shown.total_seconds()), 0)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes:02}:{seconds:02}" if wide else f"{minutes}:{seconds:02}"
