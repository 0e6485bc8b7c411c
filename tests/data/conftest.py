"""A real book on disk for each test."""

from collections.abc import Iterator
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
