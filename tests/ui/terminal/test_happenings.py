"""What happened in a call, an event a line: everything by the words that people know it by."""

import pytest

from coach.events import Amended, AnyEvent, Filled, Finished, HungUp, Raised
from coach.replay import replay
from tests.strategies.small import SMALL, at, finished, talking
from ui.terminal.happenings import happened


def lines(*trail: AnyEvent) -> list[str]:
    """The events of a call as the terminal prints them, in Chinese."""
    told = replay(SMALL, trail)
    every = (*told.before, *(one for line in told.lines for one in line.happened), *told.after)
    return [happened(one, told.call, {"8001": "林晓"}).in_language("zh") for one in every]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Filled(at=at(10), name="fields.who", value="家人"), "谁来 = 家人"),
        (Filled(at=at(10), name="customer.called", value="王先生"), "客户称呼 = 王先生"),
        (Filled(at=at(10), name="clinic", value="城北门诊"), "门诊 = 城北门诊"),
        (Raised(at=at(10), card="busy"), "没时间"),
    ],
)
def test_a_name_and_a_card_read_by_their_titles(event: AnyEvent, said: str) -> None:
    assert any(said in line for line in lines(*talking(event).trail))


def test_an_amendment_names_what_it_changed_and_who_did_it() -> None:
    call = finished(HungUp(at=at(30), by="agent"), outcome="refused", at_second=40)
    assert isinstance(call.trail[-1], Finished)
    amended = call.then(Amended(at=at(50), by="8001", reason="听错了", values={"fields.who": "本人"}))
    assert lines(*amended.trail)[-1] == "林晓更正：谁来 = 本人（听错了）"
