"""The check of an appraisal plan finds what would make it score wrongly, and nothing else."""

from typing import Any

import msgspec
import pytest

from coach.appraisal.figures import FIGURES
from coach.appraisal.plan_check import findings
from coach.appraisal.scoring import score
from scripts_library.appraisal_plan import AppraisalPlan
from scripts_library.sentences import Sentence
from scripts_library.shelf import shipped


def entries(**changes: Any) -> dict[str, Any]:
    return {"title": "考勤", "base": 100, "entries": {"late": {"title": "迟到", "points": "-1"}}, **changes}


def measure(**changes: Any) -> dict[str, Any]:
    return {
        "title": "邀约成功率",
        "formula": "appointments / contacts",
        "line": {"0%": "0", "2%": "60", "8%": "100"},
        **changes,
    }


def plan(**sections: dict[str, Any]) -> AppraisalPlan:
    """A plan of these sections; without any, a sound one."""
    sound = {"attitude": {"title": "态度", "weight": "100%", "items": {"conduct": entries()}}}
    return msgspec.convert(
        {"kind": "appraisal", "format": 1, "id": "p", "title": "考核", "sections": sections or sound}, AppraisalPlan
    )


def section(weight: str = "100%", **items: dict[str, Any]) -> dict[str, Any]:
    return {"title": "基础能力", "weight": weight, "items": items}


def found(of: AppraisalPlan) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in findings(of)]


def test_the_shipped_plan_and_a_small_sound_one_have_nothing_wrong() -> None:
    regular = shipped().find("appraisal", "regular")
    assert isinstance(regular, AppraisalPlan)
    assert found(regular) == []
    assert found(plan()) == []
    assert found(plan(a=section(one=measure()))) == []
    assert found(plan(a=section(one=measure(share=1), two=entries(share=2)))) == []


def test_weights_have_to_make_a_whole() -> None:
    assert found(plan(a=section("60%", x=measure()), b=section("0.3", y=entries()))) == [("HC2001", "sections")]
    assert found(plan(a=section("70%", x=measure()), b=section("0.3", y=entries()))) == []
    (short,) = findings(plan(a=section("60%", x=measure()), b=section("30.5%", y=entries())))
    assert short.values["sum"] == "90.5%"


@pytest.mark.parametrize(
    ("item", "path"),
    [
        (entries(entries={"late": {"title": "迟到", "points": "一分"}}), "entries.late.points"),
        (measure(line={"0%": "0", "eight": "100"}), "line.eight"),
        (measure(line={"0%": "0", "8%": "full"}), "line.8%"),
    ],
)
def test_what_should_be_a_number_has_to_be_one(item: dict[str, Any], path: str) -> None:
    assert found(plan(a=section(one=item))) == [("HC2002", f"sections.a.items.one.{path}")]


def test_a_weight_that_is_no_number_is_told_once_and_not_added_up() -> None:
    assert found(plan(a=section("half", one=measure()))) == [("HC2002", "sections.a.weight")]


def test_a_kind_of_entry_belongs_to_one_item_only() -> None:
    twice = plan(a=section("50%", one=entries()), b=section("50%", two=entries()))
    assert found(twice) == [("HC2003", "sections.b.items.two.entries.late")]
    (told,) = findings(twice)
    assert told.values["first"] == "sections.a.items.one"


@pytest.mark.parametrize(
    "item",
    [
        {"title": "空的"},
        measure(entries={"late": {"title": "迟到", "points": "-1"}}),
        entries(line={"0": "0", "1": "1"}),
        entries(sample="contacts", minimum=30),
    ],
)
def test_an_item_is_entries_or_a_measure(item: dict[str, Any]) -> None:
    assert found(plan(a=section(one=item))) == [("HC2004", "sections.a.items.one")]


@pytest.mark.parametrize("line", [{}, {"0%": "0"}])
def test_a_target_line_takes_two_points(line: dict[str, str]) -> None:
    assert found(plan(a=section(one=measure(line=line)))) == [("HC2005", "sections.a.items.one.line")]


@pytest.mark.parametrize("shares", [(1, None), (None, 1), (None, None)])
def test_two_items_share_a_section_by_their_shares(shares: tuple[int | None, int | None]) -> None:
    one, two = shares
    assert found(plan(a=section(one=measure(share=one), two=entries(share=two)))) == [("HC2006", "sections.a.items")]


def test_a_formula_has_to_be_readable() -> None:
    (told,) = findings(plan(a=section(one=measure(formula="appointments /"))))
    assert (told.code, told.path) == ("HC2007", "sections.a.items.one.formula")
    assert isinstance(told.values["why"], Sentence)


def test_a_formula_and_a_sample_name_known_figures() -> None:
    assert found(plan(a=section(one=measure(formula="smiles / contacts", sample="wishes", minimum=1)))) == [
        ("HC2008", "sections.a.items.one.formula"),
        ("HC2008", "sections.a.items.one.sample"),
    ]
    every = " + ".join(FIGURES)
    assert found(plan(a=section(one=measure(formula=every)))) == []


@pytest.mark.parametrize("cap", [0, -5])
def test_a_cap_is_above_nothing(cap: int) -> None:
    assert found(plan(a={**section(one=measure()), "cap": cap})) == [("HC2009", "sections.a.cap")]


@pytest.mark.parametrize("share", [0, -1])
def test_what_weighs_nothing_weighs_wrongly(share: int) -> None:
    nothing = plan(a=section(one=measure(share=share), two=entries(share=1)))
    assert found(nothing) == [("HC2010", "sections.a.items.one.share")]
    outweighed = plan(a=section("-50%", x=measure()), b=section("150%", y=entries()))
    assert found(outweighed) == [("HC2010", "sections.a.weight")]


@pytest.mark.parametrize(
    "told",
    [{"minimum": 30}, {"minimum": -1}, {"sample": "contacts"}, {"sample": "contacts", "minimum": 0}],
)
def test_a_minimum_says_of_what_and_a_sample_how_many(told: dict[str, Any]) -> None:
    assert found(plan(a=section(one=measure(**told)))) == [("HC2011", "sections.a.items.one")]
    assert found(plan(a=section(one=measure(sample="contacts", minimum=1)))) == []


def test_every_finding_reads_as_a_sentence_in_both_languages() -> None:
    broken = plan(
        a=section("60%", one={"title": "空的"}, two=entries(share=0)),
        b={**section("x", three=entries(), four=measure(line={"?": "?"}, formula="wishes")), "cap": 0},
        c=section("0%", five=measure(formula="((", minimum=5)),
    )
    told = list(findings(broken))
    assert {one.code for one in told} == {f"HC20{number:02}" for number in range(2, 12)}
    for one in (*told, *findings(plan(a=section("60%", x=measure())))):
        for language in ("zh", "en"):
            sentence = Sentence(f"coach:{one.code}", **one.values).in_language(language)
            assert sentence.endswith(("。", ".", "？", "?"))


def test_a_plan_without_findings_can_be_scored() -> None:
    assert score(plan(a=section(one=measure(share=1), two=entries(share=2))), {}, ()).total is not None
