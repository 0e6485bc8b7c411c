"""A person of the floor: agent, supervisor, trainer, HR or owner, with the status that the appraisal asks for."""

from datetime import date

import msgspec

from scripts_library.appraisal_plan import Role, Status


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who works here. `number` is the agent number 工号, `title` their title, `left_on` their last day.

    At most one number is empty, where nobody has told it yet.
    """

    id: str
    number: str
    name: str
    role: Role = "agent"
    title: str = ""
    left_on: date | None = None


class StatusSince(msgspec.Struct, frozen=True, kw_only=True):
    """The status that a person has from a day on, until the next one (E: only regular staff is graded)."""

    from_day: date
    status: Status
