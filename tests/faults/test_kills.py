"""A call that is killed at any of its writes and syncs loses nothing that was said to be kept, and goes on."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.faults.player import Task
from tests.faults.stage import Place, Stage
from tests.faults.verdict import said_kept, wrongs
from tests.shipped_calls import shipped_calls

RANDOM_KILLS = 1000
LONGEST = 0  # the place of the longest call among those that ship


def test_at_every_write_and_sync_of_a_whole_call(
    stage: Stage, fresh: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    places = stage.places(task(copied(fresh, tmp_path / "counted")), tmp_path / "log")
    assert len(places) >= 150
    events = len(shipped_calls()[LONGEST].events)
    assert said_kept(tmp_path / "counted").popitem()[1] == events

    kept = 0
    for number, place in enumerate(places):
        folder = copied(fresh, tmp_path / f"killed-{number}")
        assert stage.killed(task(folder), place), place
        assert wrongs(folder) == [], place
        kept += sum(said_kept(folder).values())
        assert stage.undisturbed(Task(folder=str(folder), calls=())), place
        assert wrongs(folder, ended=True) == [], place
        shutil.rmtree(folder)
    assert kept >= 5 * len(places)
    tell(f"killed at each of {len(places)} writes and syncs of one call: of {kept} steps said to be kept none was lost")


def test_at_random_ones_of_many_calls_on_one_book(
    stage: Stage, fresh: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    """Each time the calls that were cut off go on, and new ones follow, so that faults add up if there are any."""
    chance = random.Random(20261123)
    folder = copied(fresh, tmp_path / "one")
    places = stage.places(task(copied(fresh, tmp_path / "counted")), tmp_path / "log")
    kinds = [place.system_call for place in places]
    killed = since = 0
    while killed < RANDOM_KILLS:
        kind = chance.choice(kinds)
        place = Place(kind, chance.randint(1, kinds.count(kind)))
        calls = tuple(chance.randrange(len(shipped_calls())) for _ in range(4))
        killed += stage.killed(Task(folder=str(folder), calls=calls), place)
        assert wrongs(folder, since=since, count=False) == [], (killed, place)
        since = (folder / "kept").stat().st_size
    assert stage.undisturbed(Task(folder=str(folder), calls=()))
    assert wrongs(folder, ended=True) == []
    said = said_kept(folder)
    assert sum(said.values()) >= 5 * RANDOM_KILLS
    tell(f"killed {killed} times in {len(said)} calls on one book: of {sum(said.values())} steps none was lost")


def test_a_store_that_answers_before_it_has_kept_is_caught(
    stage: Stage, fresh: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    places = stage.places(task(copied(fresh, tmp_path / "counted")), tmp_path / "log")
    writes = [place for place in places if place.system_call == "pwrite64"][::4]
    assert len(writes) >= 20
    caught = 0
    for number, place in enumerate(writes):
        folder = copied(fresh, tmp_path / f"killed-{number}")
        assert stage.killed(task(folder, too_early=True), place)
        caught += bool(wrongs(folder))
    assert caught >= len(writes) // 2, f"{caught} of {len(writes)}"
    tell(f"a store that answers before it has kept: caught at {caught} of {len(writes)} kills")


def copied(fresh: Path, to: Path) -> Path:
    """A book of its own to be killed on."""
    shutil.copytree(fresh, to)
    return to


def task(folder: Path, *, too_early: bool = False) -> Task:
    """One whole call."""
    return Task(folder=str(folder), calls=(LONGEST,), too_early=too_early)
