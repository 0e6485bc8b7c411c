"""A month appraised from what the book keeps."""

from datetime import date, timedelta

import pytest

from coach.appraisal.appraising import Appraisal
from data.book import Book
from data.customer import Customer
from data.person import Person
from data.refusals import NotAllowed
from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.shelf import shipped
from tests.data.floor import Files, appointed, begun, called_back, talked
from tests.strategies.small import BEGINS

JANUARY = date(2026, 1, 1)
NOW = BEGINS + timedelta(days=10)


@pytest.fixture
def graded(book: Book) -> Book:
    """A book whose plan is in force and whose owner is confirmed."""
    plan = shipped().find("appraisal", "regular")
    assert isinstance(plan, AppraisalPlan)
    book.put_in_force(plan, JANUARY, at=BEGINS)
    book.set_status(book.me.id, "regular", date(2025, 3, 1))
    return book


def january(book: Book, person: str | None = None) -> Appraisal:
    found = book.appraisal(person or book.me.id, date(2026, 1, 20), now=NOW)
    assert found is not None
    return found


def test_calls_promises_and_entries_make_the_score(graded: Book, customer: Customer) -> None:
    talked(graded, begun(graded, customer=customer))
    appointed(graded, begun(graded, at=BEGINS + timedelta(hours=1)), day="2026-01-08", hour="15:00")
    called_back(graded, begun(graded, at=BEGINS + timedelta(hours=2)), due="2026-01-05 16:00")
    graded.add_entry(graded.me.id, "overtime", day=date(2026, 1, 6), at=NOW)
    month = january(graded)
    assert month.figures["dials"] == 3
    assert month.figures["appointments"] == 1
    assert month.figures["raised"] == 1
    assert month.figures["callbacks_due"] == 1
    assert month.figures["callbacks_kept"] == 0
    assert month.figures["worked_days"] == 11
    assert [entry.kind for entry in month.entries] == ["overtime"]
    assert month.score.total is not None


def test_before_a_plan_is_in_force_there_is_no_appraisal(book: Book) -> None:
    assert book.appraisal(book.me.id, JANUARY, now=NOW) is None


def test_a_month_before_the_plan_has_no_appraisal(graded: Book) -> None:
    assert graded.appraisal(graded.me.id, date(2025, 12, 31), now=NOW) is None


def test_leave_that_began_in_the_month_before_shortens_this_one(graded: Book) -> None:
    plan = shipped().find("appraisal", "regular")
    assert isinstance(plan, AppraisalPlan)
    graded.put_in_force(plan, date(2026, 2, 1), at=NOW)
    graded.add_entry(graded.me.id, "sick-leave", day=date(2026, 1, 29), count="4", at=NOW)
    february = graded.appraisal(graded.me.id, date(2026, 2, 1), now=BEGINS.replace(month=2, day=6))
    assert february is not None
    assert february.figures["worked_days"] == 3
    assert [(entry.kind, entry.count) for entry in february.entries] == [("sick-leave", "2")]


def test_everybody_sees_their_own_and_a_supervisor_everybodys(files: Files, graded: Book, agent: Person) -> None:
    assert january(graded, agent.id).status == "new"
    with files.open(agent.number) as theirs:
        assert january(theirs).score.total is None
        with pytest.raises(NotAllowed):
            theirs.appraisal(graded.me.id, JANUARY, now=NOW)
