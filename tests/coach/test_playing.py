"""Plans: whole calls as data, played twice, and refused with the line and what was offered."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from coach.call import Call
from coach.contribution import facts
from coach.events import AnyEvent, HungUp, Unanswered
from coach.playing import DoesNotPlay, events_of, play
from coach.samples import sample_names
from scripts_library.plan import Deed, Plan
from scripts_library.values import HalfDay
from tests.strategies.small import SCRIPT, SMALL

TO_JSON = msgspec.json.Encoder()
FROM_JSON: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def plan(*does: Deed, at: datetime | None = None, given: dict[str, str] | None = None) -> Plan:
    return Plan(title="试一试", at=at, given=given or {}, does=does)


@pytest.mark.parametrize("each", SCRIPT.plans, ids=lambda each: each.title)
def test_every_plan_plays_and_resumed_after_each_event_it_is_the_same_call(each: Plan) -> None:
    straight = play(each, SMALL)
    assert straight.phase == "finished"
    resumed = Call(SMALL)
    for event in events_of(each, SMALL):
        kept = [FROM_JSON.decode(TO_JSON.encode(one)) for one in resumed.then(event).trail]
        resumed = Call.replayed(SMALL, kept)
    assert resumed == straight


@pytest.mark.parametrize("each", SCRIPT.plans, ids=lambda each: each.title)
def test_a_plan_takes_its_time_over_every_line(each: Plan) -> None:
    assert facts(play(each, SMALL)).skimmed == 0


def test_the_first_plan_makes_the_appointment_that_it_tells() -> None:
    call = play(SCRIPT.plans[0], SMALL)
    happened = facts(call)
    assert (happened.outcome, happened.appointment, happened.raised, happened.overcome) == ("appointment", 1, 1, 1)
    assert call.knows.value("fields.day") == date(2026, 1, 8)
    assert call.trail[0].at == datetime.fromisoformat("2026-01-05T10:00+08:00")
    assert isinstance(call.trail[-2], HungUp)
    assert call.trail[-2].by == "agent"


def test_a_plan_that_begins_with_an_end_without_contact_is_not_answered() -> None:
    call = play(plan(Deed(ends="no-answer")), SMALL)
    assert [event.kind for event in call.trail] == ["dialled", "unanswered", "finished"]
    assert isinstance(call.trail[1], Unanswered)
    answered = play(plan(Deed(notes="嘟声"), Deed(ends="voicemail")), SMALL)
    assert [event.kind for event in answered.trail] == ["dialled", "answered", "noted", "hung_up", "finished"]


def test_a_plan_begins_when_it_says() -> None:
    begins = datetime(2026, 5, 6, 1, 30, tzinfo=UTC)
    call = play(plan(Deed(hears="现在不方便"), Deed(hears="一小时后"), Deed(ends="callback"), at=begins), SMALL)
    assert call.trail[0].at == begins
    promised = facts(call).promised
    assert promised is not None
    assert promised.due_at == begins + timedelta(hours=1)
    assert call.values["slot_1"] == HalfDay(date(2026, 5, 7), "am")


def test_what_a_plan_is_given_stands_before_the_samples() -> None:
    given = {"customer.called": "李女士", "customer.referrer": "", "clinic": "城北门诊"}
    call = play(plan(Deed(ends="refused"), given=given), SMALL)
    assert call.values["customer.called"] == "李女士"
    assert call.values["clinic"] == "城北门诊"
    assert "customer.referrer" not in call.values
    assert call.values["agent.name"] == sample_names(SCRIPT)["agent.name"]


def test_without_samples_a_call_knows_what_it_is_given() -> None:
    call = play(plan(Deed(ends="refused"), given={"company": "安家"}), SMALL, samples=False)
    assert dict(call.values) == {"company": "安家"}


def test_a_reply_is_named_as_authored_or_as_it_reads() -> None:
    to_choice = (Deed(hears="方便，你说"), Deed(hears="可以啊"), Deed(fills={"day": "tomorrow", "hour": "15:00"}))
    on = (Deed(hears="对"), Deed(ends="appointment"))
    authored = play(plan(*to_choice, Deed(hears="就{{ slot_1 }}"), *on), SMALL)
    assert play(plan(*to_choice, Deed(hears="就这周四下午"), *on), SMALL) == authored


TO_CHOICE = (Deed(hears="方便，你说"), Deed(hears="可以啊"))


@pytest.mark.parametrize(
    ("broken", "line", "offered"),
    [
        (plan(Deed(hears="挺好")), 1, ("方便，你说", "带上家人", "现在不方便", "打错了")),
        (plan(Deed(hears="方便，你说"), Deed(raises="weather")), 2, ("busy", "trust", "price")),
        (plan(Deed(jumps="nowhere")), 1, tuple(SCRIPT.steps)),
        (plan(Deed(ends="nothing")), 1, tuple(SMALL.outcomes.outcomes)),
        (plan(*TO_CHOICE, Deed(hears="客户自己说时间")), 3, ()),
        (plan(*TO_CHOICE, Deed(ends="appointment")), 3, ()),
        (plan(Deed(fills={"hour": "下午"})), 1, ()),
        (plan(Deed(ends="refused"), Deed(notes="忘了说")), 2, ("amended",)),
        (plan(Deed(ends="refused"), given={"weather": "晴"}), 0, None),
        (plan(*TO_CHOICE), None, ()),
        (plan(), None, ()),
    ],
)
def test_a_plan_that_does_not_play_names_its_line_and_what_was_offered(
    broken: Plan, line: int | None, offered: tuple[str, ...] | None
) -> None:
    with pytest.raises(DoesNotPlay) as refused:
        play(broken, SMALL)
    assert (refused.value.plan, refused.value.line) == ("试一试", line)
    if offered is not None:
        assert refused.value.offered == offered
    for language in ("zh", "en"):
        assert "试一试" in refused.value.sentence.in_language(language)


@pytest.mark.parametrize("wrong", [Deed(returns=True), Deed(goes_on=True), Deed(back=True)])
def test_a_line_that_is_not_possible_names_the_events_that_are(wrong: Deed) -> None:
    with pytest.raises(DoesNotPlay) as refused:
        play(plan(wrong), SMALL)
    assert "heard 1" in refused.value.offered


def test_a_need_that_is_missing_is_named_in_the_sentence() -> None:
    with pytest.raises(DoesNotPlay) as refused:
        play(plan(*TO_CHOICE, Deed(ends="appointment")), SMALL)
    assert refused.value.sentence.in_language("zh") == (
        "示例通话「试一试」走不通：第 3 行不可能发生。「约到」还差：见面日期、见面时间。先填上再继续。"
    )
