"""The log in the terminal: a call put right, one taken up that was cut off, numbers that agree whatever is typed."""

import random

import pytest

from tests.ui.terminal.typed import Huashu, Typed
from ui.clock import now
from ui.home import open_book

pytestmark = pytest.mark.usefixtures("begun")

SCRIPT = "insurance-appointment"
BOOKED = "1\n1\n1\n1\n1\nmeeting_time=15:00\n1\n1\nmeeting_address=和平路八号\n1\n1\n1\nend\n"


def cut_off(huashu: Huashu, typed: str) -> str:
    """The id of a call that was recorded with these lines and not finished."""
    huashu("play", SCRIPT, "--record", "--as", "林晓", typed=typed)
    newest, *_ = huashu("calls", "list", "--format", "json").told
    return str(newest["id"])


@pytest.fixture
def call(huashu: Huashu) -> str:
    """A finished call with an appointment."""
    (customer,) = huashu("customers", "add", "王伟 13812345678", "--format", "json").told
    played = huashu("play", SCRIPT, "--record", "--as", "林晓", "--customer", customer["id"], typed=BOOKED)
    assert played.code == 0, played.err
    (row,) = huashu("calls", "list", "--format", "json").told
    return str(row["id"])


@pytest.mark.parametrize(
    "changes",
    [
        (),
        ("--outcome", ""),
        ("--outcome", "nowhere"),
        ("--outcome", "deal"),
        ("--outcome", "callback"),
        ("--intent", "E"),
        ("--intent", ""),
        ("--set", "meeting_place"),
        ("--set", "=x"),
        ("--set", "="),
        ("--set", ""),
        ("--set", "nothing=1"),
        ("--set", "meeting_day="),
        ("--set", "meeting_day=2026-02-29"),
        ("--set", "meeting_time=24:00"),
        ("--set", "mobile=1"),
        ("--set", "meeting_place=a", "--set", "meeting_place=b"),
        ("--outcome", "callback", "--set", "callback_at=9999-12-31 12:00+00:00"),
        ("--outcome", "callback", "--set", "callback_at=1899-12-31 12:00"),
        ("--outcome", "hung-up", "--as", "nobody"),
        ("--why", " ", "--outcome", "hung-up"),
        ("--why", "\x00", "--outcome", "hung-up"),
        ("--outcome", "x" * 10_000),
        ("--set", f"nothing={'x' * 10_000}"),
    ],
)
def test_an_amendment_that_cannot_be_is_one_sentence_and_changes_nothing(
    huashu: Huashu, call: str, changes: tuple[str, ...]
) -> None:
    before = huashu("calls", "show", call, "--format", "json").out
    refused = huashu("calls", "amend", call, "--why", "听录音", *changes)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert len(refused.err) < 1200
    assert huashu("calls", "show", call, "--format", "json").out == before
    assert huashu("db", "check").code == 0


def test_an_amendment_changes_what_it_says_and_shows_in_the_log(huashu: Huashu, call: str) -> None:
    amended = huashu(
        "calls", "amend", call, "--why", "听录音", "--set", "fields.meeting_place=家里", "--set", "mobile=021-62345678"
    )
    assert (amended.code, amended.err) == (0, "")
    shown = huashu("calls", "show", call).out
    assert "put right by 林晓: 地点 = 家里, 手机 = " in shown
    assert "(听录音)" in shown
    huashu("calls", "amend", call, "--why", "其实挂了", "--outcome", "hung-up")
    assert "put right by 林晓: 中途挂断 (其实挂了)" in huashu("calls", "show", call).out
    (row,) = huashu("calls", "list", "--format", "json").told
    assert row["outcome"] == "hung-up"
    assert huashu("db", "check").code == 0


def test_the_intent_is_put_right_and_the_call_told_as_json(huashu: Huashu, call: str) -> None:
    amended = huashu("calls", "amend", call, "--why", "听录音", "--intent", "B", "--format", "json")
    assert (amended.code, amended.err) == (0, "")
    assert amended.told["facts"]["intent"] == "B"
    assert amended.told == huashu("calls", "show", call, "--format", "json").told
    assert amended.told["trail"][-1]["intent"] == "B"
    assert "put right by 林晓: B (听录音)" in huashu("calls", "show", call).out
    assert huashu("db", "check").code == 0


def test_a_call_says_whom_it_was_to_by_whom_and_when(huashu: Huashu, call: str) -> None:
    (row,) = huashu("calls", "list", "--format", "json").told
    shown = huashu("calls", "show", call, "--format", "json").told
    for told in (row, shown):
        assert (told["id"], told["agent"], told["script"]) == (call, "林晓", SCRIPT)
        assert (told["customer"]["name"], told["customer"]["phone"]) == ("王伟", "13812345678")
        assert isinstance(told["talk_seconds"], int)
        assert 0 <= told["must_done"] <= told["must_due"]
    first, *_ = huashu("calls", "show", call).out.splitlines()
    for said in ("林晓", "王伟 13812345678", row["started_at"][:10], "保险预约", "version 1"):
        assert said in first
    assert "王伟 13812345678" in huashu("calls", "list").out


def test_whom_a_call_was_to_is_seen_as_far_as_the_role_goes(huashu: Huashu, call: str) -> None:
    with open_book(None, None, at=now(), told=print) as book:
        book.add_person(name="周婷", number="8", role="trainer", at=now())
        book.add_person(name="郑洁", number="9", role="hr", at=now())
    for number, seen in (("8", "138****5678"), ("9", None)):
        (row,) = huashu("calls", "list", "--as", number, "--format", "json").told
        assert (row["customer"] and row["customer"]["phone"]) == seen
        for told in (huashu("calls", "list", "--as", number), huashu("calls", "show", call, "--as", number)):
            assert (told.code, "13812345678" in told.out, (seen or "—") in told.out) == (0, False, True)


