"""The scales themselves: what weighs the same reads 1, twice as much reads 2, and too much is refused."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figure, ratio, table
from tests.benchmarks.side_by_side import SideBySide, Spread, side_by_side


def appending(path: Path, times: int) -> Callable[[int], float]:
    def append(_round: int) -> float:
        started = time.perf_counter()
        with path.open("ab", buffering=0) as file:
            for _ in range(times):
                file.write(b"x" * 4096)
                os.fdatasync(file.fileno())
        return time.perf_counter() - started

    return append


def test_the_same_beside_itself_weighs_the_same(workshop: Path) -> None:
    sides = side_by_side(appending(workshop / "a", 1), appending(workshop / "b", 1), rounds=200, warm_up=20)
    assert sides.ratio == pytest.approx(1, abs=0.1)


def test_twice_as_much_weighs_twice_as_much(workshop: Path) -> None:
    sides = side_by_side(appending(workshop / "a", 2), appending(workshop / "b", 1), rounds=200, warm_up=20)
    assert sides.ratio == pytest.approx(2, abs=0.25)


def test_each_goes_first_every_second_time_and_the_warm_up_does_not_count() -> None:
    went: list[str] = []

    def noted(which: str, seconds: float) -> Callable[[int], float]:
        def go(_round: int) -> float:
            went.append(which)
            return seconds if len(went) > 4 else 1000.0

        return go

    sides = side_by_side(noted("ours", 3.0), noted("other", 2.0), rounds=4, warm_up=2)
    assert went == ["ours", "other", "other", "ours"] * 3
    assert sides == SideBySide((3.0,) * 4, (2.0,) * 4)
    assert (sides.ratio, sides.noise) == (1.5, 0)


def test_a_figure_beyond_its_limit_does_not_hold() -> None:
    sides = SideBySide((2.0, 2.2, 1.9, 2.1), (1.0, 1.0, 1.1, 0.9))
    held, broken = (ratio("a step", sides, limit=limit, detail="with words") for limit in (2.1, 2.0))
    assert (held.holds, broken.holds) == (True, False)
    lines = list(table([held, broken]))
    assert "TOO MUCH: with words" in lines[2]
    assert "TOO MUCH" not in lines[1]
    assert [line.index("≤") for line in lines[1:]] == [lines[1].index("≤")] * 2


def test_half_of_the_rounds_lie_between_the_quartiles() -> None:
    assert Spread.of([5.0, 1.0, 3.0, 2.0, 4.0]) == Spread(2.0, 3.0, 4.0)
    figure = Figure("x", 99.94, 100, Spread(90, 99.94, 101), 0.01, 5, "", unit="ms")
    assert "99.9 ms" in list(table([figure]))[1]
