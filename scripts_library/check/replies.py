"""Item 10: the replies of a step can be told apart, and the refusals stand last."""

from collections.abc import Iterator, Sequence

from scripts_library.check.finding import Finding, found
from scripts_library.check.ways import Way
from scripts_library.check.whole import Whole
from scripts_library.places import under
from scripts_library.script import Step


def replies(whole: Whole) -> Iterator[Finding]:
    """Two replies of a step with the same text, and refusals before a way on."""
    for name, step in whole.script.steps.items():
        if step.replies:
            onward = whole.ways[name][: len(step.replies)]
            yield from _same(name, onward)
            yield from _refusals(whole, name, onward)


def _same(name: str, onward: Sequence[Way]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, way in enumerate(onward, start=1):
        text = (way.says or "").strip()
        if text in first:
            yield found("HC1001", under(way.path, "hears"), step=name, reply=text, first=first[text], second=number)
        first.setdefault(text, number)


def _refusals(whole: Whole, name: str, onward: Sequence[Way]) -> Iterator[Finding]:
    """The first refusal that a reply of another kind follows; the customer's way on comes first on the keys."""
    refused = [_is_refusal(whole, way) for way in onward]
    for way, is_refusal, later in zip(onward, refused, range(1, len(onward) + 1), strict=True):
        if is_refusal and not all(refused[later:]):
            yield found("HC1002", way.path, step=name, reply=way.says)


def _is_refusal(whole: Whole, way: Way) -> bool:
    """Whether a reply ends the call in a failure: itself, or by a step that only says goodbye."""
    goodbye: Step | None = whole.script.steps.get(way.goto) if way.goto is not None else None
    return whole.result(way.ends or (goodbye.ends if goodbye else None)) == "failure"
