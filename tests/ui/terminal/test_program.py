"""The program as a whole: its options before and after the command, its refusals, its page of documentation."""

import os
import re
from pathlib import Path

import click
import pytest

from tests.ui.terminal.typed import Huashu, every_command

COMMANDS = {name: command for name, command in every_command() if not isinstance(command, click.Group)}


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_database_is_named_before_or_after_the_command_or_by_the_environment(
    huashu: Huashu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    wanted = tmp_path / "here.db"
    if place == "environment":
        monkeypatch.setenv("HUASHU_DB", str(wanted))
    typed = {
        "before": ("--db", wanted, "db", "path"),
        "after": ("db", "path", "--db", wanted),
        "environment": ("db", "path"),
    }
    assert huashu(*typed[place]).out.strip() == str(wanted)


def test_the_option_nearest_to_the_command_wins(
    huashu: Huashu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUASHU_DB", str(tmp_path / "environment.db"))
    chosen = huashu("--db", tmp_path / "program.db", "db", "path", "--db", tmp_path / "command.db")
    assert chosen.out.strip() == str(tmp_path / "command.db")
    assert huashu("--db", tmp_path / "program.db", "db", "path").out.strip() == str(tmp_path / "program.db")


def test_without_a_choice_it_is_in_the_users_data_folder(huashu: Huashu, tmp_path: Path) -> None:
    assert Path(huashu("db", "path").out.strip()) == tmp_path / "data" / "huashu-coach" / "book.db"


@pytest.mark.parametrize(
    "typed",
    [
        ("nonsense",),
        ("check",),
        ("play",),
        ("scores",),
        ("scores", "--month", "soon"),
        ("scores", "--month", "2026-13"),
        ("calls", "show", "nobody"),
        ("calls", "list", "--from", "yesterday"),
        ("calls", "list", "--limit", "0"),
        ("entries", "add", "nobody", "late"),
        ("customers", "list", "--nothing"),
        ("db", "restore"),
        ("--lang", "xx", "db", "path"),
        ("--lang",),
        ("calls",),
        ("db", "path", "--db", ""),
        ("db", "path", "extra"),
        ("scores", "--month", "9999-12"),
        ("scores", "--month", "0001-01"),
        ("entries", "list", "--month", ""),
        ("calls", "list", "--to", "2026-02-30"),
        ("calls", "list", "--limit", "many"),
        ("calls", "list", "--before", "nobody"),
        ("calls", "amend", "nobody"),
        ("calls", "resume", "nobody"),
        ("customers", "add", " "),
        ("customers", "list", "two", "words"),
        ("customers", "list", os.fsdecode(b"\xff")),
        ("tour", "--to", "/dev/null/folder"),
        ("tour", "--to", "/dev/null"),
        ("tour", "--to", ""),
        ("tour", "--to", " "),
        ("db", "restore", ""),
        ("db", "restore", "nosuch"),
        ("db", "restore", "/"),
        ("play", "insurance-appointment", "--as", "林晓"),
        ("play", "insurance-appointment", "--customer", "x"),
        ("play", "nosuch", "--record", "--as", "1"),
        ("calls", "list", "--outcome", "nosuch"),
        ("calls", "list", "--outcome", ""),
        ("play", "insurance-appointment", "--record=1"),
        ("play", ""),
        ("play", "x" * 5000),
        ("play", os.fsdecode(b"\xff")),
        ("\x1b[31m",),
        ("calls", "--\x00"),
    ],
)
def test_a_misuse_is_one_sentence_on_stderr_and_exit_code_2(
    huashu: Huashu, begun: str, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    refused = huashu(*typed)
    assert refused.code == 2
    assert refused.out == ""
    assert len(refused.err.strip().splitlines()) == 1
    assert "\x1b" not in refused.err
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    in_chinese = huashu(*typed).err
    assert any("\u4e00" <= sign <= "\u9fff" for sign in in_chinese)
    assert len(in_chinese.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("calls",), "amend, list, resume, show"),
        (("nonsense",), "check"),
        (("calls", "list", "--nothing"), "calls list --help"),
        (("play",), "SCRIPT"),
        (("calls", "amend", "x"), "--why"),
        (("--lang", "xx", "schema"), "zh|en"),
        (("calls", "list", "--limit", "0"), "1–1000"),
        (("schema", "--lang"), "--lang"),
        (("play", "insurance-appointment", "--record=1"), "--record takes no value"),
        (("tour", "--to", "/dev/null"), "A file is in the way of the folder /dev/null"),
        (("db", "restore", "nosuch"), "There is no backup nosuch. None has been made"),
        (("db", "restore", ""), "BACKUP names no file"),
        (("play", "insurance-appointment", "--as", "x"), "--record"),
        (("play", "nosuch", "--record", "--as", "1"), "insurance-appointment"),
    ],
)
@pytest.mark.usefixtures("begun")
def test_a_misuse_says_what_would_do(huashu: Huashu, typed: tuple[str, ...], said: str) -> None:
    assert said in huashu(*typed).err


def test_options_are_understood_wherever_they_stand(huashu: Huashu, tmp_path: Path) -> None:
    wanted = tmp_path / "a b" / "话术.db"
    huashu("customers", "add", "王伟", "--db", wanted)
    for typed in (
        ("--db", wanted, "calls", "list", "--lang", "zh"),
        ("--lang", "zh", "calls", "--db", wanted, "list"),
        ("calls", "--lang", "zh", "list", "--db", wanted),
    ):
        listed = huashu(*typed)
        assert (listed.code, listed.out.split()[0]) == (0, "编号")
    assert [one for one in tmp_path.rglob("*.db") if one.parent.name != "backups"] == [wanted]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_the_options_of_the_program(huashu: Huashu, tmp_path: Path, command: str) -> None:
    asked = huashu(*command.split(), "--db", tmp_path / "x.db", "--lang", "zh", "--help")
    assert (asked.code, asked.err) == (0, "")


@pytest.mark.parametrize("chosen", ["", "  "])
def test_an_empty_choice_of_the_environment_is_none(
    huashu: Huashu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setenv("HUASHU_DB", chosen)
    assert Path(huashu("db", "path").out.strip()) == tmp_path / "data" / "huashu-coach" / "book.db"


def test_the_page_of_documentation_has_every_command_and_every_option(repository: Path) -> None:
    page = (repository / "docs" / "terminal.md").read_text(encoding="utf-8")
    shown = "\n".join(re.findall(r"```console\n(.*?)```", page, re.DOTALL))
    everywhere = {"--db", "--lang", "--format", "--help"}
    for name, command in COMMANDS.items():
        assert re.search(rf"^{name}\b", shown, re.MULTILINE), name
        for parameter in command.params:
            longest = max(parameter.opts, key=len)
            if isinstance(parameter, click.Option) and longest not in everywhere:
                assert longest in page, f"{name} {longest}"
    told = set(re.findall(r"--[a-z]+", page))
    known = {opt for command in COMMANDS.values() for parameter in command.params for opt in parameter.opts}
    assert told <= known | everywhere


def test_the_schema_is_the_one_in_the_repository(huashu: Huashu, repository: Path) -> None:
    kept = (repository / "docs" / "documents.schema.json").read_text(encoding="utf-8")
    assert huashu("schema").out.strip() == kept.strip()
