"""What is right is left in peace: the examples of the format, and everything that ships."""

from pathlib import Path

import pytest

from scripts_library.check import problems
from scripts_library.shelf import read_files, shelves

FOLDERS = ("tests/scripts_library/examples", "scripts_library/library")


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_is_nothing_to_find(folder: str, repository: Path) -> None:
    readings = read_files([repository / folder])
    assert len(readings) >= 3
    for reading, shelf in zip(readings, shelves(readings), strict=True):
        assert reading.document is not None, reading.faults
        assert [problem.in_language("en") for problem in problems(reading.document, shelf)] == []
