"""Lines that no agent would type: none stops a walk, none is kept that is no text."""

import random
from pathlib import Path

import pytest

from tests.ui.terminal.typed import Huashu, Typed
from ui.terminal.steady import steady

SCRIPT = "insurance-appointment"
ENDED = b"\nend hung-up\n"


def walked(huashu: Huashu, line: bytes) -> Typed:
    """The call with one odd line, and then the end."""
    played = huashu("play", SCRIPT, "--json", typed=line + ENDED)
    assert played.code == 0, played.err
    assert played.lines[-1]["outcome"] == "hung-up"
    return played


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        "note 下午打".encode("gbk"),
        "note 下午打".encode("utf-16"),
        b"x" * 10_001,
        b"note " + b"x" * 1_000_000,
        b"9" * 5000,
        b"99999999999",
        b"\x1b[31m",
        b"\x07\x08\x0c",
        b"@",
        b"=",
        b"=x",
        b"note",
        b"note  ",
        "note　".encode(),
        b"-2",
        b"end A",
        b"end interested Z",
        b"end interested A nope",
        b"< 2",
        b"end nowhere",
        b"end deal",
        b"end appointment extra",
        b"end",
        b"/{card}",
        b"{0}{line}",
        b"meeting_day={x}",
        b"meeting_day=2026-02-29",
        b"meeting_day=9999-01-01",
        b"callback_at=9999-12-31 12:00+00:00",
        b"callback_at=0001-01-01 00:00+00:00",
        b"meeting_time=24:00",
        b"mobile=110",
        b"today=2020-01-01",
        b"fields.nothing=x",
        b"__class__=x",
        b"@" + b"x" * 9_000,
        "👨‍👩‍👧".encode(),
        "مرحبا".encode(),
        "\ufffe".encode(),
    ],
)
def test_it_is_refused_in_one_short_sentence_and_the_call_goes_on(huashu: Huashu, line: bytes) -> None:
    played = walked(huashu, line)
    (said,) = played.err.splitlines()
    assert len(said) < 1200
    assert said == steady(said)
    assert [one["kind"] for one in played.lines if one["kind"] != "state"] == [
        "dialled",
        "answered",
        *(["went_on"] if not line.strip() else []),
        "hung_up",
        "finished",
    ]


def test_what_is_text_is_kept_as_it_was_typed_but_for_what_no_screen_shows(huashu: Huashu) -> None:
    typed = "\ufeff? \u202bمن؟\u202c 👨‍👩‍👧\x00\x1b[31m\r\nnote 下午\ud7ff打\n".encode() + ENDED
    lines = {line["kind"]: line for line in huashu("play", SCRIPT, "--json", typed=typed).lines}
    assert lines["none_of_these"]["words"] == "من؟ 👨‍👩‍👧[31m"
    assert lines["noted"]["text"] == "下午\ud7ff打"


def test_a_line_of_ten_thousand_characters_is_not_too_long(huashu: Huashu) -> None:
    note = "好" * 9_995
    played = walked(huashu, f"note {note}".encode())
    assert {line["kind"]: line for line in played.lines}["noted"]["text"] == note
    assert played.err == ""


def test_any_bytes_at_all_are_read_to_their_end(huashu: Huashu) -> None:
    chance = random.Random(1)
    for _ in range(20):
        typed = bytes(chance.choice(b"12</@?=\n\n\r\x00\xff\xe4 abend") for _ in range(400))
        played = huashu("play", SCRIPT, "--json", typed=typed)
        assert played.code in (0, 2)
        assert played.err == steady(played.err)


def test_thousands_of_lines_are_a_long_call(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, "--json", typed="? 嗯\n" * 3000 + "end hung-up\n")
    assert [line["kind"] for line in played.lines].count("none_of_these") == 3000


def test_without_any_line_the_call_is_not_finished(huashu: Huashu) -> None:
    for typed in ("", "\n" * 5, "\ufeff"):
        assert huashu("play", SCRIPT, typed=typed).code == 2


FAULTY = """format: 1
kind: script
id: faulty
title: 有问题
language: zh-CN
stages: [{{id: one, title: 一}}]
outcomes: {outcomes}
{more}start: hello
steps:
{steps}
"""
STEP = "  hello: {stage: one, says: 您好。, replies: [%s]}"


@pytest.mark.parametrize(
    ("steps", "more", "outcomes"),
    [
        (STEP % "{hears: 好, goto: nowhere}", "", "telesales"),
        (STEP % "{hears: 好, ends: nowhere}", "", "telesales"),
        (STEP % "{hears: 好, ends: hung-up, needs: [x]}", "", "telesales"),
        (STEP % "{hears: 好, ends: hung-up}", "", "nothing"),
        (STEP % "{hears: 好, ends: hung-up}", "objections: [nothing]\n", "telesales"),
        (STEP % "{hears: 好, ends: hung-up}", "objections: [common]\n", "telesales"),
        (STEP % '{hears: "{{ x", ends: hung-up}', "", "telesales"),
        (STEP % "{hears: 好, goto: b}" + "\n  b: {branch: [{when: 1 == 2, goto: hello}]}", "", "telesales"),
        ("  hello: {goto: b}\n  b: {goto: hello}", "", "telesales"),
        (STEP.replace("hello", "hallo") % "{hears: 好, ends: hung-up}", "", "telesales"),
    ],
)
def test_a_script_that_no_walk_survives_is_not_walked(
    huashu: Huashu, tmp_path: Path, steps: str, more: str, outcomes: str
) -> None:
    file = tmp_path / "faulty.yaml"
    file.write_text(FAULTY.format(steps=steps, more=more, outcomes=outcomes), encoding="utf-8")
    refused = huashu("play", file, typed="1\n1\n1\nend hung-up\n")
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert "HC" in refused.err


def test_a_script_that_is_only_not_good_yet_is_walked(huashu: Huashu, tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    says = "  hello: {stage: one, says: %s。, replies: [{hears: 好, ends: hung-up}]}" % ("您好" * 40)
    file.write_text(FAULTY.format(steps=says, more="", outcomes="telesales"), encoding="utf-8")
    assert huashu("check", file).code == 1
    assert huashu("play", file, typed="1\nend\n").code == 0


def test_what_is_no_script_is_not_played(huashu: Huashu, tmp_path: Path) -> None:
    outcomes = tmp_path / "outcomes.yaml"
    outcomes.write_text("format: 1\nkind: outcomes\nid: small\ntitle: 小\noutcomes: {}\n", encoding="utf-8")
    (tmp_path / "two").mkdir()
    for name in ("a", "b"):
        (tmp_path / "two" / f"{name}.yaml").write_text("format: 1\n", encoding="utf-8")
    for path in (outcomes, tmp_path / "two", tmp_path / "none.yaml", tmp_path):
        refused = huashu("play", path)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1), path


def test_of_the_steps_of_a_long_script_some_are_named(huashu: Huashu, tmp_path: Path) -> None:
    steps = [
        f"  s{number}: {{stage: one, says: 您好。, replies: [{{hears: 好, goto: s{number + 1}}}]}}"
        for number in range(500)
    ]
    steps += ["  s500: {stage: one, says: 再见。, ends: hung-up}"]
    file = tmp_path / "long.yaml"
    text = FAULTY.format(steps="\n".join(steps), more="", outcomes="telesales").replace("start: hello", "start: s0")
    file.write_text(text, encoding="utf-8")
    played = huashu("play", file, typed="@nowhere\n@s500\nend\n")
    assert (played.code, "and 461 more" in played.err) == (0, True)
