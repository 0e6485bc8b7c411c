"""Random calls: a release walked by events that it offers, with times that run on."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from types import MappingProxyType

from hypothesis import strategies as st

from coach.call import Call
from coach.ending import possible_outcomes, wanting
from coach.events import (
    Amended,
    Answered,
    AnyEvent,
    Dialled,
    Filled,
    Finished,
    HangsUp,
    Heard,
    HungUp,
    Jumped,
    NoneOfThese,
    Noted,
    Paused,
    Raised,
    Resumed,
    Returned,
    Shown,
    Unanswered,
    WentBack,
    WentOn,
)
from coach.offers import offers, possible
from scripts_library.outcomes import Intent
from scripts_library.release import Release
from tests.strategies.picking import below, few, now_and_then, pick

BEGINS = datetime(2026, 1, 5, 10, tzinfo=timezone(timedelta(hours=8)))
NAMES = MappingProxyType(
    {"customer.name": "王伟", "customer.called": "王先生", "agent.name": "小林", "company": "安家", "city": "城南"}
)
VALUES = MappingProxyType(
    {
        "day": ("2026-01-08", "tomorrow", ""),
        "hour": ("15:00", "09:30"),
        "callback_at": ("in 2 hours", "2026-01-06 18:30"),
        "who": ("本人", "家人", ""),
        "place": ("和平路八号", ""),
        "wechat": ("wei_2020", ""),
        "deal_units": ("2", "1.5"),
        "deal_amount": ("1200.50", "99"),
        "sure": ("yes", "no"),
    }
)
_SHOWN: tuple[Shown, ...] = ("words", "words", "points", "prompts")
_BY: tuple[HangsUp, ...] = ("customer", "agent", "nobody")
_INTENTS: tuple[Intent | None, ...] = (None, "A", "B", "C", "D")
_FILLS = tuple((f"fields.{field}", value) for field, values in VALUES.items() for value in values)
# The kinds to draw from, the usual ones more often.
_OFTEN = (
    *("answered",) * 12,
    *("heard", "went_on") * 14,
    *("resumed",) * 6,
    *("raised", "returned") * 4,
    *("filled", "went_back", "jumped") * 2,
    *("none_of_these", "noted", "paused", "hung_up", "unanswered"),
)


@st.composite
def calls(draw: st.DrawFn, release: Release, *, finished: bool = False, longest: int = 20) -> Call:
    """A call of a release, walked at random from `dialled` on; with `finished` to its end and perhaps amended."""
    at = BEGINS
    unknown = few(draw, tuple(NAMES), 2)
    call = Call(release).then(Dialled(at=at, names={name: told for name, told in NAMES.items() if name not in unknown}))
    for _ in range(longest // 4 + draw(below(longest - longest // 4 + 1))):
        at += timedelta(milliseconds=100 + draw(below(40_000)))
        event = drawn_event(draw, call, at)
        if event is not None:
            call = call.then(event)
    return _ended(draw, call, at + timedelta(seconds=2)) if finished else call


@st.composite
def events(draw: st.DrawFn, call: Call, at: datetime) -> AnyEvent | None:
    """One event that can happen now, short of finishing; None where nothing was drawn that would be taken."""
    return drawn_event(draw, call, at)


def drawn_event(draw: st.DrawFn, call: Call, at: datetime) -> AnyEvent | None:
    """The same, for a strategy that is drawing already."""
    drawable = _drawable(call, at)
    kinds = [kind for kind in _OFTEN if kind in drawable]
    return drawable[pick(draw, kinds)](draw) if kinds else None


def _drawable(call: Call, at: datetime) -> Mapping[str, Callable[[st.DrawFn], AnyEvent]]:
    """What each kind of event that can happen here would be."""
    release = call.release
    steps, cards = tuple(release.script.steps), tuple(release.cards)
    open_ = tuple(offer.number for offer in offers(call) if offer.open)
    kinds: dict[str, Callable[[st.DrawFn], AnyEvent]] = {
        "answered": lambda _: Answered(at=at),
        "unanswered": lambda _: Unanswered(at=at, why="no-answer"),
        "went_on": lambda draw: WentOn(at=at, shown=pick(draw, _SHOWN)),
        "heard": lambda draw: Heard(at=at, reply=pick(draw, open_), shown=pick(draw, _SHOWN)),
        "raised": lambda draw: Raised(at=at, card=pick(draw, cards)),
        "returned": lambda _: Returned(at=at),
        "jumped": lambda draw: Jumped(at=at, step=pick(draw, steps), shown=pick(draw, _SHOWN)),
        "filled": lambda draw: _filled(draw, at),
        "went_back": lambda _: WentBack(at=at),
        "none_of_these": lambda _: NoneOfThese(at=at, words="问起别的"),
        "noted": lambda draw: Noted(at=at, text=pick(draw, ("周末有空", ""))),
        "paused": lambda _: Paused(at=at),
        "resumed": lambda _: Resumed(at=at),
        "hung_up": lambda draw: HungUp(at=at, by=pick(draw, _BY), shown=pick(draw, _SHOWN)),
    }
    can_happen = {kind.split()[0] for kind in possible(call)}
    can_happen -= ({"heard"} if not open_ else set()) | ({"raised"} if not cards else set())
    return {kind: drawn for kind, drawn in kinds.items() if kind in can_happen}


def _filled(draw: st.DrawFn, at: datetime) -> Filled:
    name, value = pick(draw, _FILLS)
    return Filled(at=at, name=name, value=value)


def _ended(draw: st.DrawFn, call: Call, at: datetime) -> Call:
    if call.phase == "dialling":
        call = call.then(Unanswered(at=at, why="no-answer"))
    elif call.phase != "hung_up":
        call = call.then(HungUp(at=at, by=pick(draw, _BY)))
    proposed = call.proposes
    if proposed is not None and not now_and_then(draw, 4):
        for field in wanting(call, proposed):
            call = call.then(Filled(at=at, name=f"fields.{field}", value=VALUES[field][0]))
    can_end = [outcome for outcome in possible_outcomes(call) if not wanting(call, outcome)]
    likely = [outcome for outcome in can_end if outcome == proposed]
    at += timedelta(seconds=draw(below(90)))
    finish = Finished(
        at=at,
        outcome=pick(draw, likely * 9 + can_end),
        intent=pick(draw, _INTENTS),
        tags=few(draw, call.release.outcomes.tags, 2),
        agreed=pick(draw, (True, False)),
    )
    call = call.then(finish)
    if not now_and_then(draw, 4):
        return call
    amended = Amended(
        at=at + timedelta(hours=1),
        by="supervisor",
        reason="听录音改正",
        outcome=pick(draw, (None, *can_end)),
        values={"fields.place": pick(draw, VALUES["place"])},
    )
    return call.then(amended)
