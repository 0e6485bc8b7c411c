"""Outcomes: how a call may end, and what that counts as."""

from typing import Literal

import msgspec

from scripts_library.document import Document, Kebab, Part

Result = Literal["success", "open", "failure", "invalid"]
Counts = Literal["appointment", "callback", "wechat", "deal"]
Intent = Literal["A", "B", "C", "D"]


class Outcome(Part, frozen=True, kw_only=True):
    """One way to end. `stops` puts the customer on the do-not-call list; `needs` are field ids."""

    title: str
    result: Result
    counts: Counts | None = None
    needs: tuple[str, ...] = ()
    contact: bool = True
    right_party: bool = True
    stops: bool = False


class Outcomes(Document, frozen=True, kw_only=True, tag="outcomes"):
    """A set of outcomes, with the grades of intent and the tags that the ending offers."""

    outcomes: dict[Kebab, Outcome]
    intents: dict[Intent, str] = msgspec.field(default_factory=dict)
    tags: tuple[str, ...] = ()
