"""Items 2 to 4: steps that nobody comes to, calls that do not end, conditions that leave nothing to choose."""

import pytest

from tests.scripts_library.check.written import cards, found, problems_of, script

CLOSES = "busy: {title: 忙, answers: [{technique: affirm, says: 好。, replies: [{hears: 那好, exit: close}]}]}"
ASIDE = """
hello: {says: 您好。, replies: [{hears: 好, ends: done}]}
aside: {says: 那我再说一句。, replies: [{hears: 嗯, ends: done}]}
"""


def test_an_exit_reaches_a_step_where_a_card_uses_it() -> None:
    assert found(script(ASIDE, objections="[cards]", exits="{close: aside}"), cards(CLOSES)) == []
    assert found(script(ASIDE, objections="[cards]", exits="{close: hello, other: aside}"), cards(CLOSES)) == [
        ("HC201", "steps.aside")
    ]


def test_where_a_set_is_missing_every_exit_counts_as_used() -> None:
    assert found(script(ASIDE, objections="[gone]", exits="{close: aside}")) == [("HC106", "objections[1]")]


def test_an_isolated_loop_is_told_step_by_step_and_only_as_unreachable() -> None:
    steps = """
    hello: {says: 您好。, ends: done}
    ping: {says: 一。, goto: pong}
    pong: {says: 二。, goto: ping}
    """
    assert found(script(steps)) == [("HC201", "steps.ping"), ("HC201", "steps.pong")]


def test_a_step_that_may_be_taken_only_on_condition_is_reachable() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 好, goto: aside, when: customer.referrer}, {hears: 行, ends: done}]}
    aside: {says: 那我再说一句。, ends: done}
    """
    assert found(script(steps)) == []


@pytest.mark.parametrize("way", ["", ", branch: [{goto: hello}]"])
def test_a_step_with_words_needs_a_way_that_somebody_can_take(way: str) -> None:
    steps = f"""
    hello: {{says: 您好。, replies: [{{hears: 好, goto: bye}}, {{hears: 行, ends: done}}]}}
    bye: {{says: 再见。{way}}}
    """
    assert found(script(steps)) == [("HC301", "steps.bye")]


def test_nobody_should_have_to_raise_an_objection_to_get_on() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 啊, goto: hello}, {hears: 什么, goto: hello}]}
    aside: {says: 再见。, ends: done}
    """
    (problem,) = problems_of(script(steps, objections="[cards]", exits="{close: aside}"), cards(CLOSES))
    assert (problem.code, problem.place.path) == ("HC302", "steps.hello")
    assert problem.witness == ("hello", "“啊”", "hello")


def test_a_way_out_with_a_condition_is_none_and_one_with_needs_is_one() -> None:
    steps = """
    hello: {says: 您好。, asks: [day], replies: [{hears: 啊, goto: hello}, {hears: 好, ends: done, %s}]}
    """
    fields = "{day: {title: 日期, type: date}}"
    assert found(script(steps % "when: fields.day", fields=fields)) == [("HC302", "steps.hello")]
    assert found(script(steps % "needs: [day]", fields=fields)) == []


def test_of_loops_in_a_row_the_last_is_told() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 啊, goto: hello}, {hears: 好, goto: ping}]}
    ping: {says: 一。, goto: pong}
    pong: {says: 二。‖, goto: ping}
    """
    (problem,) = problems_of(script(steps))
    assert problem.code == "HC302"
    assert problem.sentence.values["steps"] == "ping, pong"
    assert problem.witness == ("hello", "“好”", "ping", "pong", "ping")


RING = """
hello: {says: 您好。, goto: one}
one: {branch: [{when: %s, goto: two}, {goto: bye}]}
two: {goto: one}
bye: {says: 再见。, ends: done}
"""


@pytest.mark.parametrize(
    ("condition", "ring"),
    [
        ("customer.referrer", True),
        ("visited('two')", True),
        ("not visited('bye')", True),
        ("not visited('two')", False),
        ("not visited('one')", False),
        ("not visited('hello')", False),
        ("not visited('two') and customer.referrer", False),
        ("not visited('two') or customer.referrer", True),
    ],
)
def test_a_ring_of_silent_steps_is_one_only_where_nothing_in_it_ends_it(condition: str, ring: bool) -> None:
    expected = [("HC303", "steps.one")] if ring else []
    assert found(script(RING % f'"{condition}"')) == expected


def test_a_hub_that_sends_once_to_each_silent_step_is_no_ring() -> None:
    steps = """
    hello: {says: 您好。, goto: hub}
    hub: {branch: [{when: "not visited('a')", goto: a}, {when: "not visited('b')", goto: b}, {goto: bye}]}
    a: {goto: hub}
    b: {goto: hub}
    bye: {says: 再见。, ends: done}
    """
    assert found(script(steps)) == []


def test_a_ring_that_nothing_leaves_is_told_once() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 好, goto: one}, {hears: 行, ends: done}]}
    one: {goto: two}
    two: {goto: one}
    """
    (problem,) = problems_of(script(steps))
    assert (problem.code, problem.witness) == ("HC303", ("one", "two", "one"))


def test_one_reply_and_the_last_branch_are_without_condition() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 好, goto: fork, when: today}, {hears: 行, ends: done, when: today}]}
    fork: {branch: [{when: today, goto: bye}, {when: now, goto: bye}]}
    bye: {says: 再见。, ends: done}
    """
    assert found(script(steps)) == [("HC401", "steps.hello.replies"), ("HC402", "steps.fork.branch[2]")]


def test_every_branch_behind_one_without_condition_is_never_taken() -> None:
    steps = """
    hello: {says: 您好。, goto: fork}
    fork: {branch: [{when: today, goto: bye}, {goto: bye}, {goto: hello}, {when: now, goto: bye}]}
    bye: {says: 再见。, ends: done}
    """
    assert found(script(steps)) == [("HC403", "steps.fork.branch[3]"), ("HC403", "steps.fork.branch[4]")]
