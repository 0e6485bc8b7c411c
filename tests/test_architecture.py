"""The house holds: the folders only look down, the lower ones live without Qt, rooms stay small and well named, and
every sentence is there in both languages."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TypeGuard

import grimp
import pytest

FOLDERS = ("ui", "data", "coach", "scripts_library")
LONGEST_FILE = 320
# Spelt with a one-letter class each, so that this file does not hold what it looks for.
EXEMPTION = re.compile(
    r"\bno[q]a\b|type: i[g]nore|pyright: i[g]nore|no co[v]er|\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|NotImplementedErro[r]"
)
DRAWERS = {"base", "common", "handler", "handlers", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
DRAWER_CLASS = re.compile(r"(Manager|Handler|Helpers?|Utils?|Misc|Base)$")


@pytest.fixture(scope="module")
def our_code(our_files: list[Path]) -> list[Path]:
    """Every Python file of ours, tests and set-up included."""
    return [file for file in our_files if file.suffix == ".py"]


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def python(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=repository, check=False, capture_output=True, encoding="utf-8"
    )


# The folders only look down


def contracts_of(folder: Path) -> subprocess.CompletedProcess[str]:
    run = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    return python(folder, "-c", run)


def test_the_import_contracts_are_kept(repository: Path) -> None:
    kept = contracts_of(repository)
    assert kept.returncode == 0, kept.stdout + kept.stderr
    assert "0 broken" in kept.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("scripts_library/__init__.py", "import coach", "The folders only look down"),
        ("data/__init__.py", "from ui import terminal", "The folders only look down"),
        ("ui/__init__.py", "import main", "Nobody looks up to main"),
        ("coach/__init__.py", "import PySide6.QtCore", "Only the window knows Qt"),
        ("ui/terminal/__init__.py", "from PySide6.QtWidgets import QWidget", "Only the window knows Qt"),
        ("ui/__init__.py", "import sqlite3", "Only the store knows SQL"),
        ("coach/__init__.py", "import time", "What is said and what it means have no clock and no chance"),
        ("coach/__init__.py", "from pathlib import Path", "What it means reads and writes nothing"),
    ],
)
def test_an_import_that_looks_up_breaks_its_contract(
    repository: Path, tmp_path: Path, file: str, line: str, contract: str
) -> None:
    for folder in FOLDERS:
        shutil.copytree(repository / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repository / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    broken = contracts_of(tmp_path)
    assert broken.returncode == 1
    assert f"{contract} BROKEN" in " ".join(broken.stdout.split())


def test_the_rooms_of_the_window_and_the_commands_do_not_know_each_other() -> None:
    graph = grimp.build_graph("ui", cache_dir=None)
    commands = {"ui.terminal"} | graph.find_descendants("ui.terminal")
    # What both faces know: where the book is, what time it is, and what a tour gives.
    shared = {"ui.clock", "ui.home", "ui.toured"}
    rooms = graph.find_descendants("ui") - commands - shared
    assert not graph.find_modules_directly_imported_by("ui.home") & (rooms | commands)
    assert commands
    crossings = {
        (importer, imported)
        for importer in rooms | commands
        for imported in graph.find_modules_directly_imported_by(importer)
        if (importer in rooms and imported in commands) or (importer in commands and imported in rooms)
    }
    assert crossings == set()


WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is not here")
        return None

sys.meta_path.insert(0, NoQt())
try:
    import PySide6
except ImportError:
    pass
else:
    sys.exit("Qt could be imported")
for name in ("scripts_library", "coach", "data", "ui.terminal"):
    package = importlib.import_module(name)
    print(name)
    for found in pkgutil.walk_packages(package.__path__, name + "."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
            print(found.name)
"""


def test_all_below_the_window_and_the_commands_live_without_qt(repository: Path, our_code: list[Path]) -> None:
    imported = python(repository, "-c", WITHOUT_QT)
    assert imported.returncode == 0, imported.stderr
    below = [repository / folder for folder in ("scripts_library", "coach", "data", "ui/terminal")]
    rooms = {
        ".".join(file.relative_to(repository).with_suffix("").parts).removesuffix(".__init__")
        for file in our_code
        if any(file.is_relative_to(folder) for folder in below) and file.stem != "__main__"
    }
    assert rooms == set(imported.stdout.split())


def test_what_is_said_and_what_it_means_never_ask_the_clock(repository: Path, our_code: list[Path]) -> None:
    asked = [
        f"{file.relative_to(repository)}:{node.lineno}"
        for file in our_code
        if file.is_relative_to(repository / "coach") or file.is_relative_to(repository / "scripts_library")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow")
        and ast.unparse(node.value).rpartition(".")[2] in ("datetime", "date")
    ]
    assert asked == []


