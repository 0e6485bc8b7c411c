"""Where a player is let play under strace: its system calls listed, or killed or refused at a chosen one."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.faults.player import Task

# All by which the store writes, makes durable, shortens, names and removes. Reading is left out: nothing is at stake.
WRITES = (
    *("write", "pwrite64", "pwritev", "pwritev2", "fallocate", "ftruncate", "truncate"),
    *("fsync", "fdatasync", "sync_file_range", "msync"),
    *("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat"),
)
_HOLDS_SECONDS = 10.0
_NAME = re.compile(r"^(?:\d+ +)?(\w+)\(")


@dataclass(frozen=True, slots=True)
class Place:
    """One system call of a play: the `number`th of its kind, counted from 1."""

    system_call: str
    number: int


class Stage:
    """Players ready to play, each in a process of its own."""

    def __init__(self, repository: Path) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.player"],
            cwd=repository,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def close(self) -> None:
        """No more plays."""
        if self._server.stdin is not None and self._server.stdout is not None:
            self._server.stdin.close()
            self._server.wait()
            self._server.stdout.close()

    def places(self, task: Task, log: Path) -> list[Place]:
        """Every write and every sync of an undisturbed play, in their order."""
        code = self._play(task, ["-o", str(log), "-e", f"trace={','.join(WRITES)}"])
        assert code == 0, f"an undisturbed play ended with {code}"
        found: Counter[str] = Counter()
        places = []
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            named = _NAME.match(line)
            if named is not None:
                found[named[1]] += 1
                places.append(Place(named[1], found[named[1]]))
        return places

    def undisturbed(self, task: Task) -> bool:
        """Whether a play came to its end."""
        child = self._asked(msgspec.json.encode(task).decode())
        os.kill(child, signal.SIGCONT)
        return self._heard() == 0

    def killed(self, task: Task, place: Place) -> bool:
        """Whether a play was killed as it came to a place; it may have ended before."""
        return self._disturbed(task, place, "signal=SIGKILL") == -signal.SIGKILL

    def refused(self, task: Task, place: Place, error: str) -> int:
        """The exit code of a play in which one system call was refused with an error (`ENOSPC`, `EIO` …)."""
        return self._disturbed(task, place, f"error={error}")

    def _disturbed(self, task: Task, place: Place, how: str) -> int:
        what = f"inject={place.system_call}:{how}:when={place.number}"
        return self._play(task, ["-o", os.devnull, "-e", f"trace={place.system_call}", "-e", what])

    def _play(self, task: Task, strace: list[str]) -> int:
        child = self._asked(msgspec.json.encode(task).decode())
        with _held(child, strace):
            os.kill(child, signal.SIGCONT)
            return self._heard()

    def _asked(self, line: str) -> int:
        assert self._server.stdin is not None
        self._server.stdin.write(line + "\n")
        self._server.stdin.flush()
        return self._heard()

    def _heard(self) -> int:
        assert self._server.stdout is not None
        return int(self._server.stdout.readline())


@contextmanager
def _held(child: int, strace: list[str]) -> Iterator[None]:
    """While strace has hold of a child that stands still."""
    holder = subprocess.Popen(["strace", "-q", "-f", "-p", str(child), *strace], stderr=subprocess.DEVNULL)
    try:
        patience = time.monotonic() + _HOLDS_SECONDS
        while not _is_held(child):
            if time.monotonic() > patience or holder.poll() is not None:
                raise AssertionError("strace did not take hold of the player")
            time.sleep(0.001)
        yield
    finally:
        holder.wait()


def _is_held(child: int) -> bool:
    status = Path(f"/proc/{child}/status").read_text(encoding="ascii")
    return "TracerPid:\t0\n" not in status
