"""Item 1: what is named must exist, and where it does not, the sentence helps."""

import pytest

from scripts_library.check import problems
from scripts_library.reading import read
from scripts_library.shelf import Shelf
from tests.scripts_library.check.written import FIELDS, cards, found, outcomes, problems_of, script

STEPS = """
hello: {says: 您好。, stage: only, replies: [{hears: 好, goto: bye}, {hears: 不, ends: refused}]}
bye: {says: 再见。, ends: done}
"""
BUSY = "busy: {title: 忙, answers: [{technique: affirm, says: 好。, replies: [{hears: 哦, exit: back}]}]}"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("goto: bye", "goto: by", ("HC101", "steps.hello.replies[1].goto")),
        ("ends: done}", "goto: hallo}", ("HC101", "steps.bye.goto")),
        ("says: 再见。, ends: done", "branch: [{goto: gone}]", ("HC101", "steps.bye.branch[1].goto")),
        ("says: 再见。", "says: 再见。, after: [hello, gone]", ("HC101", "steps.bye.after[2]")),
        ("says: 再见。", "says: \"{% if visited('gone') %}好。{% endif %}\"", ("HC101", "steps.bye.says")),
        ("goto: bye", "goto: bye, when: visited('gone')", ("HC101", "steps.hello.replies[1].when")),
        ("goto: bye", "goto: bye, when: raised('gone') > 1", ("HC105", "steps.hello.replies[1].when")),
        ("stage: only", "stage: other", ("HC102", "steps.hello.stage")),
        ("ends: refused", "ends: gone", ("HC103", "steps.hello.replies[2].ends")),
        ("ends: done", "ends: gone", ("HC103", "steps.bye.ends")),
        ("says: 再见。", "says: 再见。, asks: [day, gone]", ("HC104", "steps.bye.asks[2]")),
        ("goto: bye", "goto: bye, needs: [gone]", ("HC104", "steps.hello.replies[1].needs[1]")),
        ("goto: bye", "goto: bye, sets: {gone: x}", ("HC104", "steps.hello.replies[1].sets.gone")),
    ],
)
def test_a_reference_to_nothing_is_told_at_its_place(old: str, new: str, problem: tuple[str, str]) -> None:
    assert STEPS.count(old) == 1
    assert problem in found(script(STEPS.replace(old, new), fields=FIELDS, objections="[cards]"), cards(BUSY))


def test_the_right_script_has_no_problem() -> None:
    assert found(script(STEPS, fields=FIELDS, objections="[cards]"), cards(BUSY)) == []


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"start": "helo"}, ("HC101", "start")),
        ({"exits": "{close: gone}"}, ("HC101", "exits.close")),
        ({"objections": "[cards, gone]"}, ("HC106", "objections[2]")),
        ({"objections": "[few]"}, ("HC106", "objections[1]")),
        ({"outcomes": "gone"}, ("HC107", "outcomes")),
        ({"plans": "[{title: 一, does: [{raises: gone}, {ends: done}]}]"}, ("HC105", "plans[1].does[1].raises")),
        ({"plans": "[{title: 一, does: [{jumps: gone}, {ends: done}]}]"}, ("HC101", "plans[1].does[1].jumps")),
        ({"plans": "[{title: 一, does: [{ends: gone}]}]"}, ("HC103", "plans[1].does[1].ends")),
        ({"plans": "[{title: 一, does: [{fills: {gone: x}}]}]"}, ("HC104", "plans[1].does[1].fills.gone")),
    ],
)
def test_what_the_script_names_elsewhere_is_told_as_well(keys: dict[str, str], problem: tuple[str, str]) -> None:
    assert found(script(STEPS, **({"objections": "[cards]"} | keys)), cards(BUSY)) == [problem]


def test_a_plan_may_fill_fields_and_names() -> None:
    fills = "{day: tomorrow, fields.callback_at: in 1 hour, customer.name: 王伟, clinic: 城南}"
    plans = f"[{{title: 一, does: [{{fills: {fills}}}, {{ends: done}}]}}]"
    names = "{clinic: {title: 门诊, sample: 城南}}"
    assert found(script(STEPS, fields=FIELDS, names=names, plans=plans)) == []


def test_what_an_outcome_needs_is_asked_for_once_where_the_script_ends_so() -> None:
    steps = """
    hello: {says: 您好。, asks: [day], replies: [{hears: 好, ends: booked}, {hears: 行, ends: booked}]}
    """
    assert found(script(steps)) == [("HC104", "steps.hello.asks[1]"), ("HC104", "steps.hello.replies[1].ends")]


def test_a_card_that_ends_in_nothing_is_told_in_its_own_file_for_this_script_alone() -> None:
    broken = cards(BUSY.replace("exit: back", "ends: gone"))
    (problem,) = problems_of(script(STEPS, objections="[cards]"), broken)
    assert (problem.code, problem.place.file, problem.place.path) == (
        "HC103",
        "1.yaml",
        "cards.busy.answers[1].replies[1].ends",
    )
    assert found(broken) == []


def test_words_of_cards_may_ask_only_for_steps_and_cards_that_the_script_has() -> None:
    words = "says: \"{% if visited('gone') or raised('lost') %}好。{% endif %}\""
    broken = cards(BUSY.replace("says: 好。", words))
    at = "cards.busy.answers[1].says"
    assert found(script(STEPS, objections="[cards]"), broken) == [("HC101", at), ("HC105", at)]
    assert found(broken) == []


def test_an_option_that_does_not_exist_is_told_with_those_that_do() -> None:
    fields = "{who: {title: 谁来, type: choice, options: [本人, 家人]}}"
    steps = STEPS.replace("goto: bye", "goto: bye, sets: {who: 孩子}")
    (problem,) = problems_of(script(steps, fields=fields))
    assert (problem.code, problem.place.path) == ("HC109", "steps.hello.replies[1].sets.who")
    assert "本人 | 家人" in problem.in_language("zh")


def test_the_id_that_was_probably_meant_is_named() -> None:
    (problem, _unreachable) = problems_of(script(STEPS.replace("goto: bye", "goto: byee")))
    assert "「bye」" in problem.in_language("zh")
    assert "“bye”" in problem.in_language("en")
    (problem, _unreachable) = problems_of(script(STEPS.replace("goto: bye", "goto: somewhere-else")))
    assert "「bye」" not in problem.in_language("zh")


def test_a_set_that_cannot_be_read_is_told_as_such() -> None:
    texts = (script(STEPS, objections="[cards]"), cards(BUSY.replace("affirm", "affirm, sayz: x")), outcomes())
    readings = [read(f"{number}.yaml", text.encode()) for number, text in enumerate(texts)]
    document = readings[0].document
    assert document is not None
    (problem,) = problems(document, Shelf({reading.id or "": [reading] for reading in readings}))
    assert problem.code == "HC106"
    assert "1.yaml:6 cards.busy.answers[1].sayz" in problem.in_language("en")
