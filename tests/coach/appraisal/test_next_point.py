"""What the next point costs, held against trying one success after another."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.appraisal.next_point import next_point
from coach.appraisal.scoring import score
from scripts_library.appraisal_plan import AppraisalPlan, Item, Section
from scripts_library.shelf import shipped

RISES = {
    "dials": ("dials",),
    "appointments": ("appointments", "contacts"),
    "must_done": ("must_done", "must_due"),
    "overcome": ("overcome", "raised"),
    "callbacks_kept": ("callbacks_kept", "callbacks_due"),
}


@pytest.fixture(scope="module")
def plan() -> AppraisalPlan:
    document = shipped().find("appraisal", "regular")
    assert isinstance(document, AppraisalPlan)
    return document


def of_section(plan: AppraisalPlan, figures: dict[str, Fraction], section: str) -> Fraction:
    return next(part.score or Fraction(0) for part in score(plan, figures, ()).sections if part.id == section)


def figures_of(dials: int, contacts: int, appointments: int, raised: int, overcome: int) -> dict[str, Fraction]:
    counts = {
        "dials": dials,
        "worked_days": 10,
        "contacts": contacts,
        "appointments": appointments,
        "raised": raised,
        "overcome": overcome,
        "must_due": 40,
        "must_done": 31,
        "callbacks_due": 12,
        "callbacks_kept": 10,
    }
    return {name: Fraction(count) for name, count in counts.items()}


@settings(max_examples=30)
@given(
    dials=st.integers(0, 1200),
    contacts=st.integers(30, 400),
    won=st.integers(0, 20),
    raised=st.integers(20, 60),
    lost=st.integers(0, 20),
)
def test_no_other_figure_brings_a_point_with_fewer_successes(
    plan: AppraisalPlan, dials: int, contacts: int, won: int, raised: int, lost: int
) -> None:
    figures = figures_of(dials, contacts, min(won, contacts), raised, raised - lost)
    point = next_point(plan, figures, (), score(plan, figures, ()))
    assert point is not None
    sections = {"dials": "ability", "appointments": "ability", "must_done": "proficiency", "overcome": "proficiency"}
    for figure, section in {**sections, "callbacks_kept": "responsibility"}.items():
        start = of_section(plan, figures, section)
        one_fewer = {name: count + (point.more - 1 if name in RISES[figure] else 0) for name, count in figures.items()}
        assert of_section(plan, one_fewer, section) - start < 1
    risen = {name: count + (point.more if name in RISES[point.figure] else 0) for name, count in figures.items()}
    assert of_section(plan, risen, point.section) - of_section(plan, figures, point.section) == point.gain >= 1
    assert point.reached == risen[point.figure]


def test_who_gives_wechat_was_asked_for_it() -> None:
    given_of_asked = Item(title="微信", formula="wechat_accepted / wechat_asked", line={"0%": "0", "100%": "100"})
    section = Section(title="基础能力", weight="100%", items={"wechat": given_of_asked})
    plan = AppraisalPlan(format=1, id="small", title="小方案", sections={"ability": section})
    figures = {"wechat_accepted": Fraction(1), "wechat_asked": Fraction(2)}
    point = next_point(plan, figures, (), score(plan, figures, ()))
    assert point is not None
    assert (point.more, point.reached, point.out_of) == (1, Fraction(2), Fraction(3))


def test_where_every_line_is_at_its_end_nothing_brings_a_point(plan: AppraisalPlan) -> None:
    figures = {**figures_of(1000, 100, 50, 40, 40), "must_done": Fraction(40), "callbacks_kept": Fraction(12)}
    assert next_point(plan, figures, (), score(plan, figures, ())) is None


def test_without_a_grade_there_is_no_next_point(plan: AppraisalPlan) -> None:
    figures = figures_of(600, 100, 2, 30, 10)
    assert next_point(plan, figures, (), score(plan, figures, (), status="new")) is None
    assert next_point(plan, figures, (), score(plan, figures, ())) is not None


def test_a_measure_that_comes_in_with_its_sample_may_take_away_what_was_gained() -> None:
    """Each call that wins WeChat is a contact more, and with the 30th of them few appointments begin to count."""
    wechat = Item(title="加微率", share=50, formula="wechat_accepted / contacts", line={"0%": "0", "100%": "100"})
    rate = Item(
        title="邀约成功率",
        share=50,
        formula="appointments / contacts",
        line={"0%": "0", "100%": "100"},
        sample="contacts",
        minimum=30,
    )
    section = Section(title="基础能力", weight="100%", items={"wechat": wechat, "rate": rate})
    plan = AppraisalPlan(format=1, id="small", title="小方案", sections={"ability": section})
    figures = {"contacts": Fraction(20), "wechat_accepted": Fraction(10), "appointments": Fraction()}
    point = next_point(plan, figures, (), score(plan, figures, ()))
    assert point is not None
    assert (point.figure, point.more, point.gain) == ("wechat_accepted", 1, Fraction(50, 21))
    far = {name: count + (500 if name != "appointments" else 0) for name, count in figures.items()}
    assert of_section(plan, far, "ability") < of_section(plan, figures, "ability")
