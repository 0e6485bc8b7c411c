"""The JSON Schema: kept as generated, valid, and of one mind with the reader on the examples and on faults."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from scripts_library.kinds import KINDS
from scripts_library.reading import read
from scripts_library.schema import schema, schema_text

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.yaml"))
SHIPPED = sorted((Path(__file__).parents[2] / "scripts_library" / "library").rglob("*.yaml"))


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: numbers, `true`, `false`, nothing; `yes`, 12:30 and days are texts."""


Editor.yaml_implicit_resolvers = {}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[-+]?[0-9]+$"), list("-+0123456789"))
Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(~|null|)$"), ["~", "n", ""])


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def in_editor(text: str) -> Any:
    return yaml.load(text, Loader=Editor)


def test_the_schema_in_the_repository_is_the_one_that_the_code_makes(repository: Path) -> None:
    kept = repository / "docs" / "documents.schema.json"
    assert kept.read_text(encoding="utf-8") == schema_text(), "write the output of `main.py schema` to it"


def test_the_schema_is_a_schema_and_knows_every_kind() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))
    kinds = [json.loads(schema_text())["$defs"][KINDS[kind].__name__]["properties"]["kind"] for kind in KINDS]
    assert kinds == [{"enum": [kind]} for kind in KINDS]


@pytest.mark.parametrize("path", [*EXAMPLES, *SHIPPED], ids=lambda path: path.stem)
def test_examples_and_library_fit_the_schema_and_are_read(path: Path, validator: Draft202012Validator) -> None:
    text = path.read_text(encoding="utf-8")
    assert [error.message for error in validator.iter_errors(in_editor(text))] == []
    assert read(path.name, text.encode()).faults == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("kind: script", "kind: scripts"),
        ("id: dental-checkup", "id: Dental"),
        ("start: hello", "begin: hello"),
        ("start: hello", "start:"),
        ("must: true", "must: perhaps"),
        ("must: true", "weight: 0"),
        ("must: true", "weight: two"),
        ("goto: offer}", "goto: offer, ends: callback}"),
        ("goto: offer}", "exit: offer}"),
        ("replies:", "goto: offer\n    replies:"),
        ("  offer:", "  the_offer:"),
        ("  mobile:", "  mobile-number:"),
        ("type: phone", "type: telephone"),
        ("points: [", "points: {a: b} # ["),
        ("points: [", "points: [一, 二, 三, "),
        ("hint: ", "hint: [] # "),
        ("hint: ", "hint: |\n      慢\n      "),
        ("purpose: ", "purpose: |\n  约\n  "),
        ("- raises: busy", "- {raises: busy, back: true}"),
        ("- raises: busy", "- {}"),
    ],
)
def test_reader_and_schema_refuse_the_same_faults(old: str, new: str, validator: Draft202012Validator) -> None:
    text = next(path for path in EXAMPLES if path.stem == "script").read_text(encoding="utf-8")
    assert old in text
    broken = text.replace(old, new, 1)
    assert not validator.is_valid(in_editor(broken))
    assert read("a", broken.encode()).faults
