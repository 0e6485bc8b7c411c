"""The program from the shell: which face it shows, and the tour that it plays where nothing can be seen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def started(repository: Path, home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program, started with nothing of this user's around it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    alone = {**kept, "HOME": str(home), "LANG": "en_US.UTF-8", "PYTHONUTF8": "1", **environment}
    command = [sys.executable, "-W", "error", str(repository / "main.py"), *arguments]
    return subprocess.run(command, cwd=home, env=alone, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a display may be missing")
@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_without_a_display_it_says_so_and_plays_the_tour(repository: Path, tmp_path: Path, language: str) -> None:
    toured = started(repository, tmp_path, LANG=language)
    assert toured.returncode == 0, toured.stderr
    lines = toured.stdout.splitlines()
    assert {"zh": "屏幕", "en": "display"}[language[:2]] in lines[0]
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
