"""The check as a trainer types it, and as another program reads it."""

from pathlib import Path

import pytest

from tests.ui.terminal.typed import Huashu

SOUND = """format: 1
kind: outcomes
id: small
title: 小
outcomes:
  no: {title: 不要, result: failure}
"""
FAULTY = """format: 1
kind: script
id: faulty
title: 有问题
language: zh-CN
stages: [{id: one, title: 一}]
outcomes: telesales
start: hello
steps:
  hello: {stage: one, says: 您好。, replies: [{hears: 好, goto: nowhere}]}
"""


USING = """format: 1
kind: script
id: using
title: 用卡
language: zh-CN
stages: []
objections: [cards]
outcomes: small
start: hello
steps:
  hello: {says: 您好。, replies: [{hears: 好, ends: no}]}
plans:
  - {title: 再说, does: [{raises: busy}, {hears: 再说}, {ends: no}]}
"""
CARDS = """format: 1
kind: objections
id: cards
title: 异议
cards:
  busy:
    title: 忙
    answers: [{technique: affirm, says: 好。, replies: [{hears: 再说, exit: next}, {hears: 哦, exit: back}]}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


def test_a_sound_document_is_exit_code_0(huashu: Huashu, folder: Path) -> None:
    (folder / "small.yaml").write_text(SOUND, encoding="utf-8")
    checked = huashu("check", folder)
    assert (checked.code, checked.err) == (0, "")
    assert "No problems" in checked.out


def test_a_problem_is_exit_code_1_with_its_code_file_and_line(huashu: Huashu, folder: Path) -> None:
    (folder / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    checked = huashu("check", folder, "--format", "json")
    assert checked.code == 1
    problem = next(one for one in checked.told["problems"] if one["code"] == "HC101")
    assert problem["file"].endswith("faulty.yaml")
    assert problem["line"] == 10
    assert problem["path"] == "steps.hello.replies[1].goto"
    assert "nowhere" in problem["sentence"]


def test_a_script_is_told_of_its_cards_that_lie_beside_it_and_each_problem_once(huashu: Huashu, folder: Path) -> None:
    for name, text in (("using", USING), ("cards", CARDS), ("small", SOUND)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    alone = huashu("check", folder / "using.yaml")
    assert (alone.code, alone.err, alone.out.count("HC702")) == (1, "", 1)
    assert huashu("check", folder).out.count("HC702") == 1
    (problem,) = huashu("check", folder, "--format", "json").told["problems"]
    assert (problem["file"], problem["line"]) == (str(folder / "cards.yaml"), 8)
    played = huashu("play", folder / "using.yaml", typed="/busy\n1\n")
    assert played.code != 0
    assert "HC702" in played.err


def test_the_sentences_are_in_the_language_that_was_asked_for(huashu: Huashu, folder: Path) -> None:
    (folder / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    english, chinese = huashu("check", folder).out, huashu("check", "--lang", "zh", folder).out
    assert "HC101" in english
    assert "HC101" in chinese
    assert "个问题" in chinese
    assert "个问题" not in english


def test_what_cannot_be_read_is_exit_code_2_and_every_fault_is_told(huashu: Huashu, folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\nkind: outcomes\nid: Not Kebab\nwhat: 1\n", encoding="utf-8")
    checked = huashu("check", folder)
    assert checked.code == 2
    assert len(checked.err.splitlines()) >= 3
    assert all("broken.yaml" in line for line in checked.err.splitlines())
    assert len(huashu("check", folder, "--format", "json").told["faults"]) >= 3


def test_a_path_that_was_left_empty_is_not_the_folder_one_stands_in(huashu: Huashu) -> None:
    for path in ("", " "):
        checked = huashu("check", path)
        assert (checked.code, checked.out, len(checked.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("wanted", ["nowhere.yaml", "empty"])
def test_nothing_to_read_is_told_in_one_sentence(huashu: Huashu, folder: Path, wanted: str) -> None:
    (folder / "empty").mkdir()
    checked = huashu("check", folder / wanted)
    assert (checked.code, len(checked.err.splitlines())) == (2, 1)


def test_what_ships_has_no_problems(huashu: Huashu, repository: Path) -> None:
    assert huashu("check", repository / "scripts_library" / "library").code == 0


def test_no_database_is_opened(huashu: Huashu, folder: Path, tmp_path: Path) -> None:
    (folder / "small.yaml").write_text(SOUND, encoding="utf-8")
    huashu("--db", tmp_path / "untouched.db", "check", folder)
    assert not (tmp_path / "untouched.db").exists()
