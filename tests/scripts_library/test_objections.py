"""Sets of cards taken together as a script names them."""

from msgspec.structs import replace

from scripts_library.check.whole import Whole
from scripts_library.objections import cards_of
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
