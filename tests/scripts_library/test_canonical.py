"""The canonical form: the same for the same document, whatever its file; pinned, so that no digest ever changes."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts_library.canonical import canonical, digest
from scripts_library.document import Document, Part
from scripts_library.kinds import KINDS
from scripts_library.outcomes import Outcome, Outcomes
from scripts_library.reading import read
from tests.strategies.documents import documents

KEPT = Path(__file__).parent / "kept"
DIGESTS = {
    "script": "2673400e5b1d5ca92759066963cc62550f5b9e1027d44f96f62af6c322dc1aa9",
    "objections": "7e552f2f10dc9addd0c43e99c1755093ad4c951aab38c1efaaeb084f6c5b66d6",
    "outcomes": "66ce72e615fd6ef0e671dffb504b07d0a289a8d59bf638299cc595e73a0474e4",
}


@pytest.mark.parametrize("kind", DIGESTS)
def test_a_digest_never_changes(kind: str, examples: Mapping[str, Document]) -> None:
    assert digest(examples[kind]) == DIGESTS[kind]


@pytest.mark.parametrize("kind", DIGESTS)
def test_a_form_kept_long_ago_is_still_the_document(kind: str, examples: Mapping[str, Document]) -> None:
    kept = (KEPT / f"{kind}.json").read_bytes()
    assert canonical(examples[kind]) == kept
    assert msgspec.json.decode(kept, type=KINDS[kind]) == examples[kind]
    assert sha256(kept).hexdigest() == DIGESTS[kind]


def outcomes(text: str) -> Document:
    document = read("a", text.encode()).document
    assert document is not None
    return document


LONG = """\
format: 1
kind: outcomes
id: few
title: 几种
outcomes:
  a: {title: 甲, result: open, contact: yes, needs: [], stops: no}
  b: {title: 乙, result: failure}
tags: []
"""
SHORT = """\
# the same, said otherwise
title: "几种"
outcomes:
    a:
        result: 'open'
        title: 甲
    b: {result: failure, title: 乙}
kind: outcomes
id: few
format: 1
"""


def test_the_order_of_keys_the_quotes_and_the_defaults_do_not_count() -> None:
    assert outcomes(LONG) == outcomes(SHORT)
    assert digest(outcomes(LONG)) == digest(outcomes(SHORT))


def test_the_order_in_which_an_agent_sees_the_outcomes_counts() -> None:
    turned = SHORT.replace("    b: {result: failure, title: 乙}\n", "").replace(
        "    a:\n", "    b: {result: failure, title: 乙}\n    a:\n"
    )
    assert outcomes(turned) == outcomes(SHORT)
    assert digest(outcomes(turned)) != digest(outcomes(SHORT))


class Before(Document, frozen=True, kw_only=True, tag="note"):
    text: str = ""
    mark: Literal["x"] | None = None


class Inner(Part, frozen=True, kw_only=True):
    text: str


class After(Document, frozen=True, kw_only=True, tag="note"):
    """The same kind, later: three keys more, each with a default, and in another order."""

    added: int = 3
    mark: Literal["x"] | None = None
    parts: tuple[Inner, ...] = ()
    text: str = ""
    more: dict[str, str] = msgspec.field(default_factory=dict)


def test_a_key_added_later_leaves_every_digest_as_it_was() -> None:
    before = Before(format=1, id="a", title="b", text="c", mark="x")
    after = After(format=1, id="a", title="b", text="c", mark="x")
    assert canonical(before) == canonical(after)
    assert canonical(after) != canonical(msgspec.structs.replace(after, added=4))


def test_every_key_counts() -> None:
    document = Outcomes(format=1, id="a", title="b", outcomes={"c": Outcome(title="d", result="open")})
    changed = (
        msgspec.structs.replace(document, tags=("e",)),
        msgspec.structs.replace(document, title="e"),
        msgspec.structs.replace(document, outcomes={"c": Outcome(title="d", result="open", stops=True)}),
        msgspec.structs.replace(document, outcomes={"e": Outcome(title="d", result="open")}),
    )
    assert len({digest(one) for one in (document, *changed)}) == 5


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_form_reads_back_as_its_document(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(kind))
    assert msgspec.json.decode(canonical(document), type=KINDS[kind]) == document
