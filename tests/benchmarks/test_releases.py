"""Loading what was published, as it is kept, beside making the same from the YAML of its script."""

import statistics
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from msgspec.structs import replace

from scripts_library.names import SAMPLE_NOW
from scripts_library.reading import read
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.shelf import shipped
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.side_by_side import SideBySide
from tests.shipped_calls import new_book, open_book

LIMIT = 1 / 30
RELEASES = 1000
ROUNDS = 20
FROM_YAML = 10  # a round: they take long enough to be steady
SHIPPED = files("scripts_library") / "library" / "scripts" / "insurance-appointment.yaml"


def test_a_thousand_releases(workshop: Path, holds: Callable[[Figure], None]) -> None:
    """From YAML the script is read, and made a release with cards and outcomes that are at hand already."""
    new_book(workshop).close()
    a_round = RELEASES // ROUNDS
    loaded, parsed, reading = [], [], []
    for first in range(0, RELEASES, a_round):
        scripts = [read_from_yaml(number) for number in range(first, first + FROM_YAML)]
        parsed.append(sum(read + resolved for read, resolved, _ in scripts) / FROM_YAML)
        reading.append(sum(read for read, _, _ in scripts) / FROM_YAML)
        releases = [release for _, _, release in scripts]
        releases += [like(releases[0], number) for number in range(first + FROM_YAML, first + a_round)]
        publish(workshop, releases)
        seconds, again = loaded_from_book(workshop, [release.digest for release in releases])
        loaded.append(seconds / a_round)
        assert again == releases
    sides = SideBySide(tuple(loaded), tuple(parsed))
    beside_reading = f"1/{statistics.median(reading) / sides.usual_ours:.0f} of reading the script alone"
    detail = f"{milliseconds(sides.usual_ours)} beside {milliseconds(sides.usual_other)} each; {beside_reading}"
    holds(ratio(f"{RELEASES} releases loaded ÷ from YAML", sides, limit=LIMIT, detail=detail))


def read_from_yaml(number: int) -> tuple[float, float, Release]:
    """A script like the shipped one, no two alike: the seconds to read it, those to make it a release, and that."""
    text = SHIPPED.read_text(encoding="utf-8").replace("id: insurance-appointment", f"id: script-{number}")
    started = time.perf_counter()
    script = read("script.yaml", text.encode()).document
    read_by = time.perf_counter()
    assert isinstance(script, Script)
    whole = release(script, shipped())
    return read_by - started, time.perf_counter() - read_by, whole


def like(whole: Release, number: int) -> Release:
    """Another release of the same make."""
    return replace(whole, script=replace(whole.script, id=f"script-{number}"), digest=f"of script-{number}")


def publish(folder: Path, releases: list[Release]) -> None:
    """Keeps them all in the book."""
    with open_book(folder) as book:
        for one in releases:
            book.publish(one, at=SAMPLE_NOW)


def loaded_from_book(folder: Path, digests: list[str]) -> tuple[float, list[Release]]:
    """The releases by their digests from a book just opened, and the seconds that it took."""
    with open_book(folder) as book:
        started = time.perf_counter()
        releases = [book.release(digest) for digest in digests]
        return time.perf_counter() - started, releases
