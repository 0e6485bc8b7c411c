"""Properties of every walk: the trail tells the call, going back takes back, a wrong event is refused."""

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from coach.call import Call
from coach.events import (
    Amended,
    Answered,
    AnyEvent,
    Dialled,
    Event,
    Finished,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Noted,
    Paused,
    Raised,
    Resumed,
    Returned,
    Unanswered,
    WentBack,
    WentOn,
)
from coach.offers import given_replies, possible
from coach.position import Point
from coach.refusals import NotOffered
from tests.strategies.releases import releases
from tests.strategies.small import SMALL, at, walked
from tests.strategies.walks import calls, events

TO_JSON = msgspec.json.Encoder()
FROM_JSON: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)

walks = releases().flatmap(calls)
ended = releases().flatmap(lambda release: calls(release, finished=True))


def saved(trail: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
    """A trail as it comes back from where it was kept."""
    return tuple(FROM_JSON.decode(TO_JSON.encode(event)) for event in trail)


def so_far(point: Point) -> Point:
    """A point of the path without its place in the trail."""
    return replace(point, event=0)


@given(ended)
def test_the_same_trail_gives_the_same_call(call: Call) -> None:
    fresh = Call(call.release)
    for event in call.trail:
        fresh = fresh.then(event)
    assert fresh == call
    assert Call.replayed(call.release, call.trail) == call


@given(ended)
def test_saved_and_resumed_after_each_event_is_the_same_as_straight(call: Call) -> None:
    straight = resumed = Call(call.release)
    for event in call.trail:
        straight = straight.then(event)
        resumed = Call.replayed(call.release, saved(resumed.then(event).trail))
        assert resumed == straight


@given(walks, st.data())
def test_back_then_the_same_answer_is_the_same_call_in_all_but_its_trail(call: Call, data: st.DataObject) -> None:
    assume(call.phase == "talking" and call.position is not None)
    event = data.draw(events(call, at(100_000)))
    assume(isinstance(event, Heard | WentOn | Raised | Returned | Jumped))
    assert event is not None
    moved = call.then(event)
    # What the reply captured stays, and may rightly close it or lead elsewhere; such a reply proves nothing here.
    assume(moved.values == call.values)
    again = moved.then(WentBack(at=event.at)).then(event)
    assert [so_far(point) for point in again.path] == [so_far(point) for point in moved.path]
    assert replace(again, trail=(), path=()) == replace(moved, trail=(), path=())


@given(walks)
def test_going_back_stands_where_the_call_stood_and_keeps_what_was_captured(call: Call) -> None:
    assume(call.phase == "talking" and len(call.path) > 1)
    back = call.then(WentBack(at=at(100_000)))
    assert back.path == call.path[:-1]
    assert back.values == call.values
    assert back.note == call.note


EVERY_KIND: tuple[Event, ...] = (
    Dialled(at=at(0)),
    Answered(at=at(0)),
    Unanswered(at=at(0), why="no-answer"),
    WentOn(at=at(0)),
    Heard(at=at(0), reply=99),
    Raised(at=at(0), card="nothing"),
    Returned(at=at(0)),
    Jumped(at=at(0), step="nowhere"),
    WentBack(at=at(0)),
    NoneOfThese(at=at(0), words="别的"),
    Noted(at=at(0), text="记一下"),
    Paused(at=at(0)),
    Resumed(at=at(0)),
    HungUp(at=at(0), by="agent"),
    Finished(at=at(0), outcome="nothing"),
    Amended(at=at(0), by="supervisor", reason="改正", outcome="nothing"),
)


@given(walks, st.sampled_from(EVERY_KIND))
def test_an_event_that_is_not_offered_is_refused_and_the_offered_are_named(call: Call, event: AnyEvent) -> None:
    assume(event.kind not in {kind.split()[0] for kind in possible(call)})
    with pytest.raises(NotOffered) as refused:
        call.then(event)
    assert refused.value.offered == possible(call)


@given(walks)
def test_what_the_script_does_not_have_is_refused_with_what_it_has(call: Call) -> None:
    assume(call.phase == "talking")
    unknown: list[tuple[AnyEvent, tuple[str, ...]]] = [
        (Jumped(at=at(0), step="nowhere"), tuple(call.release.script.steps)),
        (Raised(at=at(0), card="nothing"), tuple(call.release.cards)),
    ]
    if given_replies(call):
        unknown += [(Heard(at=at(0), reply=reply), possible(call)) for reply in (0, len(given_replies(call)) + 1, -1)]
    for event, offered in unknown:
        with pytest.raises(NotOffered) as refused:
            call.then(event)
        assert refused.value.offered == offered


def test_the_offer_is_named_in_both_languages() -> None:
    call = walked(Dialled(at=at(0)), Answered(at=at(5)), Heard(at=at(12), reply=3), release=SMALL)
    with pytest.raises(NotOffered) as refused:
        call.then(Heard(at=at(20), reply=4))
    assert refused.value.sentence.in_language("zh") == (
        "这里不能「第 4 个回答」。现在可以：第 1 个回答、第 2 个回答、第 3 个回答、退回、"
        "提出异议或问题、跳到某一步、填写、都不是、记备注、暂停、挂断。"
    )
    assert str(refused.value) == (
        "“reply 4” cannot happen here. What can: reply 1, reply 2, reply 3, go back, "
        "an objection or question, jump to a step, fill in, none of these, a note, pause, hang up."
    )
