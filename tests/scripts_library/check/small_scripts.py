"""Small random scripts, right and wrong ones alike, with what each of their conditions may come to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from hypothesis import strategies as st

from scripts_library.objections import Answer, AnswerReply, Card, Objections
from scripts_library.outcomes import Outcome, Outcomes
from scripts_library.script import Branch, Field, Reply, Script, Stage, Step
from tests.strategies.picking import below, few, now_and_then, pick

OUTCOMES = Outcomes(
    format=1,
    id="few",
    title="几种结果",
    outcomes={
        "done": Outcome(title="成了", result="success"),
        "booked": Outcome(title="约到", result="success", needs=("day",)),
        "later": Outcome(title="约回拨", result="open", needs=("day", "hour")),
        "refused": Outcome(title="拒绝", result="failure"),
    },
)
FIELDS = {"day": Field(title="日期", type="text"), "hour": Field(title="时间", type="text")}
STEPS = ("a", "b", "c", "d", "e", "f")

# What a condition may come to where these steps were visited, said here once more and by hand.
May = Callable[[frozenset[str]], frozenset[bool]]
_FREE: Mapping[str, May] = {
    "customer.referrer": lambda _visited: frozenset({True, False}),
    "raised('busy') > 1": lambda _visited: frozenset({True, False}),
}


@dataclass(frozen=True)
class Small:
    """A script with its cards, and what each condition in it may come to."""

    script: Script
    cards: Objections
    may: Mapping[str, May] = field(repr=False)

    @property
    def asks_visited(self) -> bool:
        """Whether a condition of it asks for a visited step."""
        steps = self.script.steps.values()
        replies = [reply.when for step in steps for reply in step.replies]
        branches = [branch.when for step in steps for branch in step.branch]
        return any("visited" in when for when in (*replies, *branches) if when)


def _conditions(steps: tuple[str, ...]) -> Mapping[str, May]:
    conditions = dict(_FREE)
    for step in steps:
        conditions[f"visited('{step}')"] = partial(_came_by, step, frozenset({True}), frozenset({False}))
        conditions[f"not visited('{step}')"] = partial(_came_by, step, frozenset({False}), frozenset({True}))
        both = f"visited('{step}') and customer.referrer"
        conditions[both] = partial(_came_by, step, frozenset({True, False}), frozenset({False}))
    return conditions


def _came_by(step: str, there: frozenset[bool], elsewhere: frozenset[bool], visited: frozenset[str]) -> frozenset[bool]:
    return there if step in visited else elsewhere


@st.composite
def small_scripts(draw: st.DrawFn) -> Small:
    """A script of two to six steps: spoken and silent, with loops, dead ends, musts, needs and cards."""
    names = STEPS[: 2 + draw(below(5))]
    may = _conditions(names)
    steps = {name: _step(draw, names, tuple(may)) for name in names}
    script = Script(
        format=1,
        id="small",
        title="小话术",
        language="zh-CN",
        stages=(Stage(id="only", title="全程"),),
        fields=FIELDS,
        objections=("small-cards",),
        exits={"on": pick(draw, names), "out": pick(draw, names)},
        outcomes="few",
        start="a",
        steps=steps,
    )
    return Small(script, _cards(draw), may)


def _step(draw: st.DrawFn, names: tuple[str, ...], conditions: tuple[str, ...]) -> Step:
    must, after = now_and_then(draw, 3), few(draw, names, 1) if now_and_then(draw, 4) else ()
    asks = few(draw, tuple(FIELDS), 2) if now_and_then(draw, 4) else ()
    shape = draw(below(9))
    if shape < 5:
        replies = tuple(_reply(draw, number, names, conditions) for number in range(1 + draw(below(3))))
        return Step(says="好。", must=must, after=after, asks=asks, replies=replies)
    if shape == 5:
        return Step(says="好。", must=must, after=after, asks=asks, goto=pick(draw, names))
    if shape == 6:
        return Step(says="再见。", must=must, after=after, asks=asks, ends=pick(draw, tuple(OUTCOMES.outcomes)))
    if shape == 7:
        return Step(goto=pick(draw, names), must=must)
    branches = [Branch(goto=pick(draw, names), when=pick(draw, conditions)) for _ in range(draw(below(3)))]
    return Step(branch=(*branches, Branch(goto=pick(draw, names))), must=must, after=after)


def _reply(draw: st.DrawFn, number: int, names: tuple[str, ...], conditions: tuple[str, ...]) -> Reply:
    ends = pick(draw, tuple(OUTCOMES.outcomes)) if now_and_then(draw, 4) else None
    return Reply(
        hears=f"话{number}",
        goto=None if ends else pick(draw, names),
        ends=ends,
        when=pick(draw, conditions) if now_and_then(draw, 3) else None,
        sets={"day": "周六"} if now_and_then(draw, 5) else {},
        needs=few(draw, tuple(FIELDS), 1) if now_and_then(draw, 5) else (),
    )


def _cards(draw: st.DrawFn) -> Objections:
    answers = []
    for number in range(1 + draw(below(2))):
        replies = [AnswerReply(hears=f"答{number}", exit=pick(draw, ("back", "on", "out")))]
        if now_and_then(draw, 3):
            replies.append(AnswerReply(hears=f"再{number}", ends=pick(draw, tuple(OUTCOMES.outcomes))))
        if number == 0 and now_and_then(draw, 2):
            replies.append(AnswerReply(hears="还是忙", exit="next"))
        answers.append(Answer(technique="affirm", says="好。", replies=tuple(replies)))
    if answers[-1].replies[-1].exit == "next":
        answers.append(Answer(technique="affirm", says="好。", replies=(AnswerReply(hears="哦", exit="back"),)))
    card = Card(title="没时间", answers=tuple(answers))
    return Objections(format=1, id="small-cards", title="小异议", cards={"busy": card})
