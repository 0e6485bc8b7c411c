"""Releasing a script: its cards and outcomes resolved, one digest over all, a sentence where something is missing."""

import subprocess
import sys
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from scripts_library.document import Document
from scripts_library.objections import Objections
from scripts_library.outcomes import Outcomes
from scripts_library.reading import read
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.sentences import Refusal
from scripts_library.shelf import Shelf, shelf_of


@pytest.fixture
def script(examples: Mapping[str, Document]) -> Script:
    found = examples["script"]
    assert isinstance(found, Script)
    return found


@pytest.fixture
def cards(examples: Mapping[str, Document]) -> Objections:
    found = examples["objections"]
    assert isinstance(found, Objections)
    return found


@pytest.fixture
def outcomes(examples: Mapping[str, Document]) -> Outcomes:
    found = examples["outcomes"]
    assert isinstance(found, Outcomes)
    return found


def test_a_release_holds_all_that_a_call_needs(
    script: Script, cards: Objections, outcomes: Outcomes, example_shelf: Shelf
) -> None:
    made = release(script, example_shelf)
    assert (made.script, made.cards, made.outcomes, made.version) == (script, cards.cards, outcomes, 1)
    assert made.pinyin["card:busy"][:2] == ("meishijian", "msj")
    assert {name.partition(":")[2] for name in made.pinyin if name.startswith("step:")} == {
        name for name, step in script.steps.items() if step.spoken
    }


def test_cards_come_in_the_order_of_the_sets_and_the_first_of_an_id_counts(
    script: Script, cards: Objections, outcomes: Outcomes
) -> None:
    busy = cards.cards["busy"]
    more = replace(cards, id="more", cards={"price": busy, "busy": replace(busy, title="另一张"), "who": busy})
    shelf = shelf_of([cards, more, outcomes])
    assert list(release(replace(script, objections=("common", "more")), shelf).cards) == ["busy", "price", "who"]
    turned = release(replace(script, objections=("more", "common")), shelf)
    assert list(turned.cards) == ["price", "busy", "who"]
    assert turned.cards["busy"].title == "另一张"


def test_the_digest_follows_each_of_its_documents_but_not_the_version(
    script: Script, cards: Objections, outcomes: Outcomes, example_shelf: Shelf
) -> None:
    digests = [
        release(script, example_shelf).digest,
        release(replace(script, title="别的"), example_shelf).digest,
        release(script, shelf_of([replace(cards, title="别的"), outcomes])).digest,
        release(script, shelf_of([cards, replace(outcomes, tags=())])).digest,
        release(replace(script, objections=()), example_shelf).digest,
    ]
    assert len(set(digests)) == 5
    assert release(script, example_shelf, 9).digest == digests[0]
    assert release(script, example_shelf, 9).version == 9


@pytest.mark.parametrize(
    ("missing", "code"),
    [("objections", "no_such_objections"), ("outcomes", "no_such_outcomes")],
)
def test_what_is_missing_is_named(script: Script, examples: Mapping[str, Document], missing: str, code: str) -> None:
    shelf = shelf_of(document for kind, document in examples.items() if kind != missing)
    with pytest.raises(Refusal) as refusal:
        release(script, shelf)
    assert refusal.value.sentence.code == f"scripts_library:{code}"
    assert refusal.value.sentence.values == {"id": "common" if missing == "objections" else "telesales"}
    assert refusal.value.sentence.in_language("zh")


def test_what_cannot_be_read_is_named_with_its_first_fault(script: Script, outcomes: Outcomes) -> None:
    broken = read("common.yaml", b"format: 1\nkind: objections\nid: common\ntitle: a\n")
    with pytest.raises(Refusal) as refusal:
        release(script, Shelf({"common": [broken]}, below=shelf_of([outcomes])))
    assert "common.yaml:1 cards" in str(refusal.value)
    assert "“cards” is missing." in str(refusal.value)


def test_pinyin_is_loaded_when_a_script_is_released_not_before() -> None:
    loaded = "import sys, scripts_library.releases; print([m for m in ('yaml', 'pypinyin') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, encoding="utf-8")
    assert ran.stdout.strip() == "[]"
