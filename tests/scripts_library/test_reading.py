"""Reading a document: the contract's examples are read, and every fault is told at its line and path."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from scripts_library.kinds import KINDS
from scripts_library.places import Place
from scripts_library.reading import Reading, read
from scripts_library.reading.faults import MOST_FAULTS
from scripts_library.script import Script, Step
from scripts_library.sentences import Sentence

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.yaml"))

SCRIPT = """\
format: 1
kind: script
id: short
title: 短
language: zh-CN
stages:
  - {id: open, title: 开场}
fields:
  who: {title: 谁来, type: choice, options: [本人, 家人]}
outcomes: telesales
start: hello
steps:
  hello:
    stage: open
    says: 您好。
    replies:
      - {hears: 好, goto: bye}
      - hears: 不
        ends: not-interested
  bye: {says: 再见。, ends: callback}
plans:
  - title: 说好
    at: 2026-01-05 10:00
    does:
      - hears: 好
      - ends: callback
"""
CARDS = """\
format: 1
kind: objections
id: few
title: 几张
cards:
  busy:
    title: 没空
    answers:
      - technique: let-pass
        says: 好。
        replies:
          - {hears: 好吧, exit: back}
"""


def told(text: str | bytes, name: str = "a.yaml") -> list[tuple[int | None, str, str]]:
    """Line, path and code of every fault; each is one sentence in both languages, and there is no document."""
    reading = read(name, text if isinstance(text, bytes) else text.encode())
    assert (reading.document is None) == bool(reading.faults)
    for fault in reading.faults:
        assert fault.place.file == name
        for language in ("en", "zh"):
            sentence = fault.sentence.in_language(language)
            assert sentence.endswith((".", "。", "?", "？"))
            assert "\n" not in sentence
    return [
        (fault.place.line, fault.place.path, fault.sentence.code.removeprefix("scripts_library:"))
        for fault in reading.faults
    ]


def values(text: str) -> dict[str, object]:
    """The values that the only fault's sentence names."""
    (fault,) = read("a.yaml", text.encode()).faults
    return dict(fault.sentence.values)


def script(text: str) -> Script:
    reading = read("a.yaml", text.encode())
    assert reading.faults == ()
    assert isinstance(reading.document, Script)
    return reading.document


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_of_the_format_are_read_and_are_what_their_types_say(example: Path) -> None:
    reading = read(example.name, example.read_bytes())
    assert reading.faults == ()
    assert reading.kind == example.stem
    document = reading.document
    assert document is not None
    assert document.id == reading.id
    assert type(document) is KINDS[example.stem]
    assert msgspec.convert(msgspec.to_builtins(document), type(document)) == document


def test_there_is_an_example_of_three_kinds() -> None:
    assert [path.stem for path in EXAMPLES] == ["objections", "outcomes", "script"]


def test_scalars_are_text_until_the_schema_types_them() -> None:
    document = script(
        SCRIPT.replace("purpose", "purpose").replace("title: 短", "title: NO")
        + "    given: {phone: 013800138000, hour: 12:30, half: 0.50, nothing: null, tilde: ~, day: 2026-12-03}\n"
    )
    assert document.title == "NO"
    assert document.plans[0].given == {
        "phone": "013800138000",
        "hour": "12:30",
        "half": "0.50",
        "nothing": "null",
        "tilde": "~",
        "day": "2026-12-03",
    }


@pytest.mark.parametrize(("said", "meant"), [("true", True), ("yes", True), ("false", False), ("no", False)])
def test_yes_and_no(said: str, meant: bool) -> None:
    document = script(SCRIPT.replace("says: 您好。", f"says: 您好。\n    must: {said}"))
    assert document.steps["hello"].must is meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-01-05 10:00", datetime(2026, 1, 5, 2, tzinfo=UTC)),
        ("2026-01-05T10:00:30", datetime(2026, 1, 5, 2, 0, 30, tzinfo=UTC)),
        ("2026-01-05T10:00Z", datetime(2026, 1, 5, 10, tzinfo=UTC)),
        ("2026-01-05 10:00-05:30", datetime(2026, 1, 5, 15, 30, tzinfo=UTC)),
    ],
)
def test_a_time_without_an_offset_is_taken_at_eight_hours_east(said: str, meant: datetime) -> None:
    at = script(SCRIPT.replace("2026-01-05 10:00", said)).plans[0].at
    assert at == meant
    assert at is not None
    assert at.utcoffset() is not None


