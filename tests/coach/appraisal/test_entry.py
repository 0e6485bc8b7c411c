"""Entries as they are written down: how many times or days, and on which day."""

from datetime import date

import pytest

from coach.appraisal.entry import NotAnEntry, counted, judge_day
from scripts_library.appraisal_plan import EntryKind

LATE = EntryKind(title="迟到", points="-1")
LEAVE = EntryKind(title="事假", points="-1", per="day")
TODAY = date(2028, 2, 29)


@pytest.mark.parametrize(("typed", "kept"), [("1", "1"), (" 12 ", "12"), ("０３", "3"), ("99", "99")])
def test_times_are_whole(typed: str, kept: str) -> None:
    assert counted(typed, LATE) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("1", "1"), ("0.5", "0.5"), ("2.50", "2.5"), ("１．２５", "1.25"), ("10", "10")]
)
def test_days_may_be_parts_of_a_day(typed: str, kept: str) -> None:
    assert counted(typed, LEAVE) == kept


@pytest.mark.parametrize(
    "typed", ["", " ", "0", "00", "-1", "+1", "1.5", "50%", "100", "1e1", "nan", "一", "1\n2", "9" * 5000]
)
def test_what_is_no_number_of_times_is_refused(typed: str) -> None:
    with pytest.raises(NotAnEntry, match="number of times"):
        counted(typed, LATE)


@pytest.mark.parametrize("typed", ["", "0", "0.00", "-0.5", "0.125", ".5", "1.", "50%", "367", "1e2", "inf"])
def test_what_is_no_number_of_days_is_refused(typed: str) -> None:
    with pytest.raises(NotAnEntry, match="number of days"):
        counted(typed, LEAVE)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2028, 2, 28), TODAY])
def test_what_has_happened_may_be_entered(day: date) -> None:
    judge_day(day, LATE, today=TODAY)
    judge_day(day, LEAVE, today=TODAY)


def test_only_leave_is_entered_ahead_and_at_most_a_year() -> None:
    with pytest.raises(NotAnEntry, match="still to come"):
        judge_day(date(2028, 3, 1), LATE, today=TODAY)
    judge_day(date(2029, 3, 1), LEAVE, today=TODAY)
    for day in (date(2029, 3, 2), date.max):
        with pytest.raises(NotAnEntry):
            judge_day(day, LEAVE, today=TODAY)
