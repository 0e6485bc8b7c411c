"""Item 5: what is needed is offered on the way, and what is set fits."""

import pytest

from tests.scripts_library.check.written import FIELDS, cards, found, problems_of, script

ASKED = """
hello: {says: 您好。, replies: [{hears: 好, goto: ask}, {hears: 行, goto: bye}, {hears: 不, ends: refused}]}
ask: {says: 哪天？, asks: [day], replies: [{hears: 周六, goto: bye}]}
bye: {says: 再见。, ends: booked}
"""


def test_an_ending_is_bare_where_one_way_there_does_not_ask() -> None:
    (problem,) = problems_of(script(ASKED, fields=FIELDS))
    assert (problem.code, problem.place.path) == ("HC501", "steps.bye.ends")
    assert problem.witness == ("hello", "“行”", "bye", "[booked]")
    assert "「约到」" in problem.in_language("zh")
    assert "「日期」（day）" in problem.in_language("zh")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hears: 行, goto: bye", "hears: 行, goto: ask"),
        ("hears: 行, goto: bye", "hears: 行, goto: bye, sets: {day: tomorrow}"),
        ("hears: 行, goto: bye", "hears: 行, goto: bye, needs: [day]"),
        ("says: 您好。", "says: 您好。, asks: [day]"),
        ("says: 再见。", "says: 再见。, asks: [day]"),
    ],
)
def test_asking_setting_and_needing_it_before_the_end_all_do(old: str, new: str) -> None:
    assert ASKED.count(old) == 1
    codes = [code for code, _ in found(script(ASKED.replace(old, new), fields=FIELDS))]
    # Whoever passes a reply that needs the day has it; that nobody asked for it there is another problem.
    assert codes == (["HC502"] if "needs" in new else [])


def test_a_default_counts_as_offered() -> None:
    fields = FIELDS.replace("type: date}", "type: date, default: last_call.day}")
    assert found(script(ASKED, fields=fields)) == []


def test_a_reply_that_ends_counts_for_itself() -> None:
    steps = "hello: {says: 您好。, replies: [{hears: 好, ends: booked%s}]}"
    assert found(script(steps % "", fields=FIELDS)) == [("HC501", "steps.hello.replies[1].ends")]
    assert found(script(steps % ", sets: {day: today}", fields=FIELDS)) == []


def test_what_is_asked_behind_the_guard_is_offered_to_whoever_passes_it() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 好, goto: ask}, {hears: 行, goto: fork}, {hears: 不, ends: refused}]}
    ask: {says: 哪天？, asks: [day], replies: [{hears: 周六, goto: fork}]}
    fork: {branch: [{when: "not visited('ask')", goto: ask}, {goto: bye}]}
    bye: {says: 再见。, ends: booked}
    """
    assert found(script(steps, fields=FIELDS)) == []
    assert found(script(steps.replace("not visited('ask')", "not fields.day"), fields=FIELDS)) == [
        ("HC501", "steps.bye.ends")
    ]


def test_a_card_is_a_way_to_the_end_as_well() -> None:
    steps = "hello: {says: 您好。, replies: [{hears: 好, ends: done}]}"
    told = "busy: {title: 忙, answers: [{technique: affirm, says: 好。, replies: [{hears: 晚点打, %s}]}]}"
    at = "cards.busy.answers[1].replies[1].ends"
    (problem,) = problems_of(script(steps, fields=FIELDS, objections="[cards]"), cards(told % "ends: later"))
    assert (problem.code, problem.place.path, problem.place.file) == ("HC501", at, "1.yaml")
    assert problem.witness == ("hello", "/busy", "“晚点打”", "[later]")
    goodbye = "\nbye: {says: 再见。, ends: later}"
    (problem,) = problems_of(
        script(steps + goodbye, fields=FIELDS, objections="[cards]", exits="{out: bye}"), cards(told % "exit: out")
    )
    assert (problem.code, problem.place.path) == ("HC501", "steps.bye.ends")
    assert problem.witness == ("hello", "/busy", "“晚点打”", "bye", "[later]")


def test_a_reply_waits_for_ever_only_where_no_way_there_offers_what_it_needs() -> None:
    steps = """
    hello: {says: 您好。, replies: [{hears: 好, goto: ask}, {hears: 行, goto: bye}]}
    ask: {says: 哪天？, %s replies: [{hears: 周六, goto: bye}]}
    bye: {says: 再见。, replies: [{hears: 嗯, ends: done, needs: [day]}, {hears: 算了, ends: refused}]}
    """
    (problem,) = problems_of(script(steps % "", fields=FIELDS))
    assert (problem.code, problem.place.path) == ("HC502", "steps.bye.replies[1].needs[1]")
    assert problem.witness == ("hello", "“行”", "bye")
    assert found(script(steps % "asks: [day],", fields=FIELDS)) == []


@pytest.mark.parametrize(
    ("field_type", "value", "fits"),
    [
        ("text", "随便什么", True),
        ("number", "12", True),
        ("number", "十几", False),
        ("date", "slot_2", True),
        ("date", "next monday", True),
        ("date", "2026-02-30", False),
        ("time", "15:00", True),
        ("time", "25:00", False),
        ("datetime", "in 2 hours", True),
        ("datetime", "tomorrow", False),
        ("phone", "13800138000", True),
        ("phone", "12", False),
        ("yes_no", "yes", True),
        ("yes_no", "maybe", False),
    ],
)
def test_a_value_is_set_only_where_its_field_takes_it(field_type: str, value: str, fits: bool) -> None:
    steps = f'hello: {{says: 您好。, replies: [{{hears: 好, ends: done, sets: {{it: "{value}"}}}}]}}'
    fields = f"{{it: {{title: 它, type: {field_type}}}}}"
    expected = [] if fits else [("HC503", "steps.hello.replies[1].sets.it")]
    assert found(script(steps, fields=fields)) == expected
