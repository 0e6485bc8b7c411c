"""A call as the book keeps it, and a call as the log lists it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import msgspec

from coach.call import Call
from coach.facts import Facts


class KeptCall(msgspec.Struct, frozen=True):
    """A call with the id under which it is kept. All that is in `call` is durable, or was erased since it was said.

    `earlier_dials` is how often the number had been dialled that day before; `empty_number`, that it was known to be
    empty: such a dial may count none.
    """

    id: str
    call: Call
    agent: str
    customer: str | None = None
    campaign: str = ""
    earlier_dials: int = 0
    empty_number: bool = False


@dataclass(frozen=True, slots=True)
class CallRow:
    """One line of the log. `facts` and `outcome` are None while the call is open.

    `whom` is how lists name who was called: empty where nobody knows, None where this person may not see it.
    """

    id: str
    started_at: datetime
    day: date
    state: Literal["open", "finished"]
    agent: str
    customer: str | None
    whom: str | None
    erased: bool
    campaign: str
    release: str
    script: str
    title: str
    version: int
    outcome: str | None
    facts: Facts | None
