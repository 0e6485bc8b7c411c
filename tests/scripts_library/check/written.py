"""Scripts and cards as a trainer writes them, and what the check finds in them."""

from textwrap import dedent, indent

from scripts_library.check import SHIPPED, Limits, Problem, problems
from scripts_library.document import Document
from scripts_library.reading import read
from scripts_library.shelf import Shelf

OUTCOMES = """
    done: {title: 成了, result: success}
    booked: {title: 约到, result: success, needs: [day]}
    later: {title: 约回拨, result: open, needs: [callback_at]}
    refused: {title: 拒绝, result: failure}
    wrong: {title: 打错, result: invalid}
"""
FIELDS = "{day: {title: 日期, type: date}, callback_at: {title: 回拨时间, type: datetime}}"


def script(steps: str, **keys: str) -> str:
    """A script that starts at its first step; `keys` are further keys, each with its value in YAML."""
    text = dedent(steps).strip("\n")
    top = {
        "language": "zh-CN",
        "stages": "[{id: only, title: 全程}]",
        "outcomes": "few",
        "start": text.partition(":")[0],
    }
    rest = "".join(f"{key}: {value}\n" for key, value in (top | keys).items())
    return f"format: 1\nkind: script\nid: one\ntitle: 话术\n{rest}steps:\n{indent(text, '  ')}\n"


def cards(told: str, name: str = "cards") -> str:
    """A set of cards, each card a key."""
    return f"format: 1\nkind: objections\nid: {name}\ntitle: 异议\ncards:\n{indent(dedent(told), '  ')}"


def outcomes(told: str = OUTCOMES) -> str:
    """The outcomes `few`."""
    return f"format: 1\nkind: outcomes\nid: few\ntitle: 结果\noutcomes:\n{indent(dedent(told), '  ')}"


def problems_of(text: str, *others: str, limits: Limits = SHIPPED) -> tuple[Problem, ...]:
    """What the check finds in a document beside others; the outcomes `few` are always there."""
    readings = [read(f"{number}.yaml", one.encode()) for number, one in enumerate((text, *others, outcomes()))]
    assert [reading.faults for reading in readings if reading.faults] == []
    document = readings[0].document
    assert isinstance(document, Document)
    return problems(document, Shelf({reading.id or "": [reading] for reading in readings}), limits)


def found(text: str, *others: str, limits: Limits = SHIPPED) -> list[tuple[str, str]]:
    """Code and path of each problem."""
    return [(one.code, one.place.path) for one in problems_of(text, *others, limits=limits)]
