"""CONTRIBUTING tells the truth: its commands are those of the Makefile, its files are there, its versions are ours."""

import re
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def makefile(repository: Path) -> str:
    return (repository / "Makefile").read_text(encoding="utf-8")


def test_its_table_has_every_command_of_the_makefile(page: str, makefile: str) -> None:
    first_cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `make")]
    told = {target for cell in first_cells for target in re.findall(r"`make ([a-z-]+)`", cell)}
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    prepared = {"ready", "ready-dev"}  # what the others begin with by themselves
    assert told == set(phony[1].split()) - prepared
    assert set(re.findall(r"`make ([a-z -]+)`", page.split("## The layers")[1])) <= told


def test_what_is_left_out_for_want_of_something_is_said_alike(page: str, makefile: str, repository: Path) -> None:
    for target, wants in (("bench", {"Node"}), ("faults", {"root", "strace", "tmpfs"})):
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `make {target}`"))
        comment = makefile.split(f"\n{target}: ready-dev", maxsplit=1)[0].splitlines()[-1]
        for told in (row, comment):
            assert {word for word in ("Node", "root", "strace", "tmpfs") if word in told} == wants
    assert "node" in (repository / "tests" / "benchmarks" / "inkjs" / "test_walking.py").read_text(encoding="utf-8")


def test_the_files_and_folders_that_it_names_are_there(page: str, repository: Path) -> None:
    named = re.findall(r"`((?:tests|ui|\.ci|pyproject)[\w./]*)`", page)
    assert len(named) >= 5
    for path in named:
        assert (repository / path).exists(), path


def test_the_pythons_are_those_of_the_project(page: str, repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = re.search(r"Python (3\.\d+) to 3\.\d+", page)
    assert told is not None
    assert project["requires-python"] == f">={told[1]}"
