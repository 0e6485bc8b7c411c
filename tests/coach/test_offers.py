"""What the agent is offered: replies open or closed, and why."""

import pytest
from msgspec.structs import replace

from coach.call import Call
from coach.events import Raised
from coach.offers import offers, possible
from coach.reasons import reason
from scripts_library.expressions import plain
from scripts_library.release import Release
from scripts_library.script import Reply
from tests.strategies.small import SMALL, at, talking


def with_reply(when: str, language: str = "zh-CN") -> Release:
    """The small release whose first line has one more reply, which waits for a condition."""
    hello = SMALL.script.steps["hello"]
    more = replace(hello, replies=(*hello.replies, Reply(hears="那行吧", goto="offer", when=when)))
    script = replace(SMALL.script, language=language, steps={**SMALL.script.steps, "hello": more})
    return replace(SMALL, script=script)


@pytest.mark.parametrize(
    ("when", "chinese", "english"),
    [
        ("customer.referrer", "要先满足：已知介绍人", None),
        ("fields.day", "要先满足：已知日期", "only when 日期 is known"),
        ("not clinic", "要先满足：还不知道门诊", "only when 门诊 is not known"),
        ("visited('offer')", "要先满足：说过「offer」", "only when “offer” has been said"),
        ("not visited('hello')", "要先满足：没说过「hello」", "only when “hello” has not been said"),
        ("raised('busy')", "要先满足：提过「没时间」", "only when “没时间” came up"),
        (
            "raised('busy') >= 2",
            "要先满足：「没时间」提起的次数不少于2",
            "only when the number of times that “没时间” came up is at least 2",
        ),
        ("fields.who == '家人'", "要先满足：谁来是「家人」", "only when 谁来 is “家人”"),
        ("fields.who in ('本人', '家人')", "要先满足：谁来在「本人」、「家人」之中", None),
        (
            "fields.deal_units > 1.5 and not (fields.day or visited('offer') == true)",
            None,
            "only when 台数 is above 1.5 and it is not so that 日期 is known or “offer” has been said is yes",
        ),
        ("1 < fields.deal_units < 5", None, "only when 1 is below 台数 and 台数 is below 5"),
        ("false", "要先满足：从不能选", "only when never"),
    ],
)
def test_a_condition_in_words(when: str, chinese: str | None, english: str | None) -> None:
    told = reason(when, SMALL)
    if chinese is not None:
        assert told.in_language("zh") == chinese
    if english is not None:
        assert told.in_language("en") == english


def test_a_closed_reply_says_what_it_waits_for_in_the_scripts_language() -> None:
    start = talking().trail
    assert offers(Call.replayed(with_reply("fields.day"), start))[-1].why == "要先满足：已知日期"
    assert offers(Call.replayed(with_reply("fields.day", "en"), start))[-1].why == "only when 日期 is known"


def test_the_trainers_own_reason_stands_before_that() -> None:
    assert [offer.why for offer in offers(talking())] == [None, "没有介绍人", None, None]


def test_the_replies_of_a_card_are_always_open() -> None:
    call = talking(Raised(at=at(10), card="trust"))
    assert [(plain(offer.hears), offer.open, offer.outcome) for offer in offers(call)] == [
        ("哦，接着说", True, None),
        ("行，定了", True, "settled"),
        ("不信", True, "refused"),
    ]


def test_what_is_possible_goes_by_the_phase() -> None:
    assert possible(Call(SMALL)) == ("dialled",)
    assert "finished" not in possible(talking())
