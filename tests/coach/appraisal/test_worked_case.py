"""The worked appraisal: the shipped plan, one agent, one month, to the last digit."""

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from coach.appraisal.entry import Entry, leave_kinds
from coach.appraisal.exact import shown
from coach.appraisal.score import ItemScore, Score, SectionScore
from coach.appraisal.scoring import score
from scripts_library.appraisal_plan import AppraisalPlan, Item, Section
from scripts_library.shelf import shipped

FIGURES = {
    "dials": Fraction(72 * 20),
    "worked_days": Fraction(20),
    "appointments": Fraction(6),
    "contacts": Fraction(150),
    "must_done": Fraction(88),
    "must_due": Fraction(100),
    "overcome": Fraction(9),
    "raised": Fraction(12),
    "qa_sum": Fraction(81 * 8),
    "qa_reviews": Fraction(8),
    "callbacks_kept": Fraction(19),
    "callbacks_due": Fraction(20),
}
HAPPENED = {
    "late": 3,
    "overtime": 1,
    "cooperation": 2,
    "refused": 1,
    "sick-leave": 2,
    "praise": 3,
    "complaint": 1,
    "covered-callback": 2,
    "left-plan": 1,
}
ENTRIES = tuple(
    Entry(id=f"{kind}-{number}", kind=kind, day=date(2026, 11, 1 + number), by="sup")
    for kind, times in HAPPENED.items()
    for number in range(times)
)


@pytest.fixture(scope="module")
def plan() -> AppraisalPlan:
    document = shipped().find("appraisal", "regular")
    assert isinstance(document, AppraisalPlan)
    return document


@pytest.fixture(scope="module")
def worked(plan: AppraisalPlan) -> Score:
    return score(plan, FIGURES, ENTRIES)


def section(of: Score, name: str) -> SectionScore:
    return next(part for part in of.sections if part.id == name)


def item(of: Score, name: str) -> ItemScore:
    return next(each for part in of.sections for each in part.items if each.id == name)


@pytest.mark.parametrize(
    ("name", "reached", "weighted"),
    [
        ("attitude", "99", "14.85"),
        ("ability", "72.8", "10.92"),
        ("proficiency", "86", "17.2"),
        ("responsibility", "86.4", "21.6"),
        ("coordination", "81", "20.25"),
    ],
)
def test_each_section_comes_out_exactly(worked: Score, name: str, reached: str, weighted: str) -> None:
    assert section(worked, name).score == Fraction(reached)
    assert section(worked, name).points == Fraction(weighted)


def test_the_total_is_exact_and_rounded_only_where_it_is_shown(worked: Score) -> None:
    assert worked.total == Fraction("84.82")
    assert shown(worked.total) == "84.8"


def test_a_measure_below_its_minimum_sample_is_left_out_and_its_share_spread(worked: Score) -> None:
    saved = item(worked, "objection-save-rate")
    assert saved.score is None
    assert saved.part == 0
    assert saved.left_out is not None
    assert "12" in saved.left_out.in_language("zh")
    assert item(worked, "adherence").part == Fraction(50, 70)
    assert item(worked, "quality").part == Fraction(20, 70)


def test_a_sample_that_nobody_counted_is_a_sample_of_none(plan: AppraisalPlan) -> None:
    measured = Item(title="全程", formula="contacts", line={"0": "0", "1": "100"}, sample="qa_reviews", minimum=5)
    one = replace(plan, sections={"only": Section(title="只此", weight="100%", items={"whole": measured})})
    whole = item(score(one, {"contacts": Fraction(1), "qa_reviews": None}, ()), "whole")
    assert whole.score is None
    assert whole.left_out is not None
    assert whole.left_out.in_language("zh") == "全程：目前 0 次，还不够 5 次，先不计。"


def test_the_exact_middle_of_the_appointment_line(worked: Score) -> None:
    assert item(worked, "appointment-rate").score == Fraction(220, 3)
    assert item(worked, "appointment-rate").ratio == (Fraction(6), Fraction(150))


def test_every_number_has_its_evidence(worked: Score) -> None:
    conduct = item(worked, "conduct")
    late = next(line for line in conduct.lines if line.kind == "late")
    assert late.points == -3
    assert [entry.id for entry in late.entries] == ["late-0", "late-1", "late-2"]
    assert dict(item(worked, "callbacks-on-time").figures) == {"callbacks_due": 20, "callbacks_kept": 19}


def test_overtime_is_worth_something_to_the_punctual(plan: AppraisalPlan) -> None:
    busy = tuple(Entry(id=str(n), kind="overtime", day=date(2026, 11, 2), by="sup") for n in range(30))
    assert section(score(plan, FIGURES, busy[:4]), "attitude").score == 104
    assert section(score(plan, FIGURES, busy), "attitude").score == 110


def test_a_section_never_falls_below_nothing(plan: AppraisalPlan) -> None:
    complaints = tuple(Entry(id=str(n), kind="left-plan", day=date(2026, 11, 2), by="sup") for n in range(99))
    assert section(score(plan, FIGURES, complaints), "coordination").score == 0


def test_a_section_with_nothing_left_spreads_its_weight(plan: AppraisalPlan) -> None:
    quiet = score(plan, {"worked_days": Fraction(20), "dials": None}, ())
    assert section(quiet, "ability").score is None
    assert section(quiet, "proficiency").points is None
    assert section(quiet, "attitude").part == Fraction(15, 65)
    assert sum(part.part for part in quiet.sections) == 1


def test_a_month_away_has_no_grade(plan: AppraisalPlan) -> None:
    away = score(plan, {**FIGURES, "worked_days": Fraction(0)}, ())
    assert away.total is None
    assert away.ungraded is not None


def test_whoever_is_not_confirmed_sees_figures_and_no_grade(plan: AppraisalPlan) -> None:
    new = score(plan, FIGURES, ENTRIES, status="probation")
    assert new.total is None
    assert section(new, "ability").score == Fraction("72.8")
    assert new.ungraded is not None
    assert "试用" in new.ungraded.in_language("zh")


def test_no_figure_at_all_is_no_grade_where_no_section_is_left(plan: AppraisalPlan) -> None:
    assert score(plan, {}, ()).total is not None  # E1, E4 and E5 stand on their base
    assert item(score(plan, {}, ()), "dials-a-day").left_out is not None


def test_leave_is_counted_in_days(plan: AppraisalPlan) -> None:
    half = Entry(id="1", kind="personal-leave", day=date(2026, 11, 2), by="hr", count="0.5")
    assert section(score(plan, FIGURES, (half,)), "attitude").score == Fraction("99.5")
    assert leave_kinds(plan) == {"personal-leave", "sick-leave", "legal-leave"}
