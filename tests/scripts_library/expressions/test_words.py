"""Words: names filled in, gaps shown, pauses kept, branches taken."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment

from scripts_library.expressions import Gap, Known, NotAllowed, Pause, Text, plain, words
from scripts_library.expressions.reading import words_tree
from scripts_library.expressions.words import _plainly_read
from scripts_library.values import ERASED, HalfDay

Knows = Callable[..., Known]


def test_text_alone_is_one_text(knows: Knows) -> None:
    assert words("您好，请问是王先生吗？").pieces(knows(), "zh-CN") == (Text("您好，请问是王先生吗？"),)


def test_no_words_are_no_pieces(knows: Knows) -> None:
    assert words("").pieces(knows(), "zh-CN") == ()


def test_adjacent_texts_are_one_and_names_are_filled_in(knows: Knows) -> None:
    known = knows({"customer.called": "王先生", "company": "和顺公司"})
    said = words("{{ customer.called }}您好，我是{{ company }}的。").pieces(known, "zh-CN")
    assert said == (Text("王先生您好，我是和顺公司的。"),)


def test_an_unknown_name_is_a_gap_between_its_texts(knows: Knows) -> None:
    said = words("我是{{ agent.name }}。").pieces(knows(), "zh-CN")
    assert said == (Text("我是"), Gap("agent.name"), Text("。"))


def test_an_empty_value_is_a_gap_and_never_a_hole(knows: Knows) -> None:
    assert words("{{ company }}").pieces(knows({"company": ""}), "zh-CN") == (Gap("company"),)


def test_a_pause_stands_between_the_texts(knows: Knows) -> None:
    said = words("‖一句。‖‖又一句。").pieces(knows(), "zh-CN")
    assert said == (Pause(), Text("一句。"), Pause(), Pause(), Text("又一句。"))


def test_the_mark_in_a_value_is_no_pause(knows: Knows) -> None:
    said = words("{{ company }}").pieces(knows({"company": "甲‖乙"}), "zh-CN")
    assert said == (Text("甲‖乙"),)


def test_a_default_is_said_where_the_name_is_unknown(knows: Knows) -> None:
    line = words("{{ customer.referrer | default('您的朋友‖嗯') }}介绍的")
    assert line.pieces(knows(), "zh-CN") == (Text("您的朋友"), Pause(), Text("嗯介绍的"))
    assert line.pieces(knows({"customer.referrer": "王伟"}), "zh-CN") == (Text("王伟介绍的"),)


def test_defaults_are_tried_in_turn_and_the_gap_is_the_first_name(knows: Knows) -> None:
    line = words("{{ customer.called | default(customer.name) }}")
    assert line.names == {"customer.called", "customer.name"}
    assert line.pieces(knows({"customer.name": "王伟"}), "zh-CN") == (Text("王伟"),)
    assert line.pieces(knows(), "zh-CN") == (Gap("customer.called"),)
    three = words("{{ a | default(b) | default('丙') }}")
    assert three.pieces(knows(), "zh-CN") == (Text("丙"),)
    assert three.pieces(knows({"b": "乙"}), "zh-CN") == (Text("乙"),)


def test_an_empty_default_says_nothing(knows: Knows) -> None:
    assert words("好{{ company | default('') }}的").pieces(knows(), "zh-CN") == (Text("好的"),)


@pytest.mark.parametrize(
    ("values", "said"),
    [({"customer.referrer": "王伟"}, "王伟介绍"), ({"customer.city": "杭州"}, "杭州的客户"), ({}, "您好")],
)
def test_the_first_branch_that_holds_is_said(knows: Knows, values: dict[str, str], said: str) -> None:
    line = words(
        "{% if customer.referrer %}{{ customer.referrer }}介绍"
        "{% elif customer.city == '杭州' %}{{ customer.city }}的客户{% else %}您好{% endif %}"
    )
    assert line.pieces(knows(values), "zh-CN") == (Text(said),)


def test_without_else_nothing_is_said(knows: Knows) -> None:
    assert words("好{% if company %}。{% endif %}").pieces(knows(), "zh-CN") == (Text("好"),)


def test_branches_may_ask_what_was_raised_and_visited(knows: Knows) -> None:
    line = words("{% if raised('busy') > 1 and not visited('offer') %}又{% endif %}来")
    assert line.raised == {"busy"}
    assert line.visited == {"offer"}
    assert line.plain(knows(cards={"busy": 2}), "zh-CN") == "又来"
    assert line.plain(knows(cards={"busy": 2}, steps={"offer"}), "zh-CN") == "来"


def test_every_value_is_spoken_in_the_language_of_the_script(knows: Knows) -> None:
    known = knows(
        {
            "today": date(2026, 1, 5),
            "fields.day": date(2026, 12, 3),
            "fields.hour": time(15),
            "fields.at": datetime(2026, 12, 3, 15, 30, tzinfo=UTC),
            "fields.mobile": "13812345678",
            "fields.units": Decimal(2),
            "fields.agreed": True,
            "slot_1": HalfDay(date(2026, 1, 8), "pm"),
        }
    )
    source = " ".join(
        f"{{{{ {name} }}}}" for name in ("fields.day", "fields.hour", "fields.at", "fields.mobile", "slot_1")
    )
    chinese = "十二月三日星期四 下午三点 十二月三日星期四下午三点半 138 1234 5678 这周四下午"
    assert words(source).plain(known, "zh-CN") == chinese
    assert words("{{ fields.units }} {{ fields.agreed }}").plain(known, "zh-CN") == "2 是"
    english = "Thursday 3 December 3 pm Thursday 3 December at 3:30 pm 138 1234 5678 Thursday afternoon"
    assert words(source).plain(known, "en") == english


def test_an_erased_value_says_so(knows: Knows) -> None:
    known = knows({"customer.name": ERASED})
    assert words("{{ customer.name }}").pieces(known, "zh-CN") == (Text("〔已删除〕"),)
    assert words("{{ customer.name }}").pieces(known, "en") == (Text("[erased]"),)


def test_plain_shows_gaps_by_name_or_title(knows: Knows) -> None:
    line = words("我是{{ agent.name }}‖好")
    assert line.plain(knows(), "zh-CN") == "我是【agent.name】‖好"
    assert line.plain(knows(), "zh-CN", {"agent.name": "坐席姓名"}.__getitem__) == "我是【坐席姓名】‖好"


def test_readings_are_all_ways_in_which_the_branches_may_turn_out(knows: Knows) -> None:
    line = words(
        "{% if a %}甲{% else %}乙{% endif %}{% if not a %}丙{% endif %}"
        "{% if b == 1 %}丁{% elif b == true %}戊{% endif %}"
    )
    readings = {plain(pieces) for pieces in line.readings(knows(), "zh-CN")}
    assert readings == {"甲", "甲丁", "甲戊", "乙丙", "乙丙丁", "乙丙戊"}


def test_words_without_branches_have_one_reading(knows: Knows) -> None:
    known = knows({"company": "和顺"})
    for source in ("好。", "{{ company }}好。"):
        assert list(words(source).readings(known, "zh-CN")) == [words(source).pieces(known, "zh-CN")]


def test_more_than_six_conditions_in_one_line_are_refused() -> None:
    six = "".join(f"{{% if a{number} %}}甲{{% endif %}}" for number in range(6))
    assert len(words(six + "{% if a0 %}乙{% endif %}").names) == 6
    with pytest.raises(NotAllowed):
        words(six + "{% if a6 %}甲{% endif %}")


@pytest.mark.parametrize(("source", "said"), [("甲\n", "甲"), ("甲\r\n乙\r\n", "甲\n乙"), ("甲\n\n", "甲\n")])
def test_the_last_line_end_of_a_yaml_block_is_not_said(knows: Knows, source: str, said: str) -> None:
    assert words(source).plain(knows(), "zh-CN") == said
    with_branch = "{% if a %}{% endif %}" + source
    assert words(with_branch).plain(knows(), "zh-CN") == said


def test_a_name_that_jinja_would_know_is_a_gap_like_any_other(knows: Knows) -> None:
    for name in ("range", "dict", "self", "loop", "config", "cycler", "lipsum", "namespace"):
        assert words(f"{{{{ {name} }}}}").pieces(knows(), "en") == (Gap(name),)


_TEXTS = st.text(alphabet="好 \n。{}%#-a‖", max_size=8)
_OPENINGS = st.sampled_from(["{{", "{{ ", "{{-", "{{\n"])
_NAMES = st.sampled_from(["a", "名字", "customer.name", "customer . name"])
_FILLS = st.tuples(_OPENINGS, _NAMES, st.sampled_from(["}}", " }}", " -}}"])).map("".join)
_FORKS = st.tuples(_TEXTS, _TEXTS).map(lambda texts: f"{{% if a %}}{texts[0]}{{%- else -%}}{texts[1]}{{% endif %}}")
_SOURCES = st.lists(st.one_of(_TEXTS, _FILLS, _FORKS), max_size=6).map("".join)


@given(_SOURCES)
def test_text_with_plain_names_reads_as_the_parser_reads_it(source: str) -> None:
    read = _plainly_read(source)
    if read is not None:
        assert read == words_tree(source)


@given(_SOURCES)
def test_words_come_out_as_jinja_renders_them(knows: Knows, source: str) -> None:
    try:
        line = words(source)
    except NotAllowed:
        return
    known = knows({"a": "甲", "名字": "乙 {{ a }}", "customer.name": "丙"})
    rendered = ImmutableSandboxedEnvironment().from_string(source)  # with the values where Jinja looks for them
    by_jinja = rendered.render({"a": "甲", "名字": "乙 {{ a }}", "customer": {"name": "丙"}})
    assert line.plain(known, "zh-CN") == by_jinja


def test_both_ways_of_reading_are_taken() -> None:
    assert _plainly_read("{{ a }}{{b.c}}好") is not None
    for source in ("{% if a %}{% endif %}", "{{{ a }}", "{{ not }}", "{{ a.b.c }}", "{# #}", "{{- a }}"):
        assert _plainly_read(source) is None
