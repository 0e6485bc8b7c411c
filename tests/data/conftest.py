"""A real book on disk for each test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.book import Book
from data.customer import Customer
from data.person import Person
from tests.data.floor import Files
from tests.strategies.small import BEGINS


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Where the book of a test lies."""
    return Files.under(tmp_path)


@pytest.fixture
def in_a_child(repository: Path) -> Callable[[str, Path], list[str]]:
    """Do something of `in_a_child` in a program of its own; the lines that it says."""

    def does(command: str, folder: Path) -> list[str]:
        run = [sys.executable, "-m", "tests.data.in_a_child", command, str(folder)]
        done = subprocess.run(run, cwd=repository, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return does


@pytest.fixture
def book(files: Files) -> Iterator[Book]:
    """A new book, opened as its owner."""
    made, _ = files.create()
    with made:
        yield made


@pytest.fixture
def agent(book: Book) -> Person:
    """Somebody who makes calls."""
    return book.add_person(name="陈静", number="101", at=BEGINS)


@pytest.fixture
def customer(book: Book) -> Customer:
    """Somebody to call."""
    return book.add_customer(
        name="李志明", called="李先生", phone="13812345678", referrer="李大为", city="苏州", notes="下午方便", at=BEGINS
    )
