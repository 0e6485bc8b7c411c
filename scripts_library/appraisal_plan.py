"""An appraisal plan: sections with weights, entries that add and take points, measures with target lines."""

from typing import Literal

import msgspec

from scripts_library.document import Document, Part

Role = Literal["agent", "supervisor", "trainer", "hr", "owner"]
Status = Literal["regular", "probation", "new", "moved"]


class EntryKind(Part, frozen=True, kw_only=True):
    """Something that is written down about a person and moves the score: late −1, volunteered overtime +1 (E1).

    `per: day` counts days of absence, which are no working days; `by` are the roles that may enter it.
    """

    title: str
    points: str
    per: Literal["day"] | None = None
    by: tuple[Role, ...] = ()


class Item(Part, frozen=True, kw_only=True):
    """One line of a section: either entries on a base, or a measure (`formula`) on a target `line`.

    `share` is its part of the section; a measure whose `sample` is below `minimum` is left out, and says so. The
    points of a line are value: score, as text that reads as an exact number (`2%`, `72`).
    """

    title: str
    share: int | None = None
    base: int = 0
    entries: dict[str, EntryKind] = msgspec.field(default_factory=dict)
    formula: str | None = None
    line: dict[str, str] = msgspec.field(default_factory=dict)
    sample: str | None = None
    minimum: int = 0


class Section(Part, frozen=True, kw_only=True):
    """A section of the appraisal (E1–E5) with its weight in the total and the cap of its score."""

    title: str
    weight: str
    cap: int = 100
    items: dict[str, Item]


class AppraisalPlan(Document, frozen=True, kw_only=True, tag="appraisal"):
    """Who is graded, by what. Weights, items, rules and raters are data; another reading is another plan (E)."""

    purpose: str = ""
    grades: tuple[Status, ...] = ("regular",)
    interpreted_by: str = ""
    carried_out_by: str = ""
    sections: dict[str, Section]
