"""How long the whole check of a long script takes: what every publication waits for, and a trainer while typing."""

import time
from collections.abc import Callable

from msgspec.structs import replace

from coach.proof import problems
from scripts_library.script import Script
from scripts_library.shelf import shelf_of, shipped
from tests.benchmarks.figures import Figure
from tests.benchmarks.long_script import long_script
from tests.benchmarks.side_by_side import Spread

STEPS = 500
LIMIT = 100  # ms
ROUNDS = 20


def test_the_check_of_a_script_of_500_steps(holds: Callable[[Figure], None]) -> None:
    script = long_script(STEPS)
    assert len(script.steps) == STEPS
    assert found(script) == set()
    assert found(broken(script)) == {"HC601"}  # it is the whole check that is timed, and it does look
    taken = [timed(script) for _ in range(ROUNDS)]
    half = Spread.of(taken)
    noise = abs(Spread.of(taken[::2]).median / Spread.of(taken[1::2]).median - 1)
    detail = "with its plans, 8 must-says in order, the cards and outcomes that ship"
    holds(Figure(f"check of {STEPS} steps", half.median, LIMIT, half, noise, ROUNDS, detail, unit="ms"))


def timed(script: Script) -> float:
    """The milliseconds that the check takes."""
    shelf = shelf_of([script], below=shipped())
    started = time.perf_counter()
    problems(script, shelf)
    return (time.perf_counter() - started) * 1000


def found(script: Script) -> set[str]:
    """The codes of what the check finds."""
    return {problem.code for problem in problems(script, shelf_of([script], below=shipped()))}


def broken(script: Script) -> Script:
    """The same script with a must-say that a way to the end goes round."""
    steps = {**script.steps, "ask-9": replace(script.steps["ask-9"], must=True)}
    return replace(script, steps=steps)
