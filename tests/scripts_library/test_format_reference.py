"""docs/script-format.md says what the code does: every key, every word that a key takes, and examples that check."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from coach.appraisal.figures import FIGURES
from coach.proof import problems  # plays the plans as well
from scripts_library.appraisal_plan import AppraisalPlan, EntryKind, Item, Role, Section, Status
from scripts_library.document import Document, Part
from scripts_library.kinds import KINDS
from scripts_library.names import STANDARD_NAMES
from scripts_library.objections import TECHNIQUES, Answer, AnswerReply, Card, Objections
from scripts_library.outcomes import Counts, Intent, Outcome, Outcomes, Result
from scripts_library.plan import Deed, Plan
from scripts_library.reading import read
from scripts_library.script import Branch, Field, FieldType, Name, Reply, Script, Stage, Step
from scripts_library.shelf import Shelf, shipped

PARTS: dict[str, type[Part]] = {
    "A document is a file": Document,
    "A script": Script,
    "A stage": Stage,
    "A name": Name,
    "A field": Field,
    "A step": Step,
    "A reply": Reply,
    "A branch": Branch,
    "A plan": Plan,
    "A line of a plan": Deed,
    "A set of cards": Objections,
    "A card": Card,
    "An answer": Answer,
    "A reply to an answer": AnswerReply,
    "A set of outcomes": Outcomes,
    "An outcome": Outcome,
    "An appraisal plan": AppraisalPlan,
    "A section": Section,
    "An item": Item,
    "A kind of entry": EntryKind,
}
HEAD = {"format", "kind", "id", "title"}


@pytest.fixture(scope="module")
def text(repository: Path) -> str:
    return (repository / "docs" / "script-format.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sections(text: str) -> dict[str, str]:
    """Each section by its heading, without the YAML in it."""
    _, *parts = re.split(r"^##+ ", re.sub(r"```yaml\n.*?```", "", text, flags=re.DOTALL), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts}


def rows(section: str) -> dict[str, list[str]]:
    """The rows of a section's table, by what stands in the first column in code."""
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("| `")]
    return {row[0].strip(" `"): [cell.strip() for cell in row[1:]] for row in cells}


@pytest.mark.parametrize(("heading", "part"), PARTS.items())
def test_each_table_has_exactly_the_keys_of_its_part(heading: str, part: type[Part], sections: dict[str, str]) -> None:
    fields = {field.name: field for field in msgspec.structs.fields(part)}
    table = rows(sections[heading])
    if part is Document:
        assert set(table) == {*fields, "kind"} == HEAD
        return
    own = {name: field for name, field in fields.items() if not issubclass(part, Document) or name not in HEAD}
    assert set(table) == set(own)
    needed = {name for name, (mark, _) in table.items() if mark == "yes"}
    assert needed == {name for name, field in own.items() if field.required}


@pytest.mark.parametrize("part", [part for part in PARTS.values() if part.one_of])
def test_what_excludes_each_other_is_said(part: type[Part], sections: dict[str, str]) -> None:
    heading = next(heading for heading, one in PARTS.items() if one is part)
    assert "exactly one of" in sections[heading]


@pytest.mark.parametrize(
    ("heading", "key", "words"),
    [
        ("A document is a file", "kind", tuple(KINDS)),
        ("A field", "type", get_args(FieldType)),
        ("An answer", "technique", TECHNIQUES),
        ("A card", "kind", ("objection", "question")),
        ("An outcome", "result", get_args(Result)),
        ("An outcome", "counts", get_args(Counts)),
        ("A stage", "counts", ("pitch",)),
        ("A reply to an answer", "exit", ("back", "next")),
        ("An appraisal plan", "grades", get_args(Status)),
        ("A kind of entry", "per", ("day",)),
        ("A kind of entry", "by", tuple(role for role in get_args(Role) if role != "owner")),
    ],
)
def test_every_word_that_a_key_takes_is_named(
    heading: str, key: str, words: tuple[str, ...], sections: dict[str, str]
) -> None:
    assert set(words) <= set(re.findall(r"`([^`]+)`", rows(sections[heading])[key][-1]))


def test_techniques_intents_types_and_standard_names_are_explained(text: str, sections: dict[str, str]) -> None:
    for technique in TECHNIQUES:
        assert text.count(f"`{technique}`") >= 2
    intents = get_args(Intent)
    assert f"`{intents[0]}` to `{intents[-1]}`" in rows(sections["A set of outcomes"])["intents"][-1]
    assert set(rows(sections["Values"])) == set(get_args(FieldType))
    assert set(rows(sections["Standard names"])) == set(STANDARD_NAMES)


def test_every_figure_of_an_appraisal_plan_is_explained(sections: dict[str, str]) -> None:
    table = sections["The figures of an appraisal plan"]
    first_column = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert re.findall(r"`([^`]+)`", first_column) == list(FIGURES)


def test_the_examples_are_read_checked_and_played(text: str) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)
    readings = [read(f"example {number}", one.encode()) for number, one in enumerate(examples, start=1)]
    assert [fault.in_language("en") for reading in readings for fault in reading.faults] == []
    shelf = Shelf({reading.id or "": [reading] for reading in readings}, below=shipped())
    documents = [reading.document for reading in readings if reading.document]
    assert [type(document) for document in documents] == [Script, Script, Objections, Outcomes, AppraisalPlan]
    for document in documents:
        assert [problem.in_language("en") for problem in problems(document, shelf)] == []
    whole = documents[1]
    assert isinstance(whole, Script)
    assert len(whole.plans) >= 2


def test_the_whole_script_shows_nearly_every_key(text: str) -> None:
    examples = "".join(re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL))
    shown = set(re.findall(r"([a-z_]+):", examples))
    rare = {"at", "returns", "goes_on", "jumps", "none_of_these", "back"}
    for part in PARTS.values():
        assert {field.name for field in msgspec.structs.fields(part)} - rare <= shown
