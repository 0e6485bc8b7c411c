"""Item 10: replies that can be told apart, the way on first and the refusals last."""

import pytest

from tests.scripts_library.check.written import found, problems_of, script

BYE = "\nbye: {says: 再见。, ends: refused}\nthanks: {says: 谢谢。, ends: done}"


def steps(*replies: str) -> str:
    return f"hello: {{says: 您好。, replies: [{', '.join(f'{{{reply}}}' for reply in replies)}]}}"


def test_two_replies_with_one_text() -> None:
    (problem,) = problems_of(script(steps("hears: 好, ends: done", "hears: 行, ends: done", "hears: 好, ends: wrong")))
    assert (problem.code, problem.place.path) == ("HC1001", "steps.hello.replies[3].hears")
    assert (problem.sentence.values["first"], problem.sentence.values["second"]) == (1, 3)


def test_two_replies_to_one_target_are_no_problem() -> None:
    assert found(script(steps("hears: 好, ends: done", "hears: 行, ends: done"))) == []


@pytest.mark.parametrize(
    ("replies", "misplaced"),
    [
        (("hears: 好, ends: done", "hears: 不, ends: refused"), None),
        (("hears: 好, ends: done", "hears: 不, ends: refused", "hears: 别打了, ends: refused"), None),
        (("hears: 不, ends: refused", "hears: 别打了, ends: refused"), None),
        (("hears: 不, ends: refused", "hears: 好, ends: done"), 1),
        (("hears: 好, ends: done", "hears: 不, ends: refused", "hears: 打错了, ends: wrong"), 2),
        (("hears: 好, goto: thanks", "hears: 不, goto: bye"), None),
        (("hears: 不, goto: bye", "hears: 好, goto: thanks"), 1),
    ],
)
def test_refusals_stand_last(replies: tuple[str, ...], misplaced: int | None) -> None:
    text = steps(*replies) + (BYE if "goto" in replies[0] else "")
    expected = [("HC1002", f"steps.hello.replies[{misplaced}]")] if misplaced else []
    assert found(script(text)) == expected
