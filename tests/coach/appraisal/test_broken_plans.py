"""Each broken appraisal plan has the one problem that its file is named after, at its line."""

import re
from pathlib import Path

import pytest

from coach.appraisal.plan_check import PLAN_RULES
from coach.proof import problems
from scripts_library.check import Limits, Problem, Rule
from scripts_library.sentences import LANGUAGES, catalogue
from scripts_library.shelf import read_files, shelves, shipped

BROKEN = "tests/broken_documents"


def proved(repository: Path, file: str, limits: Limits | None = None) -> tuple[Problem, ...]:
    readings = read_files([repository / BROKEN / file])
    (shelf,) = shelves(readings)
    document = readings[0].document
    assert document is not None, readings[0].faults
    return problems(document, shelf, limits or Limits())


@pytest.mark.parametrize("rule", PLAN_RULES, ids=lambda rule: rule.code)
def test_a_broken_plan_has_the_one_problem_that_it_is_named_after(repository: Path, rule: Rule) -> None:
    (one,) = proved(repository, f"{rule.code}-{rule.name}.yaml")
    assert one.code == rule.code
    assert one.place.line is not None
    assert one.severity == "problem"
    for language in ("zh", "en"):
        assert rule.code in one.in_language(language)


def test_there_is_a_document_for_every_rule_and_none_besides(repository: Path) -> None:
    assert {file.stem for file in (repository / BROKEN).glob("HC20*.yaml") if len(file.stem.split("-")[0]) == 6} == {
        f"{rule.code}-{rule.name}" for rule in PLAN_RULES
    }


def test_a_rule_may_be_made_to_warn_only(repository: Path) -> None:
    (one,) = proved(repository, "HC2001-weights-not-whole.yaml", Limits(severities={"HC2001": "warning"}))
    assert one.severity == "warning"


def test_the_plans_that_ship_have_no_problem() -> None:
    plans = shipped().of_kind("appraisal")
    assert plans
    assert [one for plan in plans for one in problems(plan, shipped())] == []


def test_a_section_explains_each_code_in_its_own_words(repository: Path) -> None:
    text = (repository / "docs" / "problems.md").read_text(encoding="utf-8")
    _, *parts = re.split(r"^### ", text, flags=re.MULTILINE)
    sections = {part.partition("\n")[0]: part for part in parts}
    named = [heading for heading in sections if re.match(r"HC20\d\d ", heading)]
    assert named == [f"{rule.code} · {rule.name}" for rule in PLAN_RULES]
    for rule in PLAN_RULES:
        section = sections[f"{rule.code} · {rule.name}"]
        assert f"See `{BROKEN}/{rule.code}-{rule.name}.yaml`." in section
        for language in LANGUAGES:
            assert f"> {catalogue('coach', language)[rule.code]}\n" in section
