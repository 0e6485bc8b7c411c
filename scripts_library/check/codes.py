"""The table of codes: each rule of the check has one, which never changes its meaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that the check finds. `name` is that of its document in tests/broken_documents."""

    code: str
    name: str

    @property
    def item(self) -> int:
        """The item of the list of script-format.md that it belongs to: HC1101 is of item 11."""
        return int(self.code[2:-2])


def _table(*rules: tuple[str, str]) -> Mapping[str, Rule]:
    return MappingProxyType({code: Rule(code, name) for code, name in rules})


# The plans of item 11 are played by coach, which adds its problems to those found here.
RULES = _table(
    ("HC101", "unknown-step"),
    ("HC102", "unknown-stage"),
    ("HC103", "unknown-outcome"),
    ("HC104", "unknown-field"),
    ("HC105", "unknown-card"),
    ("HC106", "unknown-card-set"),
    ("HC107", "unknown-outcome-set"),
    ("HC108", "unknown-technique"),
    ("HC109", "unknown-option"),
    ("HC201", "unreachable-step"),
    ("HC301", "no-way-out"),
    ("HC302", "loop-without-way-out"),
    ("HC303", "ring-of-silent-steps"),
    ("HC401", "every-reply-conditional"),
    ("HC402", "last-branch-conditional"),
    ("HC403", "branch-never-taken"),
    ("HC501", "outcome-need-not-offered"),
    ("HC502", "reply-need-not-offered"),
    ("HC503", "value-not-taken"),
    ("HC601", "must-avoided"),
    ("HC602", "after-broken"),
    ("HC701", "answer-without-way-out"),
    ("HC702", "next-in-last-answer"),
    ("HC703", "card-in-two-sets"),
    ("HC704", "exit-not-mapped"),
    ("HC801", "unknown-name"),
    ("HC802", "words-not-allowed"),
    ("HC803", "condition-not-allowed"),
    ("HC804", "name-out-of-place"),
    ("HC805", "default-in-a-ring"),
    ("HC806", "default-of-another-kind"),
    ("HC901", "too-many-sentences"),
    ("HC902", "breath-too-long"),
    ("HC903", "opening-too-long"),
    ("HC1001", "same-reply-twice"),
    ("HC1002", "refusal-not-last"),
    ("HC1101", "plan-line-impossible"),
    ("HC1102", "plan-without-end"),
)
