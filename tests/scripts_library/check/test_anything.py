"""Whatever a document holds, the check ends and says something that can be read in both languages."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.proof import problems  # plays the plans as well
from scripts_library.document import Document
from scripts_library.kinds import KINDS
from scripts_library.reading import read
from scripts_library.sentences import LANGUAGES
from scripts_library.shelf import shipped
from scripts_library.writing import write
from tests.strategies.documents import documents

SHIPPED = [document for kind in ("script", "objections") for document in shipped().of_kind(kind)]


def told(document: Document) -> list[str]:
    return [one.in_language(language) for one in problems(document, shipped()) for language in LANGUAGES]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_document_can_be_checked(kind: str, data: st.DataObject) -> None:
    assert all(told(data.draw(documents(kind))))


@pytest.mark.parametrize("document", SHIPPED, ids=lambda document: document.id)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_shipped_document_with_lines_lost_and_swapped_can_be_checked(document: Document, seed: int) -> None:
    chance = random.Random(seed)
    lines = write(document).decode().splitlines()
    for _ in range(chance.randint(1, 4)):
        first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
        if chance.random() < 0.5:
            del lines[first]
        else:
            lines[first], lines[second] = lines[second], lines[first]
    changed = read("changed.yaml", "\n".join(lines).encode()).document
    if changed is not None:
        assert all(told(changed))
