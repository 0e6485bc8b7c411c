"""The log, looked through: every filter alone and together, in slices, and only what one may see."""

from datetime import date, timedelta

import pytest

from coach.events import Answered, Finished, Heard, HungUp, NoneOfThese, Noted
from data.book import Book
from data.customer import Customer
from data.kept_call import CallRow
from data.person import Person
from data.search import Wanted
from tests.data.floor import Files, begun, called_back, later, talked, unanswered, version
from tests.strategies.small import BEGINS, SMALL


@pytest.fixture
def log(book: Book, customer: Customer) -> dict[str, str]:
    """Four calls of two days, each by a name of its own."""
    made = {}
    made["objected"] = talked(book, begun(book, customer=customer)).id
    made["promised"] = called_back(book, begun(book, at=BEGINS + timedelta(hours=1)), due="2026-01-05 15:00").id
    made["nobody"] = unanswered(book, begun(book, at=BEGINS + timedelta(days=1))).id
    kept = book.keep(
        begun(book, at=BEGINS + timedelta(days=1, hours=1)), Answered(at=BEGINS + timedelta(days=1, hours=1))
    )
    for event in (
        NoneOfThese(at=later(kept, 3), words="你们搬到城北了吗"),
        Noted(at=later(kept, 5), text="周末再打，找他太太"),
        Heard(at=later(kept, 9), reply=4),
        HungUp(at=later(kept, 10), by="agent"),
        Finished(at=later(kept, 12), outcome="wrong-number"),
    ):
        kept = book.keep(kept, event)
    made["noted"] = kept.id
    return made


def found(book: Book, log: dict[str, str], wanted: Wanted) -> list[str]:
    """The names of the calls that were found, the newest first."""
    names = {one: name for name, one in log.items()}
    return [names[row.id] for row in book.find_calls(wanted).rows]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(), ["noted", "nobody", "promised", "objected"]),
        (Wanted(outcome="no-answer"), ["nobody"]),
        (Wanted(script="small"), ["noted", "nobody", "promised", "objected"]),
        (Wanted(script="other"), []),
        (Wanted(card="busy"), ["objected"]),
        (Wanted(card="price"), []),
        (Wanted(text="太太"), ["noted"]),
        (Wanted(text="城北"), ["noted"]),
        (Wanted(text="  "), ["noted", "nobody", "promised", "objected"]),
        (Wanted(text="李先生"), []),
        (Wanted(talk_seconds=30), ["objected"]),
        (Wanted(talk_seconds=1), ["noted", "promised", "objected"]),
        (Wanted(first=date(2026, 1, 6)), ["noted", "nobody"]),
        (Wanted(last=date(2026, 1, 5)), ["promised", "objected"]),
        (Wanted(first=date(2026, 1, 6), last=date(2026, 1, 6), outcome="no-answer"), ["nobody"]),
        (Wanted(first=date(2026, 1, 7)), []),
        (Wanted(outcome="callback", card="busy"), []),
    ],
)
def test_each_filter_leaves_what_was_asked_for(
    book: Book, log: dict[str, str], wanted: Wanted, names: list[str]
) -> None:
    assert found(book, log, wanted) == names


def test_pages_follow_one_another_without_a_gap(book: Book, log: dict[str, str]) -> None:
    names, before = [], None
    while True:
        page = book.find_calls(Wanted(), before=before, limit=1)
        names += [row.id for row in page.rows]
        if page.further is None:
            break
        before = page.further
    assert sorted(names) == sorted(log.values())
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("wanted", [Wanted(card="busy"), Wanted(talk_seconds=30), Wanted(text="太太")])
@pytest.mark.parametrize("look_at", [1, 2, 3, 4, 5])
def test_a_search_in_slices_finds_the_same(book: Book, log: dict[str, str], wanted: Wanted, look_at: int) -> None:
    rows: list[CallRow] = []
    further, rounds = None, 0
    while rounds == 0 or further is not None:
        page = book.find_calls(wanted, before=further, limit=1, look_at=look_at)
        rows += page.rows
        further, rounds = page.further, rounds + 1
    assert [row.id for row in rows] == [row.id for row in book.find_calls(wanted).rows]
    assert len(rows) == 1


