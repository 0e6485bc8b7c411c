"""Item 7: cards alone and in a script."""

import pytest

from tests.scripts_library.check.written import cards, found, script

STEPS = "hello: {says: 您好。, replies: [{hears: 好, ends: done}]}"
TWO = """
busy:
  title: 忙
  answers:
    - {technique: affirm, says: 好。, replies: [%s]}
    - {technique: affirm, says: 好。, replies: [%s]}
"""
FIRST, SECOND = "cards.busy.answers[1]", "cards.busy.answers[2]"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("{hears: 哦, exit: back}", "{hears: 哦, exit: back}", []),
        ("{hears: 哦, exit: next}", "{hears: 哦, ends: anything}", []),
        ("{hears: 哦, exit: anywhere}", "{hears: 哦, exit: back}", []),
        ("{hears: 哦, exit: back}", "", [("HC701", SECOND)]),
        ("{hears: 哦, exit: next}", "", [("HC701", FIRST), ("HC701", SECOND)]),
        ("", "{hears: 哦, exit: back}", [("HC701", FIRST)]),
        (
            "{hears: 哦, exit: back}",
            "{hears: 哦, exit: back}, {hears: 嗯, exit: next}",
            [("HC702", f"{SECOND}.replies[2].exit")],
        ),
        ("{hears: 哦, exit: back}", "{hears: 嗯, exit: next}", [("HC702", f"{SECOND}.replies[1].exit")]),
    ],
)
def test_every_answer_leads_out_of_the_card(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    assert found(cards(TWO % (first, second))) == expected


def test_the_exits_that_the_cards_use_are_mapped_and_told_once_each() -> None:
    told = cards(TWO % ("{hears: 哦, exit: close}, {hears: 嗯, exit: close}", "{hears: 哦, exit: other}"))
    assert found(script(STEPS, objections="[cards]", exits="{close: hello, other: hello}"), told) == []
    assert found(script(STEPS, objections="[cards]", exits="{close: hello}"), told) == [("HC704", "exits")]
    assert found(script(STEPS, objections="[cards]"), told) == [("HC704", "exits"), ("HC704", "exits")]


def test_an_exit_that_no_card_uses_is_no_problem() -> None:
    told = cards(TWO % ("{hears: 哦, exit: back}", "{hears: 哦, exit: back}"))
    assert found(script(STEPS, objections="[cards]", exits="{close: hello}"), told) == []


def test_a_card_is_in_one_set_of_a_script() -> None:
    told = TWO % ("{hears: 哦, exit: back}", "{hears: 哦, exit: back}")
    sets = (cards(told, "one-set"), cards(told, "two-set"))
    assert found(script(STEPS, objections="[one-set, two-set]"), *sets) == [("HC703", "objections[2]")]
    assert found(script(STEPS, objections="[one-set]"), *sets) == []
