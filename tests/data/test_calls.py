"""Calls while they run: every event durable, every call offered again where it stood."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from coach.call import Call
from coach.events import (
    SAID,
    Amended,
    Answered,
    AnyEvent,
    Dialled,
    Filled,
    Finished,
    Heard,
    HungUp,
    NoneOfThese,
    Noted,
    Paused,
    Raised,
    Unanswered,
)
from coach.refusals import NotOffered
from data.book import Book
from data.customer import Customer
from data.ids import as_bytes
from data.person import Person
from data.refusals import CallMovedOn, NotFound, PeriodClosed
from data.refusals import NotAllowed as Denied
from data.saying import cleaned, joined, parted
from tests.data.floor import Files, begun, played, talked, unanswered, version
from tests.strategies.releases import releases
from tests.strategies.small import BEGINS, SMALL, at
from tests.strategies.walks import calls


def test_a_call_is_read_as_it_was_kept_after_every_event(book: Book, customer: Customer, files: Files) -> None:
    kept = begun(book, customer=customer)
    steps: list[AnyEvent] = [
        Answered(at=at(8)),
        Filled(at=at(10), name="customer.city", value="南京"),
        Heard(at=at(17), reply=2),
        NoneOfThese(at=at(20), words="先发个短信"),
        Raised(at=at(24), card="busy"),
        Heard(at=at(30), reply=2),
        Noted(at=at(33), text="下午\x00三点后有空\ud83d"),
        Heard(at=at(36), reply=1),
        Heard(at=at(40), reply=1),
        Paused(at=at(44)),
    ]
    for event in steps:
        kept = book.keep(kept, event)
        with files.open() as other:
            assert other.call(kept.id) == kept
            assert other.open_calls() == (kept,)
    assert kept.call.note == "下午三点后有空"
    assert len(kept.call.trail) == len(steps) + 1


@settings(max_examples=150, deadline=None)
@given(walked=releases().flatmap(lambda release: calls(release, finished=True)))
def test_every_event_comes_back_from_its_two_parts(walked: Call) -> None:
    for event in walked.trail:
        shape, said = parted(event)
        assert joined(event.kind, event.at.isoformat(), 1, shape, said) == event
        assert not any(text in shape for text in said.values() if not text.isascii())


def test_an_event_apart_from_what_was_said_says_which_fields_were() -> None:
    event = Dialled(at=BEGINS, names={"customer.name": "王伟", "company": "安家"})
    shape, said = parted(event)
    assert said == {"customer.name": "王伟", "company": "安家"}
    assert "王伟" not in shape
    assert joined("dialled", BEGINS.isoformat(), 1, shape, {}) == Dialled(
        at=BEGINS, names={"customer.name": None, "company": None}
    )
    shape, said = parted(Filled(at=BEGINS, name="fields.hour", value="15:00"))
    assert said == {"value": "15:00"}
    assert joined("filled", BEGINS.isoformat(), 1, shape, {}) == Filled(at=BEGINS, name="fields.hour", value=None)


def test_every_text_of_an_event_is_an_id_or_kept_apart() -> None:
    # An event that gains a text of its own has to say whether it is said about a person.
    ids = {"name", "card", "step", "why", "by", "outcome", "proposes", "enters", "tags"}
    seen = set()
    for kind in get_args(AnyEvent):
        for name, told in get_type_hints(kind).items():
            if str in (told, *get_args(told)) and name not in ids:
                assert name in SAID, f"{kind.__name__}.{name}"
                seen.add(name)
    assert seen == set(SAID)


def test_text_is_cleaned_before_it_is_judged() -> None:
    event = Amended(at=BEGINS, by="", reason="按\x00错", values={"fields.\x00who": "本\ud800人"})
    assert cleaned(event) == Amended(at=BEGINS, by="", reason="按错", values={"fields.who": "本人"})
    same = Heard(at=BEGINS, reply=1)
    assert cleaned(same) == same


class Autumn(tzinfo):
    """A zone in the night in which 2 o'clock becomes 1 o'clock again."""

    def utcoffset(self, at: datetime | None) -> timedelta:
        return timedelta(hours=-5 if at is not None and at.fold else -4)

    def dst(self, at: datetime | None) -> None:
        return None

    def tzname(self, at: datetime | None) -> str:
        return f"{self.utcoffset(at)}"

    def fromutc(self, at: datetime) -> datetime:
        changed = at.replace(tzinfo=UTC) >= datetime(2026, 11, 1, 6, tzinfo=UTC)
        return (at - timedelta(hours=5 if changed else 4)).replace(fold=int(changed))


ODD = timezone(timedelta(hours=5, minutes=53, seconds=20))


@pytest.mark.parametrize("zone", [Autumn(), ODD, timezone(-timedelta(hours=12))])
def test_a_call_over_a_change_of_clocks_is_counted_as_it_is_read_again(book: Book, zone: tzinfo) -> None:
    begins = datetime(2026, 11, 1, 5, 59, 30, tzinfo=UTC)  # half a minute before the change
    moments = [(begins + timedelta(seconds=seconds)).astimezone(zone) for seconds in (0, 10, 70, 80)]
    kept = begun(book, at=moments[0])
    answered, hung_up, finished = moments[1:]
    events = (Answered(at=answered), HungUp(at=hung_up, by="agent"), Finished(at=finished, outcome="refused"))
    kept = played(book, kept, *events)
    found = book.facts(kept.id)
    assert found is not None
    assert (found.talk_seconds, found.wrap_up_seconds) == (60, 10)
    assert book.call(kept.id) == kept
    assert book.check().right


def test_what_the_call_refuses_is_not_kept(book: Book) -> None:
    kept = begun(book)
    with pytest.raises(NotOffered):
        book.keep(kept, Heard(at=at(9), reply=1))
    assert book.call(kept.id) == kept


def test_a_call_that_went_on_elsewhere_is_not_overwritten(book: Book) -> None:
    kept = begun(book)
    on = book.keep(kept, Answered(at=at(5)))
    with pytest.raises(CallMovedOn):
        book.keep(kept, Unanswered(at=at(6), why="no-answer"))
    assert book.call(kept.id) == on


def test_a_release_must_be_published(book: Book) -> None:
    with pytest.raises(NotFound):
        begun(book, release=version(SMALL, "never published"))
    assert book.calls() == ()


def test_a_call_keeps_the_words_it_was_made_with(book: Book, files: Files) -> None:
    kept = begun(book)
    newer = book.publish(version(SMALL, "newer"), at=at(1))
    assert newer.version == 2
    with files.open() as other:
        assert other.call(kept.id).call.release == book.release("small")
        assert other.newest_release("small") == newer


def test_times_keep_the_zone_of_the_call(book: Book, files: Files) -> None:
    moment = BEGINS.astimezone(timezone(timedelta(hours=-5, minutes=-30)))
    kept = begun(book, at=moment)
    with files.open() as other:
        again = other.call(kept.id).call.trail[0].at
    assert (again, again.utcoffset()) == (moment, moment.utcoffset())
    assert book.calls()[0].day == moment.date()


def test_an_interrupted_call_ends_at_its_last_sign_of_life(book: Book, files: Files) -> None:
    release = book.publish(version(SMALL, "interrupted", interrupted="no-answer"), at=BEGINS)
    dialling = begun(book, release=release)
    talking = played(book, begun(book, release=release, at=at(1)), Answered(at=at(5)), Heard(at=at(60), reply=1))
    ending = played(book, begun(book, release=release, at=at(2)), Answered(at=at(5)), HungUp(at=at(30), by="customer"))
    with files.open() as other:
        assert other.open_calls() == (dialling, talking, ending)
        for kept in other.open_calls():
            done = other.end_interrupted(kept)
            assert done.call.phase == "finished"
            assert done.call.at == kept.call.at
        assert other.open_calls() == ()
        facts = other.facts(talking.id)
        assert facts is not None
        assert (facts.outcome, facts.talk_seconds, facts.wrap_up_seconds) == ("interrupted", 55, 0)
        assert other.check().right


def test_a_call_goes_on_after_the_program_was_gone(book: Book, files: Files, customer: Customer) -> None:
    kept = played(book, begun(book, customer=customer), Answered(at=at(5)), Heard(at=at(14), reply=3))
    book.close()
    with files.open() as other:
        (again,) = other.open_calls()
        assert again == kept
        again = played(other, again, Heard(at=at(20), reply=1), HungUp(at=at(25), by="agent"))
        ended = other.keep(again, Finished(at=at(30), outcome="callback"))
        assert other.call(ended.id) == ended
        assert other.check().right


def test_the_dials_of_a_day_to_one_number_are_counted(book: Book, customer: Customer) -> None:
    same = book.add_customer(name="李太太", phone="+8613812345678", at=BEGINS)
    other = book.add_customer(name="王伟", phone="13900001111", at=BEGINS)
    counted = []
    for number, whom in enumerate((customer, same, other, customer, same, customer)):
        kept = unanswered(book, begun(book, customer=whom, at=at(number * 600)))
        facts = book.facts(kept.id)
        assert facts is not None
        counted.append((kept.earlier_dials, facts.dial))
    assert counted == [(0, 1), (1, 1), (0, 1), (2, 1), (3, 0), (4, 0)]
    tomorrow = unanswered(book, begun(book, customer=customer, at=at(86_400)))
    assert tomorrow.earlier_dials == 0
    assert book.sums(book.me.id, BEGINS.date(), BEGINS.date()).dials == 4
    assert book.check().right


def test_a_dial_that_is_taken_back_counts_nowhere(book: Book, customer: Customer) -> None:
    release = book.publish(version(SMALL, "slip", not_dialled="no-answer"), at=BEGINS)
    unanswered(book, begun(book, customer=customer, release=release))
    before = book.sums(book.me.id, BEGINS.date(), BEGINS.date())
    slip = unanswered(book, begun(book, customer=customer, release=release, at=at(600)), why="not-dialled")
    assert book.sums(book.me.id, BEGINS.date(), BEGINS.date()) == before
    assert (before.calls, before.dials) == (1, 1)
    unanswered(book, begun(book, customer=customer, release=release, at=at(90_000)), why="not-dialled")
    tomorrow = at(90_000).date()
    assert list(book.sums_by_day(book.me.id, BEGINS.date(), tomorrow)) == [BEGINS.date()]
    assert book.call_names(customer, at(900))["last_call.outcome"] == "no-answer"
    again = begun(book, customer=customer, release=release, at=at(1200))
    assert (slip.earlier_dials, again.earlier_dials) == (1, 1)
    assert {row.id: row.outcome for row in book.calls()}[slip.id] == "not-dialled"  # kept and shown all the same
    assert book.check().right


def test_a_number_known_to_be_empty_counts_no_dial(book: Book, customer: Customer) -> None:
    release = book.publish(version(SMALL, "empty", empty_number="no-answer"), at=BEGINS)
    first = unanswered(book, begun(book, customer=customer, release=release), why="empty-number")
    second = unanswered(book, begun(book, customer=customer, release=release, at=at(600)))
    dials = [found.dial for found in book.facts_of(book.me.id, BEGINS.date(), BEGINS.date()).values()]
    assert (first.empty_number, second.empty_number, dials) == (False, True, [1, 0])
    same = book.add_customer(name="李太太", phone="138 1234 5678", at=at(700))
    assert same.empty_number
    assert not book.change_customer(replace(same, phone="13900001111")).empty_number
    assert book.change_customer(replace(same, phone="13812345678")).empty_number
    book.keep(first, Amended(at=at(900), by="", reason="按错了", outcome="no-answer"))
    assert not book.customer(same.id).empty_number
    assert not begun(book, customer=customer, at=at(1200)).empty_number


def test_without_a_customer_a_call_is_kept_all_the_same(book: Book) -> None:
    kept = talked(book, begun(book))
    assert kept.customer is None
    assert book.calls()[0].customer is None
    assert book.check().right


def test_the_log_is_paged_by_key_and_filtered(book: Book, customer: Customer, agent: Person, files: Files) -> None:
    mine = [unanswered(book, begun(book, customer=customer, at=at(number * 86_400))) for number in range(5)]
    with files.open("101") as other:
        theirs = talked(other, begun(other, at=at(10)))
    assert [row.id for row in book.calls(limit=2)] == [mine[4].id, mine[3].id]
    assert [row.id for row in book.calls(before=mine[3].id, limit=2)] == [mine[2].id, mine[1].id]
    assert [row.id for row in book.calls(agent=agent.id)] == [theirs.id]
    assert [row.id for row in book.calls(outcome="refused")] == [theirs.id]
    assert [
        row.id for row in book.calls(customer=customer.id, first=at(86_400).date(), last=at(2 * 86_400).date())
    ] == [
        mine[2].id,
        mine[1].id,
    ]
    row = book.calls(agent=agent.id)[0]
    assert (row.agent, row.customer, row.script, row.title, row.version, row.state) == (
        agent.id,
        None,
        "small",
        "小话术",
        1,
        "finished",
    )
    assert row.facts == book.facts(theirs.id)
    assert book.facts("0" * 32) is None


def test_an_agent_amends_on_the_same_day_and_a_supervisor_until_the_month_is_closed(
    book: Book, agent: Person, files: Files
) -> None:
    amended = Amended(at=at(3600), by="whoever", reason="听错了", outcome="wrong-number")
    tomorrow = Amended(at=at(86_400), by="", reason="听错了", outcome="refused")
    with files.open("101") as other:
        kept = talked(other, begun(other))
        kept = other.keep(kept, amended)
        assert kept.call.trail[-1] == Amended(at=at(3600), by=agent.id, reason="听错了", outcome="wrong-number")
        with pytest.raises(Denied):
            other.keep(kept, tomorrow)
    kept = book.keep(kept, tomorrow)
    assert kept.call.trail[-1] == Amended(at=at(86_400), by=book.me.id, reason="听错了", outcome="refused")
    book.close_period(BEGINS.date(), at=at(40 * 86_400))
    with pytest.raises(PeriodClosed):
        book.keep(kept, tomorrow)
    assert book.call(kept.id) == kept
    assert book.check().right


def test_order_is_the_sequence_and_not_the_clock(book: Book) -> None:
    kept = played(
        book, begun(book), Answered(at=at(50)), Noted(at=at(20), text="钟往回拨了"), Noted(at=at(10), text="又一次")
    )
    assert book.call(kept.id) == kept
    rows = book._store.rows("SELECT seq, kind FROM events WHERE call = ? ORDER BY seq", (as_bytes(kept.id),))
    assert rows == [(1, "dialled"), (2, "answered"), (3, "noted"), (4, "noted")]
