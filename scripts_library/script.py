"""A script: what may be said in one call, step by step."""

from typing import Annotated, ClassVar, Literal

import msgspec

from scripts_library.document import Document, Kebab, KeyWords, OneLine, Part, Snake
from scripts_library.plan import Plan

FieldType = Literal["text", "number", "date", "time", "datetime", "phone", "choice", "yes_no"]


class Stage(Part, frozen=True, kw_only=True):
    """A stretch of the call, drawn in the stage bar. `counts: pitch` marks where the pitch begins."""

    id: str
    title: str
    counts: Literal["pitch"] | None = None


class Name(Part, frozen=True, kw_only=True):
    """Something the words use beyond the standard names. The sample never reaches a live call."""

    title: str
    sample: str


class Field(Part, frozen=True, kw_only=True):
    """Something a call may capture. `default` is a name; a field with a default counts as offered."""

    title: str
    type: FieldType
    default: str | None = None
    options: tuple[str, ...] = ()


class Reply(Part, frozen=True, kw_only=True):
    """What the customer may answer, and where that leads: a step (`goto`) or an outcome (`ends`)."""

    one_of: ClassVar[tuple[str, ...]] = ("goto", "ends")

    hears: str
    goto: str | None = None
    ends: str | None = None
    when: str | None = None
    why: str | None = None
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    needs: tuple[str, ...] = ()


class Branch(Part, frozen=True, kw_only=True):
    """One way on from a silent step; the first whose condition holds is taken, the last has none."""

    when: str | None = None
    goto: str


class Step(Part, frozen=True, kw_only=True):
    """One thing to say, or (with `branch`, or `goto` and no words) a silent fork in the road.

    Exactly one of `replies`, `branch`, `goto`, `ends` is given; a draft may lack it, and the check says so. `must`
    makes the step due for adherence.
    """

    one_of: ClassVar[tuple[str, ...]] = ("replies", "branch", "goto", "ends")
    none_yet: ClassVar[bool] = True

    stage: str | None = None
    says: str | None = None
    hint: OneLine | None = None
    points: KeyWords = ()
    must: bool = False
    weight: Annotated[int, msgspec.Meta(ge=1)] = 1
    after: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    replies: Annotated[tuple[Reply, ...], msgspec.Meta(min_length=1)] = ()
    branch: Annotated[tuple[Branch, ...], msgspec.Meta(min_length=1)] = ()
    goto: str | None = None
    ends: str | None = None

    @property
    def spoken(self) -> bool:
        """Whether the agent says something here; a silent step is passed through at once."""
        return self.says is not None

    @property
    def offers(self) -> frozenset[str]:
        """The fields that are offered here: asked for, or set by what the customer answers."""
        return frozenset((*self.asks, *(field for reply in self.replies for field in reply.sets)))


class Script(Document, frozen=True, kw_only=True, tag="script"):
    """A whole script with its plans. `suits` says for whom it is offered first."""

    language: str
    purpose: OneLine = ""
    suits: str | None = None
    stages: tuple[Stage, ...]
    names: dict[str, Name] = msgspec.field(default_factory=dict)
    fields: dict[Snake, Field] = msgspec.field(default_factory=dict)
    objections: tuple[str, ...] = ()
    exits: dict[str, str] = msgspec.field(default_factory=dict)
    outcomes: str
    start: str
    steps: dict[Kebab, Step]
    plans: tuple[Plan, ...] = ()
