"""Promises: made by a call, settled by later ones, counted on the day on which they were due."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from coach.appraisal.working_days import days_off
from coach.events import Amended, Promised
from coach.limits import Limits
from coach.promises import Promise, PromiseSum, Span, excuse, state
from data.book import Book
from data.customer import Customer
from data.ids import as_bytes
from data.kept_call import KeptCall
from data.person import Person
from data.promises import KeptPromise
from data.promising import Dial, Standing, dials_of, read_promises, standing
from data.refusals import NotAllowed, NotFound
from scripts_library.appraisal_plan import AppraisalPlan, EntryKind, Item, Section
from tests.data.floor import Files, appointed, begun, called_back, later, talked, unanswered, version
from tests.data.test_by_key import asked
from tests.strategies.small import BEGINS, SMALL, ZONE, at

DAY = BEGINS.date()
THREE = datetime(2026, 1, 5, 15, tzinfo=ZONE)
EVENING = datetime(2026, 1, 5, 20, tzinfo=ZONE)


@pytest.fixture
def made(book: Book, customer: Customer) -> KeptCall:
    """A call at ten that promised to call back at three."""
    return called_back(book, begun(book, customer=customer), due="2026-01-05 15:00")


def only(book: Book, now: datetime = EVENING) -> KeptPromise:
    """The one promise of this book."""
    (promised,) = book.promises(now=now)
    return promised


def test_a_callback_waits_then_is_missed(book: Book, made: KeptCall, customer: Customer) -> None:
    promised = only(book, BEGINS)
    assert (promised.call, promised.customer, promised.promise.due_at) == (made.id, customer.id, THREE)
    assert promised.state == "waiting"
    assert only(book).state == "missed"
    assert book.promise_sums(book.me.id, DAY, DAY, now=EVENING) == {DAY: PromiseSum(callbacks_due=1)}


@pytest.mark.parametrize(
    ("minutes", "state"), [(-16, "missed"), (-15, "kept"), (0, "kept"), (15, "kept"), (16, "missed")]
)
def test_a_dial_near_its_minute_keeps_a_callback(
    book: Book, made: KeptCall, customer: Customer, minutes: int, state: str
) -> None:
    kept = unanswered(book, begun(book, customer=customer, at=THREE + timedelta(minutes=minutes)))
    promised = only(book)
    assert promised.state == state
    assert promised.settled_by == (kept.id if state == "kept" else None)
    assert book.check().right


def test_a_talk_before_its_hour_moves_a_callback(book: Book, made: KeptCall, customer: Customer) -> None:
    again = called_back(book, begun(book, customer=customer, at=at(7200)), due="2026-01-06 09:30")
    old, new = book.promises(now=EVENING)
    assert (old.call, old.state, old.settled_by) == (made.id, "moved", again.id)
    assert (new.call, new.state) == (again.id, "waiting")
    assert book.promise_sums(book.me.id, DAY, DAY, now=EVENING) == {DAY: PromiseSum()}
    assert [one.call for one in book.promises(now=EVENING, waiting=True)] == [again.id]
    assert book.check().right


def test_a_dial_that_is_taken_back_settles_nothing(book: Book, made: KeptCall, customer: Customer) -> None:
    release = book.publish(version(SMALL, "slip", not_dialled="no-answer"), at=BEGINS)
    slip = begun(book, customer=customer, release=release, at=THREE)
    assert only(book).state == "kept"  # as far as anybody knows yet
    assert book.callbacks_to_make(now=THREE + timedelta(minutes=1)) == ()
    slip = unanswered(book, slip, why="not-dialled")
    assert [one.call for one in book.callbacks_to_make(now=THREE + timedelta(minutes=1))] == [made.id]
    assert (only(book).state, only(book).settled_by) == ("missed", None)
    assert book.check().right
    book.keep(slip, Amended(at=later(slip, 60), by="", reason="拨了，没人接", outcome="no-answer"))
    assert (only(book).state, only(book).settled_by) == ("kept", slip.id)
    assert book.check().right


def test_a_dial_of_somebody_else_settles_nothing(book: Book, made: KeptCall) -> None:
    other = book.add_customer(name="王伟", phone="13900001111", at=BEGINS)
    talked(book, begun(book, customer=other, at=THREE))
    assert only(book).settled_by is None


def test_an_appointment_is_kept_when_the_customer_comes(book: Book, customer: Customer) -> None:
    kept = appointed(book, begun(book, customer=customer), day="2026-01-08", hour="15:00")
    due = datetime(2026, 1, 8, 15, tzinfo=ZONE)
    promised = only(book)
    assert (promised.promise.what, promised.promise.due_at, promised.state) == ("appointment", due, "waiting")
    book.showed_up(kept.id, at=due)
    assert only(book, due).state == "kept"
    assert book.promise_sums(book.me.id, due.date(), due.date(), now=due) == {
        due.date(): PromiseSum(appointments_due=1, appointments_kept=1)
    }
    assert book.check().right
    with pytest.raises(NotFound):
        book.showed_up(talked(book, begun(book, at=at(900))).id, at=due)


def test_amending_moves_the_hour_of_a_promise(book: Book, made: KeptCall, customer: Customer) -> None:
    unanswered(book, begun(book, customer=customer, at=THREE))
    assert only(book).state == "kept"
    hour: dict[str, str | None] = {"fields.callback_at": "2026-01-05 16:00"}
    put_right = book.keep(made, Amended(at=later(made, 60), by="", reason="听错了", values=hour))
    assert (only(book).promise.due_at.hour, only(book).state) == (16, "missed")
    hour = {"fields.callback_at": "2026-01-05 15:10"}
    put_right = book.keep(put_right, Amended(at=later(put_right, 60), by="", reason="又错了", values=hour))
    assert (only(book).promise.due_at.minute, only(book).state) == (10, "kept")
    assert book.check().right
    book.keep(put_right, Amended(at=later(put_right, 60), by="", reason="没约", outcome="refused"))
    assert book.promises(now=EVENING) == ()
    assert book.check().right


def test_amending_a_later_call_gives_back_what_it_had_moved(book: Book, made: KeptCall, customer: Customer) -> None:
    again = talked(book, begun(book, customer=customer, at=at(7200)))
    assert only(book).state == "moved"
    again = book.keep(again, Amended(at=later(again, 60), by="", reason="不是本人", outcome="wrong-number"))
    assert only(book).state == "missed"
    assert book.check().right


def test_a_callback_is_excused_by_another_call_at_its_minute(book: Book, made: KeptCall) -> None:
    talked(book, begun(book, at=THREE - timedelta(seconds=20)))
    assert (only(book).state, only(book).excuse) == ("excused", "in_a_call")
    assert book.promise_sums(book.me.id, DAY, DAY, now=EVENING) == {DAY: PromiseSum(callbacks_excused=1)}


def with_leave(kind: str) -> AppraisalPlan:
    """A plan that knows one kind of leave."""
    leave = EntryKind(title="事假", points="-1", per="day")
    item = Item(title="出勤", base=100, entries={kind: leave})
    section = Section(title="态度", weight="100%", items={"attendance": item})
    return AppraisalPlan(format=1, id="small", title="小方案", sections={"attitude": section})


def test_a_callback_is_excused_by_a_day_of_leave(book: Book, made: KeptCall) -> None:
    book.put_in_force(with_leave("leave"), DAY, at=BEGINS)
    half = book.add_entry(book.me.id, "leave", day=DAY, count="0.5", at=BEGINS)
    assert only(book).state == "missed"
    book.add_entry(book.me.id, "leave", day=DAY, count="0.5", at=BEGINS)
    assert (only(book).state, only(book).excuse) == ("excused", "on_leave")
    book.withdraw_entry(book.me.id, half, at=EVENING)
    assert only(book).state == "missed"


MANY = 60
SPRING = datetime(2026, 3, 31, 20, tzinfo=ZONE)


@pytest.fixture
def many(book: Book) -> Book:
    """A book with callbacks of two months: some made, some missed, some in a call or on leave at their minute.

    In February another plan is in force, with another kind of leave.
    """
    chance = Random(20260105)
    book.put_in_force(with_leave("leave"), DAY, at=BEGINS)
    book.put_in_force(with_leave("furlough"), date(2026, 2, 1), at=BEGINS)
    for number in range(MANY):
        due = THREE + timedelta(days=chance.randrange(55), minutes=chance.randrange(120))
        someone = book.add_customer(name=f"客户{number}", at=BEGINS)
        called_back(book, begun(book, customer=someone, at=at(number * 60)), due=f"{due:%Y-%m-%d %H:%M}")
        if number % 4 == 0:
            talked(book, begun(book, customer=someone, at=due + timedelta(minutes=chance.randrange(30))))
        elif number % 4 == 1:
            talked(book, begun(book, at=due - timedelta(seconds=chance.randrange(90) - 20)))
        elif number % 4 == 2:
            kind = "leave" if due.month == 1 else "furlough"
            book.add_entry(book.me.id, kind, day=due.date(), count=chance.choice(["0.5", "1", "3"]), at=due)
    return book


def alone(book: Book, one: KeptPromise) -> tuple[str, str | None]:
    """How a promise stands and why, asked for alone: against every call and every entry of the agent."""
    due, why = one.promise.due_at, None
    if not one.promise.settled:
        rows = book._store.rows("SELECT started_at, hung_up_at FROM calls WHERE id != ?", (as_bytes(one.call),))
        calls = [Span(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in rows]
        plan = book.plan_for(due.date())
        assert plan is not None
        off = days_off(plan, book.entries(book.me.id, date.min, date.max), book.calendar)
        midnight = due.replace(hour=0, minute=0)
        leave = [Span(midnight, midnight + timedelta(days=1))] if due.date() in off else []
        why = excuse(one.promise, calls=calls, leave=leave)
    stands = state(one.promise, SPRING, why)
    return stands, why


def test_many_promises_stand_as_each_does_alone(many: Book) -> None:
    promised = many.promises(now=SPRING)
    assert len(promised) == MANY
    assert [(one.state, one.excuse) for one in promised] == [alone(many, one) for one in promised]
    counted = Counter((one.state, one.excuse) for one in promised)
    assert counted.keys() == {("kept", None), ("missed", None), ("excused", "in_a_call"), ("excused", "on_leave")}
    assert min(counted.values()) > 4
    sums = sum(many.promise_sums(many.me.id, DAY, SPRING.date(), now=SPRING).values(), PromiseSum())
    assert sums.callbacks_due == counted["kept", None] + counted["missed", None]
    assert sums.callbacks_excused == MANY - sums.callbacks_due


def test_what_many_promises_ask_is_asked_once(many: Book) -> None:
    with asked(many) as few:
        assert many.promise_sums(many.me.id, DAY, DAY + timedelta(days=7), now=SPRING)
    with asked(many) as all_of_them:
        assert many.promise_sums(many.me.id, DAY, date(2026, 1, 31), now=SPRING)
    assert len(all_of_them) == len(few) == 5


def test_the_limit_in_force_when_a_call_was_counted_stays(book: Book, customer: Customer) -> None:
    book.set_limits(Limits(on_time_minutes=5))
    called_back(book, begun(book, customer=customer), due="2026-01-05 15:00")
    book.set_limits(Limits())
    unanswered(book, begun(book, customer=customer, at=THREE + timedelta(minutes=10)))
    assert only(book).state == "missed"
    assert book.check().right


def test_promises_are_asked_for_by_day_person_and_kind(
    book: Book, customer: Customer, agent: Person, files: Files
) -> None:
    first = called_back(book, begun(book, customer=customer), due="2026-01-07 15:00")
    second = appointed(book, begun(book, at=at(900)), day="2026-01-06", hour="15:00")
    with files.open("101") as other:
        theirs = called_back(other, begun(other, at=at(1800)), due="2026-01-06 11:00")
        assert [one.call for one in other.promises(now=EVENING)] == [theirs.id]
        with pytest.raises(NotAllowed):
            other.promises(now=EVENING, person=book.me.id)
        with pytest.raises(NotAllowed):
            other.showed_up(second.id, at=EVENING)
    assert [one.call for one in book.promises(now=EVENING)] == [second.id, first.id]
    assert [one.call for one in book.promises(now=EVENING, what="callback")] == [first.id]
    assert [one.call for one in book.promises(now=EVENING, last=date(2026, 1, 6))] == [second.id]
    assert [one.call for one in book.promises(now=EVENING, first=date(2026, 1, 7))] == [first.id]
    assert [one.call for one in book.promises(now=EVENING, person=agent.id)] == [theirs.id]


dials = st.lists(
    st.builds(
        Dial,
        call=st.binary(min_size=1, max_size=1),
        at=st.integers(0, 600).map(lambda minutes: BEGINS + timedelta(minutes=minutes)),
        spoken=st.booleans(),
        promised=st.sampled_from([None, Promised(what="appointment", due_at=EVENING)]),
    ),
    max_size=6,
    unique_by=lambda dial: dial.call,
)


@given(dials, st.sampled_from(["callback", "appointment"]), st.none() | st.just(EVENING))
def test_how_a_promise_stood_before_makes_no_difference(calls: list[Dial], what: str, came_at: datetime | None) -> None:
    own = Promise(what="callback" if what == "callback" else "appointment", due_at=THREE, made_at=BEGINS)
    made = Standing(b"agent", b"customer", b"own", own, Limits(), came_at=came_at)
    in_order = sorted(calls, key=lambda dial: dial.call)
    after = standing(made, in_order)
    assert standing(after, in_order) == after
    settled = replace(own, kept_at=BEGINS)
    assert standing(Standing(b"agent", b"customer", b"own", settled, Limits(), b"x", came_at), in_order) == after
    # One call after another gives the same as all at once.
    step_by_step = made
    for number in range(len(in_order) + 1):
        step_by_step = standing(step_by_step, in_order[:number])
    assert step_by_step == standing(made, in_order)


@st.composite
def days(draw: st.DrawFn) -> list[tuple[int, str, int]]:
    """Calls to one customer in the order in which they are dialled: minute, how each ends, when each is finished."""
    ends = st.sampled_from(["callback", "appointment", "talk", "no-answer"])
    calls = draw(st.lists(st.tuples(st.integers(0, 120), ends), min_size=3, max_size=8))
    order = draw(st.permutations(range(len(calls))))
    return [(minute, end, place) for (minute, end), place in zip(calls, order, strict=True)]


def test_calls_that_cross_and_clocks_set_back_settle_as_if_in_order(book: Book) -> None:
    settled = 0

    @settings(max_examples=100, deadline=None)
    @given(day=days())
    def made(day: list[tuple[int, str, int]]) -> None:
        nonlocal settled
        customer = book.add_customer(name="王伟", at=BEGINS)
        begun_calls = [
            (place, end, begun(book, customer=customer, at=at(minute * 60), names={})) for minute, end, place in day
        ]
        for _, end, kept in sorted(begun_calls, key=lambda one: one[0]):
            if end == "callback":
                called_back(book, kept, due="2026-01-05 11:30")
            elif end == "appointment":
                appointed(book, kept, day="2026-01-05", hour="12:30")
            elif end == "talk":
                talked(book, kept)
            else:
                unanswered(book, kept)
        key = as_bytes(customer.id)
        with book._store.reading() as db:
            kept_ones = read_promises(db, "customer = ?", key)
            dials = dials_of(db, key, BEGINS)
        assert len(dials) == len(day)
        assert [standing(one, dials) for one in kept_ones] == kept_ones
        settled += sum(one.promise.settled for one in kept_ones)

    made()
    assert settled > 20
    assert book.check().right
