"""Every code has a broken document of its own, a sentence in both languages, and a section that explains it."""

import re
from pathlib import Path
from string import Formatter

import pytest

from coach.proof import problems  # plays the plans of item 11 as well
from scripts_library.check import RULES, Problem, Rule
from scripts_library.sentences import LANGUAGES, catalogue
from scripts_library.shelf import read_files, shelves

BROKEN = Path(__file__).parents[2] / "broken_documents"


def found_in(path: Path) -> list[Problem]:
    """All problems of a broken document and of what lies with it in its folder, each with its own line."""
    readings = read_files([path])
    assert [reading.faults for reading in readings if reading.faults] == []
    pairs = zip(readings, shelves(readings), strict=True)
    return [problem for one, shelf in pairs if one.document for problem in problems(one.document, shelf)]


def document_of(rule: Rule) -> Path:
    """The broken document of a rule: one file, or a folder where it takes several."""
    name = f"{rule.code}-{rule.name}"
    return BROKEN / name if (BROKEN / name).is_dir() else BROKEN / f"{name}.yaml"


@pytest.fixture(scope="module")
def sections(repository: Path) -> dict[str, str]:
    """The sections of docs/problems.md, by their headings."""
    text = (repository / "docs" / "problems.md").read_text(encoding="utf-8")
    _, *parts = re.split(r"^### ", text, flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_broken_document_yields_exactly_its_code(rule: Rule) -> None:
    found = found_in(document_of(rule))
    assert [problem.code for problem in found] == [rule.code]
    (problem,) = found
    assert Path(problem.place.file).is_file()
    assert problem.place.line is not None
    for language in LANGUAGES:
        told = problem.in_language(language)
        assert rule.code in told
        assert "{" not in told.replace("{{ ", "").replace("{% ", ""), "a value of the sentence is missing"


def test_every_broken_document_belongs_to_a_code() -> None:
    names = {path.name.removesuffix(".yaml") for path in BROKEN.iterdir() if _is_of_items_1_to_11(path.name)}
    assert names == {f"{rule.code}-{rule.name}" for rule in RULES.values()}


def _is_of_items_1_to_11(name: str) -> bool:
    """Whether a name begins with a code of the list of script-format.md; those of appraisal plans begin with HC20."""
    code = re.match(r"HC(\d+)\d\d\b", name)
    return code is not None and int(code[1]) <= 11


def test_codes_are_ordered_by_item_and_names_are_their_own() -> None:
    assert [rule.item for rule in RULES.values()] == sorted(rule.item for rule in RULES.values())
    assert {rule.item for rule in RULES.values()} == set(range(1, 12))
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("code", RULES)
def test_both_sentences_of_a_code_name_the_same_values(code: str) -> None:
    english, chinese = (catalogue("scripts_library", language)[code] for language in ("en", "zh"))
    assert _values(english) == _values(chinese)


def _values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_sentence_with_a_code_is_in_the_table() -> None:
    for language in LANGUAGES:
        coded = {code for code in catalogue("scripts_library", language) if re.fullmatch(r"HC\d+", code)}
        assert coded == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_section_explains_each_code_in_its_own_words(rule: Rule, sections: dict[str, str], repository: Path) -> None:
    section = sections[f"{rule.code} · {rule.name}"]
    for language in LANGUAGES:
        assert f"> {catalogue('scripts_library', language)[rule.code]}\n" in section
    explained = [line for line in section.splitlines()[1:] if line and not line.startswith((">", "```", "See `"))]
    assert len(" ".join(explained)) > 100
    (named,) = re.findall(r"See `(.+)`\.", section)
    assert (repository / named).is_file()
    assert document_of(rule) in ((repository / named), (repository / named).parent)


def test_the_sections_are_those_of_the_table_in_its_order(sections: dict[str, str]) -> None:
    named = [heading for heading in sections if _is_of_items_1_to_11(heading)]
    assert named == [f"{rule.code} · {rule.name}" for rule in RULES.values()]
