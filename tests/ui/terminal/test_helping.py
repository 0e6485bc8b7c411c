"""Help in both languages: complete, and nothing of it left over."""

import re

import click
import pytest

from scripts_library.sentences import LANGUAGES, catalogue
from tests.ui.terminal.typed import Huashu, every_command
from ui.terminal.paragraphs import wrapped
from ui.terminal.program import huashu as program
from ui.terminal.tables import width

COMMANDS: dict[str, click.Command] = {"": program, **dict(every_command())}
CHINESE = re.compile("[\u4e00-\u9fff]")


def options(command: str) -> list[str]:
    """The long names of what a command takes, `--help` among them."""
    with click.Context(COMMANDS[command], info_name="main.py") as context:
        told = COMMANDS[command].get_params(context)
    return [max(one.opts, key=len) for one in told if isinstance(one, click.Option)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_in_the_language_of_the_run_what_a_command_does_and_takes(
    huashu: Huashu, command: str, language: str
) -> None:
    for typed in ((*command.split(), "--help", "--lang", language), ("--lang", language, *command.split(), "-h")):
        shown = huashu(*typed)
        assert (shown.code, shown.err) == (0, "")
        usage, _, about, *_ = shown.out.splitlines()
        assert usage.startswith(
            {"zh": f"用法：main.py {command}", "en": f"Usage: main.py {command}"}[language].rstrip()
        )
        assert bool(CHINESE.search(about)) == (language == "zh")
        rows = [line for line in shown.out.splitlines() if line.startswith("  ")]
        for option in options(command):
            (row, *_) = (row for row in rows if option in row.split("  ")[1])
            assert bool(CHINESE.search(row)) == (language == "zh") or option == "--lang"
        assert all(width(line) <= 100 for line in shown.out.splitlines())


def test_every_sentence_of_help_belongs_to_something_that_can_be_typed() -> None:
    written = catalogue("ui.terminal", "en")
    told = {"_".join(["help", *command.split()]) for command in COMMANDS}
    for command in COMMANDS:
        for option in options(command):
            own = "_".join(["option", *command.split(), option.strip("-")])
            told.add(own if own in written else f"option_{option.strip('-')}")
    assert {code for code in written if re.match("help|option_(?!alone)", code)} == told


def test_a_group_lists_its_commands_by_their_first_line(huashu: Huashu) -> None:
    shown = huashu("--lang", "zh", "calls", "--help").out
    assert "amend   更正已经完成的通话。" in shown
    assert "旧的数据" not in shown


def test_what_is_missing_is_named_as_help_names_it(huashu: Huashu) -> None:
    assert "话术" in huashu("play", "--lang", "zh").err
    assert "SCRIPT" in huashu("play", "--lang", "en").err


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("  as   it is, and long", ["  as   it is, and long"]),
        ("one two three", ["one two", "three"]),
        ("一二三四五六七", ["一二三四五", "六七"]),
        ("一二三四五，六", ["一二三四", "五，六"]),
        ("「一二」三四五", ["「一二」三", "四五"]),
        ("说 play 吧，好吗", ["说 play", "吧，好吗"]),
        ("verylongword yes", ["verylongword", "yes"]),
    ],
)
def test_a_paragraph_fits_its_columns(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, 10)) == lines
