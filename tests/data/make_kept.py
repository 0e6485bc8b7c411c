"""Makes the old database that later versions must open, once for each format, before it is released.
Run it by `python -m tests.data.make_kept tests/data/kept/format-1.db`."""

import sys
from pathlib import Path

from coach.events import Amended, Answered, Heard, Noted
from data.book import Book
from tests.data.floor import Files, appointed, begun, called_back, later, talked, unanswered
from tests.strategies.small import BEGINS, at


def make(path: Path) -> None:
    """A book with some of everything in it."""
    files = Files(path, path.with_suffix(".key"))
    book, _ = files.create()
    with book:
        _fill(book)


def _fill(book: Book) -> None:
    book.add_person(name="陈静", number="101", at=BEGINS)
    book.set("company", "安家保险")
    one = book.add_customer(name="李志明", called="李先生", phone="13812345678", referrer="李大为", at=BEGINS)
    two = book.add_customer(name="王伟", phone="13900001111", at=at(1))
    gone = book.add_customer(name="赵敏", phone="13700001111", at=at(2))
    called_back(book, begun(book, customer=one), due="2026-01-05 15:00")
    appointed(book, begun(book, customer=one, at=at(18_000)), day="2026-01-08", hour="15:00")
    unanswered(book, begun(book, customer=two, at=at(600)))
    stopped = talked(book, begun(book, customer=two, at=at(1200), campaign="spring"), outcome="refused")
    book.keep(stopped, Amended(at=later(stopped, 60), by="", reason="他说别再打了", outcome="stop"))
    talked(book, begun(book, customer=gone, at=at(2400)))
    book.erase_customer(gone.id, at=at(3000))
    kept = begun(book, customer=one, at=at(86_400))
    kept = book.keep(kept, Answered(at=later(kept, 8)))
    kept = book.keep(kept, Heard(at=later(kept, 9), reply=1))
    book.keep(kept, Noted(at=later(kept, 3), text="下午三点以后有空"))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
