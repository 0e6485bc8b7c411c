"""The sums: what a call adds, and that it leaves again exactly."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import assume, given

from coach.call import Call
from coach.contribution import facts
from coach.ending import possible_outcomes
from coach.events import Amended, Deal, Promised
from coach.facts import Facts, ObjectionFact
from coach.sums import CallSum, CardSum, DaySum, ReleaseSum, card_sums, day_sum, release_sum
from tests.strategies.releases import releases
from tests.strategies.small import ZONE, at
from tests.strategies.walks import calls

BUSY = ObjectionFact(card="busy", technique="understand-first", tried=("turn-round", "understand-first"), overcome=True)
LOST = ObjectionFact(card="busy", technique="turn-round", tried=("turn-round",), overcome=False)
TOLD = Facts(
    day=date(2026, 1, 5),
    hour=10,
    outcome="deal",
    result="success",
    dial=0,
    answered=1,
    contact=1,
    right_party=1,
    effective=1,
    talk_seconds=61,
    effective_seconds=61,
    wrap_up_seconds=12,
    pitch=1,
    objections=(BUSY, LOST),
    must_due=4,
    must_done=3,
    order_broken=1,
    skimmed=2,
    none_of_these=3,
    jumps=1,
    wechat_asked=1,
    wechat_accepted=1,
    complete=1,
    intent="B",
    hung_up_by="customer",
    hung_up_early=0,
    promised=Promised(what="callback", due_at=datetime(2026, 1, 5, 11, tzinfo=ZONE)),
    deal=Deal(units=Decimal("2.5"), amount=120050),
)
COUNTED = {
    "calls": 1,
    "dials": 0,
    "answered": 1,
    "contacts": 1,
    "contacts_dialled": 0,
    "right_parties": 1,
    "effective": 1,
    "talk_seconds": 61,
    "effective_seconds": 61,
    "wrap_up_seconds": 12,
    "pitches": 1,
    "early_hang_ups": 0,
    "customer_hang_ups": 1,
    "raised": 2,
    "overcome": 1,
    "must_due": 4,
    "must_done": 3,
    "order_broken": 1,
    "skimmed": 2,
    "none_of_these": 3,
    "jumps": 1,
    "wechat_asked": 1,
    "wechat_accepted": 1,
    "appointments": 0,
    "callbacks": 0,
    "complete": 1,
    "successes": 1,
    "intent_a": 0,
    "intent_b": 1,
    "intent_c": 0,
    "intent_d": 0,
    "deals": 1,
    "deal_thousandths": 2500,
    "deal_fen": 120050,
}


def test_every_column_of_a_day() -> None:
    assert day_sum(TOLD) == DaySum(**COUNTED)
    assert release_sum(TOLD) == ReleaseSum(**COUNTED)
    assert set(COUNTED) == set(CallSum.__struct_fields__)


def test_a_card_is_counted_by_the_answers_that_were_given() -> None:
    # «turn-round» was tried twice and had the last word once, in vain; «understand-first» won.
    assert card_sums(TOLD) == {
        ("busy", "turn-round"): CardSum(raised=1, overcome=0, tried=2),
        ("busy", "understand-first"): CardSum(raised=1, overcome=1, tried=1),
    }


def test_sums_are_added_and_taken_away_field_by_field() -> None:
    one, two = CardSum(raised=3, overcome=1, tried=5), CardSum(raised=1, overcome=1, tried=2)
    assert one + two == CardSum(raised=4, overcome=2, tried=7)
    assert one - two == CardSum(raised=2, overcome=0, tried=3)


walks = releases().flatmap(lambda release: calls(release, finished=True))


@given(walks)
def test_an_amended_calls_old_facts_leave_the_sums_and_the_new_ones_enter(call: Call) -> None:
    assume("refused" in possible_outcomes(call))
    other = DaySum(calls=7, dials=7, talk_seconds=400)
    before, after = (
        facts(call),
        facts(call.then(Amended(at=at(9000), by="supervisor", reason="更正", outcome="refused"))),
    )
    standing = other + day_sum(before)
    assert standing - day_sum(before) + day_sum(after) == other + day_sum(after)
    assert standing - day_sum(before) == other


@given(walks)
def test_the_cards_of_a_call_add_up_to_its_day(call: Call) -> None:
    told = facts(call)
    cards = sum(card_sums(told).values(), CardSum())
    assert (cards.raised, cards.overcome) == (told.raised, told.overcome)
    assert cards.tried >= cards.raised


@given(walks)
def test_every_sum_is_a_whole_number(call: Call) -> None:
    counted = day_sum(facts(call))
    assert all(type(getattr(counted, column)) is int for column in counted.__struct_fields__)
