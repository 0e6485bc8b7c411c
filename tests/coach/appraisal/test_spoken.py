"""What an agent reads is a sentence: what was counted, what it gave, and how sure it is."""

from datetime import date
from fractions import Fraction

import pytest

from coach.appraisal.entry import Entry
from coach.appraisal.score import Score
from coach.appraisal.scoring import score
from coach.appraisal.spoken import of_item, sentences, spread
from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.shelf import shipped

FIGURES = {
    "dials": Fraction(1440),
    "worked_days": Fraction(20),
    "appointments": Fraction(6),
    "contacts": Fraction(150),
    "must_done": Fraction(88),
    "must_due": Fraction(100),
    "overcome": Fraction(3),
    "raised": Fraction(12),
    "callbacks_kept": Fraction(19),
    "callbacks_due": Fraction(20),
}
LATE = tuple(Entry(id=str(day), kind="late", day=date(2026, 11, day), by="hr") for day in (2, 3, 4))


@pytest.fixture(scope="module")
def plan() -> AppraisalPlan:
    document = shipped().find("appraisal", "regular")
    assert isinstance(document, AppraisalPlan)
    return document


@pytest.fixture(scope="module")
def scored(plan: AppraisalPlan) -> Score:
    return score(plan, FIGURES, LATE)


def told(of: Score, section: str, language: str = "zh") -> list[str]:
    return [one.in_language(language) for part in of.sections if part.id == section for one in sentences(part)]


def test_entries_read_as_times_and_points(scored: Score) -> None:
    assert told(scored, "attitude") == ["迟到 3 次（−3）。"]
    assert told(scored, "coordination") == ["配合与守约：没有记录，按基础分 80 计。"]


def test_leave_reads_in_days(plan: AppraisalPlan) -> None:
    leave = tuple(
        Entry(id=kind, kind=kind, day=date(2026, 11, 2), by="hr", count=count)
        for kind, count in (("personal-leave", "1"), ("sick-leave", "2"), ("legal-leave", "0.25"))
    )
    assert told(score(plan, FIGURES, leave), "attitude") == [
        "事假 1 天（−1）。",
        "病假 2 天（0）。",
        "法定假 0.25 天（0）。",
    ]
    assert told(score(plan, FIGURES, leave), "attitude", "en") == [
        "事假 1 day (−1).",
        "病假 2 days (0).",
        "法定假 0.25 days (0).",
    ]


def test_must_says_are_told_by_weight(scored: Score) -> None:
    assert told(scored, "proficiency")[0] == "必说项按权重共 100，做到 88：88%。"
    assert told(scored, "proficiency", "en")[0] == "Must-says by weight: 88 of 100 kept, 88%."


def test_in_english_one_is_not_told_as_many(plan: AppraisalPlan) -> None:
    one = {**FIGURES, "appointments": Fraction(1), "contacts": Fraction(31)}
    once = score(plan, one, LATE[:1])
    assert told(once, "attitude", "en") == ["迟到 1 time (−1)."]
    assert told(once, "ability", "en")[1] == "1 appointment in 31 contacts: 3.2%."
    assert told(score(plan, FIGURES, LATE), "attitude", "en") == ["迟到 3 times (−3)."]


def test_a_rate_says_what_it_may_really_be(scored: Score) -> None:
    assert told(scored, "ability") == [
        "每天拨 72 通（20 个工作日共 1440 通）。",
        "150 次接通里约到 6 个：4%。",
        "按目前通数，实际水平大约 2%～8%。",
    ]


def test_what_was_left_out_says_so_and_claims_no_range(scored: Score) -> None:
    proficiency = told(scored, "proficiency")
    assert proficiency[1] == "异议化解率：目前 12 次，还不够 20 次，先不计。"
    assert len(proficiency) == 3


def test_a_promise_kept_is_no_sample(scored: Score) -> None:
    assert told(scored, "responsibility")[0] == "约好的 20 个回拨准时打了 19 个：95%。"
    assert not any("实际" in sentence for sentence in told(scored, "responsibility"))


def test_what_was_left_out_says_where_its_weight_went(plan: AppraisalPlan, scored: Score) -> None:
    def told_spread(of: Score, language: str) -> dict[str, list[str]]:
        return {part.id: [one.in_language(language) for one in spread(part)] for part in of.sections}

    assert told_spread(scored, "zh") == {
        "attitude": [],
        "ability": [],
        "proficiency": ["没计的部分占本维度 50%，分给其余各项。"],
        "responsibility": [],
        "coordination": [],
    }
    nothing = score(plan, {"worked_days": Fraction(1)}, ())
    assert told_spread(nothing, "en")["proficiency"] == [
        "Nothing here is counted yet, so its 20% is spread over the other sections."
    ]
    assert told_spread(nothing, "en")["responsibility"] == [
        "What is not counted is 60% of this section; it is spread over the rest."
    ]


def test_every_item_has_something_to_say_in_both_languages(scored: Score) -> None:
    for section in scored.sections:
        for item in section.items:
            for language in ("zh", "en"):
                assert [one.in_language(language) for one in of_item(item)]