def test_the_zone_of_a_plan_is_eight_hours_east() -> None:
    at = script(SCRIPT).plans[0].at
    assert at is not None
    assert at.utcoffset() == timedelta(hours=8)


def test_every_path_has_its_line() -> None:
    reading = read("a.yaml", SCRIPT.encode())
    assert reading.lines[""] == 1
    assert reading.lines["kind"] == 2
    assert reading.lines["stages[1].title"] == 7
    assert reading.lines["steps.hello.replies[2]"] == 18
    assert reading.lines["steps.hello.replies[2].ends"] == 19
    assert reading.lines["plans[1].does[2].ends"] == 26
    assert reading.place("steps.hello.replies[2].goto") == Place("a.yaml", "steps.hello.replies[2].goto", 18)
    assert reading.place("steps.gone.says") == Place("a.yaml", "steps.gone.says", 12)
    assert str(reading.place("steps.bye")) == "a.yaml:20 steps.bye"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("language: zh-CN\n", "", (1, "language", "missing_key")),
        ("says: 再见。", "says: 再见。, must: maybe", (20, "steps.bye.must", "expected_yes_no")),
        ("says: 再见。", "says: 再见。, must: True", (20, "steps.bye.must", "expected_yes_no")),
        ("says: 再见。", "says: 再见。, must: [yes]", (20, "steps.bye.must", "expected_yes_no")),
        ("says: 再见。", "says: 再见。, weight: 2.0", (20, "steps.bye.weight", "expected_whole_number")),
        ("says: 再见。", "says: 再见。, weight: 02", (20, "steps.bye.weight", "expected_whole_number")),
        ("says: 再见。", "says: 再见。, weight: 1_0", (20, "steps.bye.weight", "expected_whole_number")),
        ("says: 再见。", "says: 再见。, weight: ２", (20, "steps.bye.weight", "expected_whole_number")),
        ("says: 再见。", "says: 再见。, weight: 0", (20, "steps.bye.weight", "number_too_small")),
        ("says: 再见。", "says: [再见]", (20, "steps.bye.says", "expected_text")),
        ("says: 再见。", "says: {a: b}", (20, "steps.bye.says", "expected_text")),
        ("says: 您好。", "says:", (15, "steps.hello.says", "empty_value")),
        ("says: 您好。", "says: ''", None),
        ("says: 再见。", "says:", (20, "steps.bye", "yaml_bracket")),
        ("says: 您好。", "says: 您好。\n    hint: |\n      慢\n      笑", (16, "steps.hello.hint", "not_one_line")),
        ("says: 再见。", 'says: 再见。, hint: "慢\\u2028笑"', (20, "steps.bye.hint", "not_one_line")),
        ("says: 您好。", "says: 您好。\n    hint: |+\n      慢\n\n", None),
        ("says: 您好。", "says: 您好。\n    hint: >\n      慢\n      笑", None),
        ("says: 再见。", "says: 再见。, hint: [慢]", (20, "steps.bye.hint", "expected_text")),
        ("language: zh-CN", "language: zh-CN\npurpose: |\n  约\n  来", (6, "purpose", "not_one_line")),
        ("says: 再见。", "says: 再见。, points: [一, 二, 三, 四, 五]", None),
        ("says: 再见。", "says: 再见。, points: [1, 2, 3, 4, 5, 6]", (20, "steps.bye.points", "too_many_key_words")),
        ("says: 再见。", "says: 再见。, points: 一 二 三", (20, "steps.bye.points", "expected_list")),
        ("  bye: {says: 再见。, ends: callback}", "  bye: 再见", (20, "steps.bye", "expected_map")),
        ("  bye: {says: 再见。, ends: callback}", "  bye: [再见]", (20, "steps.bye", "expected_map")),
        ("options: [本人, 家人]", "options: {本人: 家人}", (9, "fields.who.options", "expected_list")),
        ("says: 再见。", "says: 再见。, points: 好", (20, "steps.bye.points", "expected_list")),
        ("says: 再见。", "says: 再见。, points: [好, [好]]", (20, "steps.bye.points[2]", "expected_text")),
        ("says: 再见。", "says: 再见。, points: [好, ]", None),
        ("says: 再见。", "says: 再见。, sayz: 好", (20, "steps.bye.sayz", "unknown_key")),
        ("stage: open", "stag: open", (14, "steps.hello.stag", "unknown_key_near")),
        ("goto: bye", "go_to: bye", (17, "steps.hello.replies[1].go_to", "unknown_key_near")),
        (", goto: bye", "", (17, "steps.hello.replies[1]", "none_of")),
        ("goto: bye", "goto: bye, ends: callback", (17, "steps.hello.replies[1]", "too_many_of")),
        (", ends: callback", "", None),
        ("ends: callback}", "ends: callback, goto: hello}", (20, "steps.bye", "too_many_of")),
        ("says: 再见。, ends: callback", "says: 再见。, replies: []", (20, "steps.bye.replies", "empty_list")),
        ("      - ends: callback", "      - {}", (26, "plans[1].does[2]", "none_of")),
        ("      - ends: callback", "      - back: no", (26, "plans[1].does[2]", "none_of")),
        ("      - ends: callback", "      - {ends: callback, hears: 好}", (26, "plans[1].does[2]", "too_many_of")),
        ("2026-01-05 10:00", "2026-02-30 10:00", (23, "plans[1].at", "expected_time")),
        ("2026-01-05 10:00", "2026-01-05", (23, "plans[1].at", "expected_time")),
        ("2026-01-05 10:00", "9999-12-31 10:00", (23, "plans[1].at", "value_no_such_year")),
        ("2026-01-05 10:00", "0001-01-01 00:00+14:00", (23, "plans[1].at", "value_no_such_year")),
        ("2026-01-05 10:00", "2199-12-31 23:59-12:00", None),
        ("type: choice", "type: chioce", (9, "fields.who.type", "not_allowed")),
        ("format: 1", "format: 2", (1, "format", "other_format")),
        ("id: short", "id: Short", (3, "id", "not_kebab_case")),
        ("id: short", "id: short-", (3, "id", "not_kebab_case")),
        ("id: short", "id: " + "a" * 100, None),
        ("id: short", "id: " + "a" * 101, (3, "id", "not_kebab_case")),
        ("id: short", 'id: "short\\n"', (3, "id", "not_kebab_case")),
        ("  bye: {", "  good_bye: {", (20, "steps.good_bye", "not_kebab_case")),
        ("  who: {", "  who-comes: {", (9, "fields.who-comes", "not_snake_case")),
        ("kind: script", "kind: skript", (2, "kind", "unknown_kind")),
        ("kind: script", "kind: [script]", (2, "kind", "unknown_kind")),
        ("kind: script\n", "", (1, "kind", "missing_kind")),
        ("start: hello", "start: hello\nstart: bye", (12, "start", "duplicate_key")),
        ("start: hello", "start: &a hello", (11, "start", "anchor")),
        ("start: hello", "start: *a", (11, "start", "alias")),
        ("start: hello", "start: !!str hello", (11, "start", "tag")),
        ("  who: {title", "  who: !!map {title", (9, "fields.who", "tag")),
        ("start: hello", "start: hello\n<<: {purpose: x}", (12, "", "merge_key")),
        ("start: hello", "start: hello\n? [a, {b: c}]\n: d", (12, "", "bad_key")),
        ("start: hello", "start: hello\n?\n: d", (12, "", "bad_key")),
        ("start: hello", 'start: "hel\\x07lo"', (11, "start", "control_character_written")),
        ("start: hello", "start: hel\x07lo", (11, "", "control_character")),
        ("start: hello", "start: hello\n%YAML 1.2", (12, "", "directive")),
        ("start: hello", "start: hello\n" + "k" * 201 + ": 1", (12, "", "bad_key")),
        ("      - ends: callback\n", "      - ends: callback\n---\na: b\n", (27, "", "several_documents")),
    ],
)
def test_each_fault_is_told_at_its_place(old: str, new: str, fault: tuple[int, str, str] | None) -> None:
    assert SCRIPT.count(old) >= 1
    assert told(SCRIPT.replace(old, new, 1)) == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("kind: objections", "kind: objections\nstart: a", (3, "start", "unknown_key")),
        ("  busy:", "  Busy:", (6, "cards.Busy", "not_kebab_case")),
        (", exit: back", "", (12, "cards.busy.answers[1].replies[1]", "none_of")),
        ("exit: back", "exit: back, ends: gone", (12, "cards.busy.answers[1].replies[1]", "too_many_of")),
        ("says: 好。", 'says: 好。\n        hint: "慢\\n笑"', (11, "cards.busy.answers[1].hint", "not_one_line")),
        (
            "says: 好。",
            "says: 好。\n        points: [a, b, c, d, e, f]",
            (11, "cards.busy.answers[1].points", "too_many_key_words"),
        ),
        ("exit: back", "goto: hello", (12, "cards.busy.answers[1].replies[1].goto", "unknown_key")),
    ],
)
def test_a_fault_of_a_card_is_told_at_its_place(old: str, new: str, fault: tuple[int, str, str]) -> None:
    found = told(CARDS.replace(old, new, 1))
    assert fault in found
    assert {path for _, path, _ in found} <= {fault[1], fault[1].rpartition(".")[0]}


