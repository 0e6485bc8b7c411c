"""Random releases that can be walked: every reference resolves, every step has a way out, no ring of silent steps."""

from typing import Literal

from hypothesis import strategies as st
from msgspec.structs import replace

from scripts_library.objections import TECHNIQUES, Answer, AnswerReply, Card
from scripts_library.outcomes import Outcome, Outcomes
from scripts_library.release import Release
from scripts_library.script import Branch, Field, Name, Reply, Script, Stage, Step
from tests.strategies.picking import below, few, now_and_then, pick

LINES = (
    "您好，我是{{ agent.name }}。",
    "您{{ city }}的家里人都好吗？‖我有件小事。",
    "好。",
    "{{ fields.who }}一起来，行吗？",
)
LATIN_LINES = ("Hello, this is {{ agent.name }}.", "A short matter about {{ city }}.‖Is now a good time?", "Fine.")
FIELDS = {
    "day": Field(title="日期", type="date"),
    "hour": Field(title="时间", type="time"),
    "callback_at": Field(title="回拨时间", type="datetime"),
    "who": Field(title="谁来", type="choice", options=("本人", "家人")),
    "place": Field(title="地点", type="text", default="city"),
    "wechat": Field(title="微信", type="text"),
    "deal_units": Field(title="台数", type="number"),
    "deal_amount": Field(title="金额", type="number"),
    "sure": Field(title="确定", type="yes_no"),
}
SETS = {"day": "next monday", "callback_at": "in 1 hour", "who": "本人", "sure": "yes", "deal_units": "2"}
OUTCOMES = Outcomes(
    format=1,
    id="few",
    title="几种结果",
    outcomes={
        "appointment": Outcome(title="约到", result="success", counts="appointment", needs=("day", "hour")),
        "callback": Outcome(title="约回拨", result="open", counts="callback", needs=("callback_at",)),
        "wechat": Outcome(title="加微信", result="open", counts="wechat", needs=("wechat",)),
        "deal": Outcome(title="成交", result="success", counts="deal", needs=("deal_units", "deal_amount")),
        "sold": Outcome(title="当场说定", result="success"),
        "refused": Outcome(title="不需要", result="failure"),
        "stop": Outcome(title="免打扰", result="failure", stops=True),
        "no-answer": Outcome(title="无人接听", result="invalid", contact=False, right_party=False),
        "wrong-number": Outcome(title="打错", result="invalid", right_party=False),
    },
    intents={"A": "近期", "B": "有意向", "C": "弱", "D": "无"},
    tags=("下午方便", "家人做主"),
)
STAGES = (
    Stage(id="open", title="开场"),
    Stage(id="pitch", title="介绍", counts="pitch"),
    Stage(id="end", title="收尾"),
)
_CARD_KINDS: tuple[Literal["objection", "question"], ...] = ("objection", "question")
_ENDS = tuple(OUTCOMES.outcomes)
_KNOWN = ("fields.who == '本人'", "not fields.day", "customer.referrer", "fields.deal_units > 1")


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """A release of 2 to 9 steps and 0 to 3 cards."""
    ids = tuple(f"s{number}" for number in range(1, 3 + draw(below(8))))
    cards = tuple(f"c{number}" for number in range(1, 1 + draw(below(4))))
    script = Script(
        format=1,
        id="drawn",
        title="随手一份",
        language=pick(draw, ("zh-CN", "en")),
        stages=STAGES,
        names={"city": Name(title="城市", sample="城南")},
        fields=FIELDS,
        objections=("some",) if cards else (),
        exits={"close": pick(draw, ids), "later": pick(draw, ids)},
        outcomes="few",
        start="s1",
        steps={step: _step(draw, ids, place, cards) for place, step in enumerate(ids)},
    )
    return Release(script=script, cards={card: _card(draw) for card in cards}, outcomes=OUTCOMES, digest="drawn")


def _step(draw: st.DrawFn, ids: tuple[str, ...], place: int, cards: tuple[str, ...]) -> Step:
    """One step; something in it leads to a later step or an outcome without any condition, so every walk can end."""
    later, earlier = ids[place + 1 :], ids[:place]
    step = Step(
        stage=pick(draw, ("open", "pitch", "end", None)),
        says=pick(draw, LINES),
        must=pick(draw, (False, True)),
        weight=pick(draw, (1, 2, 3)),
        after=few(draw, earlier, 1),
    )
    # The first step asks something, so that most calls have something to walk.
    kinds = ("replies", "replies", "replies", "branch", "goto", "silent", "ends") if later and place else ("replies",)
    match pick(draw, kinds):
        case "replies":
            asks = few(draw, tuple(FIELDS), 3)
            replies = [_way_on(draw, later), *(_reply(draw, ids, cards, asks) for _ in range(draw(below(4))))]
            told = tuple(replace(reply, hears=f"{number}、{reply.hears}") for number, reply in enumerate(replies, 1))
            return replace(step, asks=asks, replies=told)
        case "branch":
            ways = (Branch(goto=pick(draw, later), when=_condition(draw, ids, cards)) for _ in range(draw(below(3))))
            return replace(step, says=None, branch=(*ways, Branch(goto=pick(draw, later))))
        case "silent":
            return replace(step, says=None, goto=pick(draw, later))
        case "goto":
            return replace(step, goto=pick(draw, later))
        case _:
            return replace(step, ends=pick(draw, _ENDS))


def _way_on(draw: st.DrawFn, later: tuple[str, ...]) -> Reply:
    if later and not now_and_then(draw, 3):
        return Reply(hears="行", goto=pick(draw, later))
    return Reply(hears="行", ends=pick(draw, _ENDS))


def _reply(draw: st.DrawFn, ids: tuple[str, ...], cards: tuple[str, ...], asks: tuple[str, ...]) -> Reply:
    reply = Reply(
        hears=pick(draw, ("好", "{{ city }}的", "再说", "不要")),
        when=_condition(draw, ids, cards) if now_and_then(draw, 2) else None,
        why=pick(draw, (None, "现在不行")),
        needs=few(draw, asks, 1),
        sets={field: SETS[field] for field in few(draw, tuple(SETS), 2)},
    )
    if now_and_then(draw, 3):
        return replace(reply, ends=pick(draw, _ENDS))
    return replace(reply, goto=pick(draw, ids))


def _condition(draw: st.DrawFn, ids: tuple[str, ...], cards: tuple[str, ...]) -> str:
    raised = tuple(f"raised('{card}') > 1" for card in cards)
    one = pick(draw, (*(f"visited('{step}')" for step in ids), *_KNOWN, *raised))
    return f"not ({one})" if now_and_then(draw, 2) else one


def _card(draw: st.DrawFn) -> Card:
    """A card whose answers all lead out: back, an exit, the next answer, or an outcome."""
    count = 1 + draw(below(3))
    answers = tuple(_answer(draw, last=number == count) for number in range(1, count + 1))
    return Card(title="说法", kind=pick(draw, _CARD_KINDS), hears=("嗯",), answers=answers)


def _answer(draw: st.DrawFn, *, last: bool) -> Answer:
    exits = ("back", "close", "later") if last else ("next", "back", "close", "later")
    replies = [AnswerReply(hears="接着说", exit=pick(draw, exits))]
    if now_and_then(draw, 2):
        replies.append(AnswerReply(hears="再看", exit=pick(draw, exits)))
    if now_and_then(draw, 2):
        replies.append(AnswerReply(hears="算了", ends=pick(draw, ("refused", "stop", "sold"))))
    return Answer(technique=pick(draw, TECHNIQUES), says="我明白。‖您看这样行不行？", replies=tuple(replies))
