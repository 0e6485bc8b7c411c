"""Hanging up: who did it, and which outcome is plain by then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.ending import possible_outcomes
from coach.events import HangsUp, HungUp, Shown

if TYPE_CHECKING:
    from coach.call import Call

_HUNG_UP = "hung-up"
# Outcomes that say by their name who hung up; with every other one it is the agent, who ends the call.
_BY: Mapping[str, HangsUp] = MappingProxyType({_HUNG_UP: "customer", "interrupted": "nobody"})


def customer_hangs_up(call: Call, at: datetime, shown: Shown = "words") -> HungUp:
    """The customer hung up; before the walk has come to an end that is an outcome of its own."""
    early = call.position is None or call.position.ends is None
    proposes = _HUNG_UP if early and _HUNG_UP in possible_outcomes(call) else None
    return HungUp(at=at, by="customer", proposes=proposes, shown=shown)


def ends_with(outcome: str, at: datetime) -> HungUp:
    """The talk ended with this outcome: one that tells of a hang-up is nobody else's doing."""
    return HungUp(at=at, by=_BY.get(outcome, "agent"))
