"""What the faults share: a stage where players are killed, a small disk, mounts, and why either is left out."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.stage import Stage
from tests.shipped_calls import new_book

Mount = Callable[..., None]
TOLD = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TOLD] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash[TOLD]:
        terminalreporter.section("what it went through")
        for line in config.stash[TOLD]:
            terminalreporter.write_line(line)


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Notes a line for the end of the run."""
    return pytestconfig.stash[TOLD].append


@pytest.fixture(scope="session")
def stage(repository: Path) -> Iterator[Stage]:
    """Players under strace; skipped where there is no strace, or where it may not take hold of a process."""
    if shutil.which("strace") is None:
        pytest.skip("no strace here, so no system call can be disturbed")
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True, encoding="utf-8")
    if tried.returncode:
        pytest.skip(f"strace may not trace here: {tried.stderr.strip()[-200:]}")
    players = Stage(repository)
    yield players
    players.close()


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book without a call, to be copied."""
    folder = tmp_path_factory.mktemp("fresh")
    new_book(folder).close()
    return folder


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts until the test ends, with the arguments of `mount`; skipped where that is not allowed."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("not root, or no mount here, so nothing can be mounted")
    places: list[str] = []

    def mounted(*arguments: str) -> None:
        tried = subprocess.run(["mount", *arguments], check=False, capture_output=True, encoding="utf-8")
        if tried.returncode:
            pytest.skip(f"mount {' '.join(arguments[:-1])}: {tried.stderr.strip()[-200:]}")
        if arguments[-1] not in places:
            places.append(arguments[-1])

    yield mounted
    for place in places:
        subprocess.run(["umount", place], check=True)


@pytest.fixture
def small_disk(mount: Mount, tmp_path: Path) -> Path:
    """A disk of 4 MB in memory."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder))
    return folder
