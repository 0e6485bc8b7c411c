"""The whole check: what is read, and item 11, the plans that do not play."""

import pytest
from msgspec.structs import replace

from coach.proof import problems, stopping
from scripts_library.check import Limits
from scripts_library.document import Document
from scripts_library.plan import Deed, Plan
from scripts_library.script import Script
from scripts_library.shelf import Shelf, shelf_of, shipped
from tests.strategies.small import OBJECTIONS, OUTCOMES, SCRIPT

SHELF = shelf_of((OBJECTIONS, OUTCOMES))


def with_plans(*plans: Plan) -> Script:
    return replace(SCRIPT, plans=plans)


def plan(*does: Deed, given: dict[str, str] | None = None) -> Plan:
    return Plan(title="试一试", given=given or {}, does=does)


def of_plans(script: Document, shelf: Shelf = SHELF, limits: Limits | None = None) -> list[tuple[str, str]]:
    """The codes and paths of what is wrong with plans."""
    found = problems(script, shelf, limits or Limits())
    return [(one.code, one.place.path) for one in found if one.place.path.startswith("plans")]


def test_the_shipped_library_plays_all_its_plans() -> None:
    for script in shipped().of_kind("script"):
        assert of_plans(script, shipped()) == []


def test_plans_that_play_are_no_problem() -> None:
    assert of_plans(SCRIPT) == []


@pytest.mark.parametrize(
    ("broken", "code", "path"),
    [
        (plan(Deed(hears="挺好"), Deed(ends="refused")), "HC1101", "plans[2].does[1]"),
        (plan(Deed(hears="方便，你说"), Deed(returns=True)), "HC1101", "plans[2].does[2]"),
        (plan(Deed(hears="方便，你说"), Deed(ends="appointment")), "HC1101", "plans[2].does[2]"),
        (plan(Deed(hears="方便，你说")), "HC1102", "plans[2]"),
        (plan(Deed(ends="refused"), given={"last_call.day": "某天"}), "HC1101", "plans[2].given"),
    ],
)
def test_a_plan_that_does_not_play_is_a_problem_at_its_line(broken: Plan, code: str, path: str) -> None:
    assert of_plans(with_plans(SCRIPT.plans[0], broken)) == [(code, path)]


def test_a_plan_with_an_unknown_reference_is_told_so_once() -> None:
    broken = with_plans(plan(Deed(raises="weather"), Deed(ends="refused")), plan(Deed(hears="挺好")))
    assert of_plans(broken) == [("HC105", "plans[1].does[1].raises"), ("HC1101", "plans[2].does[1]")]


def test_what_stops_a_walk_is_told_from_what_may_be_heard() -> None:
    lost = replace(SCRIPT.steps["bye-wechat"], goto="nowhere")
    long = replace(SCRIPT.steps["hello"], says="您好" * 80)
    script = replace(SCRIPT, steps={**SCRIPT.steps, "bye-wechat": lost, "hello": long})
    broken_plan = plan(Deed(raises="weather"), Deed(ends="refused"))
    found = problems(replace(script, plans=(broken_plan,)), SHELF)
    assert {"HC101", "HC105", "HC902"} <= {one.code for one in found}
    assert [(one.code, one.place.path) for one in stopping(found)] == [("HC101", "steps.bye-wechat.goto")]


def test_a_script_that_cannot_be_walked_is_not_played() -> None:
    lost = replace(SCRIPT.steps["bye-wechat"], goto="nowhere")
    broken = replace(with_plans(plan(Deed(hears="挺好"))), steps={**SCRIPT.steps, "bye-wechat": lost})
    assert of_plans(broken) == []
    assert {one.code for one in problems(broken, SHELF)} >= {"HC101"}


@pytest.mark.parametrize("shelf", [shelf_of(()), shelf_of((OBJECTIONS,)), shelf_of((OUTCOMES,))])
def test_without_its_cards_or_outcomes_a_script_is_not_played(shelf: Shelf) -> None:
    assert problems(SCRIPT, shelf)
    assert of_plans(with_plans(plan(Deed(hears="挺好"))), shelf) == []


def test_a_plan_may_be_made_to_warn_only() -> None:
    limits = Limits(severities={"HC1102": "warning"})
    found = problems(with_plans(plan(Deed(hears="方便，你说"))), SHELF, limits)
    assert [one.severity for one in found if one.code == "HC1102"] == ["warning"]


def test_documents_without_plans_are_only_read() -> None:
    assert problems(OUTCOMES, SHELF) == ()
    assert of_plans(OBJECTIONS) == []