def test_a_slice_without_a_find_says_where_to_look_further(book: Book, log: dict[str, str]) -> None:
    page = book.find_calls(Wanted(card="busy"), look_at=1)
    assert page.rows == ()
    assert page.further == log["noted"]


def test_the_scripts_are_told_apart(book: Book, log: dict[str, str]) -> None:
    other = book.publish(version(SMALL, "second"), at=BEGINS)
    assert other.version == 2
    assert len(found(book, log, Wanted(script="small"))) == len(log)


def test_an_agent_finds_only_their_own(files: Files, book: Book, agent: Person, log: dict[str, str]) -> None:
    with files.open(agent.number) as theirs:
        assert theirs.find_calls(Wanted(agent=book.me.id)).rows == ()
        own = unanswered(theirs, begun(theirs, at=BEGINS + timedelta(days=2)))
        assert [row.id for row in theirs.find_calls(Wanted(agent=book.me.id)).rows] == [own.id]
    assert [row.id for row in book.find_calls(Wanted(agent=agent.id)).rows] == [own.id]


def test_who_may_not_read_notes_finds_nothing_by_them(files: Files, book: Book, log: dict[str, str]) -> None:
    book.add_person(name="何敏", number="7", role="hr", at=BEGINS)
    with files.open("7") as hers:
        assert hers.find_calls(Wanted(text="太太")).rows == ()
        assert len(hers.find_calls(Wanted(outcome="wrong-number")).rows) == 1


def test_after_an_erasure_nothing_is_found_by_what_was_said(book: Book, customer: Customer) -> None:
    kept = begun(book, customer=customer)
    kept = book.keep(kept, Noted(at=later(kept, 2), text="爱养猫"))
    unanswered(book, kept)
    assert len(book.find_calls(Wanted(text="养猫")).rows) == 1
    book.erase_customer(customer.id, at=BEGINS + timedelta(days=1))
    assert book.find_calls(Wanted(text="养猫")).rows == ()


def test_the_lines_of_given_calls_come_in_the_order_asked_for(
    files: Files, book: Book, agent: Person, log: dict[str, str]
) -> None:
    wanted = [log["nobody"], log["objected"], "0197a1c2-0000-7000-8000-000000000000"]
    assert [row.id for row in book.calls_of(wanted)] == wanted[:2]
    assert book.calls_of([]) == []
    with files.open(agent.number) as theirs:
        assert theirs.calls_of(wanted) == []


def test_the_log_names_whom_as_far_as_one_may_see(book: Book, files: Files, customer: Customer) -> None:
    known = [
        customer,
        book.add_customer(name="王伟", phone="13900001111", at=BEGINS),
        book.add_customer(phone="13900002222", at=BEGINS),
        book.add_customer(at=BEGINS),
        None,
    ]
    for number, one in enumerate(known):
        unanswered(book, begun(book, customer=one, at=BEGINS + timedelta(minutes=number)))
    gone = book.add_customer(name="李志明", at=BEGINS)
    unanswered(book, begun(book, customer=gone, at=BEGINS + timedelta(hours=1)))
    book.erase_customer(gone.id, at=BEGINS + timedelta(hours=2))
    rows = book.find_calls(Wanted()).rows
    assert [row.whom for row in rows[::-1]] == ["李先生", "王伟", "139****2222", "", "", ""]
    assert [row.erased for row in rows[::-1]] == [False, False, False, False, False, True]
    assert rows == book.calls() == tuple(book.calls_of(row.id for row in rows))
    hr = book.add_person(name="人事", number="500", role="hr", at=BEGINS)
    with files.open(hr.number) as theirs:
        for found in (theirs.find_calls(Wanted()).rows, theirs.calls(), theirs.calls_of(row.id for row in rows)):
            assert [row.whom for row in found] == [None] * len(rows)
