"""The terminal as a person types it: a real database in a folder of its own, real output."""

import io
from pathlib import Path

import pytest

from tests.ui.terminal.typed import Huashu, Typed
from ui.terminal.program import run
from ui.toured import Toured


@pytest.fixture
def huashu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Huashu:
    """Types a command: `huashu("play", "insurance-appointment", typed="1\\n2\\n")`."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for name in ("HUASHU_DB", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: object, typed: str = "") -> Typed:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run([str(argument) for argument in arguments], window=_window, tour=_tour)
        out, err = capsys.readouterr()
        return Typed(code, out, err)

    return command


def _window(database: Path | None) -> int:
    raise AssertionError(f"a command opened the window on {database}")


def _tour(folder: Path, language: str) -> Toured:
    raise AssertionError(f"a command played the tour into {folder} in {language}")
