"""Whatever a running call asks is found by its key, so that a million calls kept cost what a thousand cost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from coach.events import Amended
from data.book import Book
from data.customer import Customer
from tests.data.floor import appointed, begun, called_back, later, talked, unanswered, version
from tests.strategies.small import BEGINS, SMALL, at

ASKS = ("SELECT", "UPDATE", "DELETE", "INSERT")


@contextmanager
def asked(book: Book) -> Iterator[list[str]]:
    """Every statement that the book runs meanwhile, with its values in it."""
    driver: Any = book._store._connection
    statements: list[str] = []
    driver.set_trace_callback(statements.append)
    try:
        yield statements
    finally:
        driver.set_trace_callback(None)


def scans(book: Book, statements: list[str]) -> set[str]:
    """The steps of their plans that read a whole table or index."""
    plans = {
        step[3]
        for statement in statements
        if statement.startswith(ASKS)
        for step in book._store.rows(f"EXPLAIN QUERY PLAN {statement}")
    }
    return {step for step in plans if step.startswith("SCAN") and step != "SCAN CONSTANT ROW"}


def _whole_calls(book: Book, customer: Customer) -> None:
    made = called_back(book, begun(book, customer=customer), due="2026-01-05 15:00")
    appointed(book, begun(book, customer=customer, at=at(900)), day="2026-01-08", hour="15:00")
    unanswered(book, begun(book, customer=customer, at=at(18_000)))
    book.keep(made, Amended(at=later(made, 60), by="", reason="打错了", outcome="refused"))
    stopped = talked(book, begun(book, customer=customer, at=at(19_000)), outcome="stop")
    book.keep(stopped, Amended(at=later(stopped, 60), by="", reason="没说", outcome="refused"))


def _empty_number(book: Book, customer: Customer) -> None:
    release = book.publish(version(SMALL, "empty", empty_number="no-answer"), at=BEGINS)
    unanswered(book, begun(book, customer=customer, release=release), why="empty-number")


def _customers(book: Book, customer: Customer) -> None:
    book.add_customer(name="王伟", phone="13900001111", at=at(1))
    book.change_customer(customer)
    book.customer_with_phone("13900001111")
    book.stop_calling(customer.id, at=at(2))
    book.erase_customer(customer.id, at=at(3))


def _logs(book: Book, customer: Customer) -> None:
    kept = talked(book, begun(book, customer=customer))
    book.open_calls()
    book.call(kept.id)
    book.facts(kept.id)
    book.newest_release("small")
    book.calls(customer=customer.id)
    book.calls(agent=book.me.id, before=kept.id)
    book.promises(now=at(0), first=BEGINS.date())
    book.sums(book.me.id, BEGINS.date(), BEGINS.date())
    book.facts_of(book.me.id, BEGINS.date(), BEGINS.date())


def _due(book: Book, customer: Customer) -> None:
    called_back(book, begun(book, customer=customer), due="2026-01-05 15:00")
    talked(book, begun(book, at=at(18_000)))
    book.callbacks_to_make(now=at(20_000))
    book.promise_sums(book.me.id, BEGINS.date(), BEGINS.date(), now=at(20_000))


@pytest.mark.parametrize("does", [_whole_calls, _empty_number, _customers, _logs, _due])
def test_by_key(book: Book, customer: Customer, does: Callable[[Book, Customer], None]) -> None:
    with asked(book) as statements:
        does(book, customer)
    assert len(statements) > 10
    assert scans(book, statements) == set()


def test_a_search_through_everything_would_be_seen(book: Book) -> None:
    with asked(book) as statements:
        book.find_customers("王")
        book.calls(outcome="refused")
    assert scans(book, statements) >= {"SCAN customers", "SCAN calls"}
