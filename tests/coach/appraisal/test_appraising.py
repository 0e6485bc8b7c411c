"""A month is appraised by the days that count and by what the person is by then."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from coach.appraisal.appraising import Appraisal, appraise
from coach.appraisal.entry import Entry
from coach.appraisal.period import Period
from coach.appraisal.working_days import Calendar
from coach.promises import PromiseSum
from coach.sums import DaySum
from scripts_library.appraisal_plan import AppraisalPlan, Status
from scripts_library.shelf import shipped

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
DAYS = {date(2026, 11, day): DaySum(dials=60, contacts=20, appointments=1, must_due=10, must_done=9) for day in (3, 17)}
DUE = {date(2026, 11, 17): PromiseSum(callbacks_due=6, callbacks_kept=6)}
LATE = tuple(Entry(id=str(day), kind="late", day=date(2026, 11, day), by="hr") for day in (4, 18))
REGULAR: Mapping[date, Status] = {date(2026, 1, 5): "regular"}


@pytest.fixture(scope="module")
def plan() -> AppraisalPlan:
    document = shipped().find("appraisal", "regular")
    assert isinstance(document, AppraisalPlan)
    return document


def appraised(plan: AppraisalPlan, **changes: Any) -> Appraisal:
    given: dict[str, Any] = {
        "today": date(2026, 12, 3),
        "statuses": REGULAR,
        "days": DAYS,
        "promises": DUE,
        "entries": LATE,
        "calendar": Calendar(),
        **changes,
    }
    return appraise(plan, NOVEMBER, **given)


def test_a_whole_month_of_somebody_confirmed(plan: AppraisalPlan) -> None:
    month = appraised(plan)
    assert month.counted == NOVEMBER
    assert month.figures["dials"] == 120
    assert month.figures["worked_days"] == 21
    assert month.entries == LATE
    assert month.score.total is not None
    attitude = next(section for section in month.score.sections if section.id == "attitude")
    assert attitude.score == 98


def test_a_running_month_counts_up_to_today(plan: AppraisalPlan) -> None:
    month = appraised(plan, today=date(2026, 11, 6))
    assert month.counted == (date(2026, 11, 1), date(2026, 11, 6))
    assert month.figures["dials"] == 60
    assert month.figures["worked_days"] == 5
    assert month.entries == LATE[:1]


def test_somebody_confirmed_on_the_16th_is_graded_on_the_days_from_then(plan: AppraisalPlan) -> None:
    month = appraised(plan, statuses={date(2026, 9, 1): "probation", date(2026, 11, 16): "regular"})
    assert month.counted == (date(2026, 11, 16), date(2026, 11, 30))
    assert month.figures["dials"] == 60
    assert month.figures["worked_days"] == 11
    assert month.entries == LATE[1:]
    assert month.score.total is not None


def test_of_leave_the_days_from_the_confirmation_on_count(plan: AppraisalPlan) -> None:
    leave = Entry(id="l", kind="personal-leave", day=date(2026, 11, 12), by="hr", count="5")
    statuses: Mapping[date, Status] = {date(2026, 9, 1): "probation", date(2026, 11, 16): "regular"}
    month = appraised(plan, statuses=statuses, entries=(leave,))
    assert month.figures["worked_days"] == 8
    attitude = next(section for section in month.score.sections if section.id == "attitude")
    assert attitude.score == 97


def test_leave_over_the_turn_of_a_month_costs_each_its_own_days(plan: AppraisalPlan) -> None:
    leave = Entry(id="l", kind="personal-leave", day=date(2026, 1, 30), by="hr", count="5")
    attitudes = []
    for month in (Period.month_of(leave.day), Period.month_of(leave.day).after):
        scored = appraise(
            plan,
            month,
            today=date(2026, 3, 2),
            statuses={date(2025, 1, 1): "regular"},
            days={},
            promises={},
            entries=(leave,),
            calendar=Calendar(),
        ).score
        attitudes += [section.score for section in scored.sections if section.id == "attitude"]
    assert attitudes == [99, 96]


def test_confirmed_twice_over_is_confirmed_since_the_first_day(plan: AppraisalPlan) -> None:
    month = appraised(plan, statuses={date(2026, 11, 2): "regular", date(2026, 11, 16): "regular"})
    assert month.counted == (date(2026, 11, 2), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ({}, "new"),
        ({date(2026, 11, 10): "probation"}, "probation"),
        ({date(2026, 1, 5): "regular", date(2026, 11, 20): "moved"}, "moved"),
        ({date(2026, 12, 1): "regular"}, "new"),
    ],
)
def test_who_is_not_confirmed_by_the_end_sees_all_figures_and_no_grade(
    plan: AppraisalPlan, statuses: dict[date, Status], status: Status
) -> None:
    month = appraised(plan, statuses=statuses)
    assert month.status == status
    assert month.score.total is None
    assert month.score.ungraded is not None
    assert month.figures["dials"] == 120
    assert month.next_point is None


def test_a_month_that_has_not_begun_has_no_figures_and_no_next_point(plan: AppraisalPlan) -> None:
    month = appraised(plan, today=date(2026, 10, 31))
    assert month.counted is None
    assert month.figures == {}
    assert month.score.total is None
    assert month.score.ungraded is not None
    assert month.next_point is None


def test_the_next_point_of_a_graded_month_is_the_cheapest(plan: AppraisalPlan) -> None:
    point = appraised(plan, today=date(2026, 11, 17)).next_point
    assert point is not None
    assert point.more >= 1
    assert point.gain >= 1


def test_a_month_that_is_over_has_no_next_point(plan: AppraisalPlan) -> None:
    assert appraised(plan, today=NOVEMBER.last).next_point is not None
    over = appraised(plan, today=date(2026, 12, 1))
    assert over.over
    assert over.score.total is not None
    assert over.next_point is None


def test_a_month_away_has_no_grade(plan: AppraisalPlan) -> None:
    away = Entry(id="a", kind="sick-leave", day=date(2026, 10, 30), by="hr", count="22")
    month = appraised(plan, days={}, promises={}, entries=(away,))
    assert month.figures["worked_days"] == 0
    assert month.score.total is None