# Rooms


def test_no_room_outgrows_one_idea(repository: Path, our_files: list[Path]) -> None:
    rooms = [
        file
        for file in our_files
        if (file.suffix in (".py", ".sh") or file.name == "Makefile") and not file.is_relative_to(repository / "tests")
    ]
    lengths = {file.relative_to(repository): len(file.read_text(encoding="utf-8").splitlines()) for file in rooms}
    assert lengths
    assert {file: length for file, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_room_says_in_two_lines_at_most_what_lives_there(repository: Path, our_code: list[Path]) -> None:
    wordless = []
    for file in our_code:
        tree = tree_of(file)
        said = ast.get_docstring(tree)
        if tree.body and (not said or len(said.splitlines()) > 2):
            wordless.append(str(file.relative_to(repository)))
    assert wordless == []


def test_what_is_said_of_a_thing_begins_with_whole_sentences(repository: Path, our_code: list[Path]) -> None:
    broken_off = [
        f"{file.relative_to(repository)}:{node.body[0].lineno}"
        for file in our_code
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and (said := ast.get_docstring(node)) is not None
        and not said.partition("\n\n")[0].endswith((".", "?"))
    ]
    assert broken_off == []


def test_nothing_is_exempted_or_left_for_later(repository: Path, our_code: list[Path]) -> None:
    found = [
        f"{file.relative_to(repository)}:{number}: {line.strip()}"
        for file in our_code
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if EXEMPTION.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "import os  # no" + "qa: F401",
        "x = y  # type: " + "ignore[arg-type]",
        "# TO" + "DO: later",
        "raise NotImplemented" + "Error",
    ],
)
def test_an_exemption_would_be_found(line: str) -> None:
    assert EXEMPTION.search(line)


def test_no_room_is_a_drawer(repository: Path, our_code: list[Path]) -> None:
    drawers = [
        str(file.relative_to(repository))
        for file in our_code
        if DRAWERS & {part.strip("_") for part in file.relative_to(repository).with_suffix("").parts}
    ]
    assert drawers == []
    classes = [
        f"{file.relative_to(repository)}: {node.name}"
        for file in our_code
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef) and DRAWER_CLASS.search(node.name)
    ]
    assert classes == []


# Sentences


def placeholders(text: str) -> set[str]:
    """The names between braces; a brace without a name is shown as it stands, so that it is seen."""
    return {name or "{}" for _, name, _, _ in Formatter().parse(text) if name is not None}


def catalogue(file: Path) -> dict[str, str]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def catalogues(repository: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for file in sorted((repository / folder).rglob("sentences/*.toml")):
            yield ".".join(file.parent.parent.relative_to(repository).parts), file


def test_both_languages_say_the_same_sentences(repository: Path) -> None:
    seen = {file for _, file in catalogues(repository)}
    assert seen
    for sentences in {file.parent for file in seen}:
        assert {file.name for file in seen if file.parent == sentences} == {"en.toml", "zh.toml"}
        english, chinese = catalogue(sentences / "en.toml"), catalogue(sentences / "zh.toml")
        assert english.keys() == chinese.keys(), sentences
        for code, text in english.items():
            place = f"{sentences.relative_to(repository)}: {code}"
            assert text.strip(), place
            assert chinese[code].strip(), place
            assert placeholders(text) == placeholders(chinese[code]), place
            assert all(name.isidentifier() for name in placeholders(text)), place


def is_sentence(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Sentence"


def test_every_sentence_that_the_code_says_is_written_and_gets_its_values(
    repository: Path, our_code: list[Path]
) -> None:
    written = {
        f"{package}:{code}": placeholders(text)
        for package, file in catalogues(repository)
        for code, text in catalogue(file).items()
    }
    said, amiss = 0, []
    for file in our_code:
        for node in ast.walk(tree_of(file)):
            if file.is_relative_to(repository / "tests") or not is_sentence(node):
                continue
            said += 1
            place = f"{file.relative_to(repository)}:{node.lineno}"
            # A code put together while the program runs is said by the tests of its package.
            match node.args:
                case [ast.Constant(value=str(code))] if code not in written:
                    amiss.append(f"{place}: {code} is not written")
                case [ast.Constant(value=str(code))]:
                    given = {keyword.arg for keyword in node.keywords}
                    if None not in given and written[code] != given:
                        amiss.append(f"{place}: {code} wants {sorted(written[code])}")
    assert amiss == []
    assert said
