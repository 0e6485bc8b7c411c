"""A call walked in the terminal, line by line."""

import re
from pathlib import Path

import pytest

from scripts_library.script import Script
from scripts_library.shelf import shipped
from tests.ui.terminal.typed import Huashu

SCRIPT = "insurance-appointment"
BOOKED = """1
1
/busy
/
1
1
1
meeting_time=15:00
1
1
meeting_address=和平路八号
1
1
1
end
"""


def test_a_whole_call_ends_with_its_outcome(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, typed=BOOKED)
    assert (played.code, played.err) == (0, "")
    assert "和平路八号" in played.out
    assert played.out.splitlines()[-1].startswith("Ended: 约到")


def test_json_has_an_event_or_a_state_a_line_and_finishes_last(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, "--json", typed=BOOKED)
    assert played.code == 0
    kinds = [line["kind"] for line in played.lines]
    assert kinds[:3] == ["dialled", "state", "answered"]
    assert kinds.count("heard") == 10
    assert played.lines[-1]["kind"] == "finished"
    assert played.lines[-1]["outcome"] == "appointment"
    raised = played.lines[kinds.index("raised") + 1]
    assert (raised["card"], raised["step"]) == ("busy", "purpose")


def test_full_width_signs_count_as_the_keys_that_they_stand_for(huashu: Huashu) -> None:
    wide = BOOKED.translate(str.maketrans("1/=", "１／＝"))
    assert huashu("play", SCRIPT, "--json", typed=wide).lines[-1]["outcome"] == "appointment"


def test_the_ideographic_space_is_a_space(huashu: Huashu) -> None:
    typed = "note　下午打\n－\n＜\nend　interested　Ａ　价格敏感\n"
    lines = {line["kind"]: line for line in huashu("play", SCRIPT, "--json", typed=typed).lines}
    assert lines["noted"]["text"] == "下午打"
    assert "resumed" in lines
    assert lines["finished"]["outcome"] == "interested"


def test_the_customer_hangs_up(huashu: Huashu) -> None:
    for typed in ("1\n-\nend\n", "1\nend hung-up\n"):
        played = huashu("play", SCRIPT, "--json", typed=typed)
        assert played.code == 0, played.err
        lines = {line["kind"]: line for line in played.lines}
        assert (lines["hung_up"]["by"], lines["finished"]["outcome"]) == ("customer", "hung-up")


def test_after_a_hang_up_or_a_pause_the_way_on_is_told(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, typed="pause\n<\n-\n<\n@goodbye\n-\nend hung-up\n")
    assert (played.code, played.err) == (0, "")
    for said in ("Paused. Type <", "Finish with “end hung-up”", "Finish with “end appointment”", "A 近期可成交"):
        assert said in played.out


@pytest.mark.parametrize(
    ("typed", "outcome", "intent", "tags"),
    [
        ("end interested", "interested", None, []),
        ("end interested A", "interested", "A", []),
        ("end interested b 价格敏感 家人做主 价格敏感", "interested", "B", ["价格敏感", "家人做主"]),
        ("end interested 价格敏感", "interested", None, ["价格敏感"]),
        ("@interested\nend C", "interested", "C", []),
        ("@interested\n-\nend ｄ 下午方便", "interested", "D", ["下午方便"]),
    ],
)
def test_an_end_takes_the_grade_of_intent_and_tags(
    huashu: Huashu, typed: str, outcome: str, intent: str | None, tags: list[str]
) -> None:
    played = huashu("play", SCRIPT, "--json", typed=f"{typed}\n")
    assert played.code == 0, played.err
    finished = played.lines[-1]
    assert (finished["outcome"], finished.get("intent"), finished.get("tags", [])) == (outcome, intent, tags)


def test_what_is_refused_names_the_lines_that_can_be_typed(huashu: Huashu) -> None:
    (said,) = huashu("play", SCRIPT, typed="99\nend hung-up\n").err.splitlines()
    for line in ("1, 2, ", "/card", "@step", "field=value", "? words", "note words", "- (", "end OUTCOME", "pause"):
        assert line in said
    (after,) = huashu("play", SCRIPT, typed="-\n2\nend\n").err.splitlines()
    assert after == "“2” cannot happen here. What can: <, field=value, note words, end OUTCOME."
    (unknown,) = huashu("play", SCRIPT, typed="x=1\nend hung-up\n").err.splitlines()
    for name in ("fields.meeting_day", "customer.called", "agent.name"):
        assert name in unknown


