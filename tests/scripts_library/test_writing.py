"""Writing a document: what is written reads back as the same document, and looks as a trainer would write it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts_library.canonical import canonical
from scripts_library.document import Document
from scripts_library.kinds import KINDS
from scripts_library.outcomes import Outcome, Outcomes
from scripts_library.plan import Deed, Plan
from scripts_library.quoting import scalar
from scripts_library.reading import read
from scripts_library.script import Reply, Script, Stage, Step
from scripts_library.writing import WIDEST, write
from tests.strategies.documents import NASTY, TEXT, documents

LOOKS = """\
format: 1
kind: script
id: short
title: 短
language: zh-CN
stages:
  - {id: open, title: 开场}
  - {id: close, title: 收尾, counts: pitch}
outcomes: telesales
start: hello
steps:
  hello:
    stage: open
    says: "{{ customer.called }}您好。"
    points: [称呼, 问好]
    must: true
    replies:
      - {hears: "就{{ slot_1 }}", goto: bye, sets: {day: slot_1}, needs: [day]}
      - {hears: "不, 谢谢", ends: not-interested}
  bye:
    says: |
      谢谢您。
      再见。
    ends: callback
plans:
  - title: 约到
    at: 2026-01-05 02:00+00:00
    given: {hour: "12:30"}
    does:
      - hears: 就{{ slot_1 }}
      - back: true
      - ends: callback
"""
EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.yaml"))


def read_back(document: Document) -> Document:
    reading = read("written", write(document))
    assert reading.faults == (), [fault.in_language("en") for fault in reading.faults] + [write(document).decode()]
    assert reading.document is not None
    return reading.document


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_written_reads_back_as_the_same_document(kind: str, data: st.DataObject) -> None:
    document = data.draw(documents(kind))
    back = read_back(document)
    assert back == document
    assert canonical(back) == canonical(document)


@settings(max_examples=500, deadline=None)
@given(TEXT, st.booleans())
def test_every_reader_takes_a_text_for_that_text(text: str, flow: bool) -> None:
    written = scalar(text, flow=flow)
    assert "\n" not in written
    found = yaml.load(f"[{written}]" if flow else f"a: {written}", Loader=yaml.CSafeLoader)
    value = found[0] if flow else found["a"]
    assert value == text or (isinstance(value, int) and str(value) == text)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_stays_itself_wherever_it_stands(text: str) -> None:
    step = Step(says=text, stage=text, points=(text, text), replies=(Reply(hears=text, ends="a", sets={"b": text}),))
    plan = Plan(title=text, does=(Deed(hears=text), Deed(fills={"b": text}), Deed(ends=text)))
    document = Script(
        format=1,
        id="a",
        title=text,
        language=text,
        stages=(Stage(id=text, title=text),),
        outcomes=text,
        start=text,
        steps={"a": step, "b": Step(says=text, ends=text)},
        plans=(plan,),
    )
    assert read_back(document) == document


def outcomes(**titles: str) -> Outcomes:
    made = {name: Outcome(title=title, result="open") for name, title in titles.items()}
    return Outcomes(format=1, id="few", title="几种", outcomes=made)


def test_a_document_looks_as_a_trainer_would_write_it() -> None:
    document = Script(
        format=1,
        id="short",
        title="短",
        language="zh-CN",
        stages=(Stage(id="open", title="开场"), Stage(id="close", title="收尾", counts="pitch")),
        outcomes="telesales",
        start="hello",
        steps={
            "hello": Step(
                stage="open",
                says="{{ customer.called }}您好。",
                points=("称呼", "问好"),
                must=True,
                replies=(
                    Reply(hears="就{{ slot_1 }}", goto="bye", sets={"day": "slot_1"}, needs=("day",)),
                    Reply(hears="不, 谢谢", ends="not-interested"),
                ),
            ),
            "bye": Step(says="谢谢您。\n再见。\n", ends="callback"),
        },
        plans=(
            Plan(
                title="约到",
                at=datetime(2026, 1, 5, 2, tzinfo=UTC),
                given={"hour": "12:30"},
                does=(Deed(hears="就{{ slot_1 }}"), Deed(back=True), Deed(ends="callback")),
            ),
        ),
    )
    assert write(document).decode() == LOOKS


def test_a_time_of_the_plans_own_zone_is_written_without_an_offset() -> None:
    example = next(path for path in EXAMPLES if path.stem == "script").read_text(encoding="utf-8")
    text = example.replace("    does:", "    at: 2026-01-05 10:00\n    does:")
    document = read("a", text.encode()).document
    assert document is not None
    assert "    at: 2026-01-05 10:00\n" in write(document).decode()


def test_what_does_not_fit_on_a_line_takes_lines_of_its_own() -> None:
    written = write(outcomes(short="短", long="长" * 60)).decode()
    assert "  short: {title: 短, result: open}\n" in written
    assert f"  long:\n    title: {'长' * 60}\n    result: open\n" in written
    assert max(map(len, written.splitlines())) <= WIDEST


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_survive_being_written(example: Path) -> None:
    document = read(example.name, example.read_bytes()).document
    assert document is not None
    assert canonical(read_back(document)) == canonical(document)


def test_control_characters_and_lone_surrogates_are_cleaned_on_the_way() -> None:
    back = read_back(outcomes(a="a\x00b\x1b[2J\ud800c\r\nd"))
    assert isinstance(back, Outcomes)
    assert back.outcomes["a"].title == "ab[2Jc\nd"
