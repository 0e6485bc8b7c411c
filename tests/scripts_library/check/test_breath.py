"""Item 9: how much is said in a row, in one breath, and before the customer first answers."""

import pytest

from scripts_library.check import Limits
from tests.scripts_library.check.written import cards, found, problems_of, script

AT = "steps.offer.says"


def steps(says: str) -> str:
    """A script with these words at its second step, so that no opening is measured."""
    return f"""
hello: {{says: 您好。, replies: [{{hears: 好, goto: offer}}, {{hears: 不, ends: refused}}]}}
offer: {{says: "{says}", replies: [{{hears: 行, ends: done}}, {{hears: 算了, ends: refused}}]}}
"""


@pytest.mark.parametrize(
    ("says", "too_many"),
    [
        ("一。二。", False),
        ("一。二。三", True),
        ("一。二！三？", True),
        ("一。二。‖三。四。", False),
        ("一。二。‖三。四。五。", True),
        ("一……二……", False),
        ("一？！二！！", False),
        ("一，二，三，四。", False),
        ("It costs 3.50 or 4.50. Fine.", False),
        ("One. Two. Three.", True),
        ("“一。”“二。”", False),
        ("{% if customer.referrer %}一。二。{% else %}一。二。三。{% endif %}", True),
        ("{% if customer.referrer %}一。{% endif %}{% if not customer.referrer %}二。{% endif %}三。", False),
    ],
)
def test_more_than_two_sentences_without_a_pause(says: str, too_many: bool) -> None:
    assert found(script(steps(says))) == ([("HC901", AT)] if too_many else [])


JOINED = """
hello: {says: 您好。, replies: [{hears: 好, goto: one}, {hears: 嗯, goto: two}, {hears: 不, ends: refused}]}
one: {says: %s, goto: %s}
two: {says: %s, replies: [{hears: 行, ends: done}, {hears: 算了, ends: refused}]}
fork: {branch: [{when: customer.referrer, goto: two}, {goto: two}]}
"""


@pytest.mark.parametrize(
    ("one", "by", "two", "count"),
    [
        ("一。", "two", "二。", None),
        ("一。", "two", "二。三。", 3),
        ("一。二。‖", "two", "三。四。", None),
        ("一。‖二。", "two", "三。‖四。五。", None),
        ("一。‖二。", "two", "三。四。‖五。", 3),
        ("一。二。", "fork", "三。", 3),
        ("一", "fork", "二。三。", 3),
    ],
)
def test_lines_that_are_joined_without_an_answer_count_on(one: str, by: str, two: str, count: int | None) -> None:
    problems = problems_of(script(JOINED % (one, by, two)))
    told = [problem for problem in problems if problem.code != "HC201"]  # the fork may have no way to it
    if count is None:
        assert told == []
    else:
        (problem,) = told
        assert (problem.code, problem.place.path) == ("HC901", "steps.two.says")
        assert problem.sentence.values["count"] == count
        assert problem.witness == (("one", "fork", "two") if by == "fork" else ("one", "two"))


def test_what_was_too_much_already_is_told_once() -> None:
    text = JOINED % ("一。二。三。", "two", "四。")
    assert found(script(text)) == [("HC901", "steps.one.says"), ("HC201", "steps.fork")]


@pytest.mark.parametrize(
    ("says", "too_long"),
    [
        ("字" * 60, False),
        ("字" * 61, True),
        ("字" * 60 + "，" + "字" * 60, False),
        ("字" * 60 + "‖" + "字" * 60, False),
        ("字" * 60 + "、“”" + "（）", False),
        ("字" * 40 + "、" + "字" * 40, True),
        ("字" * 55 + "{{ customer.called }}", False),
        ("字" * 58 + "{{ customer.called }}", True),
        ("字" * 30 + "{% if today %}" + "字" * 31 + "{% endif %}", True),
    ],
)
def test_more_than_sixty_characters_in_one_breath(says: str, too_long: bool) -> None:
    assert found(script(steps(says))) == ([("HC902", AT)] if too_long else [])


@pytest.mark.parametrize(
    ("one", "by", "two", "count"),
    [
        (44, "two", 44, 88),
        (44, "fork", 17, 61),
        (44, "two", 16, None),
        (30, "two", 31, 61),
    ],
)
def test_a_breath_goes_on_over_lines_that_are_joined(one: int, by: str, two: int, count: int | None) -> None:
    problems = problems_of(script(JOINED % ("字" * one, by, "字" * two + "？")))
    told = [problem for problem in problems if problem.code != "HC201"]
    if count is None:
        assert told == []
    else:
        (problem,) = told
        assert (problem.code, problem.place.path) == ("HC902", "steps.two.says")
        assert problem.sentence.values["count"] == count
        assert problem.witness == (("one", "fork", "two") if by == "fork" else ("one", "two"))


@pytest.mark.parametrize("mark", ["，", "。", "‖", "？", "…"])
def test_a_mark_at_the_end_of_a_line_or_the_start_of_the_next_lets_one_breathe(mark: str) -> None:
    assert found(script(JOINED % ("字" * 44 + mark, "two", "字" * 44))) == [("HC201", "steps.fork")]
    assert found(script(JOINED % ("字" * 44, "two", f'"{mark}{"字" * 44}"'))) == [("HC201", "steps.fork")]


