"""A small complete release, with lines of exactly known length, and calls made of it second by second."""

from datetime import datetime, timedelta, timezone

from coach.call import Call
from coach.events import Answered, AnyEvent, Dialled, Finished, HungUp
from scripts_library.objections import Answer, AnswerReply, Card, Objections
from scripts_library.outcomes import Intent, Outcome, Outcomes
from scripts_library.plan import Deed, Plan
from scripts_library.release import Release
from scripts_library.script import Branch, Field, Name, Reply, Script, Stage, Step

ZONE = timezone(timedelta(hours=8))
BEGINS = datetime(2026, 1, 5, 10, tzinfo=ZONE)

# Each has 26 characters to say, which take 6 s at 260 a minute; 40 % of that is 2.4 s.
HELLO = "{{ customer.called }}您好，我是门诊的小林，去年您来过，现在您方便吗，只说一件小事。"
OFFER = "到现在该洗一次牙了。‖这个月给老客户留了名额，全程就半小时。"
CHOICE = "{{ slot_1 }}和{{ slot_2 }}都还有位子，您看哪一个更方便一些，我先给您把名额留好了。"
RECAP = "我跟您对一下，{{ fields.day }}{{ fields.hour }}，就在老地方，到了打您手机，都对的话我登记了啊。"
LATER = "好，那我过一个小时再打给您，还是您说个时间，我就照着打给您。"

SCRIPT = Script(
    format=1,
    id="small",
    title="小话术",
    language="zh-CN",
    stages=(
        Stage(id="greet", title="问好"),
        Stage(id="invite", title="邀请", counts="pitch"),
        Stage(id="settle", title="约定"),
    ),
    names={"clinic": Name(title="门诊", sample="城南门诊")},
    fields={
        "day": Field(title="日期", type="date"),
        "hour": Field(title="时间", type="time"),
        "meeting_day": Field(title="见面日期", type="date", default="fields.day"),
        "meeting_time": Field(title="见面时间", type="time", default="fields.hour"),
        "callback_at": Field(title="回拨时间", type="datetime"),
        "who": Field(title="谁来", type="choice", options=("本人", "家人")),
        "place": Field(title="地点", type="text", default="clinic"),
        "wechat": Field(title="微信", type="text"),
        "deal_units": Field(title="台数", type="number"),
        "deal_amount": Field(title="金额", type="number"),
    },
    objections=("few",),
    exits={"close": "after-objection", "later": "later"},
    outcomes="few",
    start="hello",
    steps={
        "hello": Step(
            stage="greet",
            says=HELLO,
            must=True,
            replies=(
                Reply(hears="方便，你说", goto="offer"),
                Reply(hears="带上家人", goto="offer", when="customer.referrer", why="没有介绍人", sets={"who": "家人"}),
                Reply(hears="现在不方便", goto="later"),
                Reply(hears="打错了", ends="wrong-number"),
            ),
        ),
        "offer": Step(
            stage="invite",
            says=OFFER,
            must=True,
            weight=2,
            after=("hello",),
            replies=(
                Reply(hears="可以啊", goto="choice"),
                Reply(hears="先加微信吧", goto="wechat"),
                Reply(hears="不用了", ends="refused"),
            ),
        ),
        "choice": Step(
            stage="settle",
            says=CHOICE,
            asks=("day", "hour"),
            replies=(
                Reply(hears="就{{ slot_1 }}", goto="recap", sets={"day": "slot_1"}, needs=("day", "hour")),
                Reply(hears="客户自己说时间", goto="recap", needs=("day", "hour")),
                Reply(hears="再说吧", goto="later"),
            ),
        ),
        "recap": Step(
            stage="settle",
            says=RECAP,
            must=True,
            after=("hello", "offer"),
            replies=(Reply(hears="对", goto="booked"), Reply(hears="要改", goto="choice")),
        ),
        "booked": Step(stage="settle", says="好，到时候见。", ends="appointment"),
        "after-objection": Step(
            branch=(Branch(when="not visited('offer')", goto="offer"), Branch(goto="choice")),
        ),
        "later": Step(
            says=LATER,
            asks=("callback_at",),
            replies=(
                Reply(hears="一小时后", goto="bye", sets={"callback_at": "in 1 hour"}),
                Reply(hears="客户自己说时间", goto="bye", needs=("callback_at",)),
                Reply(hears="别打了", ends="stop"),
            ),
        ),
        "wechat": Step(
            says="好，我加您微信。",
            asks=("wechat",),
            replies=(
                Reply(hears="就是手机号", goto="bye-wechat", sets={"wechat": "同手机号"}),
                Reply(hears="还是算了", ends="refused"),
            ),
        ),
        "bye-wechat": Step(says="谢谢您。", goto="bye-bye"),
        "bye-bye": Step(says="再见。", ends="wechat"),
        "bye": Step(says="好，到时候再聊。", ends="callback"),
    },
    plans=(
        Plan(
            title="先说没空，约到",
            does=(
                Deed(hears="方便，你说"),
                Deed(raises="busy"),
                Deed(hears="还是没空"),
                Deed(hears="那好吧"),
                Deed(fills={"hour": "15:00"}),
                Deed(hears="就{{ slot_1 }}"),
                Deed(hears="对"),
                Deed(ends="appointment"),
            ),
        ),
        Plan(
            title="一小时后再打",
            does=(Deed(hears="现在不方便"), Deed(hears="一小时后"), Deed(ends="callback")),
        ),
        Plan(
            title="跳到约定，问价，退回来，自己说时间",
            given={"customer.referrer": "陈志明"},
            does=(
                Deed(none_of_these="你们搬家了吗"),
                Deed(hears="带上家人"),
                Deed(back=True),
                Deed(hears="方便，你说"),
                Deed(raises="price"),
                Deed(returns=True),
                Deed(jumps="choice"),
                Deed(fills={"day": "next monday", "hour": "09:30", "customer.city": "苏州"}),
                Deed(hears="客户自己说时间"),
                Deed(notes="周末有空"),
                Deed(hears="对"),
                Deed(ends="appointment"),
            ),
        ),
        Plan(
            title="加上微信",
            does=(
                Deed(hears="方便，你说"),
                Deed(hears="先加微信吧"),
                Deed(hears="就是手机号"),
                Deed(goes_on=True),
                Deed(ends="wechat"),
            ),
        ),
        Plan(title="没人接", does=(Deed(ends="no-answer"),)),
    ),
)

