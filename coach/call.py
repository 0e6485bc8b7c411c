"""A call is a release and a trail of events; everything else about it follows from the two."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Literal

import msgspec

from coach.events import AnyEvent
from coach.known import CallKnows
from coach.position import Point, Position
from coach.transitions import after
from scripts_library.release import Release
from scripts_library.values import Value

Phase = Literal["ready", "dialling", "talking", "paused", "hung_up", "finished"]


class Call(msgspec.Struct, frozen=True):
    """One call: what may be said (`release`) and what happened (`trail`). `then` gives the next call.

    `path` is the effective path: the trail without what was gone back over. `values` are names (`customer.name`) and
    fields (`fields.mobile`) as captured, by dotted name; they stay when the agent goes back. `proposes` is the outcome
    that is plain so far.
    """

    release: Release
    trail: tuple[AnyEvent, ...] = ()
    phase: Phase = "ready"
    path: tuple[Point, ...] = ()
    values: Mapping[str, Value] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    note: str = ""
    hung_up_proposes: str | None = None

    def then(self, event: AnyEvent) -> "Call":
        """The call after one more event, with what follows from it (steps entered, values set) written into it.

        Raises `NotOffered` where this cannot happen here, naming what can; `NeedsMissing` where a field is wanting.
        """
        return after(self, event, recorded=False)

    @classmethod
    def replayed(cls, release: Release, trail: Iterable[AnyEvent]) -> "Call":
        """The call that a kept trail tells.

        What the events say they entered and set is taken as it stands, so that a call reads the same after an erasure.
        """
        call = cls(release)
        for event in trail:
            call = after(call, event, recorded=True)
        return call

    @property
    def position(self) -> Position | None:
        """Where the walk stands; None before the first line shows."""
        return self.path[-1].position if self.path else None

    @property
    def at(self) -> datetime | None:
        """When the last thing happened."""
        return self.trail[-1].at if self.trail else None

    @property
    def knows(self) -> CallKnows:
        """Names, fields and what was visited and raised, as of the line that shows.

        «Today» and «now» are those of the moment when the line came up, so that it never changes while it is read.
        """
        return CallKnows(self.release, self.values, self.path, self.path[-1].at if self.path else self.at)

    @property
    def proposes(self) -> str | None:
        """The outcome that the call so far proposes: by who hung up, else by where the walk ended."""
        if self.hung_up_proposes is not None:
            return self.hung_up_proposes
        return self.position.ends if self.position else None
