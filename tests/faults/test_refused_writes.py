"""A disk that refuses one write or one sync of a call, whichever it is: nothing is lost, and the same step is kept at
the second try."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.player import REFUSED, Task
from tests.faults.stage import Stage
from tests.faults.verdict import refused, wrongs


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EROFS"])
def test_every_write_and_sync_of_a_whole_call_refused(
    stage: Stage, fresh: Path, tmp_path: Path, error: str, tell: Callable[[str], None]
) -> None:
    whole = Task(folder=str(tmp_path / "counted"), calls=(0,))
    shutil.copytree(fresh, whole.folder)
    places = stage.places(whole, tmp_path / "log")
    assert len(places) >= 150
    tried_again = not_begun = 0
    for number, place in enumerate(places):
        folder = tmp_path / f"refused-{number}"
        shutil.copytree(fresh, folder)
        code = stage.refused(Task(folder=str(folder), calls=(0,)), place, error)
        assert code in (0, REFUSED), (place, code)
        assert wrongs(folder, ended=code == 0) == [], place
        tried_again += refused(folder)
        not_begun += code == REFUSED
        assert stage.undisturbed(Task(folder=str(folder), calls=())), place
        assert wrongs(folder, ended=True) == [], place
        shutil.rmtree(folder)
    # The rest are refused while the book is opened, the customer added and the call begun, or as the book is closed.
    assert tried_again >= len(places) // 2, (tried_again, not_begun, len(places))
    tell(f"{error} at each of {len(places)} writes and syncs: {tried_again} steps kept at the second try, none lost")


def test_a_player_that_goes_on_after_a_refusal_is_caught(
    stage: Stage, fresh: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    """The control: where nothing is tried again the same verdict finds what is lost."""
    whole = Task(folder=str(tmp_path / "counted"), calls=(0,))
    shutil.copytree(fresh, whole.folder)
    refusals = caught = 0
    for number, place in enumerate(stage.places(whole, tmp_path / "log")[::5]):
        folder = tmp_path / f"refused-{number}"
        shutil.copytree(fresh, folder)
        stage.refused(Task(folder=str(folder), calls=(0,), goes_on=True), place, "ENOSPC")
        refusals += refused(folder)
        caught += bool(refused(folder)) and wrongs(folder, ended=True) != []
        shutil.rmtree(folder)
    assert refusals >= 10
    assert caught == refusals
    tell(f"a player that goes on after a refusal: caught at {caught} of {refusals}")
