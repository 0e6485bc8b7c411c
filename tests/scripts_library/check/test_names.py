"""Item 8: names that a call will not have, and what words and conditions may not do."""

import pytest

from tests.scripts_library.check.written import FIELDS, cards, found, problems_of, script

NAMES = "{clinic: {title: 门诊, sample: 城南}, customer.last_visit: {title: 上次, sample: 去年}}"


def steps(*, says: str = "您好。", reply: str = "") -> str:
    return f'hello: {{says: "{says}", replies: [{{hears: 好, ends: done{reply}}}, {{hears: 不, ends: refused}}]}}'


@pytest.mark.parametrize(
    "name", ["customer.called", "company", "slot_1", "clinic", "customer.last_visit", "fields.day"]
)
def test_words_use_standard_names_declared_names_and_fields(name: str) -> None:
    assert found(script(steps(says=f"{{{{ {name} }}}}好。"), names=NAMES, fields=FIELDS)) == []


@pytest.mark.parametrize(
    "name", ["shop", "customer", "customer.age", "fields.other", "agent.age", "clinic.name", "day"]
)
def test_no_other_name_is_known(name: str) -> None:
    expected = [("HC801", "steps.hello.says")]
    assert found(script(steps(says=f"{{{{ {name} }}}}好。"), names=NAMES, fields=FIELDS)) == expected
    assert found(script(steps(says=f"{{% if {name} %}}好。{{% endif %}}"), names=NAMES, fields=FIELDS)) == expected
    condition = steps(reply=f", when: {name}").replace("{hears: 不, ends: refused}", "{hears: 嗯, ends: done}")
    assert found(script(condition, names=NAMES, fields=FIELDS)) == [("HC801", "steps.hello.replies[1].when")]


def test_what_the_customer_says_is_words_too() -> None:
    text = steps().replace("hears: 好", 'hears: "就{{ slot_3 }}"')
    assert found(script(text)) == [("HC801", "steps.hello.replies[1].hears")]


@pytest.mark.parametrize(
    ("says", "line", "column"),
    [
        ("{{ 1 + 1 }}", 1, 4),
        ("{{ customer.name.upper() }}", 1, 4),
        ("{{ company", 1, 11),
        ("{% for x in y %}{% endfor %}", 1, 4),
        (r"好，\n{{ 1 + 1 }}", 2, 4),
    ],
)
def test_words_that_do_more_than_words_are_told_with_line_and_character(says: str, line: int, column: int) -> None:
    (problem,) = problems_of(script(steps(says=says)))
    assert (problem.code, problem.place.path) == ("HC802", "steps.hello.says")
    assert (problem.sentence.values["line"], problem.sentence.values["column"]) == (line, column)


@pytest.mark.parametrize("when", ["company ==", "now()", "'a' + 'b'", "visited(company)", "x if y else z"])
def test_conditions_that_are_none(when: str) -> None:
    text = steps(reply=f', when: "{when}"').replace("{hears: 不, ends: refused}", "{hears: 嗯, ends: done}")
    assert found(script(text)) == [("HC803", "steps.hello.replies[1].when")]


@pytest.mark.parametrize(
    ("suits", "code"),
    [
        ("customer.referrer and today", None),
        ("customer.last_visit", None),
        ("last_call.outcome == 'later' or now", None),
        ("company", "HC804"),
        ("clinic", "HC804"),
        ("fields.day", "HC804"),
        ("slot_1", "HC804"),
        ("visited('hello')", "HC804"),
        ("raised('busy') > 1", "HC804"),
        ("customer.age", "HC801"),
        ("customer.referrer =", "HC803"),
    ],
)
def test_suits_asks_for_what_is_known_before_the_call(suits: str, code: str | None) -> None:
    expected = [(code, "suits")] if code else []
    assert found(script(steps(), suits=f'"{suits}"', names=NAMES, fields=FIELDS)) == expected


def test_half_days_on_offer_decide_nothing() -> None:
    text = steps(reply=", when: slot_1").replace("{hears: 不, ends: refused}", "{hears: 嗯, ends: done}")
    assert found(script(text)) == [("HC804", "steps.hello.replies[1].when")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("{a: {title: 甲, type: text, default: clinic}}", []),
        ("{a: {title: 甲, type: text, default: fields.b}, b: {title: 乙, type: text, default: company}}", []),
        ("{a: {title: 甲, type: text, default: shop}}", [("HC801", "fields.a.default")]),
        ("{a: {title: 甲, type: date, default: slot_1}}", [("HC804", "fields.a.default")]),
        (
            "{a: {title: 甲, type: text, default: fields.b}, b: {title: 乙, type: text, default: fields.a}}",
            [("HC805", "fields.a.default"), ("HC805", "fields.b.default")],
        ),
        (
            "{a: {title: 甲, type: text, default: fields.b}, b: {title: 乙, type: text, default: fields.b}}",
            [("HC805", "fields.b.default")],
        ),
        ("{a: {title: 甲, type: date, default: company}}", [("HC806", "fields.a.default")]),
        ("{a: {title: 甲, type: date, default: now}}", [("HC806", "fields.a.default")]),
        ("{a: {title: 甲, type: datetime, default: now}}", []),
        ("{a: {title: 甲, type: phone, default: company}}", [("HC806", "fields.a.default")]),
        ("{a: {title: 甲, type: phone, default: customer.phone}}", []),
        ("{a: {title: 甲, type: choice, options: [去年, 今年], default: customer.last_visit}}", []),
        (
            "{a: {title: 甲, type: choice, options: [今年], default: customer.last_visit}}",
            [("HC806", "fields.a.default")],
        ),
        (
            "{a: {title: 甲, type: date, default: fields.b}, b: {title: 乙, type: time}}",
            [("HC806", "fields.a.default")],
        ),
        ("{a: {title: 甲, type: phone, default: fields.b}, b: {title: 乙, type: text}}", []),
    ],
)
def test_a_default_is_a_name_that_comes_to_something(fields: str, expected: list[tuple[str, str]]) -> None:
    assert found(script(steps(), names=NAMES, fields=fields)) == expected


def test_a_plan_gives_names_that_the_call_has() -> None:
    plans = "[{title: 一, given: {customer.referrer: 王伟, clinic: 城北, shop: 甲}, does: [{hears: 好}, {ends: done}]}]"
    assert found(script(steps(), names=NAMES, plans=plans)) == [("HC801", "plans[1].given.shop")]


def test_a_set_alone_may_use_what_a_script_may_declare_and_nothing_else() -> None:
    told = "busy: {title: 忙, answers: [{technique: affirm, says: '{{ %s }}', replies: [{hears: 哦, exit: back}]}]}"
    for name in ("company", "clinic", "customer.last_visit", "fields.day"):
        assert found(cards(told % name)) == []
        assert found(script(steps(), names=NAMES, fields=FIELDS, objections="[cards]"), cards(told % name)) == []
    at = "cards.busy.answers[1].says"
    assert found(cards(told % "agent.age")) == [("HC801", at)]
    assert found(script(steps(), objections="[cards]"), cards(told % "clinic")) == [("HC801", at)]
    assert found(cards(told % "1 + 1")) == [("HC802", at)]
    assert found(script(steps(), objections="[cards]"), cards(told % "1 + 1")) == [("HC802", at)]