def test_an_outcome_that_no_script_has_is_no_filter(huashu: Huashu, call: str) -> None:
    assert huashu("calls", "list", "--outcome", "hung-up", "--format", "json").told == []
    refused = huashu("calls", "list", "--outcome", "nosuch")
    assert (refused.code, refused.out, "appointment" in refused.err) == (2, "", True)
    del call


def test_a_call_that_is_not_finished_is_not_amended(huashu: Huashu) -> None:
    call = cut_off(huashu, "1\n")
    refused = huashu("calls", "amend", call, "--why", "x", "--outcome", "hung-up")
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)


def test_a_call_that_was_cut_off_is_taken_up_where_it_stood(huashu: Huashu) -> None:
    typed = "1\n1\nnote 下午打\nmeeting_time=15:00\n"
    begun = huashu("play", SCRIPT, "--record", "--as", "林晓", "--json", typed=typed)
    assert begun.code == 2
    step = begun.lines[-1]["step"]
    (row,) = huashu("calls", "list", "--format", "json").told
    assert (row["outcome"], row["id"] in begun.err) == (None, True)
    taken_up = huashu("calls", "resume", row["id"], "--json", typed="note 还在\nend hung-up\n")
    assert taken_up.code == 0, taken_up.err
    assert [line["kind"] for line in taken_up.lines if line["kind"] != "state"] == [
        "paused",
        "resumed",
        "noted",
        "hung_up",
        "finished",
    ]
    assert {line["step"] for line in taken_up.lines if line["kind"] == "state"} == {step}
    assert [line["text"] for line in taken_up.lines if line["kind"] == "noted"] == ["下午打\n还在"]
    assert huashu("calls", "resume", row["id"]).code == 2
    assert huashu("db", "check").code == 0


def test_a_call_that_was_cut_off_is_ended_as_interrupted(huashu: Huashu) -> None:
    call = cut_off(huashu, "1\n")
    ended = huashu("calls", "resume", call, typed="end interrupted\n")
    assert (ended.code, ended.out.count("[1]")) == (0, 1)
    (row,) = huashu("calls", "list", "--format", "json").told
    assert row["outcome"] == "interrupted"


def test_a_call_of_an_erased_or_unknown_customer_is_not_begun(huashu: Huashu) -> None:
    for nobody in ("", "x", "00000000-0000-7000-8000-000000000000"):
        refused = huashu("play", SCRIPT, "--record", "--as", "林晓", "--customer", nobody, typed=BOOKED)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert huashu("calls", "list", "--format", "json").told == []


LINES = (
    *(
        "",
        "1",
        "2",
        "3",
        "4",
        "/busy",
        "/not-interested",
        "/",
        "<",
        "? 嗯",
        "note 记一下",
        "@recap",
        "@later",
        "@goodbye",
    ),
    *(
        "meeting_day=tomorrow",
        "meeting_time=15:00",
        "meeting_address=和平路八号",
        "callback_at=in 1 hour",
        "wechat=wei",
    ),
    *("mobile=13912345678", "end", "end callback", "end appointment", "end hung-up", "end wechat", "end do-not-call"),
    *("nonsense", "99", "/nobody", "end nowhere", "meeting_day=soon", "\x00", "note"),
)
AMENDMENTS = (
    *(
        ("--outcome", outcome)
        for outcome in ("hung-up", "callback", "appointment", "wrong-number", "deal", "no-answer")
    ),
    *(("--set", value) for value in ("callback_at=in 2 hours", "meeting_day=2026-12-31", "meeting_time=9:00", "x=y")),
    ("--outcome", "callback", "--set", "callback_at=2028-02-29 10:00"),
    ("--outcome", "do-not-call"),
    (),
)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed_every_sum_is_as_the_trails_say(huashu: Huashu, seed: int) -> None:
    chance = random.Random(seed)
    customers = [
        huashu("customers", "add", f"王伟 1381234567{number}", "--format", "json").told[0]["id"] for number in range(3)
    ]
    for _ in range(12):
        _something(huashu, chance, customers)
    kept = huashu("calls", "list", "--format", "json").told
    assert kept
    checked = huashu("db", "check")
    assert (checked.code, f"Calls: {len(kept)}." in checked.out) == (0, True)
    for row in kept:
        assert huashu("calls", "show", row["id"]).code == 0
    assert huashu("scores", "--month", kept[0]["started_at"][:7]).code == 0


def _something(huashu: Huashu, chance: random.Random, customers: list[str]) -> None:
    """A call recorded, one taken up, or one amended, in any state that it may be in."""
    done: list[Typed] = []
    lines = "\n".join(chance.choices(LINES, k=chance.randrange(1, 25)))
    rows = huashu("calls", "list", "--format", "json").told
    open_calls = [row["id"] for row in rows if row["outcome"] is None]
    customer = ("--customer", chance.choice(customers)) if chance.random() < 0.7 else ()
    done.append(huashu("play", SCRIPT, "--record", "--as", "林晓", *customer, typed=lines))
    if open_calls and chance.random() < 0.5:
        done.append(huashu("calls", "resume", chance.choice(open_calls), typed=f"{lines}\nend interrupted\n"))
    if rows:
        row = chance.choice(rows)
        done.append(huashu("calls", "amend", row["id"], "--why", "改", *chance.choice(AMENDMENTS)))
    assert {each.code for each in done} <= {0, 2}
