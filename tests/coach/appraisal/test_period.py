"""Which days of a month count for a person, and what they add up to."""

from datetime import date
from fractions import Fraction

import pytest

from coach.appraisal.entry import Entry
from coach.appraisal.figures import FIGURES
from coach.appraisal.period import Period, entries_in, figures
from coach.appraisal.working_days import Calendar, days_off
from coach.promises import PromiseSum
from coach.sums import DaySum
from scripts_library.appraisal_plan import AppraisalPlan, EntryKind, Item, Section

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))  # begins on a Sunday; 21 days from Monday to Friday
WEEKDAYS = Calendar()


@pytest.fixture(scope="module")
def plan() -> AppraisalPlan:
    leave = {
        "sick-leave": EntryKind(title="病假", points="0", per="day"),
        "personal-leave": EntryKind(title="事假", points="-1", per="day"),
        "late": EntryKind(title="迟到", points="-1"),
    }
    conduct = Item(title="考勤", base=100, entries=leave)
    return AppraisalPlan(
        format=1,
        id="small",
        title="小",
        sections={"e1": Section(title="态度", weight="100%", items={"conduct": conduct})},
    )


def away(kind: str, day: int, count: str = "1") -> Entry:
    return Entry(id=f"{kind}-{day}-{count}", kind=kind, day=date(2026, 11, day), by="hr", count=count)


def worked(plan: AppraisalPlan, counted: Period | None, *entries: Entry, calendar: Calendar = WEEKDAYS) -> object:
    return figures(counted, {}, {}, entries, plan, calendar).get("worked_days")


def test_a_month_knows_its_neighbours_over_the_turn_of_the_year() -> None:
    january = Period.month_of(date(2026, 1, 31))
    assert january == (date(2026, 1, 1), date(2026, 1, 31))
    assert january.before == (date(2025, 12, 1), date(2025, 12, 31))
    assert january.after == (date(2026, 2, 1), date(2026, 2, 28))
    assert Period.month_of(date(2028, 2, 1)).last == date(2028, 2, 29)


def test_a_running_month_counts_up_to_today() -> None:
    assert NOVEMBER.counted(date(2026, 11, 23)) == (date(2026, 11, 1), date(2026, 11, 23))
    assert NOVEMBER.counted(date(2026, 12, 5)) == NOVEMBER
    assert NOVEMBER.counted(date(2026, 10, 31)) is None


def test_somebody_confirmed_in_the_month_is_graded_on_the_days_from_then() -> None:
    assert NOVEMBER.counted(date(2026, 12, 1), date(2026, 11, 16)) == (date(2026, 11, 16), date(2026, 11, 30))
    assert NOVEMBER.counted(date(2026, 12, 1), date(2025, 1, 1)) == NOVEMBER
    assert NOVEMBER.counted(date(2026, 12, 1), date(2026, 12, 1)) is None


def test_only_the_days_that_count_are_added_up(plan: AppraisalPlan) -> None:
    days = {date(2026, 11, day): DaySum(dials=10, contacts=4, talk_seconds=90) for day in (2, 16, 17)}
    due = {date(2026, 11, day): PromiseSum(callbacks_due=2, callbacks_kept=1, appointments_due=1) for day in (2, 17)}
    found = figures(Period(date(2026, 11, 16), date(2026, 11, 20)), days, due, (), plan, WEEKDAYS)
    assert found["dials"] == 20
    assert found["contacts"] == 8
    assert found["talk_minutes"] == 3
    assert found["callbacks_kept"] == 1
    assert found["callbacks_due"] == 2
    assert found["appointments_kept"] == 0
    assert found["appointments_due"] == 1
    assert found["worked_days"] == 5


def test_every_figure_that_a_formula_may_name_is_known_but_the_reviews(plan: AppraisalPlan) -> None:
    assert set(FIGURES) - figures(NOVEMBER, {}, {}, (), plan, WEEKDAYS).keys() == {"qa_sum", "qa_reviews"}


def test_where_no_day_counts_there_are_no_figures_rather_than_nothing_done(plan: AppraisalPlan) -> None:
    assert figures(None, {}, {}, (), plan, WEEKDAYS) == {}


