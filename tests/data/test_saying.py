"""What is kept of an hour: the one that the wall will show, with the offset of its own day."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from coach.events import Amended, Answered, Filled, Finished, HungUp
from data.book import Book
from data.customer import Customer
from data.kept_call import KeptCall
from tests.data.floor import Files, begun, played, unanswered

LONDON, BERLIN, SHANGHAI = ZoneInfo("Europe/London"), ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")
OVER_A_CHANGE = pytest.mark.parametrize(
    ("at", "due"),
    [
        (datetime(2027, 3, 27, 14, tzinfo=LONDON), "2027-03-29T15:00:00+01:00"),
        (datetime(2027, 10, 30, 14, tzinfo=LONDON), "2027-11-01T15:00:00+00:00"),
        (datetime(2027, 3, 27, 14, tzinfo=BERLIN), "2027-03-29T15:00:00+02:00"),
        (datetime(2027, 10, 30, 14, tzinfo=BERLIN), "2027-11-01T15:00:00+01:00"),
        (datetime(2027, 3, 27, 14, tzinfo=SHANGHAI), "2027-03-29T15:00:00+08:00"),
    ],
)


def promised(book: Book, kept: KeptCall, at: datetime, *, outcome: str, **fields: str) -> KeptCall:
    """A dialled call in which these fields were filled, finished with an outcome; every event in the zone of `at`."""
    filled = (Filled(at=at, name=f"fields.{name}", value=text) for name, text in fields.items())
    ends = (HungUp(at=at, by="agent"), Finished(at=at, outcome=outcome))
    return played(book, kept, Answered(at=at), *filled, *ends)


@OVER_A_CHANGE
def test_a_callback_is_due_when_the_wall_shows_its_hour(book: Book, customer: Customer, at: datetime, due: str) -> None:
    call = begun(book, customer=customer, at=at)
    promised(book, call, at, outcome="callback", callback_at="next monday 15:00")
    on_the_wall = datetime.fromisoformat(due)
    (one,) = book.promises(now=at)
    assert one.promise.due_at.isoformat() == due
    unanswered(book, begun(book, customer=customer, at=on_the_wall))
    (one,) = book.promises(now=on_the_wall + timedelta(days=1))
    assert one.state == "kept"
    assert book.check().right


@OVER_A_CHANGE
def test_an_appointment_is_due_when_the_wall_shows_its_hour(book: Book, files: Files, at: datetime, due: str) -> None:
    kept = promised(book, begun(book, at=at), at, outcome="appointment", day="next monday", hour="15:00")
    (one,) = book.promises(now=at)
    assert one.promise.due_at.isoformat() == due
    kept = book.keep(kept, Amended(at=at, by="", reason="说错了", values={"fields.hour": "16:00"}))
    (one,) = book.promises(now=at)
    assert one.promise.due_at == datetime.fromisoformat(due) + timedelta(hours=1)
    with files.open() as other:
        assert other.call(kept.id) == kept
        assert other.check().right


@OVER_A_CHANGE
def test_every_time_is_kept_with_its_offset_and_no_rules(book: Book, files: Files, at: datetime, due: str) -> None:
    kept = begun(book, at=at)
    kept = book.keep(kept, Filled(at=at, name="fields.callback_at", value="next monday 15:00"))
    kept = promised(book, kept, at + timedelta(days=2), outcome="callback")
    ending = kept.call.trail[-1]
    assert isinstance(ending, Finished)
    assert ending.promised is not None
    assert ending.promised.due_at.isoformat() == due
    times = (*(event.at for event in kept.call.trail), *(point.at for point in kept.call.path), ending.promised.due_at)
    assert {type(moment.tzinfo) for moment in times} == {timezone}
    with files.open() as other:
        assert other.call(kept.id) == kept
