"""A script as long as one wishes, made like those that ship: must-says in order, asides, needs, forks, plans."""

from itertools import pairwise

from scripts_library.plan import Deed, Plan
from scripts_library.script import Branch, Field, Reply, Script, Stage, Step

CHAPTER = 8  # steps
MUST = 8  # of so many chapters one must be said
FIELDS = {
    "meeting_day": Field(title="日期", type="date"),
    "meeting_time": Field(title="时间", type="time"),
    "meeting_place": Field(title="地点", type="text"),
    "meeting_address": Field(title="地址", type="text"),
    "mobile": Field(title="手机", type="phone", default="customer.phone"),
    "callback_at": Field(title="回拨时间", type="datetime"),
    "who": Field(title="谁来", type="choice", options=("本人", "家人", "都来")),
}
REFUSAL = Reply(hears="不用了，谢谢", ends="not-interested")
NEVER_AGAIN = Reply(hears="别再打了", ends="do-not-call")


def long_script(steps: int) -> Script:
    """A script of so many steps, with the cards and outcomes that ship; nothing in it is wrong."""
    chapters = (steps - 4) // CHAPTER
    fill = steps - 4 - chapters * CHAPTER
    told: dict[str, Step] = {}
    for chapter in range(chapters):
        last = chapter == chapters - 1
        told.update(_chapter(chapter, "recap" if last else f"open-{chapter + 1}", fill if last else 0))
    musts = range(0, chapters, MUST)
    ahead = (Branch(when=f"not visited('open-{chapter}')", goto=f"open-{chapter}") for chapter in musts)
    told["after-objection"] = Step(branch=(*ahead, Branch(goto="recap")))
    told["recap"] = Step(
        stage="settle",
        says="我跟您对一下，{{ fields.meeting_day }}{{ fields.meeting_time }}，{{ fields.meeting_address }}，对吧？",
        must=True,
        after=tuple(f"open-{chapter}" for chapter in musts),
        asks=("meeting_day", "meeting_time", "meeting_place", "meeting_address", "mobile"),
        replies=(Reply(hears="对", ends="appointment"), Reply(hears="再想想", goto="later"), REFUSAL),
    )
    told["later"] = Step(
        says="那我一小时后打给您，还是两小时后？",
        asks=("callback_at",),
        replies=(
            Reply(hears="一小时后", goto="bye", sets={"callback_at": "in 1 hour"}),
            Reply(hears="客户自己说时间", goto="bye", needs=("callback_at",)),
            NEVER_AGAIN,
        ),
    )
    told["bye"] = Step(says="好，到时候再聊，谢谢您。", ends="callback")
    return Script(
        format=1,
        id="long",
        title="一份很长的话术",
        language="zh-CN",
        stages=(Stage(id="talk", title="交谈", counts="pitch"), Stage(id="settle", title="约定")),
        fields=FIELDS,
        objections=("common", "insurance"),
        exits={"close": "after-objection", "callback": "later"},
        outcomes="telesales",
        start="open-0",
        steps=told,
        plans=(_to_the_end(chapters), _raised()),
    )


def _chapter(number: int, onward: str, fill: int) -> dict[str, Step]:
    """Eight steps, and `fill` more that lead straight on."""
    must = number % MUST == 0
    here = {
        f"open-{number}": Step(
            stage="talk",
            says=f"{{{{ customer.called }}}}，这是第{number}件事，{{{{ company }}}}想先听听您怎么看。",
            must=must,
            after=(f"open-{number - MUST}",) if must and number else (),
            replies=(
                Reply(hears="你说", goto=f"ask-{number}"),
                Reply(hears="先说说为什么", goto=f"aside-{number}"),
                Reply(hears="朋友说过了", goto=f"fork-{number}", when="customer.referrer", why="没有介绍人"),
                Reply(hears="现在不方便", goto="later"),
                REFUSAL,
                NEVER_AGAIN,
            ),
        ),
        f"aside-{number}": Step(stage="talk", says="一句话：这样您心里有数。", goto=f"ask-{number}"),
        f"ask-{number}": Step(
            stage="talk",
            says="这方面您家里以前看过吗？‖谁在管，您还是家人？",
            asks=("who",),
            replies=(
                Reply(hears="我在管", goto=f"fork-{number}", sets={"who": "本人"}),
                Reply(hears="家人在管", goto=f"family-{number}", sets={"who": "家人"}),
                REFUSAL,
            ),
        ),
        f"family-{number}": Step(
            stage="talk",
            says="那见面的时候，请家里人一起听听，好吗？",
            replies=(Reply(hears="好", goto=f"fork-{number}"), Reply(hears="不用", goto=f"alone-{number}")),
        ),
        f"alone-{number}": Step(stage="talk", says="行，那您听完再跟家里说。", goto=f"fork-{number}"),
        f"fork-{number}": Step(
            branch=(Branch(when="fields.who == '家人'", goto=f"slow-{number}"), Branch(goto=f"quick-{number}")),
        ),
        f"slow-{number}": Step(stage="talk", says="不急，‖我慢慢说。", goto=f"quick-{number}"),
    }
    names = [f"quick-{number}", *(f"on-{number}-{more}" for more in range(fill)), onward]
    for name, after in pairwise(names):
        here[name] = Step(stage="talk", says="我记下了。", replies=(Reply(hears="好", goto=after), REFUSAL))
    return here


def _to_the_end(chapters: int) -> Plan:
    chapter = (Deed(hears="你说"), Deed(hears="我在管"), Deed(hears="好"))
    settles = {
        "meeting_day": "next monday",
        "meeting_time": "15:00",
        "meeting_place": "家里",
        "meeting_address": "和平路八号",
    }
    end = (Deed(fills=settles), Deed(hears="对"), Deed(ends="appointment"))
    return Plan(title="从头到尾", does=(*chapter * chapters, *end))


def _raised() -> Plan:
    return Plan(
        title="没空，回拨",
        does=(
            Deed(hears="你说"),
            Deed(raises="busy"),
            Deed(hears="还是没空"),
            Deed(hears="行"),
            Deed(hears="一小时后"),
            Deed(ends="callback"),
        ),
    )
