"""What the tests of the library share: the contract's three examples, read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts_library.document import Document
from scripts_library.reading import read
from scripts_library.shelf import Shelf, shelf_of

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(scope="session")
def examples() -> Mapping[str, Document]:
    """The examples of the format by kind."""
    readings = (read(path.name, path.read_bytes()) for path in sorted(EXAMPLES.glob("*.yaml")))
    return {reading.kind: reading.document for reading in readings if reading.kind and reading.document}


@pytest.fixture(scope="session")
def example_shelf(examples: Mapping[str, Document]) -> Shelf:
    """A shelf with the examples alone."""
    return shelf_of(examples.values())