def test_a_card_without_an_answer_is_a_fault() -> None:
    assert told(CARDS[: CARDS.index("answers")] + "answers: []\n") == [(8, "cards.busy.answers", "empty_list")]


def test_every_fault_is_told_not_the_first() -> None:
    broken = (
        SCRIPT.replace("id: short", "id: Short")
        .replace("stage: open", "stag: open")
        .replace("goto: bye", "goto: bye, ends: x")
        .replace("start: hello", "start: *a")
        .replace("type: choice", "type: any")
        .replace("says: 再见。", "says: 再见。, says: 好, must: 5")
        .replace("title: 说好", "titel: 说好")
        .replace("hears: 不\n        ends: not-interested", "hears: 不\n        exit: back")
    )
    assert told(broken) == [
        (3, "id", "not_kebab_case"),
        (9, "fields.who.type", "not_allowed"),
        (11, "start", "alias"),
        (14, "steps.hello.stag", "unknown_key_near"),
        (17, "steps.hello.replies[1]", "too_many_of"),
        (18, "steps.hello.replies[2]", "none_of"),
        (19, "steps.hello.replies[2].exit", "unknown_key"),
        (20, "steps.bye.says", "duplicate_key"),
        (20, "steps.bye.must", "expected_yes_no"),
        (22, "plans[1].titel", "unknown_key_near"),
    ]


