"""A step of the walking engine, words and replies included, beside inkjs on a story of the same shape."""

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from coach.call import Call
from coach.events import AnyEvent, Filled, Heard, Raised, WentOn
from coach.offers import line, offers, says
from scripts_library.expressions import Text, plain, words
from scripts_library.script import Step
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.inkjs.story import GOES_ON, card_knot, names_of, story, variable
from tests.benchmarks.side_by_side import side_by_side
from tests.shipped_calls import ShippedCall, shipped_calls

SCRIPT = "insurance-appointment"
LIMIT = 0.5
TIMES = 5
VERSION = "2.4.0"
_WALKED = (Heard, WentOn, Raised, Filled)


class Inkjs:
    """inkjs in Node, asked one line at a time."""

    def __init__(self, node: str, installed: Path) -> None:
        runner = Path(__file__).with_name("runner.cjs")
        self._node = subprocess.Popen(
            [node, str(runner), str(installed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def asked(self, **question: Any) -> Any:
        """Its answer to a question."""
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps(question) + "\n")
        self._node.stdin.flush()
        answered = json.loads(self._node.stdout.readline())
        assert "error" not in answered, answered["error"]
        return answered["answer"]

    def close(self) -> None:
        """Let Node go."""
        self._node.communicate()


@pytest.fixture
def inkjs(repository: Path) -> Iterator[Inkjs]:
    """inkjs, installed under `build/` by its name at the version of these figures."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("no Node here, so nothing to walk beside")
    folder = repository / "build" / "benchmarks" / "inkjs"
    if not (folder / "node_modules" / "inkjs" / "package.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        install = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), f"inkjs@{VERSION}"]
        installed = subprocess.run(install, check=False, capture_output=True, encoding="utf-8")
        if installed.returncode:
            pytest.skip(f"npm could not install inkjs: {installed.stderr.strip()[-200:]}")
    asked = Inkjs(node, folder)
    yield asked
    asked.close()


@dataclass(frozen=True, slots=True)
class Walk:
    """One call as both walk it, from the first line on: what is heard, raised and filled.

    `names` are the values that it begins with and `moves` the same events, as ink is told.
    """

    begins: Call
    events: tuple[AnyEvent, ...]
    names: dict[str, str]
    moves: tuple[dict[str, Any], ...]

    @property
    def steps(self) -> int:
        """The moves after which something new is said."""
        return sum(not isinstance(event, Filled) for event in self.events)


def test_a_walking_step(inkjs: Inkjs, holds: Callable[[Figure], None]) -> None:
    walks = [walk for call in shipped_calls() if call.campaign.startswith(SCRIPT) for walk in _walks(call)]
    told = [{"names": walk.names, "moves": walk.moves} for walk in walks]
    assert len(walks) >= 8
    steps = sum(walk.steps for walk in walks)
    assert steps >= 80
    node = inkjs.asked(ask="compile", source=story(walks[0].begins.release))
    for walk, ink in zip(walks, told, strict=True):
        assert inkjs.asked(ask="words", walk=ink) == [*_said(walk)]

    # Several times in one round: both are fast only once what they need is at hand again after the other's turn.
    def ours(_round: int) -> float:
        return sum(_walked(walk) for _ in range(TIMES) for walk in walks) / TIMES / steps

    def theirs(_round: int) -> float:
        return float(inkjs.asked(ask="time", walks=told * TIMES)) / 1e9 / TIMES / steps

    sides = side_by_side(ours, theirs, rounds=60, warm_up=20)  # by then both have compiled what they will
    detail = f"{milliseconds(sides.usual_ours)} beside {milliseconds(sides.usual_other)}; Node {node}, inkjs {VERSION}"
    holds(ratio("walking step with its words ÷ inkjs", sides, limit=LIMIT, detail=detail))


def _walks(shipped: ShippedCall) -> Iterator[Walk]:
    """The walk of a call, if ink can take it: no going back or jumping, one card at a time, ending with a line."""
    stages = [stage for stage in shipped.stages if stage.phase == "talking"]
    events = tuple(stage.trail[-1] for stage in stages[1:])
    if not stages or not all(isinstance(event, _WALKED) for event in events):
        return
    lands = [stage.path[-1] for stage in stages]
    if any(len(point.position.cards) > 1 or (point.position.ends and not point.entered) for point in lands):
        return
    release = shipped.release
    begins = stages[0]
    names = {variable(name): text for name in names_of(release) if (text := _spoken(begins, name))}
    moves = tuple(_move(before, after) for before, after in pairwise(stages))
    yield Walk(begins, events, names, moves)


def _move(before: Call, after: Call) -> dict[str, Any]:
    match after.trail[-1]:
        case Raised(card=card):
            return {"enters": card_knot(card)}
        case Filled(name=name):
            return {"fills": {variable(name): _spoken(after, name)}}
        case Heard(reply=reply, sets=sets):
            hears = plain(offers(before)[reply - 1].hears)
            return {"hears": hears, "sets": {variable(name): _spoken(after, name) for name in sets}}
        case _:
            return {"hears": GOES_ON, "sets": {}}


def _spoken(call: Call, name: str) -> str:
    said = words(f"{{{{ {name} }}}}").pieces(call.knows, call.release.script.language)
    return plain(said) if all(isinstance(piece, Text) for piece in said) else ""


def _walked(walk: Walk) -> float:
    """The seconds that a walk takes, with the words and the replies as they are painted after each step."""
    started = time.perf_counter()
    call = walk.begins
    for event in walk.events:
        call = call.then(event)
        if not isinstance(event, Filled):
            says(call)
            offers(call)
    return time.perf_counter() - started


def _said(walk: Walk) -> Iterator[list[Any] | None]:
    """All words and open replies of a walk, as ink should say them; None where something is filled."""
    call = walk.begins
    yield _shown(call)
    for event in walk.events:
        call = call.then(event)
        yield None if isinstance(event, Filled) else _shown(call)


def _shown(call: Call) -> list[Any]:
    step = line(call)
    heard = [plain(offered.hears) for offered in offers(call) if offered.why is None]
    on = [GOES_ON] if isinstance(step, Step) and step.goto is not None else []
    return [plain(says(call)), on + heard]
