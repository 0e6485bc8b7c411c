"""Sums as kept: added to with each call, taken from with each amendment, and followed down to the calls."""

import pytest

from coach.contribution import facts
from coach.events import Amended
from coach.limits import Limits
from coach.sums import CardSum, DaySum, card_sums, day_sum, release_sum
from data.book import Book
from data.customer import Customer
from data.figures import Place
from data.person import Person
from data.refusals import NotAllowed
from tests.data.floor import Files, appointed, begun, called_back, later, talked, unanswered, version
from tests.strategies.small import BEGINS, SMALL, at

DAY = BEGINS.date()
TOMORROW = at(86_400).date()


def test_the_sums_are_those_of_the_calls(book: Book, customer: Customer) -> None:
    calls = [
        talked(book, begun(book, customer=customer)),
        unanswered(book, begun(book, at=at(600))),
        called_back(book, begun(book, at=at(1200)), due="2026-01-05 15:00"),
        appointed(book, begun(book, at=at(86_400)), day="2026-01-08", hour="15:00"),
    ]
    found = [facts(kept.call) for kept in calls]
    days = book.sums_by_day(book.me.id, DAY, TOMORROW)
    assert days == {DAY: sum(map(day_sum, found[:3]), DaySum()), TOMORROW: day_sum(found[3])}
    assert book.sums(book.me.id, DAY, TOMORROW) == sum(map(day_sum, found), DaySum())
    assert book.sums(book.me.id, TOMORROW, TOMORROW) == day_sum(found[3])
    assert dict(book.facts_of(book.me.id, DAY, TOMORROW)) == {
        kept.id: one for kept, one in zip(calls, found, strict=True)
    }
    assert [book.facts(kept.id) for kept in calls] == found
    assert book.sums(book.me.id, DAY, DAY).calls == 3


def test_nothing_was_called(book: Book) -> None:
    assert book.sums(book.me.id, DAY, TOMORROW) == DaySum()
    assert book.sums_by_person(DAY, TOMORROW) == {}
    assert book.card_sums(None, DAY, TOMORROW) == {}


def test_objections_by_card_and_technique(book: Book, agent: Person, files: Files) -> None:
    mine = talked(book, begun(book))
    with files.open("101") as other:
        theirs = talked(other, begun(other))
        with pytest.raises(NotAllowed):
            other.card_sums(None, DAY, DAY)
        assert other.card_sums(agent.id, DAY, DAY) == card_sums(facts(theirs.call))
    (one,) = card_sums(facts(mine.call)).values()
    assert one.raised == 1
    assert book.card_sums(book.me.id, DAY, DAY) == {("busy", "turn-round"): one}
    assert book.card_sums(None, DAY, DAY) == {("busy", "turn-round"): one + one}
    assert book.card_sums(None, TOMORROW, TOMORROW) == {}


def test_what_was_said_by_version_campaign_hour_and_outcome(book: Book) -> None:
    newer = book.publish(version(SMALL, "newer"), at=BEGINS)
    first = talked(book, begun(book, campaign="spring"))
    second = unanswered(book, begun(book, at=at(3600)))
    third = unanswered(book, begun(book, release=newer, at=at(3700)))
    assert book.release_sums("small", DAY, DAY) == {
        Place("small", "spring", DAY, 10, "refused"): release_sum(facts(first.call)),
        Place("small", "", DAY, 11, "no-answer"): release_sum(facts(second.call)),
        Place("newer", "", DAY, 11, "no-answer"): release_sum(facts(third.call)),
    }
    assert book.release_sums("other", DAY, DAY) == {}


def test_a_team_by_person(book: Book, agent: Person, files: Files) -> None:
    mine = talked(book, begun(book))
    with files.open("101") as other:
        theirs = unanswered(other, begun(other, at=at(600)))
        with pytest.raises(NotAllowed):
            other.sums_by_person(DAY, DAY)
        with pytest.raises(NotAllowed):
            other.facts(mine.id)
        with pytest.raises(NotAllowed):
            other.limits_of(mine.id)
    book.add_person(name="没打电话", number="102", at=BEGINS)
    assert book.sums_by_person(DAY, TOMORROW) == {
        book.me.id: day_sum(facts(mine.call)),
        agent.id: day_sum(facts(theirs.call)),
    }


