"""The measures: numerator and denominator of each, from sums alone."""

import pytest

from coach import measures
from coach.promises import PromiseSum
from coach.rate import Rate, Ratio
from coach.sums import CardSum, DaySum

DAY = DaySum(
    calls=120,
    dials=110,
    answered=45,
    contacts=40,
    contacts_dialled=38,
    right_parties=36,
    effective=25,
    talk_seconds=5400,
    effective_seconds=5000,
    pitches=20,
    early_hang_ups=9,
    raised=12,
    overcome=5,
    must_due=90,
    must_done=77,
    none_of_these=6,
    wechat_asked=8,
    wechat_accepted=4,
    appointments=2,
    complete=118,
    intent_a=1,
    intent_b=3,
    deals=1,
)


@pytest.mark.parametrize(
    ("measured", "wanted"),
    [
        (measures.contact_rate(DAY), Rate(38, 110)),
        (measures.average_talk(DAY), Ratio(5400, 40)),
        (measures.pitch_rate(DAY), Rate(20, 36)),
        (measures.objection_save_rate(DAY), Rate(5, 12)),
        (measures.objection_save_rate(CardSum(raised=4, overcome=3, tried=9)), Rate(3, 4)),
        (measures.technique_save_rate(CardSum(raised=4, overcome=3, tried=9)), Rate(3, 9)),
        (measures.intent_rate(DAY), Rate(4, 40)),
        (measures.wechat_rate(DAY), Rate(4, 40)),
        (measures.early_hang_up_rate(DAY), Rate(9, 40)),
        (measures.appointment_rate(DAY), Rate(2, 40)),
        (measures.conversion(DAY), Rate(1, 40)),
        (measures.adherence_rate(DAY), Rate(77, 90)),
        (measures.off_script(DAY), Ratio(6, 40)),
        (measures.completeness(DAY), Rate(118, 120)),
        (measures.per_day(DAY.dials, 2), Ratio(110, 2)),
        (measures.per_thousand_contacts(2, DAY), Ratio(2000, 40)),
        (measures.callbacks_on_time(PromiseSum(callbacks_due=20, callbacks_kept=19)), Rate(19, 20)),
        (measures.show_up_rate(PromiseSum(appointments_due=4, appointments_kept=3)), Rate(3, 4)),
    ],
)
def test_numerator_and_denominator(measured: Ratio, wanted: Ratio) -> None:
    assert (type(measured), measured) == (type(wanted), wanted)


def test_nothing_done_is_no_value_and_not_nought() -> None:
    assert measures.contact_rate(DaySum()).value is None
    assert measures.callbacks_on_time(PromiseSum()).value is None
    assert measures.per_day(0, 0).value is None
