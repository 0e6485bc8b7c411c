"""The README tells the truth: its commands, its targets, its links and its picture are there."""

import re
from pathlib import Path

import click
import pytest

from ui.terminal.program import huashu


@pytest.fixture(scope="module")
def readme() -> str:
    return (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_every_make_target_is_there(readme: str, repository: Path) -> None:
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake (\w+)", readme))
    assert {"run", "test"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_command_is_there_and_takes_its_options(readme: str) -> None:
    typed = re.findall(r"python main\.py ([a-z].*)", readme)
    assert len(typed) >= 4
    for line in typed:
        name, *rest = line.split("#")[0].split()
        command = huashu.commands[name]
        options = {opt for parameter in command.params for opt in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= options, line
        assert isinstance(command, click.Command)


def test_every_link_leads_to_a_file(readme: str, repository: Path) -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", readme)
    assert len(linked) >= 6
    for target in linked:
        assert (repository / target).is_file(), target


def test_it_begins_with_three_sentences_and_a_picture(readme: str) -> None:
    opening = readme.split("\n## ", maxsplit=1)[0]
    words, picture = opening.split("![", maxsplit=1)
    assert picture
    prose = " ".join(line for line in words.splitlines() if line and not line.startswith("#"))
    assert len(re.findall(r"\.(?=\s|$)", prose)) == 3


def test_the_locks_that_it_installs_are_there(readme: str, repository: Path) -> None:
    for lock in set(re.findall(r"-r (\S+\.lock)", readme)):
        assert (repository / lock).is_file()


def test_the_libraries_documents_are_where_it_says(readme: str, repository: Path) -> None:
    checked = re.findall(r"main\.py check (\S+)", readme)
    assert checked
    assert all((repository / path).is_dir() for path in checked)
