"""What is chosen at the end of a call: the outcome by digit, the intent, the tags, whether a callback was agreed."""

from dataclasses import dataclass, replace

from coach.call import Call
from coach.ending import possible_outcomes, wanting
from scripts_library.outcomes import Intent
from scripts_library.values import Value
from ui.call.desk import UNANSWERED

ON_A_PAGE = 8
TAG_KEYS = "qwertuiop"
LETTERS = f"abcdy{TAG_KEYS}"  # the intents, whether a callback was agreed, the tags


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen so far; nothing of it is kept before the call is finished."""

    outcome: str | None = None
    intent: Intent | None = None
    tags: tuple[str, ...] = ()
    agreed: bool = False

    def with_tag(self, tag: str) -> "Choices":
        """The tag added, or taken away."""
        tags = tuple(one for one in self.tags if one != tag) if tag in self.tags else (*self.tags, tag)
        return replace(self, tags=tags)


def outcomes_offered(call: Call) -> tuple[str, ...]:
    """The outcomes in the order of their keys: those of a talk first, then those in which nobody was there.

    One that needs what this script has no field for is left out: no call of it could be finished so.
    """
    known = possible_outcomes(call)
    talked = [name for name, outcome in known.items() if outcome.contact and name not in UNANSWERED]
    return (*talked, *(name for name in known if name not in talked))


def page_of(call: Call, outcome: str | None) -> int:
    """The page of keys on which an outcome stands."""
    offered = outcomes_offered(call)
    return offered.index(outcome) // ON_A_PAGE if outcome in offered else 0


def on_page(call: Call, page: int) -> tuple[str, ...]:
    """The outcomes on one page of keys."""
    return outcomes_offered(call)[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]


def pages(call: Call) -> int:
    """How many pages of keys there are."""
    return -(-len(outcomes_offered(call)) // ON_A_PAGE)


def hour_of(call: Call) -> Value | None:
    """The hour of a callback, where it is known."""
    return call.knows.field("callback_at")


def still_needs(call: Call, choices: Choices) -> tuple[str, ...]:
    """The titles of the fields without which the call cannot be finished so."""
    if choices.outcome is None:
        return ()
    fields = call.release.script.fields
    return tuple(fields[field].title for field in wanting(call, choices.outcome))