def test_a_sentence_names_what_helps() -> None:
    assert values(SCRIPT.replace("stage: open", "stag: open")) == {"key": "stag", "near": "stage"}
    assert values(SCRIPT.replace("kind: script", "kind: skript"))["allowed"] == " | ".join(KINDS)
    assert values(SCRIPT.replace("start: hello", "start: hello\nstart: bye")) == {"key": "start", "first": 11}
    assert values(SCRIPT.replace("goto: bye", "goto: bye, ends: x")) == {"given": "goto + ends", "keys": "goto | ends"}
    assert values(SCRIPT.replace("says: 再见。", "says: 再见。, must: maybe")) == {
        "found": Sentence("scripts_library:found_text", text="maybe")
    }
    types = "choice | date | datetime | number | phone | text | time | yes_no"
    assert values(SCRIPT.replace("type: choice", "type: any")) == {"found": "any", "allowed": types}


def test_a_long_text_is_cut_where_a_sentence_quotes_it() -> None:
    assert values(SCRIPT.replace("type: choice", "type: " + "x" * 999))["found"] == "x" * 40 + "…"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(1, "", "no_document")]),
        ("# 只有注释\n", [(1, "", "no_document")]),
        ("just words", [(1, "", "no_document")]),
        ("- a\n- b\n", [(1, "", "no_document")]),
        ("a: b: c", [(1, "", "yaml_colon")]),
        ("format: 1\ntitle：短\nid: a\n", [(3, "", "yaml_no_colon")]),
        ("a:\n  b: c\n d: e\n", [(3, "", "yaml_indentation")]),
        ("a:\n\t- b\n", [(2, "", "yaml_first_character")]),
        ("a: |\n\t\tb\n", [(2, "", "yaml_tab")]),
        ("a: [b, c\nd: e\n", [(2, "a", "yaml_bracket")]),
        ('a: "b\n', [(2, "", "yaml_quote")]),
        ('a: "\\q"\n', [(1, "", "yaml_escape")]),
        ('a: "\\ud800"\n', [(1, "", "yaml_escape")]),
        ("a: @b\n", [(1, "", "yaml_first_character")]),
        ("a: *\n", [(1, "", "yaml_first_character")]),
        ("a: | b\n  c\n", [(1, "", "yaml_block")]),
        ("a: !x!y b\n", [(1, "", "tag")]),
        ("a: !<b c\n", [(1, "", "yaml_other")]),
    ],
)
def test_what_is_no_document_is_told(text: str, faults: list[tuple[int, str, str]]) -> None:
    assert told(text) == faults


