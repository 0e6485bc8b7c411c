"""How long our window takes to be painted and take keys, its database open, and what memory it then needs: beside an
empty window of PySide6."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figure, ratio
from tests.benchmarks.side_by_side import SideBySide, side_by_side
from tests.shipped_calls import shipped_calls
from ui.clock import now
from ui.home import open_book

START_LIMIT = 1.4
MEMORY_LIMIT = 1.75
CALLS = 5
IDLE_SECONDS = 3.0
MB = 1024 * 1024


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What the windows are painted on: a screen of X where there is a virtual one, else none at all."""
    if shutil.which("Xvfb") is None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        yield "offscreen, for want of Xvfb"
        return
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    with os.fdopen(reads, encoding="ascii") as told:
        monkeypatch.setenv("DISPLAY", f":{told.readline().strip()}")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    yield "on Xvfb"
    server.terminate()
    server.wait()


@pytest.fixture
def database(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book that has been used: with what ships, and some calls of today."""
    for folder in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{folder}_HOME", str(workshop / folder.lower()))
    monkeypatch.setenv("HUASHU_DB", str(workshop / "book.db"))
    with open_book(workshop / "book.db", "林晓", at=now(), told=lambda _: None) as book:
        for call in shipped_calls()[:CALLS]:
            customer = book.add_customer(name="王伟", phone="13812345678", at=now())
            names = book.call_names(customer, now())
            kept = book.start_call(release=call.release, at=now(), customer=customer, names=names)
            book.end_interrupted(kept)
    return workshop / "book.db"


def started(which: str, idle_seconds: float, repository: Path) -> dict[str, float | str]:
    """What a child says of its start; its moments are in seconds since it was begun."""
    command = [sys.executable, "-m", "tests.benchmarks.started", which, str(idle_seconds)]
    begun = time.monotonic()
    # As on a user's machine: Python keeps what it has compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.run(command, cwd=repository, env=environment, check=False, capture_output=True, encoding="utf-8")
    assert child.returncode == 0, child.stderr[-2000:]
    told = json.loads(child.stdout.splitlines()[-1])
    return {**told, "painted": told["painted"] - begun, "free": told["free"] - begun}


def test_the_first_painted_window(
    database: Path, screen: str, repository: Path, holds: Callable[[Figure], None]
) -> None:
    assert started("ours", 0, repository)["takes_keys"] == "new_call"
    free: list[float] = []

    def ours(_round: int) -> float:
        told = started("ours", 0, repository)
        free.append(float(told["free"]))
        return float(told["painted"])

    def empty(_round: int) -> float:
        return float(started("empty", 0, repository)["painted"])

    sides = side_by_side(ours, empty, rounds=25, warm_up=2)
    least = [float(started("least", 0, repository)["painted"]) for _ in free]
    detail = (
        f"{screen}: {sides.usual_ours * 1000:.0f} ms beside {sides.usual_other * 1000:.0f} ms;"
        f" a line, a field and an open database take {statistics.median(least) * 1000:.0f} ms;"
        f" with all that follows the first paint ours takes {statistics.median(free) * 1000:.0f} ms"
    )
    holds(ratio("start to painted window ÷ empty window", sides, limit=START_LIMIT, detail=detail))


def test_the_memory_of_an_idle_window(
    database: Path, screen: str, repository: Path, holds: Callable[[Figure], None]
) -> None:
    told = [(started("ours", IDLE_SECONDS, repository), started("empty", IDLE_SECONDS, repository)) for _ in range(4)]
    ours, empty = zip(*told, strict=True)
    detail = f"{screen}: " + ", ".join(
        f"{name} {_usual(ours, name):.0f} beside {_usual(empty, name):.0f} MB" for name in ("resident", "share", "own")
    )
    sides = SideBySide(*(tuple(float(one["resident"]) for one in side) for side in (ours, empty)))
    holds(ratio("memory when idle ÷ empty window", sides, limit=MEMORY_LIMIT, detail=detail))


def _usual(told: tuple[dict[str, float | str], ...], name: str) -> float:
    return statistics.median(float(one[name]) for one in told) / MB
