"""The program from the shell: which face it shows, and the tour that it plays where nothing can be seen."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

STOPS = """
import os, runpy, signal, sys

class Stops:
    def find_spec(self, name, path=None, target=None):
        if name == loading:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

loading, *sys.argv = sys.argv[1:]
sys.modules.pop(loading, None)
sys.meta_path.insert(0, Stops())
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def begun(repository: Path, home: Path, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """The program, begun with nothing of this user's around it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    alone = {**kept, "HOME": str(home), "LANG": "en_US.UTF-8", "PYTHONUTF8": "1", **environment}
    command = [sys.executable, "-W", "error", str(repository / "main.py"), *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=home, env=alone, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def started(repository: Path, home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What came of the program once it has ended."""
    program = begun(repository, home, *arguments, **environment)
    out, err = program.communicate(timeout=120)
    return subprocess.CompletedProcess(program.args, program.returncode, out, err)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display may be missing")
@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "没有可以显示窗口的屏幕"),
        ({"DISPLAY": ":99"}, "No window can be opened on :99"),
        ({"WAYLAND_DISPLAY": "wayland-9", "LANG": "zh_CN.UTF-8"}, "wayland-9"),
        ({"QT_QPA_PLATFORM": "nosuch"}, "nosuch"),
    ],
)
def test_without_a_display_it_says_so_and_plays_the_tour(
    repository: Path, tmp_path: Path, environment: dict[str, str], told: str
) -> None:
    toured = started(repository, tmp_path, **environment)
    assert (toured.returncode, toured.stderr) == (0, "")
    lines = toured.stdout.splitlines()
    assert told in lines[0]
    assert environment.keys() == {"DISPLAY"} or told not in "".join(lines[1:])
    whole = toured.stdout
    for told in ("没时间", "约到", "和平路八号三楼", "工作态度", "100"):
        assert told in whole
    pictures = sorted((tmp_path / "build" / "tour").glob("*.png"))
    for page in ("today", "call-dialling", "call-objection", "call-recap", "call-ending", "review", "scores"):
        for theme in ("light", "dark"):
            assert any(f"-{page}-{theme}" in picture.name for picture in pictures), f"{page} {theme}"
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
    assert not list(tmp_path.rglob("*.db"))


def test_a_command_is_a_command(repository: Path, tmp_path: Path) -> None:
    assert started(repository, tmp_path, "db", "path").stdout.strip().endswith("book.db")
    misused = started(repository, tmp_path, "nonsense")
    assert (misused.returncode, len(misused.stderr.splitlines())) == (2, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
@pytest.mark.parametrize("database", [os.fsdecode(b"\xff.db"), "x" * 300, "ring.db", "a\nb.db"])
def test_a_database_that_can_be_no_file_opens_no_window(repository: Path, tmp_path: Path, database: str) -> None:
    (tmp_path / "ring.db").symlink_to("ring.db")
    refused = started(repository, tmp_path, HUASHU_DB=database, QT_QPA_PLATFORM="offscreen")
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (2, "", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Linux and macOS have them")
@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("seconds", [0.0, 0.1, 1.0])
def test_ctrl_c_closes_the_window_as_its_own_button_does(repository: Path, tmp_path: Path, seconds: float) -> None:
    database = tmp_path / "book.db"
    assert started(repository, tmp_path, "customers", "add", "王伟", HUASHU_DB=str(database)).returncode == 0
    window = begun(repository, tmp_path, HUASHU_DB=str(database), QT_QPA_PLATFORM="offscreen")
    lock = tmp_path / "book.db.lock"
    while not lock.exists() and window.poll() is None:
        time.sleep(0.005)
    time.sleep(seconds)
    window.send_signal(signal.SIGINT)
    out, err = window.communicate(timeout=60)
    assert (window.returncode, out) == (0, "")
    assert "Traceback" not in err
    assert not lock.exists()
    assert not database.with_name("book.db-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Linux and macOS have them")
@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize(
    ("loading", "arguments"),
    [
        ("ui.terminal.program", ["play"]),
        ("click", ["play"]),
        ("coach.call", ["play"]),
        ("pathlib", []),
    ],
)
def test_ctrl_c_stops_what_is_still_being_loaded(
    repository: Path, tmp_path: Path, loading: str, arguments: list[str]
) -> None:
    command = [sys.executable, "-W", "error", "-c", STOPS, loading, str(repository / "main.py"), *arguments]
    environment = {**os.environ, "LANG": "en_US.UTF-8", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    stopped = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (130, "", "Stopped. What was kept stays kept.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Linux and macOS have them")
@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("loading", ["PySide6.QtWidgets", "ui.app", "sqlcipher3"])
def test_ctrl_c_while_the_window_is_being_loaded_ends_it_without_a_word(
    repository: Path, tmp_path: Path, loading: str
) -> None:
    """PySide6 loses what is raised while it is being loaded, and goes on, or aborts with a trace."""
    command = [sys.executable, "-W", "error", "-c", STOPS, loading, str(repository / "main.py")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(repository)}
    stopped = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (-signal.SIGINT, "", "")
