"""Every number leads to what made it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from coach.appraisal.evidence import Behind, Spot, behind, spots
from coach.appraisal.figures import OF_CALLS
from coach.appraisal.score import ItemScore
from coach.events import Deal
from coach.facts import Facts, ObjectionFact
from scripts_library.expressions import formula


def measured(source: str, **counts: int | None) -> ItemScore:
    figures = tuple(
        (name, None if counts.get(name) is None else Fraction(counts[name] or 0)) for name in sorted(counts)
    )
    assert formula(source).names == set(counts)
    return ItemScore("i", "项", Fraction(1), Fraction(1), Fraction(50), formula=source, figures=figures)


def call(**contributed: Any) -> Facts:
    return Facts(day=date(2026, 11, 3), hour=10, outcome="refused", result="failure", **contributed)


def met(card: str, *, overcome: bool) -> ObjectionFact:
    return ObjectionFact(card=card, technique="affirm", tried=("affirm",), overcome=overcome)


FACTS = {
    "a": call(contact=1, appointment=1, must_due=3, must_done=3),
    "b": call(contact=1, must_due=4, must_done=1, missed_musts=("introduce", "recap")),
    "c": call(contact=0, dial=0),
    "d": call(
        contact=1, objections=(met("busy", overcome=False), met("price", overcome=True), met("busy", overcome=False))
    ),
}


def test_a_rate_leads_to_its_fewer_calls_first() -> None:
    ways = behind(measured("appointments / contacts", appointments=1, contacts=3))
    assert ways == (Behind("calls", "appointments"), Behind("calls", "contacts"))
    assert spots(ways[0], FACTS) == (Spot("a"),)
    assert spots(ways[1], FACTS) == (Spot("a"), Spot("b"), Spot("d"))


def test_missed_must_says_lead_to_the_very_step() -> None:
    ways = behind(measured("must_done / must_due", must_done=4, must_due=7))
    assert ways[0] == Behind("short", "must_done")
    assert spots(ways[0], FACTS) == (Spot("b", step="introduce"), Spot("b", step="recap"))


def test_objections_lost_lead_to_the_very_card() -> None:
    ways = behind(measured("overcome / raised", overcome=1, raised=3))
    assert ways[0] == Behind("short", "overcome")
    assert spots(ways[0], FACTS) == (Spot("d", card="busy"), Spot("d", card="busy"))
    assert spots(Behind("calls", "raised"), FACTS) == (Spot("d"),)


def test_where_nothing_was_missed_there_is_nothing_missed_to_show() -> None:
    ways = behind(measured("must_done / must_due", must_done=7, must_due=7))
    assert [way.kind for way in ways] == ["calls", "calls"]


def test_a_count_a_day_leads_to_its_days_and_a_promise_to_promises() -> None:
    assert behind(measured("dials / worked_days", dials=90, worked_days=2)) == (Behind("days", "dials"),)
    kept = measured("callbacks_kept / callbacks_due", callbacks_kept=19, callbacks_due=20)
    assert behind(kept) == (Behind("promises", "callbacks_due"),)


def test_where_nothing_was_counted_there_is_nothing_to_look_at() -> None:
    assert behind(measured("appointments / contacts", appointments=0, contacts=0)) == ()
    assert behind(measured("qa_sum / qa_reviews", qa_sum=None, qa_reviews=None)) == ()
    assert behind(measured("qa_sum / qa_reviews", qa_sum=700, qa_reviews=8)) == ()


FULL = Facts(
    day=date(2026, 11, 3),
    hour=10,
    outcome="deal",
    result="success",
    answered=1,
    contact=1,
    right_party=1,
    effective=1,
    talk_seconds=90,
    effective_seconds=90,
    wrap_up_seconds=9,
    pitch=1,
    objections=(met("busy", overcome=True),),
    must_due=2,
    must_done=1,
    order_broken=1,
    skimmed=1,
    none_of_these=1,
    jumps=1,
    wechat_asked=1,
    wechat_accepted=1,
    appointment=1,
    callback=1,
    hung_up_by="customer",
    hung_up_early=1,
    deal=Deal(units=Decimal("0.5"), amount=100),
)


@pytest.mark.parametrize("figure", OF_CALLS)
def test_each_figure_of_calls_leads_to_the_calls_that_contributed_to_it(figure: str) -> None:
    intent = figure.removeprefix("intent_").upper() if figure.startswith("intent_") else None
    one, nothing = replace(FULL, intent=intent), call(dial=0, complete=0)
    behind_it = spots(Behind("calls", figure), {"x": one, "y": nothing})
    assert behind_it == ((Spot("x"), Spot("y")) if figure == "calls" else (Spot("x"),))