def test_a_month_whose_days_so_far_were_all_rest_days_has_no_working_days_to_be_away_from(plan: AppraisalPlan) -> None:
    assert worked(plan, Period(date(2026, 11, 1), date(2026, 11, 1))) is None


def test_holidays_rest_and_made_up_days_are_worked(plan: AppraisalPlan) -> None:
    calendar = Calendar(holidays=frozenset({date(2026, 11, 3)}), made_up=frozenset({date(2026, 11, 7)}))
    assert worked(plan, NOVEMBER) == 21
    assert worked(plan, NOVEMBER, calendar=calendar) == 21
    assert not calendar.works(date(2026, 11, 3))
    assert calendar.works(date(2026, 11, 7))


def test_full_days_of_leave_are_no_working_days(plan: AppraisalPlan) -> None:
    assert worked(plan, NOVEMBER, away("sick-leave", 2, "2"), away("late", 5)) == 19
    assert worked(plan, NOVEMBER, away("personal-leave", 30, "21")) == 20
    assert worked(plan, NOVEMBER, away("sick-leave", 2, "21")) == 0


def test_leave_of_several_days_passes_over_the_weekend(plan: AppraisalPlan) -> None:
    assert days_off(plan, [away("sick-leave", 6, "2")], WEEKDAYS) == {date(2026, 11, 6), date(2026, 11, 9)}


def test_half_a_day_of_leave_is_no_full_day_and_two_halves_are(plan: AppraisalPlan) -> None:
    assert worked(plan, NOVEMBER, away("personal-leave", 2, "0.5")) == 21
    assert worked(plan, NOVEMBER, away("personal-leave", 2, "0.5"), away("sick-leave", 2, "0.5")) == 20
    assert worked(plan, NOVEMBER, away("personal-leave", 2, "1.5")) == 20


def test_leave_that_began_before_the_period_reaches_into_it(plan: AppraisalPlan) -> None:
    october = Entry(id="o", kind="sick-leave", day=date(2026, 10, 29), by="hr", count="4")
    assert worked(plan, NOVEMBER, october) == 19


@pytest.mark.parametrize(
    ("day", "count", "before", "within"),
    [
        (date(2026, 10, 29), "4", "2", "2"),
        (date(2026, 10, 29), "2", "2", None),
        (date(2026, 10, 31), "1", None, "1"),  # a Saturday: leave lies on working days
        (date(2026, 10, 30), "1.25", "1", "0.25"),
        (date(2026, 11, 2), "1.5", None, "1.5"),
    ],
)
def test_leave_over_the_turn_of_a_month_counts_in_each_by_its_days(
    plan: AppraisalPlan, day: date, count: str, before: str | None, within: str | None
) -> None:
    leave = Entry(id="o", kind="personal-leave", day=day, by="hr", count=count)
    for period, days in ((NOVEMBER.before, before), (NOVEMBER, within)):
        counts = [entry.count for entry in entries_in(period, [leave], plan, WEEKDAYS)]
        assert counts == ([] if days is None else [days])


def test_leave_ahead_counts_as_its_days_come(plan: AppraisalPlan) -> None:
    week = away("personal-leave", 2, "5")
    assert entries_in(NOVEMBER.counted(date(2026, 11, 1)), [week], plan, WEEKDAYS) == ()
    (so_far,) = entries_in(NOVEMBER.counted(date(2026, 11, 4)), [week], plan, WEEKDAYS)
    assert (so_far.id, so_far.day, so_far.count) == (week.id, week.day, "3")


def test_what_is_counted_in_times_counts_on_its_day(plan: AppraisalPlan) -> None:
    noted = [away("late", 1), away("late", 30, "2")]
    assert entries_in(NOVEMBER, noted, plan, WEEKDAYS) == tuple(noted)
    assert entries_in(Period(date(2026, 11, 2), date(2026, 11, 29)), noted, plan, WEEKDAYS) == ()
    assert entries_in(None, noted, plan, WEEKDAYS) == ()


def test_two_entries_of_one_day_count_once(plan: AppraisalPlan) -> None:
    assert worked(plan, NOVEMBER, away("personal-leave", 2), away("sick-leave", 2)) == Fraction(20)
