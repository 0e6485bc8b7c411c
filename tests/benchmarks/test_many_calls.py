"""Ending a call where a million are kept, beside ending one where a thousand are: no score ever rereads history."""

import time
from collections.abc import Callable
from pathlib import Path

from data.book import Book
from tests.benchmarks.figures import Figure, milliseconds, ratio
from tests.benchmarks.many_calls import many_days, one_day
from tests.benchmarks.side_by_side import side_by_side
from tests.shipped_calls import open_book, shipped_calls

LIMIT = 1.2
A_DAY = 1000  # calls
DAYS = 1000
ROUNDS = 150


def test_ending_a_call_with_a_million_kept(workshop: Path, holds: Callable[[Figure], None]) -> None:
    one_day(workshop / "few", A_DAY)
    many_days(workshop / "few", workshop / "many", DAYS)
    with open_book(workshop / "many") as many, open_book(workshop / "few") as few:
        assert kept_in(many) == DAYS * A_DAY == DAYS * kept_in(few)
        sides = side_by_side(lambda _: finished(many), lambda _: finished(few), rounds=ROUNDS, warm_up=10)
        assert kept_in(many) == DAYS * A_DAY + ROUNDS + 10
    size = (workshop / "many" / "book.db").stat().st_size / 1e9
    detail = f"{milliseconds(sides.usual_ours)} beside {milliseconds(sides.usual_other)}; {size:.1f} GB"
    holds(ratio("ending a call, 1,000,000 kept ÷ 1,000", sides, limit=LIMIT, detail=detail))


def kept_in(book: Book) -> int:
    """How many finished calls a book has."""
    row = book._store.row("SELECT count(*) FROM facts")
    assert row is not None
    return int(row[0])


def finished(book: Book) -> float:
    """The seconds that the last event of a call takes: the outcome, the facts, all three sums and a promise."""
    call = shipped_calls()[0]
    customer = book.customers(limit=1)[0]
    kept = book.start_call(release=call.release, at=call.dialled.at, customer=customer, names=call.names)
    for event in call.events[1:-1]:
        kept = book.keep(kept, event)
    started = time.perf_counter()
    book.keep(kept, call.events[-1])
    return time.perf_counter() - started
