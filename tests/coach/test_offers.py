"""What the agent is offered: replies open or closed, and why."""

from msgspec.structs import replace

from coach.call import Call
from coach.events import Raised
from coach.offers import offers, possible
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
