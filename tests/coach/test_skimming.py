"""Skimming: each line of the small script takes 6 s at 260 characters a minute, and 40 % of that are 2.4 s."""

import pytest

from coach.contribution import facts
from coach.events import AnyEvent, Heard, HungUp, Jumped, Paused, Raised, Resumed, Returned, Shown, WentBack
from coach.limits import CUSTOMARY, Limits
from coach.skimming import characters, skimmed
from tests.strategies.small import CHOICE, HELLO, LATER, OFFER, RECAP, at, finished


@pytest.mark.parametrize("line", [HELLO, OFFER, CHOICE, RECAP, LATER])
def test_the_lines_of_this_file_have_26_characters(line: str) -> None:
    assert characters(line, "zh-CN") == 26


def moves(*seconds: float, shown: Shown = "words") -> tuple[AnyEvent, ...]:
    """hello was entered at 5 s; these are the seconds at which it and the lines after it are left."""
    steps = ("offer", "choice", "recap", "later", "hello")
    return tuple(Jumped(at=at(second), step=step, shown=shown) for second, step in zip(seconds, steps, strict=False))


def skims(*happened: AnyEvent, limits: Limits = CUSTOMARY, ends: float = 1000) -> frozenset[int]:
    """The points skimmed in a call to which this happened; the last line is given all the time there is."""
    return skimmed(finished(*happened, outcome="refused", at_second=ends), limits)


def test_two_and_four_tenths_of_a_second_are_enough_for_a_line_and_less_is_not() -> None:
    assert skims(*moves(7.4)) == frozenset()
    assert skims(*moves(7.39)) == frozenset({0})


def test_with_points_or_prompts_half_of_that_is_enough() -> None:
    assert skims(*moves(6.2, shown="points")) == frozenset()
    assert skims(*moves(6.19, shown="points")) == frozenset({0})
    assert skims(*moves(6.2, shown="prompts")) == frozenset()


def test_a_stretch_from_the_start_is_skimmed_line_by_line() -> None:
    assert skims(*moves(6, 7, 8, 9)) == frozenset({0, 1, 2, 3})


def test_clicking_late_is_not_skimming() -> None:
    # hello stood for 7.2 s: time enough for three lines, which were then clicked in half a second.
    assert skims(*moves(12.2, 12.4, 12.7)) == frozenset()


def test_what_the_time_since_the_last_line_on_time_does_not_hold_is_skimmed() -> None:
    # hello stood for 5 s, enough for two lines (4.8 s); the third asks for 7.2 s and there were 5.2.
    assert skims(*moves(10, 10.1, 10.2)) == frozenset({2})


def test_the_count_begins_anew_with_each_line_on_time() -> None:
    # hello for a minute, offer on time by itself: the minute is spent, choice and recap are skimmed.
    assert skims(*moves(65, 67.4, 67.5, 67.6)) == frozenset({2, 3})


def test_a_pause_is_no_time_for_saying() -> None:
    assert skims(Paused(at=at(6)), Resumed(at=at(60)), *moves(61)) == frozenset({0})


def test_time_spent_on_an_objection_is_time_at_the_step() -> None:
    # The customer interrupts after a second: the agent did not click the line away.
    assert skims(Raised(at=at(6), card="busy"), Returned(at=at(12)), *moves(12.5)) == frozenset()


def test_a_mistaken_answer_taken_back_leaves_the_line_its_time() -> None:
    assert skims(Heard(at=at(6), reply=3), WentBack(at=at(7)), Heard(at=at(8), reply=1)) == frozenset()


def test_the_last_line_counts_only_where_the_agent_ended_the_call() -> None:
    assert skims(*moves(8), ends=9) == frozenset({1})
    assert skims(*moves(8), HungUp(at=at(9), by="customer")) == frozenset()
    assert skims(*moves(8), HungUp(at=at(9), by="nobody")) == frozenset()


def test_a_line_left_by_a_reply_that_ends_the_call_counts_whoever_hangs_up() -> None:
    refused = Heard(at=at(9), reply=3)
    assert skims(*moves(8), refused, HungUp(at=at(60), by="customer")) == frozenset({1})


def test_a_line_under_a_card_that_stays_open_is_not_judged() -> None:
    assert skims(*moves(8), Raised(at=at(9), card="busy"), ends=10) == frozenset()


@pytest.mark.parametrize("left", [Returned(at=at(10.7)), Heard(at=at(10.7), reply=1)])
def test_leaving_a_card_at_the_goodbye_is_not_leaving_the_goodbye(left: AnyEvent) -> None:
    # offer was just on time; the goodbye has 6 characters, of whose time 40 % are 0.55 s.
    goodbye = (*moves(8), Jumped(at=at(10.4), step="bye"), Raised(at=at(10.5), card="price"), left)
    assert skims(*goodbye, ends=30) == frozenset()
    assert skims(*goodbye, ends=10.8) == frozenset({2})


def test_the_limits_are_settable() -> None:
    assert skims(*moves(10.99), limits=Limits(skim_percent=100)) == frozenset({0})
    assert skims(*moves(11), limits=Limits(skim_percent=100)) == frozenset()
    assert skims(*moves(6.2), limits=Limits(characters_a_minute=520)) == frozenset()


def test_a_silent_step_takes_no_time() -> None:
    assert skims(Heard(at=at(15), reply=1), Raised(at=at(25), card="busy"), Heard(at=at(35), reply=1)) == frozenset()


def test_the_facts_count_the_lines_skimmed_and_a_skimmed_must_is_missed() -> None:
    told = facts(finished(*moves(8, 9), outcome="refused", at_second=1000))
    assert (told.skimmed, told.must_due, told.must_done, told.missed_musts) == (1, 3, 1, ("offer",))
