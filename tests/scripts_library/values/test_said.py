"""Values as agents type them while the customer speaks."""

from datetime import date, datetime, time, timedelta, timezone
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts_library.values import HalfDay, Value
from scripts_library.values.parsing import parse
from scripts_library.values.refusal import NotAValue
from scripts_library.values.said import understand
from scripts_library.values.spoken import spoken
from scripts_library.values.written import written

CHINA = timezone(timedelta(hours=8))
MORNING = HalfDay(date(2026, 1, 8), "am")
AFTERNOON = HalfDay(date(2026, 1, 8), "pm")


def said(text: str, field_type: str, at: datetime, near: HalfDay | None = None) -> str:
    """What was understood, as it is kept."""
    return written(understand(text, field_type, at=at, near=near, options=("本人", "家人", "都来")))


HOURS = """
五点半 17:30 · 5 17:00 · 7 19:00 · 8 08:00 · 12 12:00 · 15 15:00 · 两点 14:00 · 十点 10:00 · 8点 08:00
８点 08:00 · 15:00 15:00 · 3:30 15:30 · 03:30 03:30 · 1530 15:30 · 930 09:30 · 330 15:30 · 0点 00:00
二十点 20:00 · 13点 13:00 · 三点一刻 15:15 · 三点三刻 15:45 · 三点零五 15:05 · 三点05 15:05 · 三点二十 15:20
三点二十五分 15:25 · 三点过五分 15:05 · 差五分三点 14:55 · 差一刻三点 14:45 · 三点差五分 14:55
三点整 15:00 · 三点钟 15:00 · 3点左右吧 15:00 · 三点以后 15:00 · 凌晨1点 01:00 · 凌晨五点 05:00
半夜十二点 00:00 · 深夜十一点 23:00 · 早上七点 07:00 · 早上8点半 08:30 · 上午十点 10:00 · 上午12点 12:00
中午12点半 12:30 · 中午一点 13:00 · 下午3点 15:00 · 下午三点一刻 15:15 · 下午15点 15:00 · 傍晚六点 18:00
晚上8点 20:00 · 晚上九点半 21:30 · 晚上12点 00:00 · 下午的三点 15:00 · 下午3:30 15:30 · 那就三点吧 15:00
大概五点 17:00 · 中午 12:00 · 下班后 18:00 · 下班以后 18:00 · 等下班后 18:00 · 下班前 17:30 · 下了班 18:00
上班后 09:30 · 午饭后 14:00 · 吃完午饭 14:00 · 晚饭后 19:30 · 半小时后 10:30 · 过一个小时 11:00
三点见 15:00 · 三点可以吗? 15:00 · 3pm 15:00 · 3 pm 15:00 · 3 p.m. 15:00 · 10 am 10:00 · 12 am 00:00
12pm 12:00 · 3:30 pm 15:30 · at 5 17:00 · five 17:00 · half past three 15:30 · quarter past 3 15:15
quarter to four 15:45 · ten to four 15:50 · five past nine 09:05 · noon 12:00 · 3 o'clock 15:00
after work 18:00 · after lunch 14:00 · 8 in the evening 20:00 · in the morning at 9 09:00
10 at night 22:00
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    entries = [entry.strip() for line in table.strip().splitlines() for entry in line.split(" · ")]
    return [(entry.rpartition(" ")[0], entry.rpartition(" ")[2]) for entry in entries]


@pytest.mark.parametrize(("text", "hour"), _pairs(HOURS))
def test_hours(monday: datetime, text: str, hour: str) -> None:
    assert said(text, "time", monday) == hour


@pytest.mark.parametrize(
    ("text", "near", "hour"),
    [
        ("5", AFTERNOON, "17:00"),
        ("8", AFTERNOON, "20:00"),
        ("10点", AFTERNOON, "10:00"),
        ("5", MORNING, "17:00"),
        ("7点", MORNING, "07:00"),
        ("9", MORNING, "09:00"),
        ("12点半", MORNING, "12:30"),
        ("上午10点", AFTERNOON, "10:00"),
        ("07:00", AFTERNOON, "07:00"),
    ],
)
def test_hours_near_the_half_day_on_offer(monday: datetime, text: str, near: HalfDay, hour: str) -> None:
    assert said(text, "time", monday, near) == hour


DAYS = """
今天 2026-01-05 · 明天 2026-01-06 · 后天 2026-01-07 · 大后天 2026-01-08 · 昨天 2026-01-04 · 前天 2026-01-03
周四 2026-01-08 · 星期一 2026-01-12 · 礼拜天 2026-01-11 · 周5 2026-01-09 · 周末 2026-01-10
这周三 2026-01-07 · 这个星期一 2026-01-05 · 本周五 2026-01-09 · 下周二 2026-01-13 · 下个礼拜天 2026-01-18
下下周一 2026-01-19 · 上周五 2026-01-02 · 12月3号 2026-12-03 · 十二月三日 2026-12-03 · 1月5号 2026-01-05
1月3号 2027-01-03 · 十二月三日星期四 2026-12-03 · 2027年1月5日 2027-01-05 · 二〇二七年一月五日 2027-01-05
明年三月一号 2027-03-01 · 今年5月1号 2026-05-01 · 8号 2026-01-08 · 5号 2026-01-05 · 3号 2026-02-03
三十一号 2026-01-31 · 下个月5号 2026-02-05 · 这个月20号 2026-01-20 · 月底 2026-01-31 · 下月底 2026-02-28
12-3 2026-12-03 · 12/3 2026-12-03 · 12.3 2026-12-03 · 2026/12/3 2026-12-03 · 2026.12.3 2026-12-03
三天后 2026-01-08 · 过两天 2026-01-07 · 10天以后 2026-01-15 · 两周后 2026-01-19 · 再过一个星期 2026-01-12
一个月后 2026-02-05 · 半个月后 2026-01-20 · 周四下午 2026-01-08 · 明天早上 2026-01-06 · 周四吧 2026-01-08
那就后天 2026-01-07 · 明晚 2026-01-06 · today 2026-01-05 · tomorrow 2026-01-06
the day after tomorrow 2026-01-07 · next monday 2026-01-12 · next tue 2026-01-06 · thursday 2026-01-08
on Monday 2026-01-12 · this wednesday 2026-01-07 · december 3rd 2026-12-03 · dec 3 2026-12-03
3 December 2026-12-03 · the 3rd of december 2026-12-03 · 3 dec 2027 2027-12-03
thursday 3 december 2026-12-03 · may 5 2026-05-05 · in 3 days 2026-01-08 · in two weeks 2026-01-19
tomorrow afternoon 2026-01-06 · 2026-12-03 2026-12-03
"""


@pytest.mark.parametrize(("text", "day"), _pairs(DAYS))
def test_days(monday: datetime, text: str, day: str) -> None:
    assert said(text, "date", monday) == day


MOMENTS = """
明天下午三点 01-06 15:00 · 后天上午10点 01-07 10:00 · 今晚8点 01-05 20:00 · 明早9点 01-06 09:00
周四下午三点 01-08 15:00 · 半小时后 01-05 10:30 · 过半小时 01-05 10:30 · 半个小时以后 01-05 10:30
两小时后 01-05 12:00 · 一个半小时后 01-05 11:30 · 两个半小时后 01-05 12:30 · 一小时二十分钟后 01-05 11:20
40分钟后 01-05 10:40 · 一刻钟后 01-05 10:15 · 1.5小时后 01-05 11:30 · 再过两个小时 01-05 12:00
半小时后打给我 01-05 10:30 · 5 01-05 17:00 · 9点 01-06 09:00 · 11点 01-05 11:00 · 下班后 01-05 18:00
上午9点 01-06 09:00 · 08:00 01-06 08:00 · 今天9点 01-05 21:00 · 今天上午9点 01-05 09:00
晚上12点 01-06 00:00 · 明天这个时候 01-06 10:00 · 三天后下午两点 01-08 14:00 · 1-8 下午3点 01-08 15:00
1月8号15:00 01-08 15:00 · 8号三点半 01-08 15:30 · 周末上午10点 01-10 10:00 · 明天中午 01-06 12:00
明天下班后 01-06 18:00 · 明天 15:30 01-06 15:30 · 三点打给我 01-05 15:00 · in 1 hour 01-05 11:00
in half an hour 01-05 10:30 · in an hour 01-05 11:00 · an hour and a half later 01-05 11:30
in two hours 01-05 12:00 · 20 minutes 01-05 10:20 · in a quarter of an hour 01-05 10:15
tomorrow at 3 01-06 15:00 · tomorrow afternoon at 3 01-06 15:00 · thursday 3 pm 01-08 15:00
tonight at 8 01-05 20:00 · this afternoon at 4 01-05 16:00 · half past three 01-05 15:30
next friday at half past nine 01-09 09:30 · 2026-01-08 15:00 01-08 15:00
tonight at half past twelve 01-06 00:30 · half past twelve tonight 01-06 00:30 · 12:30 tonight 01-06 00:30
tonight at quarter to twelve 01-05 23:45 · ten to twelve at night 01-05 23:50 · tonight at one 01-06 01:00
12 am tonight 01-06 00:00 · 8 tonight 01-05 20:00 · at 8 pm tonight 01-05 20:00 · 8 this evening 01-05 20:00
"""


@pytest.mark.parametrize(
    ("text", "moment"),
    [(text.rpartition(" ")[0], f"{text.rpartition(' ')[2]} {hour}") for text, hour in _pairs(MOMENTS)],
)
def test_moments(monday: datetime, text: str, moment: str) -> None:
    assert said(text, "datetime", monday) == f"2026-{moment}+08:00"


def test_a_bare_hour_is_the_next_one_at_which_one_may_call(monday: datetime) -> None:
    at_four = monday.replace(hour=16)
    assert said("8点", "datetime", at_four) == "2026-01-05 20:00+08:00"
    assert said("9点", "datetime", at_four) == "2026-01-06 09:00+08:00"
    assert said("3点", "datetime", at_four) == "2026-01-06 15:00+08:00"
    assert said("3点", "datetime", monday, AFTERNOON) == "2026-01-08 15:00+08:00"


def test_tonight_is_tonight_though_its_hour_is_past(monday: datetime) -> None:
    at_nine = monday.replace(hour=21)
    assert said("tonight at 8", "datetime", at_nine) == said("8 tonight", "datetime", at_nine)
    assert said("8 tonight", "datetime", at_nine) == "2026-01-05 20:00+08:00"
    assert said("half past twelve tonight", "datetime", at_nine) == "2026-01-06 00:30+08:00"


@pytest.mark.parametrize(
    ("text", "field_type", "code"),
    [
        ("25点", "time", "value_no_such_hour"),
        ("24点", "datetime", "value_no_such_hour"),
        ("三点六十分", "time", "value_no_such_minute"),
        ("差八十分三点", "time", "value_no_such_minute"),
        ("上午13点", "time", "value_other_part_of_day"),
        ("晚上三点", "datetime", "value_other_part_of_day"),
        ("15 pm", "time", "value_other_part_of_day"),
        ("下午", "time", "value_which_hour"),
        ("明天下午", "datetime", "value_which_hour"),
        ("下周二", "datetime", "value_which_hour"),
        ("tomorrow afternoon", "datetime", "value_which_hour"),
        ("明天三点", "time", "value_hour_only"),
        ("tomorrow 3 pm", "time", "value_hour_only"),
        ("周四下午三点", "date", "value_day_only"),
        ("二月三十号", "date", "value_no_such_day"),
        ("二月三十号下午三点", "datetime", "value_no_such_day"),
        ("february 30", "date", "value_no_such_day"),
        ("2月29号", "date", "value_no_such_day"),
        ("13月1号", "date", "value_no_such_month"),
        ("三十二号", "date", "value_no_such_day"),
        ("十二月三日星期五", "date", "value_other_weekday"),
        ("friday 3 december", "date", "value_other_weekday"),
        ("下周", "date", "value_no_day_said"),
        ("改天", "date", "value_no_day_said"),
        ("十百天后", "date", "value_not_a_date"),
        ("9999999999月后", "date", "value_not_a_date"),
        ("一会儿", "datetime", "value_no_moment_said"),
        ("有空的时候", "time", "value_no_hour_said"),
        ("99999小时后", "datetime", "value_no_moment_said"),
        ("很多", "number", "value_not_a_number"),
        ("再说", "yes_no", "value_not_yes_no"),
        ("人", "choice", "value_not_an_option"),
        ("幺三八", "phone", "value_not_a_phone"),
        ("明天", "half_day", "value_not_a_half_day"),
    ],
)
def test_what_cannot_be_says_why(monday: datetime, text: str, field_type: str, code: str) -> None:
    with pytest.raises(NotAValue) as refused:
        said(text, field_type, monday)
    assert refused.value.sentence.code == f"scripts_library:{code}"
    for language in ("zh-CN", "en"):
        assert refused.value.sentence.in_language(language)


def test_who_types_what_is_said_is_shown_what_one_says(monday: datetime) -> None:
    for field_type, example in (("date", "下周二"), ("time", "五点半"), ("datetime", "半小时后")):
        with pytest.raises(NotAValue) as refused:
            said("买先生", field_type, monday)
        assert example in refused.value.sentence.in_language("zh-CN")
        said(example, field_type, monday)


def test_an_impossible_hour_is_told_in_words(monday: datetime) -> None:
    with pytest.raises(NotAValue) as refused:
        said("二月三十号", "date", monday)
    assert refused.value.sentence.in_language("zh-CN") == "2026年2月没有30日。"
    with pytest.raises(NotAValue) as refused:
        said("十二月三日星期五", "date", monday)
    assert "2026-12-03 是星期四" in refused.value.sentence.in_language("zh-CN")


@pytest.mark.parametrize(
    ("text", "field_type", "form"),
    [
        ("两千五", "number", "2500"),
        ("3万", "number", "30000"),
        ("1,200元", "number", "1200"),
        ("一百五十块", "number", "150"),
        ("三个人", "number", "3"),
        ("好的", "yes_no", "yes"),
        ("不要", "yes_no", "no"),
        ("我本人", "choice", "本人"),
        ("都", "choice", "都来"),
        ("幺三八零零一三八零零零", "phone", "13800138000"),
        ("周四下午", "half_day", "2026-01-08 pm"),
        ("tomorrow morning", "half_day", "2026-01-06 am"),
        ("随便说说", "text", "随便说说"),
    ],
)
def test_other_types(monday: datetime, text: str, field_type: str, form: str) -> None:
    assert said(text, field_type, monday) == form


_NEAR_DAYS = st.dates(date(2026, 1, 5), date(2027, 1, 4))
_MINUTES = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))


@given(_NEAR_DAYS, _MINUTES, st.sampled_from(["zh-CN", "en"]))
def test_what_is_spoken_is_understood(day: date, hour: time, language: str) -> None:
    at = datetime(2026, 1, 5, 0, 0, tzinfo=CHINA)
    values: dict[str, Value] = {"date": day, "time": hour, "datetime": datetime.combine(day, hour, tzinfo=CHINA)}
    for field_type, value in values.items():
        said_aloud = spoken(value, language, today=at.date())
        assert understand(said_aloud, field_type, at=at) == value, said_aloud


_SIGNS = "今明后天周下这一二三十点半刻分小时号月日上午晚差过0123456789: atfiveomrwhpnd"


@given(st.text(_SIGNS, max_size=12), st.sampled_from(["date", "time", "datetime"]))
def test_whatever_is_said_is_understood_or_refused(text: str, field_type: str) -> None:
    at = datetime(2026, 1, 5, 10, tzinfo=CHINA)
    try:
        value = understand(text, field_type, at=at, near=AFTERNOON)
    except NotAValue:
        return
    assert isinstance(value, {"date": date, "time": time, "datetime": datetime}[field_type])


@pytest.mark.parametrize("text", ["2026-12-03", "next tuesday", "today", "slot_1"])
def test_what_is_written_is_understood_as_it_is_parsed(monday: datetime, text: str) -> None:
    slots = {"slot_1": AFTERNOON}
    assert understand(text, "date", at=monday, slots=slots) == parse(text, "date", at=monday, slots=slots)


@pytest.mark.parametrize(
    "part", ["打给我", "那就", "下", "三", "差", "半个", "过", "1", "at ", "十百", "的", " ", "一个半小时"]
)
@pytest.mark.parametrize("field_type", ["date", "time", "datetime", "half_day", "number", "phone", "choice", "yes_no"])
def test_nothing_that_is_typed_takes_long(monday: datetime, part: str, field_type: str) -> None:
    before = process_time()
    for times in (12, 24, 20_000):
        with pytest.raises(NotAValue):
            said(part * times + "x", field_type, monday)
    assert process_time() - before < 1
