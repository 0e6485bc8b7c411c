"""The table of kinds."""

import msgspec
import pytest

from scripts_library.kinds import KINDS, kind_of
from scripts_library.outcomes import Outcomes


@pytest.mark.parametrize("kind", KINDS)
def test_the_word_of_the_table_is_the_word_of_the_struct(kind: str) -> None:
    assert KINDS[kind].__struct_config__.tag == kind
    assert KINDS[kind].__struct_config__.tag_field == "kind"


def test_the_kind_of_a_document() -> None:
    document = Outcomes(format=1, id="few", title="几种", outcomes={})
    assert kind_of(document) == "outcomes"
    assert msgspec.to_builtins(document)["kind"] == "outcomes"
