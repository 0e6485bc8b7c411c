"""What an agent reads is a sentence: what was counted, what it gave, and how sure it is."""

from datetime import date
from fractions import Fraction

import pytest

from coach.appraisal.entry import Entry
from coach.appraisal.score import Score
from coach.appraisal.scoring import score
from coach.appraisal.spoken import of_item, sentences
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
def scored() -> Score:
    plan = shipped().find("appraisal", "regular")
    assert isinstance(plan, AppraisalPlan)
    return score(plan, FIGURES, LATE)


def told(of: Score, section: str, language: str = "zh") -> list[str]:
    return [one.in_language(language) for part in of.sections if part.id == section for one in sentences(part)]


def test_entries_read_as_times_and_points(scored: Score) -> None:
    assert told(scored, "attitude") == ["迟到 3 次（−3）。"]
    assert told(scored, "coordination") == ["配合与守约：没有记录，按基础分 80 计。"]


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


def test_every_item_has_something_to_say_in_both_languages(scored: Score) -> None:
    for section in scored.sections:
        for item in section.items:
            for language in ("zh", "en"):
                assert [one.in_language(language) for one in of_item(item)]