def test_a_breath_that_was_too_long_already_is_told_where_it_was() -> None:
    (problem,) = problems_of(script(JOINED % ("字" * 61, "fork", "字" * 44)))
    assert (problem.code, problem.place.path, problem.witness) == ("HC902", "steps.one.says", ())
    own = problems_of(script(JOINED % ("字" * 9, "fork", f'"，{"字" * 61}"')))
    assert [(one.code, one.place.path, one.witness) for one in own] == [("HC902", "steps.two.says", ())]


def test_samples_say_how_long_declared_names_and_fields_are() -> None:
    names = f"{{long: {{title: 长, sample: {'字' * 20}}}}}"
    fields = "{who: {title: 谁, type: choice, options: [我, 我们一家老小四口人]}, day: {title: 日期, type: date}}"
    assert found(script(steps("字" * 41 + "{{ long }}"), names=names)) == [("HC902", AT)]
    assert found(script(steps("字" * 52 + "{{ fields.who }}"), fields=fields)) == [("HC902", AT)]
    assert found(script(steps("字" * 50 + "{{ fields.who }}"), fields=fields)) == []
    assert found(script(steps("字" * 52 + "{{ fields.day }}"), fields=fields)) == [("HC902", AT)]


BREATH = "字" * 40 + "。"


def opening(says: str) -> str:
    return f'hello: {{says: "{says}", replies: [{{hears: 好, ends: done}}]}}'


def test_an_opening_of_more_than_thirty_seconds() -> None:
    assert found(script(opening(f"{BREATH}‖{BREATH}‖{BREATH}‖{'字' * 10}"))) == []
    (problem,) = problems_of(script(opening(f"{BREATH}‖{BREATH}‖{BREATH}‖{'字' * 11}")))
    assert (problem.code, problem.place.path) == ("HC903", "steps.hello")
    assert problem.sentence.values["seconds"] == 31
    assert problem.witness == ()


def test_an_opening_goes_on_until_the_customer_can_answer() -> None:
    text = f"""
    hello: {{says: "{BREATH}‖{BREATH}‖", goto: fork}}
    fork: {{branch: [{{when: customer.referrer, goto: short}}, {{goto: long}}]}}
    short: {{says: 好吗？, replies: [{{hears: 好, goto: long}}, {{hears: 不, ends: refused}}]}}
    long: {{says: "{BREATH}‖{BREATH}", replies: [{{hears: 好, ends: done}}]}}
    """
    (problem,) = problems_of(script(text))
    assert (problem.code, problem.witness) == ("HC903", ("hello", "fork", "long"))
    assert problem.sentence.values["seconds"] == 37
    assert found(script(text.replace("goto: long}]", "goto: short}]"))) == []


def test_the_limits_are_settings() -> None:
    words = "字" * 20 + "。" + "字" * 20 + "。"
    assert found(script(opening(words))) == []
    strict = Limits(sentences=1, characters_a_breath=19, opening_seconds=9)
    codes = [code for code, _ in found(script(opening(words)), limits=strict)]
    assert codes == ["HC903", "HC901", "HC902"]
    assert found(script(opening("一。二。三。")), limits=Limits(sentences=3)) == []


def test_answers_are_measured_with_their_set() -> None:
    told = "busy: {title: 忙, answers: [{technique: affirm, says: '%s', replies: [{hears: 哦, exit: back}]}]}"
    at = "cards.busy.answers[1].says"
    assert found(cards(told % "一。二。三。")) == [("HC901", at)]
    assert found(cards(told % ("字" * 61))) == [("HC902", at)]
    assert found(cards(told % ("字" * 58 + "{{ customer.called }}"))) == [("HC902", at)]
    assert found(cards(told % "One. Two.")) == []
    assert found(script(opening("您好。"), objections="[cards]"), cards(told % "一。二。三。")) == [("HC901", at)]


def test_a_script_reads_its_cards_with_its_own_samples() -> None:
    told = "busy: {title: 忙, answers: [{technique: affirm, says: '%s', replies: [{hears: 哦, exit: back}]}]}"
    long, longer = cards(told % ("字" * 45 + "{{ clinic }}")), cards(told % "一。{{ clinic }}二。")
    names = "{clinic: {title: 门诊, sample: %s}}"
    assert found(long) == found(longer) == []

    (problem,) = problems_of(script(opening("好。"), objections="[cards]", names=names % ("字" * 16)), long)
    assert (problem.code, problem.place.file, problem.place.path) == ("HC902", "1.yaml", "cards.busy.answers[1].says")
    assert problem.sentence.values["count"] == 61
    assert found(script(opening("好。"), objections="[cards]", names=names % ("字" * 15)), long) == []

    (problem,) = problems_of(script(opening("好。"), objections="[cards]", names=names % "三。"), longer)
    assert (problem.code, problem.place.file) == ("HC901", "1.yaml")


def test_a_ring_of_lines_is_measured_line_by_line() -> None:
    text = """
    hello: {says: 一。二。, goto: again}
    again: {says: 三。四。, goto: hello}
    """
    assert found(script(text)) == [("HC302", "steps.hello")]