CARDS = {
    "busy": Card(
        title="没时间",
        hears=("我很忙", "没空"),
        answers=(
            Answer(
                technique="turn-round",
                says="我知道您忙，所以先打电话。",
                replies=(
                    AnswerReply(hears="那好吧", exit="close"),
                    AnswerReply(hears="还是没空", exit="next"),
                    AnswerReply(hears="别再打来", ends="stop"),
                ),
            ),
            Answer(
                technique="understand-first",
                says="完全理解，那我换个时间。",
                replies=(
                    AnswerReply(hears="行", exit="later"),
                    AnswerReply(hears="刚才说到哪了", exit="back"),
                    AnswerReply(hears="那好吧", exit="close"),
                ),
            ),
        ),
    ),
    "trust": Card(
        title="是不是骗子",
        answers=(
            Answer(
                technique="affirm",
                says="门诊就在城南，您随时来看。",
                replies=(
                    AnswerReply(hears="哦，接着说", exit="back"),
                    AnswerReply(hears="行，定了", ends="settled"),
                    AnswerReply(hears="不信", ends="refused"),
                ),
            ),
        ),
    ),
    "price": Card(
        kind="question",
        title="多少钱",
        answers=(Answer(technique="affirm", says="不收费用。", replies=(AnswerReply(hears="哦", exit="back"),)),),
    ),
}

OUTCOMES = Outcomes(
    format=1,
    id="few",
    title="几种结果",
    outcomes={
        "appointment": Outcome(
            title="约到", result="success", counts="appointment", needs=("meeting_day", "meeting_time")
        ),
        "callback": Outcome(title="约回拨", result="open", counts="callback", needs=("callback_at",)),
        "wechat": Outcome(title="加微信", result="open", counts="wechat", needs=("wechat",)),
        "deal": Outcome(title="成交", result="success", counts="deal", needs=("deal_units", "deal_amount")),
        "settled": Outcome(title="当场说定", result="success"),
        "refused": Outcome(title="不需要", result="failure"),
        "stop": Outcome(title="免打扰", result="failure", stops=True),
        "hung-up": Outcome(title="中途挂断", result="failure"),
        "wrong-number": Outcome(title="打错", result="invalid", right_party=False),
        "no-answer": Outcome(title="无人接听", result="invalid", contact=False, right_party=False),
        "voicemail": Outcome(title="语音信箱", result="invalid", contact=False, right_party=False),
    },
    intents={"A": "近期", "B": "有意向", "C": "弱", "D": "无"},
    tags=("下午方便", "家人做主"),
)

OBJECTIONS = Objections(format=1, id="few", title="几种说法", cards=CARDS)
SMALL = Release(script=SCRIPT, cards=CARDS, outcomes=OUTCOMES, digest="small")


def at(seconds: float) -> datetime:
    """So many seconds after the call began."""
    return BEGINS + timedelta(seconds=seconds)


def walked(*happened: AnyEvent, release: Release = SMALL) -> Call:
    """A call to which these events happened, one after another."""
    call = Call(release)
    for event in happened:
        call = call.then(event)
    return call


DIALLED = Dialled(
    at=at(0),
    names={"customer.called": "王先生", "slot_1": "2026-01-08 pm", "slot_2": "2026-01-13 pm", "clinic": "城南门诊"},
)
ANSWERED = Answered(at=at(5))  # shows `hello`


def talking(*happened: AnyEvent) -> Call:
    """A call that was dialled at 0 s and answered after 5 s, to which these events happened then."""
    return walked(DIALLED, ANSWERED, *happened)


def finished(*happened: AnyEvent, outcome: str, at_second: float, intent: Intent | None = None) -> Call:
    """The same, hung up by the agent unless somebody did, and finished."""
    call = talking(*happened)
    if call.phase != "hung_up":
        call = call.then(HungUp(at=at(at_second), by="agent"))
    return call.then(Finished(at=at(at_second), outcome=outcome, intent=intent))
