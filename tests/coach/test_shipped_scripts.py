"""The scripts that ship, walked: where a word of the customer leads, and how a call can end."""

import pytest

from coach.call import Call
from coach.contribution import facts
from coach.ending import possible_outcomes
from coach.offers import line
from coach.playing import DoesNotPlay, play
from scripts_library.expressions import plain, words
from scripts_library.plan import Deed, Plan
from scripts_library.release import Release
from scripts_library.releases import release
from scripts_library.script import Script
from scripts_library.shelf import shipped

SCRIPTS = {script.id: script for script in shipped().of_kind("script") if isinstance(script, Script)}
APPOINTMENT = release(SCRIPTS["insurance-appointment"], shipped())
CALLBACK = release(SCRIPTS["insurance-callback"], shipped())
BOTH = pytest.mark.parametrize("whole", [APPOINTMENT, CALLBACK], ids=lambda whole: whole.script.id)

TO_CHOICE = {
    "insurance-appointment": ("是我，你说", "方便，你说", "没梳理过", "行，见见吧"),
    "insurance-callback": ("方便，你说", "可以，怎么弄", "行，见见吧"),
}


def hears(*replies: str) -> tuple[Deed, ...]:
    return tuple(Deed(hears=reply) for reply in replies)


def walked(whole: Release, *does: Deed, given: dict[str, str] | None = None) -> Call:
    """A call of a shipped script in which this happens, until the customer hangs up."""
    return play(Plan(title="试一试", given=given or {}, does=(*does, Deed(ends="hung-up"))), whole)


def stands_at(call: Call) -> str:
    assert call.position is not None
    return call.position.step


def says(call: Call) -> str:
    shown = line(call)
    assert shown is not None
    return plain(words(shown.says or "").pieces(call.knows, call.release.script.language))


def hint(call: Call) -> str:
    shown = line(call)
    assert shown is not None
    return shown.hint or ""


def test_each_way_to_end_has_a_plan() -> None:
    can_end = {outcome for whole in (APPOINTMENT, CALLBACK) for outcome in possible_outcomes(Call(whole))}
    shown = {plan.does[-1].ends for script in SCRIPTS.values() for plan in script.plans}
    assert shown == can_end


@BOTH
def test_each_script_shows_a_dial_that_nobody_answers_and_a_customer_who_hangs_up(whole: Release) -> None:
    contributed = [facts(play(plan, whole)) for plan in whole.script.plans]
    assert {told.outcome for told in contributed if not told.answered} >= {"no-answer", "busy-line"}
    assert "hung-up" in {told.outcome for told in contributed if told.answered}


@BOTH
def test_a_customer_who_names_a_time_is_not_asked_for_one_again(whole: Release) -> None:
    """B4: if the customer names their own time, take it."""
    thinks = (Deed(raises="think-it-over"), *hears("客户自己说了时间"))
    call = walked(whole, *hears(*TO_CHOICE[whole.script.id]), *thinks)
    assert stands_at(call) == "own-time"
    assert "？" not in says(call)
    assert "？" not in says(walked(whole, *hears(*TO_CHOICE[whole.script.id], "客户自己说时间")))


@BOTH
def test_a_time_named_early_is_taken_once_all_is_said_that_must_be(whole: Release) -> None:
    _, *others = TO_CHOICE[whole.script.id]
    call = walked(whole, Deed(raises="think-it-over"), *hears("客户自己说了时间", *others))
    said = [point.position.step for point in call.path if not point.position.cards]
    assert said[-1] == "own-time"
    assert "choice-of-two" not in said
    musts = {name for name, step in whole.script.steps.items() if step.must} - {"recap"}
    assert musts <= set(said)


@BOTH
def test_who_asks_for_another_day_is_offered_no_hour_of_today(whole: Release) -> None:
    """C1: keep to what the customer chose."""
    thinks = (Deed(raises="think-it-over"), *hears("我真得考虑考虑", "过两天再打给我"))
    assert "小时" not in says(walked(whole, *hears(TO_CHOICE[whole.script.id][0]), *thinks))


@pytest.mark.parametrize("hour", ["一小时后", "两小时后"])
@BOTH
def test_a_callback_in_hours_is_promised_as_one_says_it_with_thanks(whole: Release, hour: str) -> None:
    """A1: thank, and the agent hangs up first."""
    call = walked(whole, Deed(raises="busy"), *hears("还是没空", "行", hour))
    assert call.position is not None
    assert call.position.ends == "callback"
    assert hour in says(call)
    assert "点" not in says(call)
    assert "谢谢" in says(call)
    assert "先挂" in hint(call)


def test_no_second_hour_in_one_day() -> None:
    """A2: never a third one-hour exit in a day; the hour that the customer names is taken."""
    busy = (Deed(raises="busy"), *hears("还是没空", "行"))
    today = {"last_call.day": "2026-01-05", "last_call.outcome": "callback"}
    with pytest.raises(DoesNotPlay, match="今天约过一回"):
        walked(CALLBACK, *busy, *hears("一小时后"), given=today)
    assert stands_at(walked(CALLBACK, *busy, *hears("两小时后"), given=today)) == "in-two-hours"


@BOTH
def test_material_by_wechat_is_wechat(whole: Release) -> None:
    """B3: could, by WeChat."""
    accepts = (*hears(*TO_CHOICE[whole.script.id]), Deed(raises="send-material"), *hears("行，加微信发我"))
    asked = walked(whole, *accepts)
    assert stands_at(asked) == "wechat"
    given = walked(whole, *accepts, *hears(whole.script.steps["wechat"].replies[0].hears))
    assert given.position is not None
    assert given.position.ends == "wechat"
    counted = [(told.wechat_asked, told.wechat_accepted) for told in (facts(asked), facts(given))]
    assert counted == [(1, 0), (1, 1)]


@BOTH
def test_who_asks_for_wechat_before_the_pitch_leaves_no_must_say_undone(whole: Release) -> None:
    early = hears(*TO_CHOICE[whole.script.id][:-2])
    told = facts(walked(whole, *early, Deed(raises="send-material"), *hears("行，加微信发我")))
    assert told.missed_musts == ()


def test_the_stages_are_those_of_the_appointment_call() -> None:
    """B: objections are no stage of the walk."""
    titles = [stage.title for stage in APPOINTMENT.script.stages]
    assert titles == ["确认", "介绍", "目的", "不勉强", "二选一", "时间", "地点", "地址", "手机", "复述", "道别"]


@BOTH
def test_the_first_plan_walks_every_stage_in_its_order(whole: Release) -> None:
    call = play(whole.script.plans[0], whole)
    steps = whole.script.steps
    walks = [stage for point in call.path for step in point.entered if (stage := steps[step].stage) is not None]
    assert list(dict.fromkeys(walks)) == [stage.id for stage in whole.script.stages]
