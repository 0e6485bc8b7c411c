"""What the faults share: a stage where players are killed, a small disk, and why either is left out."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.stage import Stage


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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB in memory; skipped where mounting is not allowed."""
    folder = tmp_path / "small"
    folder.mkdir()
    _mounted(["-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)])
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _mounted(arguments: list[str]) -> None:
    if os.geteuid() != 0:
        pytest.skip("not root, so nothing can be mounted")
    tried = subprocess.run(["mount", *arguments], check=False, capture_output=True, encoding="utf-8")
    if tried.returncode:
        pytest.skip(f"nothing can be mounted here: {tried.stderr.strip()[-200:]}")
