"""What the benchmarks share: the figures of the run, shown together when it ends, and a place on a real disk."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figure, table

FIGURES = pytest.StashKey[list[Figure]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    figures = config.stash[FIGURES]
    if figures:
        terminalreporter.section("how quick it is")
        for line in table(figures):
            terminalreporter.write_line(line)


@pytest.fixture
def holds(pytestconfig: pytest.Config) -> Callable[[Figure], None]:
    """Notes a figure for the table, and fails where it is beyond its limit."""

    def note(figure: Figure) -> None:
        pytestconfig.stash[FIGURES].append(figure)
        assert figure.holds, "\n".join(table([figure]))

    return note


@pytest.fixture
def workshop(repository: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder under `build/`, on the checkout's own disk (temporary folders may be in memory); removed after."""
    folder = repository / "build" / "benchmarks" / request.node.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder)