def test_going_back_undoes_a_wrong_answer(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, "--json", typed="3\n<\n1\nend not-interested\n")
    states = [line["step"] for line in played.lines if line["kind"] == "state" and line["phase"] == "talking"]
    assert states == ["confirm", "later", "confirm", "introduce"]


def test_a_jump_a_note_and_none_of_these_are_kept(huashu: Huashu) -> None:
    typed = "@recap\n? 先问问家里人\nnote 下午打\nnote 找前台\nend hung-up\n"
    lines = huashu("play", SCRIPT, "--json", typed=typed).lines
    by_kind = {line["kind"]: line for line in lines}
    assert by_kind["jumped"]["step"] == "recap"
    assert by_kind["none_of_these"]["words"] == "先问问家里人"
    assert by_kind["noted"]["text"] == "下午打\n找前台"


@pytest.mark.parametrize(
    "line", ["99", "/nobody", "@nowhere", "nonsense", "meeting_day=yesterdayish", "end nowhere", "/", "<"]
)
def test_a_line_that_cannot_be_is_refused_and_the_call_goes_on(huashu: Huashu, line: str) -> None:
    played = huashu("play", SCRIPT, "--json", typed=f"{line}\nend hung-up\n")
    assert played.code == 0
    assert len(played.err.splitlines()) == 1
    assert "Traceback" not in played.err
    assert [each["kind"] for each in played.lines[-2:]] == ["hung_up", "finished"] or played.lines[-1][
        "kind"
    ] == "finished"


def test_an_end_that_lacks_something_does_not_hang_up(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, "--json", typed="1\nend appointment\n1\nend hung-up\n")
    assert [line["kind"] for line in played.lines].count("hung_up") == 1
    assert "地址" in played.err


def test_every_line_of_the_page_of_documentation_is_understood(huashu: Huashu, repository: Path) -> None:
    page = (repository / "docs" / "terminal.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| (?:`(.+?)`|\(empty\)) \|", page, re.MULTILINE)
    assert len(lines) >= 12
    for line in lines:
        said = huashu("play", SCRIPT, typed=f"{line}\n").err
        assert "says nothing here" not in said, line
    assert "says nothing here" in huashu("play", SCRIPT, typed="nonsense\n").err


def test_lines_that_end_too_early_are_told(huashu: Huashu) -> None:
    played = huashu("play", SCRIPT, typed="1\n")
    assert played.code == 2
    assert "before the call was finished" in played.err


@pytest.mark.parametrize("script", [SCRIPT, "insurance-callback"])
def test_every_plan_plays(huashu: Huashu, script: str) -> None:
    document = shipped().find("script", script)
    assert isinstance(document, Script)
    assert len(document.plans) >= 10
    for plan in document.plans:
        played = huashu("play", script, "--plan", plan.title, "--json")
        assert played.code == 0, played.err
        assert played.lines[-1]["kind"] == "finished"


def test_a_file_plays_and_a_broken_one_is_told(huashu: Huashu, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nkind: script\n", encoding="utf-8")
    refused = huashu("play", broken)
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)


def test_an_unknown_script_or_plan_names_those_that_there_are(huashu: Huashu) -> None:
    assert SCRIPT in huashu("play", "nobody").err
    assert "约到" in huashu("play", SCRIPT, "--plan", "nothing").err


def test_without_record_no_database_is_made(huashu: Huashu, tmp_path: Path) -> None:
    huashu("play", SCRIPT, typed=BOOKED)
    assert not list(tmp_path.rglob("*.db"))


@pytest.mark.usefixtures("begun")
def test_a_recorded_call_is_kept_like_any_other(huashu: Huashu) -> None:
    customer = huashu("customers", "add", "王伟", "13812345678", "李大为介绍", "--format", "json").told[0]
    played = huashu("play", SCRIPT, "--record", "--as", "林晓", "--customer", customer["id"], "--json", typed=BOOKED)
    assert played.code == 0, played.err
    (call,) = huashu("calls", "list", "--format", "json").told
    assert call["outcome"] == "appointment"
    shown = huashu("calls", "show", call["id"], "--format", "json").told
    assert [event["kind"] for event in shown["trail"]] == [
        line["kind"] for line in played.lines if line["kind"] != "state"
    ]
    assert shown["facts"]["appointment"] == 1
    assert huashu("db", "check").code == 0


def test_recording_asks_who_calls(huashu: Huashu) -> None:
    refused = huashu("play", SCRIPT, "--record", typed=BOOKED)
    assert (refused.code, "--as" in refused.err) == (2, True)