def test_the_file_is_utf_8_with_or_without_its_mark() -> None:
    assert script(SCRIPT) == read("a.yaml", b"\xef\xbb\xbf" + SCRIPT.encode()).document
    assert told(SCRIPT.encode("gb18030")) == [(4, "", "not_utf_8")]
    assert told(SCRIPT.encode("utf-16")) == [(1, "", "not_utf_8")]


def test_line_ends_of_any_system_are_read_alike() -> None:
    assert script(SCRIPT.replace("\n", "\r\n")) == script(SCRIPT)


def test_a_file_over_one_megabyte_is_refused_one_below_is_not() -> None:
    fits = SCRIPT.encode() + b"#" * (1_000_000 - len(SCRIPT.encode()))
    assert told(fits) == []
    assert told(fits + b"#") == [(None, "", "file_too_large")]


def test_twenty_levels_are_read_the_next_is_refused() -> None:
    deep = "a: " + "[" * 19 + "]" * 19
    assert told(SCRIPT + deep) == [(27, "a", "unknown_key")]
    deeper = "a: " + "[" * 20 + "]" * 20
    assert told(SCRIPT + deeper) == [(27, "a" + "[1]" * 19, "too_deep")]


def test_a_file_of_nothing_but_faults_tells_the_first_and_how_many_more() -> None:
    reading = read("a.yaml", (SCRIPT + "".join(f"zz{number}: a\n" for number in range(MOST_FAULTS + 7))).encode())
    assert len(reading.faults) == MOST_FAULTS + 1
    assert reading.faults[-1].sentence == Sentence("scripts_library:more_faults", number=7)


def test_what_a_file_says_that_it_is_stands_even_when_it_is_not_read() -> None:
    def says(reading: Reading) -> tuple[str | None, str | None, bool]:
        return reading.kind, reading.id, reading.document is None

    assert says(read("a.yaml", SCRIPT.replace("start: hello", "").encode())) == ("script", "short", True)
    assert says(read("a.yaml", b"kind: script\nid: [a]\n")) == ("script", None, True)
    assert says(read("a.yaml", b"a: b: c")) == (None, None, True)


def test_steps_and_replies_keep_the_order_of_the_file() -> None:
    document = script(SCRIPT)
    assert list(document.steps) == ["hello", "bye"]
    assert document.steps["bye"] == Step(says="再见。", ends="callback")
    assert [reply.hears for reply in document.steps["hello"].replies] == ["好", "不"]
