"""A quick start: Python's own import, no search for garbage until the window is painted."""

import os
import subprocess
import sys
from pathlib import Path

# Says whether a source was read when a module was loaded after Qt, and whether garbage is looked for.
LOADS = """
import gc, linecache, sys
if sys.argv[1] == "quick":
    from ui.quick_start import quicken
    quicken()
import PySide6.QtCore
from coach.facts import Facts
print(sys.modules[Facts.__module__].__file__ in linecache.cache, gc.isenabled())
from ui.quick_start import settle
settle()
print(gc.isenabled(), gc.get_freeze_count() > 10_000)
"""


def loads(how: str, repository: Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(repository)}
    command = [sys.executable, "-c", LOADS, how]
    return subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout.splitlines()


def test_no_source_is_read_and_no_garbage_looked_for_until_the_window_stands(repository: Path) -> None:
    assert loads("quick", repository) == ["False False", "True True"]


def test_qt_left_alone_reads_every_source(repository: Path) -> None:
    assert loads("plain", repository)[0] == "True True"  # else there is nothing to be quicker than
