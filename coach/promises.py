"""Promises: the callbacks and appointments that calls made, and whether they were kept, moved or missed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from coach.call import Call
from coach.ending import last_ending
from coach.events import Promised
from coach.limits import CUSTOMARY, Limits
from coach.sums import Sum

State = Literal["waiting", "kept", "moved", "missed", "excused"]
Excuse = Literal["in_a_call", "on_leave", "hour_forbidden"]
_MINUTE = timedelta(minutes=1)


class Promise(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A callback or an appointment as it stands. `kept_at` and `moved_at` are of the later event that settled it."""

    what: Literal["callback", "appointment"]
    due_at: datetime
    made_at: datetime
    agreed: bool = True
    kept_at: datetime | None = None
    moved_at: datetime | None = None

    @property
    def settled(self) -> bool:
        """Whether a later event has kept or moved it."""
        return self.kept_at is not None or self.moved_at is not None


class Span(NamedTuple):
    """A stretch of time, aware; `end` is no part of it."""

    start: datetime
    end: datetime


class PromiseSum(Sum, frozen=True):
    """Promises of a day on which they were due. Moved and excused ones are not due (免计)."""

    callbacks_due: int = 0
    callbacks_kept: int = 0
    callbacks_excused: int = 0
    appointments_due: int = 0
    appointments_kept: int = 0


def promise(call: Call) -> Promise | None:
    """What a finished call, as last amended, promised; None where it promised nothing."""
    ending = last_ending(call)
    if ending.promised is None:
        return None
    made = ending.promised
    return Promise(what=made.what, due_at=made.due_at, made_at=ending.at, agreed=made.agreed)


def after_dial(made: Promise, at: datetime, limits: Limits = CUSTOMARY) -> Promise:
    """The promise after its customer was dialled: near its minute, before or after, a callback is kept."""
    if made.what == "callback" and not made.settled and abs(at - made.due_at) <= limits.on_time:
        return replace(made, kept_at=at)
    return made


def after_talk(made: Promise, at: datetime, promised: Promised | None, limits: Limits = CUSTOMARY) -> Promise:
    """The promise after a later call in which its customer was spoken to, and what that call promised.

    A callback is moved by any talk before its time: what was said then stands instead. An appointment is moved only
    by another appointment made before its hour.
    """
    if made.settled:
        return made
    if made.what == "callback":
        moved = at < made.due_at - limits.on_time
    else:
        moved = promised is not None and promised.what == "appointment" and at < made.due_at
    return replace(made, moved_at=at) if moved else made


def after_visit(made: Promise, at: datetime) -> Promise:
    """The promise after the customer came 到访, or was visited 赴约."""
    if made.what == "appointment" and not made.settled:
        return replace(made, kept_at=at)
    return made


def state(made: Promise, now: datetime, excuse: Excuse | None = None, limits: Limits = CUSTOMARY) -> State:
    """How a promise stands at a moment. An excused callback that was dialled in time all the same is kept."""
    if made.kept_at is not None:
        return "kept"
    if made.moved_at is not None:
        return "moved"
    if not _over(made, now, limits):
        return "waiting"
    return "missed" if excuse is None or made.what == "appointment" else "excused"


def excuse(
    made: Promise, *, calls: Iterable[Span] = (), leave: Iterable[Span] = (), forbidden: Iterable[Span] = ()
) -> Excuse | None:
    """Why a callback is not due (免计), or None where it is.

    At its minute the agent was in another call (`calls` run from dialled to hung up) or on leave, or the hour had
    become one at which nobody may be called.
    """
    minute = made.due_at.replace(second=0, microsecond=0)
    if any(span.start < minute + _MINUTE and span.end > minute for span in calls):
        return "in_a_call"
    if any(span.start <= made.due_at < span.end for span in leave):
        return "on_leave"
    if any(span.start <= made.due_at < span.end for span in forbidden):
        return "hour_forbidden"
    return None


def promise_sum(made: Promise, stands: State) -> PromiseSum:
    """What one promise adds to the day on which it was due."""
    due, kept = int(stands in ("kept", "missed")), int(stands == "kept")
    if made.what == "callback":
        return PromiseSum(callbacks_due=due, callbacks_kept=kept, callbacks_excused=int(stands == "excused"))
    return PromiseSum(appointments_due=due, appointments_kept=kept)


def _over(made: Promise, now: datetime, limits: Limits) -> bool:
    """Whether its time has passed: of a callback the minutes around it, of an appointment its day."""
    if made.what == "callback":
        return now > made.due_at + limits.on_time
    return now.astimezone(made.due_at.tzinfo).date() > made.due_at.date()
