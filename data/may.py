"""Who may do what: one table of actions and roles, in first form. A person with no right is told so."""

from collections.abc import Mapping
from typing import Literal

from scripts_library.appraisal_plan import Role

Action = Literal[
    "call",
    "see_customers",
    "see_phones",
    "see_words",
    "see_calls_of_others",
    "amend_calls_of_others",
    "publish",
    "keep_people",
    "see_scores_of_others",
    "enter",
    "close_period",
    "erase",
    "set",
]

# HR sees figures and their evidence, never a customer's phone or notes; the trainer sees calls, with phones masked.
MAY: Mapping[Action, frozenset[Role]] = {
    "call": frozenset({"agent", "supervisor", "owner"}),
    "see_customers": frozenset({"agent", "supervisor", "trainer", "owner"}),
    "see_phones": frozenset({"agent", "supervisor", "owner"}),
    "see_words": frozenset({"agent", "supervisor", "trainer", "owner"}),
    "see_calls_of_others": frozenset({"supervisor", "trainer", "hr", "owner"}),
    "amend_calls_of_others": frozenset({"supervisor", "owner"}),
    "publish": frozenset({"supervisor", "trainer", "owner"}),
    "keep_people": frozenset({"hr", "owner"}),
    "see_scores_of_others": frozenset({"supervisor", "hr", "owner"}),
    "enter": frozenset({"supervisor", "hr", "owner"}),
    "close_period": frozenset({"hr", "owner"}),
    "erase": frozenset({"supervisor", "owner"}),
    "set": frozenset({"supervisor", "owner"}),
}


def may(role: Role, action: Action) -> bool:
    """Whether a person of this role may do this."""
    return role in MAY[action]
