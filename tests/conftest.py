"""What tests of the whole repository share: where it lies and which files belong to it."""

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code; speed is measured in tests/benchmarks. In CI the examples are always the same.
settings.register_profile("untimed", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds main.py, the four folders and the tests."""
    return REPOSITORY


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C reaches what the test starts, also where whoever runs the tests has shut it out (`nohup`)."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def our_files(repository: Path) -> list[Path]:
    """Every file that is, or is about to be, part of the repository; nothing that .gitignore leaves out."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=repository,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    files = sorted(repository / name for name in listing.stdout.split("\0") if name)
    return [file for file in files if file.is_file()]
