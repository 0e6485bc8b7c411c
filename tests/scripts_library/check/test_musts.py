"""Item 6: no success without its must-says, and the promised order kept, cards and all."""

import pytest

from tests.scripts_library.check.written import cards, found, problems_of, script

STEPS = """
hello: {says: 您好。, replies: [{hears: 好, goto: offer}, {hears: 不, ends: refused}]}
offer: {says: 我们有活动。, must: true, replies: [{hears: 行, goto: close}, {hears: 不, ends: refused}]}
close: {says: 您看哪天？, after: [offer], replies: [{hears: 周六, ends: done}, {hears: 不, ends: refused}]}
"""
CLOSES = "busy: {title: 忙, answers: [{technique: affirm, says: 好。, replies: [{hears: 那好, exit: on}]}]}"
CATCHES_UP = "\nfork: {branch: [{when: \"not visited('offer')\", goto: offer}, {goto: close}]}"


def test_a_success_by_the_must_say_is_right() -> None:
    assert found(script(STEPS)) == []


def test_a_way_round_the_must_say_is_told_with_the_shortest_call() -> None:
    steps = STEPS.replace("{hears: 好, goto: offer}", "{hears: 好, goto: offer}, {hears: 直接约吧, goto: close}")
    must, after = problems_of(script(steps))
    assert (must.code, must.place.path) == ("HC601", "steps.offer")
    assert must.witness == ("hello", "“直接约吧”", "close", "“周六”", "[done]")
    assert "「成了」" in must.in_language("zh")
    assert (after.code, after.place.path) == ("HC602", "steps.close.after[1]")
    assert after.witness == ("hello", "“直接约吧”", "close")


def test_a_failure_may_avoid_it() -> None:
    assert found(script(STEPS.replace("goto: close", "ends: refused").split("close:", maxsplit=1)[0])) == []


def test_a_card_that_jumps_too_far_breaks_both_and_a_fork_that_catches_up_mends_both() -> None:
    jumps = problems_of(script(STEPS, objections="[cards]", exits="{on: close}"), cards(CLOSES))
    assert [problem.code for problem in jumps] == ["HC601", "HC602"]
    assert jumps[1].witness == ("hello", "/busy", "“那好”", "close")
    assert found(script(STEPS + CATCHES_UP, objections="[cards]", exits="{on: fork}"), cards(CLOSES)) == []


@pytest.mark.parametrize("when", ["customer.referrer", "not visited('hello')", "visited('offer')"])
def test_a_fork_that_asks_something_else_mends_nothing(when: str) -> None:
    steps = STEPS + CATCHES_UP.replace("not visited('offer')", when)
    codes = [code for code, _ in found(script(steps, objections="[cards]", exits="{on: fork}"), cards(CLOSES))]
    assert codes == ["HC601", "HC602"]


def test_a_card_that_ends_in_a_success_avoids_every_must_say() -> None:
    told = CLOSES.replace("exit: on", "ends: done")
    (problem,) = problems_of(script(STEPS, objections="[cards]"), cards(told))
    assert (problem.code, problem.witness) == ("HC601", ("hello", "/busy", "“那好”", "[done]"))


def test_a_jump_is_the_agents_own_doing() -> None:
    plans = "[{title: 跳, does: [{jumps: close}, {hears: 周六}, {ends: done}]}]"
    assert found(script(STEPS, plans=plans)) == []


def test_what_was_visited_is_followed_through_replies_as_well() -> None:
    steps = STEPS.replace(
        "{hears: 好, goto: offer}", "{hears: 好, goto: offer}, {hears: 约, goto: close, when: visited('offer')}"
    )
    assert found(script(steps)) == []


def test_a_later_answer_of_a_card_is_come_to_by_next_or_by_raising_it_again() -> None:
    answers = """
    busy:
      title: 忙
      answers:
        - {technique: affirm, says: 好。, replies: [{hears: 还是忙, exit: %s}, {hears: 哦, exit: back}]}
        - {technique: affirm, says: 好。, replies: [{hears: 那好, exit: on}]}
    """
    for first, moves in (("next", ("/busy", "“还是忙”", "“那好”")), ("back", ("/busy", "/", "/busy", "“那好”"))):
        whole = script(STEPS, objections="[cards]", exits="{on: close}")
        broken = problems_of(whole, cards(answers % first))[1]
        assert broken.witness == ("hello", *moves, "close")


def test_a_step_that_is_to_come_after_itself_never_can() -> None:
    steps = STEPS.replace("after: [offer]", "after: [close]")
    assert found(script(steps)) == [("HC602", "steps.close.after[1]")]


def test_in_a_tangle_a_longer_call_is_shown_rather_than_none() -> None:
    lines = []
    for number in range(18):
        onward = "close" if number == 17 else f"f{number + 1}"
        lines.append(
            f"f{number}: {{says: 好。‖, replies: [{{hears: 甲, goto: a{number}}}, {{hears: 乙, goto: b{number}}}]}}"
        )
        lines.append(f"a{number}: {{says: 好。‖, must: true, goto: {onward}}}")
        lines.append(f"b{number}: {{says: 好。‖, goto: {onward}}}")
    branches = ", ".join(f"{{when: \"not visited('b{number}')\", goto: f0}}" for number in range(18))
    fork = f"fork: {{branch: [{branches}, {{goto: close}}]}}"
    text = "\n".join([*lines, "close: {says: 好。, ends: done}", fork])
    told = problems_of(script(text, objections="[cards]", exits="{on: fork}"), cards(CLOSES))
    assert [(one.code, one.place.path) for one in told] == [("HC601", f"steps.a{number}") for number in range(18)]
    for number, one in enumerate(told):
        assert f"a{number}" not in one.witness
        assert one.witness[-2:] == ("close", "[done]")
        assert "fork" not in one.witness
