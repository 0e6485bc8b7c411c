"""The script that suits is offered first."""

from msgspec.structs import replace

from coach.suiting import suiting
from scripts_library.release import Release
from tests.strategies.small import SMALL, at


def saying(name: str, suits: str | None) -> Release:
    return replace(SMALL, digest=name, script=replace(SMALL.script, id=name, suits=suits))


FOR_FRIENDS = saying("friends", "customer.referrer and not last_call.outcome == 'callback'")
FOR_ANYBODY = saying("anybody", None)
FOR_PROMISED = saying("promised", "last_call.outcome == 'callback'")
ALL = (FOR_FRIENDS, FOR_ANYBODY, FOR_PROMISED)


def order(**names: str) -> list[str]:
    return [release.script.id for release in suiting(ALL, names, at(0))]


def test_a_referred_customer_is_called_with_the_script_for_friends() -> None:
    assert order(**{"customer.referrer": "李大为"}) == ["friends", "anybody", "promised"]


def test_who_was_promised_a_callback_is_called_with_the_script_that_keeps_it() -> None:
    promised = {"customer.referrer": "李大为", "last_call.outcome": "callback", "last_call.day": "2026-01-02"}
    assert order(**promised) == ["promised", "anybody", "friends"]


def test_of_whom_nothing_is_known_the_script_for_anybody_comes_first() -> None:
    assert order() == ["anybody", "friends", "promised"]


def test_scripts_that_suit_alike_keep_their_order() -> None:
    twice = (saying("one", None), saying("two", None), FOR_PROMISED)
    assert [release.script.id for release in suiting(twice, {}, at(0))] == ["one", "two", "promised"]
