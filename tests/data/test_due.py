"""The callbacks that are still to be made today."""

from datetime import datetime, timedelta

from data.book import Book
from data.customer import Customer
from data.person import Person
from tests.data.floor import Files, begun, called_back, talked, unanswered
from tests.data.test_by_key import asked
from tests.strategies.small import BEGINS


def promised(book: Book, customer: Customer, due: str, at: datetime = BEGINS) -> None:
    called_back(book, begun(book, customer=customer, at=at), due=due)


def due_to(book: Book, now: datetime) -> list[tuple[str, str]]:
    return [(one.customer.called, f"{one.due_at:%m-%d %H:%M}") for one in book.callbacks_to_make(now=now)]


def someone(book: Book, number: int) -> Customer:
    return book.add_customer(called=f"客户{number}", phone=f"1390000000{number}", at=BEGINS)


def test_those_that_can_still_be_made_on_time_come_first_then_the_overdue_then_the_later_ones(book: Book) -> None:
    due = ("2026-01-05 16:00", "2026-01-05 13:00", "2026-01-05 14:00", "2026-01-05 15:10", "2026-01-05 14:50")
    for number, hour in enumerate((*due, "2026-01-06 09:30")):
        promised(book, someone(book, number), hour, BEGINS + timedelta(minutes=10 * number))
    now = BEGINS.replace(hour=15)
    assert [when for _, when in due_to(book, now)] == [
        "01-05 14:50",
        "01-05 15:10",
        "01-05 14:00",
        "01-05 13:00",
        "01-05 16:00",
    ]
    assert "01-06 09:30" in [when for _, when in due_to(book, now + timedelta(days=1))]


def test_who_was_dialled_since_is_not_waited_for_even_too_late(book: Book, customer: Customer) -> None:
    promised(book, customer, "2026-01-05 14:00")
    unanswered(book, begun(book, customer=customer, at=BEGINS.replace(hour=15)))
    assert due_to(book, BEGINS.replace(hour=16)) == []


def test_an_attempt_before_the_agreed_hour_does_not_make_the_callback(book: Book, customer: Customer) -> None:
    promised(book, customer, "2026-01-05 14:00")
    unanswered(book, begun(book, customer=customer, at=BEGINS.replace(hour=12)))
    assert due_to(book, BEGINS.replace(hour=13)) == [("李先生", "01-05 14:00")]


def test_a_talk_before_the_hour_moves_the_callback(book: Book, customer: Customer) -> None:
    promised(book, customer, "2026-01-05 14:00")
    talked(book, begun(book, customer=customer, at=BEGINS.replace(hour=12)))
    assert due_to(book, BEGINS.replace(hour=13)) == []


def test_who_must_not_be_called_and_who_was_erased_are_not_waited_for(book: Book) -> None:
    stopped, erased = someone(book, 1), someone(book, 2)
    promised(book, stopped, "2026-01-05 14:00")
    promised(book, erased, "2026-01-05 14:30", BEGINS + timedelta(minutes=5))
    book.stop_calling(stopped.id, at=BEGINS.replace(hour=11))
    book.erase_customer(erased.id, at=BEGINS.replace(hour=11))
    assert due_to(book, BEGINS.replace(hour=15)) == []


def test_what_was_promised_long_ago_is_no_callback_any_more(book: Book, customer: Customer) -> None:
    promised(book, customer, "2026-01-05 14:00")
    assert len(due_to(book, BEGINS + timedelta(days=29))) == 1
    assert due_to(book, BEGINS + timedelta(days=32)) == []


def test_a_long_list_asks_no_more_than_a_short_one(book: Book) -> None:
    counted = []
    for number in range(2, 10):
        promised(book, someone(book, number), f"2026-01-05 1{number}:00", BEGINS + timedelta(minutes=number))
        with asked(book) as statements:
            assert len(book.callbacks_to_make(now=BEGINS.replace(hour=20))) == number - 1
        counted.append(len(statements))
    assert set(counted) == {4}


def test_everybody_has_their_own(files: Files, book: Book, agent: Person, customer: Customer) -> None:
    promised(book, customer, "2026-01-05 14:00")
    with files.open(agent.number) as theirs:
        assert theirs.callbacks_to_make(now=BEGINS.replace(hour=15)) == ()
