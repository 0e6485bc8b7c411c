"""The three sums of what calls contributed: exact whole numbers that are added, and taken away again when amended."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Self

import msgspec
from msgspec.structs import astuple

from coach.facts import Facts
from scripts_library.objections import Technique

_THOUSAND = 1000


class Sum(msgspec.Struct, frozen=True):
    """Counts that can be added and taken away, field by field. The names of the fields are those of the columns."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(one + another for one, another in zip(astuple(self), astuple(other), strict=True)))

    def __sub__(self, other: Self) -> Self:
        return type(self)(*(one - another for one, another in zip(astuple(self), astuple(other), strict=True)))


class CallSum(Sum, frozen=True):
    """What finished calls contributed together. Times are whole seconds, weights those of the must-say steps.

    `contacts_dialled` are the contacts whose dial counts: the numerator of the contact rate. Units sold are kept in
    thousandths (half a unit is 500), amounts in fen.
    """

    calls: int = 0
    dials: int = 0
    answered: int = 0
    contacts: int = 0
    contacts_dialled: int = 0
    right_parties: int = 0
    effective: int = 0
    talk_seconds: int = 0
    effective_seconds: int = 0
    wrap_up_seconds: int = 0
    pitches: int = 0
    early_hang_ups: int = 0
    customer_hang_ups: int = 0
    raised: int = 0
    overcome: int = 0
    must_due: int = 0
    must_done: int = 0
    order_broken: int = 0
    skimmed: int = 0
    none_of_these: int = 0
    jumps: int = 0
    wechat_asked: int = 0
    wechat_accepted: int = 0
    appointments: int = 0
    callbacks: int = 0
    complete: int = 0
    successes: int = 0
    intent_a: int = 0
    intent_b: int = 0
    intent_c: int = 0
    intent_d: int = 0
    deals: int = 0
    deal_thousandths: int = 0
    deal_fen: int = 0


class DaySum(CallSum, frozen=True):
    """The sum of an agent's day. Key: agent, day."""


class ReleaseSum(CallSum, frozen=True):
    """The sum of what was said. Key: script version (digest), campaign, day, hour, outcome."""


class CardSum(Sum, frozen=True):
    """The sum of an objection answered one way. Key: agent, day, card, technique.

    `raised` and `overcome` go to the technique of the last answer, so that they add up to the day's; `tried` counts
    for every technique whose answer was given, so that what did not help is seen too.
    """

    raised: int = 0
    overcome: int = 0
    tried: int = 0


def day_sum(facts: Facts) -> DaySum:
    """What one call adds to its agent's day."""
    return DaySum(*astuple(_call_sum(facts)))


def release_sum(facts: Facts) -> ReleaseSum:
    """What one call adds to its script version's hour."""
    return ReleaseSum(*astuple(_call_sum(facts)))


def card_sums(facts: Facts) -> Mapping[tuple[str, Technique], CardSum]:
    """What one call adds to each card and technique."""
    sums: dict[tuple[str, Technique], CardSum] = {}
    for met in facts.objections:
        for technique in met.tried:
            last = int(technique == met.technique)
            one = CardSum(raised=last, overcome=last * int(met.overcome), tried=1)
            sums[met.card, technique] = sums.get((met.card, technique), CardSum()) + one
    return sums


def _call_sum(facts: Facts) -> CallSum:
    if not facts.dialled:
        return CallSum()
    deal = facts.deal
    return CallSum(
        calls=1,
        dials=facts.dial,
        answered=facts.answered,
        contacts=facts.contact,
        contacts_dialled=facts.contact * facts.dial,
        right_parties=facts.right_party,
        effective=facts.effective,
        talk_seconds=facts.talk_seconds,
        effective_seconds=facts.effective_seconds,
        wrap_up_seconds=facts.wrap_up_seconds,
        pitches=facts.pitch,
        early_hang_ups=facts.hung_up_early,
        customer_hang_ups=int(facts.hung_up_by == "customer"),
        raised=facts.raised,
        overcome=facts.overcome,
        must_due=facts.must_due,
        must_done=facts.must_done,
        order_broken=facts.order_broken,
        skimmed=facts.skimmed,
        none_of_these=facts.none_of_these,
        jumps=facts.jumps,
        wechat_asked=facts.wechat_asked,
        wechat_accepted=facts.wechat_accepted,
        appointments=facts.appointment,
        callbacks=facts.callback,
        complete=facts.complete,
        successes=int(facts.result == "success"),
        intent_a=int(facts.intent == "A"),
        intent_b=int(facts.intent == "B"),
        intent_c=int(facts.intent == "C"),
        intent_d=int(facts.intent == "D"),
        deals=int(deal is not None),
        deal_thousandths=_thousandths(deal.units) if deal is not None else 0,
        deal_fen=deal.amount if deal is not None else 0,
    )


def _thousandths(units: Decimal) -> int:
    return int((units * _THOUSAND).to_integral_value())
