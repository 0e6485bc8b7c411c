"""The talk clock of a call: from answered to hung up less pauses, and the wrap-up after it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from coach.events import Answered, AnyEvent, Finished, HungUp, Paused, Resumed

_NONE = timedelta()
_SECOND = timedelta(seconds=1)


def talk_clock(trail: Sequence[AnyEvent]) -> tuple[timedelta, ...]:
    """What the talk clock showed as each event happened.

    A hang-up that was none is talk all through; a desk clock set back never takes talk away.
    """
    shown = []
    talked, counted_to = _NONE, None
    paused = hung_up = False
    for event in trail:
        if counted_to is not None and not paused and (not hung_up or isinstance(event, Resumed)):
            talked += max(event.at - counted_to, _NONE)
            counted_to = event.at
        match event:
            case Answered() | Resumed():
                counted_to = event.at if counted_to or isinstance(event, Answered) else None
                paused = hung_up = False
            case Paused():
                paused = True
            case HungUp():
                hung_up = True
        shown.append(talked)
    return tuple(shown)


def talk_seconds(trail: Sequence[AnyEvent]) -> int:
    """Talk time 通时 in whole seconds; 0 where nobody answered."""
    return talk_clock(trail)[-1] // _SECOND if trail else 0


def wrap_up_seconds(trail: Sequence[AnyEvent]) -> int:
    """Wrap-up 话后小结: from the last hang-up to the end of the call, in whole seconds."""
    hung_up: datetime | None = None
    for event in trail:
        match event:
            case HungUp():
                hung_up = event.at
            case Finished() if hung_up is not None:
                return max(event.at - hung_up, _NONE) // _SECOND
    return 0


def clock_text(time: timedelta | int, *, wide: bool = False) -> str:
    """How long something took (an int is whole seconds), as a clock shows it: 0:06, 12:41, 1:02:03.

    `wide` gives the minutes two digits.
    """
    minutes, seconds = divmod(max(time // _SECOND if isinstance(time, timedelta) else time, 0), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes:02}:{seconds:02}" if wide else f"{minutes}:{seconds:02}"
