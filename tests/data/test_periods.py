"""Plans by month, entries, and the closing of a month."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from coach.appraisal.entry import Entry, NotAnEntry
from coach.appraisal.working_days import Calendar
from data.book import Book
from data.ids import as_bytes
from data.person import Person
from data.refusals import NoSuchEntry, NotAllowed, NotFound, PeriodClosed, PlanFrozen
from scripts_library.appraisal_plan import AppraisalPlan, EntryKind, Item, Section
from tests.data.floor import OWNER, Files
from tests.strategies.small import BEGINS, at

DAY = BEGINS.date()
KINDS = {
    "late": EntryKind(title="迟到", points="-1"),
    "leave": EntryKind(title="事假", points="-1", per="day"),
    "praise": EntryKind(title="表扬", points="2", by=("supervisor",)),
}
ITEM = Item(title="出勤", base=100, entries=KINDS)
PLAN = AppraisalPlan(
    format=1, id="small", title="小方案", sections={"attitude": Section(title="态度", weight="100%", items={"a": ITEM})}
)
NEXT = replace(PLAN, title="新方案")


def test_a_plan_counts_from_its_month_on(book: Book) -> None:
    assert book.plan_for(DAY) is None
    book.put_in_force(PLAN, DAY, at=BEGINS)
    book.put_in_force(NEXT, date(2026, 3, 31), at=BEGINS)
    assert book.plan_for(date(2025, 12, 31)) is None
    assert [book.plan_for(date(2026, month, 15)) for month in (1, 2, 3, 4)] == [PLAN, PLAN, NEXT, NEXT]


def test_a_month_that_has_begun_keeps_its_plan(book: Book, files: Files) -> None:
    book.put_in_force(PLAN, DAY, at=BEGINS)
    for month in (DAY, date(2025, 12, 1)):
        if book.plan_for(month) is not None:
            with pytest.raises(PlanFrozen):
                book.put_in_force(NEXT, month, at=BEGINS)
    book.put_in_force(NEXT, date(2026, 2, 1), at=BEGINS)
    book.put_in_force(PLAN, date(2026, 2, 1), at=BEGINS)
    with files.open() as other:
        assert other.plan_for(date(2026, 2, 28)) == PLAN


def test_entries_are_written_down_with_author_and_reason(book: Book, agent: Person) -> None:
    book.put_in_force(PLAN, DAY, at=BEGINS)
    late = book.add_entry(agent.id, "late", day=DAY, reason=" 堵车\x00 ", at=BEGINS)
    assert late == Entry(id=late.id, kind="late", day=DAY, by=OWNER, reason="堵车")
    leave = book.add_entry("101", "leave", day=date(2026, 1, 20), count="1.5", at=BEGINS)
    assert book.entries(agent.id, DAY, date(2026, 1, 31)) == [late, leave]
    assert book.entries(agent.id, date(2026, 1, 6), date(2026, 1, 31)) == [leave]
    assert book.entries(book.me.id, DAY, date(2026, 1, 31)) == []


def test_what_the_plan_does_not_know_is_not_entered(book: Book, agent: Person) -> None:
    with pytest.raises(NotFound):
        book.add_entry(agent.id, "late", day=DAY, at=BEGINS)
    book.put_in_force(PLAN, DAY, at=BEGINS)
    with pytest.raises(NotFound):
        book.add_entry(agent.id, "early", day=DAY, at=BEGINS)
    with pytest.raises(NotFound):
        book.add_entry("999", "late", day=DAY, at=BEGINS)


def test_an_entry_that_cannot_be_is_not_kept(book: Book, agent: Person) -> None:
    with pytest.raises(NoSuchEntry, match="No appraisal plan was in force in 2026-01"):
        book.add_entry(agent.id, "late", day=DAY, at=BEGINS)
    book.put_in_force(PLAN, DAY, at=BEGINS)
    with pytest.raises(NoSuchEntry, match="It has: late, "):
        book.add_entry(agent.id, "early", day=DAY, at=BEGINS)
    with pytest.raises(NotAnEntry):
        book.add_entry(agent.id, "late", day=DAY, count="0.5", at=BEGINS)
    with pytest.raises(NotAnEntry):
        book.add_entry(agent.id, "late", day=DAY + timedelta(days=1), at=BEGINS)
    assert book.entries(agent.id, date.min, date.max) == []


def test_who_enters_and_who_sees(book: Book, agent: Person, files: Files) -> None:
    book.put_in_force(PLAN, DAY, at=BEGINS)
    book.add_person(name="主管", number="s", role="supervisor", at=BEGINS)
    book.add_person(name="人事", number="hr", role="hr", at=BEGINS)
    with files.open("hr") as hr, pytest.raises(NotAllowed):
        hr.add_entry(agent.id, "praise", day=DAY, at=BEGINS)
    with files.open("s") as supervisor:
        praise = supervisor.add_entry(agent.id, "praise", day=DAY, at=BEGINS)
    with files.open("101") as own:
        assert own.entries(agent.id, DAY, DAY) == [praise]
        with pytest.raises(NotAllowed):
            own.entries(book.me.id, DAY, DAY)
        with pytest.raises(NotAllowed):
            own.add_entry(agent.id, "late", day=DAY, at=BEGINS)


def test_a_mistaken_entry_is_withdrawn_once_and_stays_on_record(book: Book, agent: Person, files: Files) -> None:
    book.put_in_force(PLAN, DAY, at=BEGINS)
    book.add_person(name="主管", number="s", role="supervisor", at=BEGINS)
    late = book.add_entry(agent.id, "late", day=DAY, at=BEGINS)
    book.withdraw_entry(agent.id, late, at=at(60))
    assert book.entries(agent.id, DAY, DAY) == []
    with files.open("s") as supervisor:
        supervisor.withdraw_entry(agent.id, late, at=at(120))
    kept = "SELECT withdrawn_at, withdrawn_by FROM entries"
    assert book._store.rows(kept) == [(at(60).isoformat(), as_bytes(book.me.id))]


def test_a_closed_month_does_not_change(book: Book, agent: Person) -> None:
    book.put_in_force(PLAN, DAY, at=BEGINS)
    late = book.add_entry(agent.id, "late", day=DAY, at=BEGINS)
    assert not book.closed(DAY)
    book.close_period(DAY, at=at(60))
    assert book.closed(date(2026, 1, 31))
    assert not book.closed(date(2026, 2, 1))
    with pytest.raises(PeriodClosed):
        book.add_entry(agent.id, "late", day=date(2026, 1, 31), at=at(61))
    with pytest.raises(PeriodClosed):
        book.withdraw_entry(agent.id, late, at=at(61))
    assert book.entries(agent.id, DAY, DAY) == [late]


def test_the_calendar_and_the_limits_are_kept(book: Book, files: Files) -> None:
    assert book.calendar == Calendar()
    calendar = Calendar(rest_weekdays=(7,), holidays=frozenset({date(2026, 2, 17)}), made_up=frozenset({DAY}))
    book.set_calendar(calendar)
    with files.open() as other:
        assert other.calendar == calendar


def test_settings_are_kept(book: Book, files: Files) -> None:
    assert book.setting("company") is None
    book.set("company", "安\x00家")
    book.set("company", "安家保险")
    with files.open() as other:
        assert other.setting("company") == "安家保险"
