"""Sets of cards taken together as a script names them."""

from pathlib import Path

from msgspec.structs import replace

from scripts_library.check import problems
from scripts_library.check.whole import Whole
from scripts_library.objections import cards_of, exits_of
from scripts_library.reading import read
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.shelf import shipped
from tests.strategies.small import CARDS, OBJECTIONS, SCRIPT

MORE = replace(OBJECTIONS, id="more", cards={"price": CARDS["trust"], "who": CARDS["price"]})


def test_the_cards_come_in_the_order_of_the_sets_and_the_first_of_an_id_counts() -> None:
    together = cards_of((OBJECTIONS, MORE))
    assert list(together) == ["busy", "trust", "price", "who"]
    assert together["price"] == CARDS["price"]
    turned = cards_of((MORE, OBJECTIONS))
    assert list(turned) == ["price", "who", "busy", "trust"]
    assert turned["price"] == CARDS["trust"]
    assert cards_of(()) == {}


def test_the_check_looks_at_the_cards_in_the_same_order() -> None:
    sets = {"few": OBJECTIONS, "more": MORE}
    assert list(Whole(SCRIPT, sets).cards) == list(cards_of(sets.values()))


def test_an_exit_that_a_script_does_not_map_falls_back_on_one_that_it_does() -> None:
    sets = (replace(OBJECTIONS, exits={"later": "callback", "elsewhere": "nowhere", "callback": "close"}),)
    assert exits_of({"close": "a", "callback": "b"}, sets) == {"close": "a", "callback": "b", "later": "b"}
    assert exits_of({"later": "c", "callback": "b"}, sets) == {"later": "c", "callback": "b"}
    assert exits_of({}, sets) == {}


def test_a_script_that_maps_two_exits_uses_the_shipped_cards(repository: Path) -> None:
    file = repository / "tests" / "scripts_library" / "examples" / "script.yaml"
    example = read(file.name, file.read_bytes()).document
    assert isinstance(example, Script)
    assert example.exits.keys() == {"close", "callback"}
    assert problems(example, shipped()) == ()
    published = release(example, shipped())
    assert published.script.exits["wechat"] == published.script.exits["callback"]
    assert published.script.exits["own-time"] == published.script.exits["close"]
