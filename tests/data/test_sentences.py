"""Every sentence of the store is there in both languages, is used, and can be said."""

import re
from pathlib import Path
from typing import get_args

import pytest

from data.may import Action
from data.refusals import BookRefusal
from scripts_library.sentences import LANGUAGES, Sentence, catalogue

VALUES = "file key_file thing name action since month number told table call sum place"


def used(repository: Path) -> set[str]:
    """The codes that the sources of the store speak of."""
    sources = "\n".join(file.read_text(encoding="utf-8") for file in (repository / "data").glob("*.py"))
    codes = set(re.findall(r'"data:([a-z_]+)"', sources))
    codes |= {f"may_{action}" for action in get_args(Action)}
    codes |= {table for table in ("sums_by_day", "sums_by_card", "sums_by_release") if "data:{table}" in sources}
    return codes | {kind.code for kind in BookRefusal.__subclasses__()}


def test_every_sentence_is_used_and_every_code_has_its_sentence(repository: Path) -> None:
    for language in LANGUAGES:
        assert set(catalogue("data", language)) == used(repository)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    for code in catalogue("data", language):
        said = Sentence(f"data:{code}", **dict.fromkeys(VALUES.split(), "1")).in_language(language)
        assert said
        assert "{" not in said