def test_amending_takes_the_old_facts_out_and_puts_the_new_in(book: Book, customer: Customer) -> None:
    kept = talked(book, begun(book, customer=customer))
    before = facts(kept.call)
    kept = book.keep(kept, Amended(at=later(kept, 60), by="", reason="其实成了", outcome="settled", intent="A"))
    after = facts(kept.call)
    assert (before.result, after.result) == ("failure", "success")
    assert book.facts(kept.id) == after
    assert book.sums(book.me.id, DAY, DAY) == day_sum(after)
    assert book.card_sums(book.me.id, DAY, DAY) == card_sums(after)
    sums = book.release_sums("small", DAY, DAY)
    assert sums[Place("small", "", DAY, 10, "settled")] == release_sum(after)
    assert sums[Place("small", "", DAY, 10, "refused")] == release_sum(after) - release_sum(after)
    assert book.calls(outcome="settled")[0].id == kept.id
    assert book.check().right


def test_calls_keep_the_limits_with_which_they_were_counted(book: Book) -> None:
    first = talked(book, begun(book))
    book.set_limits(Limits(effective_seconds=600))
    second = talked(book, begun(book, at=at(900)))
    counted = [found.effective for found in book.facts_of(book.me.id, DAY, DAY).values()]
    assert counted == [1, 0]
    book.keep(first, Amended(at=later(first, 3600), by="", reason="改一下", outcome="hung-up"))
    found = book.facts(first.id)
    assert found is not None
    assert found.effective == 1
    assert book.facts(second.id) == facts(second.call, limits=Limits(effective_seconds=600))
    book.set_limits(Limits(effective_seconds=90))
    third = begun(book, at=at(1800))
    told = [book.limits_of(kept.id).effective_seconds for kept in (first, second, third)]
    assert told == [30, 600, 90]
    assert book.check().right


CHANGES = {
    "sum_differs": "UPDATE sums_by_day SET talk_seconds = talk_seconds + 1",
    "facts_differ": "UPDATE facts SET facts = (SELECT facts FROM facts ORDER BY call LIMIT 1)",
    "trail_broken": "UPDATE events SET kind = 'answered' WHERE seq = 3",
    "state_differs": "UPDATE calls SET state = 'open' WHERE outcome = 'refused'",
    "promise_differs": "UPDATE promises SET kept_at = made_at",
}


@pytest.mark.parametrize("code", CHANGES)
def test_the_check_names_what_was_changed_behind_its_back(book: Book, code: str) -> None:
    talked(book, begun(book))
    called_back(book, begun(book, at=at(1200)), due="2026-01-05 15:00")
    assert book.check().right
    with book._store.writing() as db:
        db.execute(CHANGES[code])
    faults = book.check().faults
    assert f"data:{code}" in {fault.code for fault in faults}
    for fault in faults:
        assert "{" not in fault.in_language("zh") + fault.in_language("en")


@pytest.mark.parametrize("table", ["sums_by_day", "sums_by_card", "sums_by_release", "promises", "facts"])
def test_the_check_misses_nothing_that_is_gone(book: Book, table: str) -> None:
    called_back(book, begun(book), due="2026-01-05 15:00")
    talked(book, begun(book, at=at(1200)))
    with book._store.writing() as db:
        db.execute(f"DELETE FROM {table}")
    assert book.check().faults


def test_a_card_sum_has_the_columns_of_its_table(book: Book) -> None:
    for table, kind in (("sums_by_day", DaySum), ("sums_by_card", CardSum), ("sums_by_release", DaySum)):
        columns = [name for _, name, *_ in book._store.rows(f"PRAGMA table_info({table})")]
        assert tuple(columns[-len(kind.__struct_fields__) :]) == kind.__struct_fields__
