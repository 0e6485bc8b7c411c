"""Every sentence of the store is there in both languages, is used, and can be said."""

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from data.may import Action
from data.refusals import BookRefusal
from scripts_library.sentences import LANGUAGES, Sentence, catalogue


@pytest.fixture
def sources(repository: Path) -> str:
    """All that the store is written in."""
    return "\n".join(file.read_text(encoding="utf-8") for file in (repository / "data").glob("*.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence(sources: str, language: str) -> None:
    codes = set(re.findall(r'"data:([a-z_]+)"', sources))
    codes |= {f"may_{action}" for action in get_args(Action)}
    codes |= {kind.code for kind in BookRefusal.__subclasses__()}
    assert len(codes) > 50
    assert codes <= set(catalogue("data", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_used(sources: str, language: str) -> None:
    named = set(re.findall(r'"(?:data:)?([a-z_]+)"', sources)) | {f"may_{action}" for action in get_args(Action)}
    assert set(catalogue("data", language)) <= named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(language: str) -> None:
    for code, text in catalogue("data", language).items():
        names = {name for _, name, _, _ in Formatter().parse(text) if name}
        said = Sentence(f"data:{code}", **dict.fromkeys(names, "1")).in_language(language)
        assert said
        assert "{" not in said
