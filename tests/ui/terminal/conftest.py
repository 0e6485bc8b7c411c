"""The terminal as a person types it: a real database in a folder of its own, real output."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from scripts_library.sentences import Sentence
from tests.ui.terminal.typed import Huashu, Program, Typed
from ui.clock import now
from ui.home import open_book
from ui.terminal.program import run
from ui.toured import Toured


@pytest.fixture
def huashu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Huashu:
    """Types a command: `huashu("play", "insurance-appointment", typed="1\\n2\\n")`."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LOGNAME", "林晓")  # who begins a database is its owner
    for name in ("HUASHU_DB", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: object, typed: str | bytes = "") -> Typed:
        given = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        code = run([str(argument) for argument in arguments], window=_window, tour=_tour)
        out, err = capsys.readouterr()
        return Typed(code, out, err)

    return command


@pytest.fixture
def begun(huashu: Huashu) -> str:
    """The recovery code of a database that is there, with nothing in it but what ships and its owner, number 1."""
    said: list[Sentence] = []
    with open_book(None, None, at=now(), told=said.append) as book:
        book.change_person(replace(book.me, number="1"))
    return str(said[0].values["code"])


def _window(database: Path | None) -> int:
    raise AssertionError(f"a command opened the window on {database}")


def _tour(folder: Path, language: str) -> Toured:
    raise AssertionError(f"a command played the tour into {folder} in {language}")


@pytest.fixture
def program(tmp_path: Path, repository: Path) -> Program:
    """Starts the program as a shell does, with nothing of this user's around it and its database in the test's folder.

    What is told of the environment, the input and the outputs goes to `subprocess.Popen`.
    """
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}

    def started(*arguments: object, environment: dict[str, str] | None = None, **more: Any) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-W", "error", str(repository / "main.py"), *map(str, arguments)]
        environ = {**kept, **home, "LANG": "en_US.UTF-8", "LOGNAME": "林晓", "PYTHONUTF8": "1", **(environment or {})}
        return subprocess.Popen(command, cwd=tmp_path, env=environ, **more)

    return started
