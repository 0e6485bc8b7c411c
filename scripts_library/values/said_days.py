"""Days as they are said on the phone: 后天, 下周二, 12月3号, 三天后, 月底."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from scripts_library.sentences import Sentence
from scripts_library.values.days import calendar_day, next_weekday
from scripts_library.values.numerals import NUMERAL, whole_number_said
from scripts_library.values.refusal import not_a_value

_WORDS = {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "今儿": 0}
_WORDS |= {"明天": 1, "明日": 1, "明儿": 1, "后天": 2, "大后天": 3}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "末": 5, "日": 6, "天": 6}
_WEEKDAYS |= {str(number + 1): number for number in range(7)}
_WEEKS = {"上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
_YEARS = {"今": 0, "明": 1, "后": 2}
_WEEK = "(?:周|星期|礼拜)"
_AFTER = "(?:之后|以后|后)"
_NO_MORE = "(?![0-9零一二三四五六七八九十两半点时:])"  # so that the 3 of 3点 is not taken for a day
_Found = Callable[[re.Match[str], date], date]


def day_said(text: str, today: date) -> tuple[date | None, str]:
    """The day with which a text begins, and the rest of it; None and the whole text where it begins with no day.

    A weekday alone is the next such day; 这周 and 下周 begin on Monday; a date without its year is the next one.
    Raises `NotAValue` for a day that no calendar has, and for a weekday that is not that day's.
    """
    for pattern, found in _FORMS:
        if match := pattern.match(text):
            try:
                day = found(match, today)
            except OverflowError:
                raise not_a_value("value_not_a_date", text) from None
            return day, _without_weekday(text[match.end() :], day, text)
    return None, text


def _without_weekday(rest: str, day: date, text: str) -> str:
    """What follows a day less the weekday that was said with it (十二月三日星期四), which has to be right."""
    match = re.match(f"{_WEEK}([一二三四五六日天1-7])", rest)
    if match is None:
        return rest
    if _WEEKDAYS[match[1]] != day.weekday():
        raise not_a_value("value_other_weekday", text, day=day, weekday=weekday_name(day))
    return rest[match.end() :]


def weekday_name(day: date) -> Sentence:
    """The name of a day's weekday, for a sentence."""
    return Sentence(f"scripts_library:weekday_{day.isoweekday()}")


def next_date(month: int, number: int, today: date, text: str) -> date:
    """The next such day of the year, today itself included."""
    year = today.year if (month, number) >= (today.month, today.day) else today.year + 1
    return calendar_day(year, month, number, text)


def _word(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_WORDS[match[0]])


def _part_of_day(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_YEARS[match[0]])


def _weekday(match: re.Match[str], today: date) -> date:
    week, weekday = match[1], _WEEKDAYS[match[2]]
    if week is None:
        return next_weekday(weekday, after=today)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=_WEEKS[week], days=weekday)


def _days_later(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_count(match))


def _weeks_later(match: re.Match[str], today: date) -> date:
    return today + timedelta(weeks=_count(match))


def _months_later(match: re.Match[str], today: date) -> date:
    return _in_month(today, _count(match), today.day)


def _half_a_month_later(_match: re.Match[str], today: date) -> date:
    return today + timedelta(days=15)


def _full_date(match: re.Match[str], today: date) -> date:
    number = whole_number_said
    year, relative, month, day = match.groups()
    if relative:
        return calendar_day(today.year + _YEARS[relative], number(month), number(day), match[0])
    if year:
        return calendar_day(number(year), number(month), number(day), match[0])
    return next_date(number(month), number(day), today, match[0])


def _day_of_month(match: re.Match[str], today: date) -> date:
    number = whole_number_said(match[1])
    first = today if number >= today.day else _in_month(today, 1, 1)
    return calendar_day(first.year, first.month, number, match[0])


def _in_a_month(match: re.Match[str], today: date) -> date:
    first = _in_month(today, {"下下": 2, "下": 1}.get(match[1], 0), 1)
    if not match[2]:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return calendar_day(first.year, first.month, whole_number_said(match[2]), match[0])


def _in_month(today: date, months: int, number: int) -> date:
    """A day so many months ahead; where that month is too short, its last."""
    if months > 1200:
        raise OverflowError(months)
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(number, monthrange(year, month + 1)[1]))


def _count(match: re.Match[str]) -> int:
    count = whole_number_said(match[1] or match[2])
    if count < 0:
        raise not_a_value("value_not_a_date", match[0])
    return count


def _later(unit: str) -> str:
    """过三天, 三天后, 再过三天以后."""
    return rf"(?:再?过({NUMERAL})个?{unit}{_AFTER}?|({NUMERAL})个?{unit}{_AFTER})"


_YEAR = "(?:([0-9]{4}|[零〇一二三四五六七八九]{4})年|([今明后])年)?"
_FORMS: tuple[tuple[re.Pattern[str], _Found], ...] = tuple(
    (re.compile(pattern), found)
    for pattern, found in (
        ("|".join(sorted(_WORDS, key=len, reverse=True)), _word),
        ("[今明](?=早|晚|夜|上午|中午|下午)", _part_of_day),
        (rf"(下下|[这本下上])?个?{_WEEK}([一二三四五六日天末1-7])", _weekday),
        (_later("天"), _days_later),
        (_later(_WEEK), _weeks_later),
        (_later("月"), _months_later),
        (f"再?过半个月{_AFTER}?|半个月{_AFTER}", _half_a_month_later),
        (rf"{_YEAR}({NUMERAL})月份?的?({NUMERAL})(?:[日号]|{_NO_MORE})", _full_date),
        (rf"([0-9]{{4}})()[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){_NO_MORE}", _full_date),
        (rf"()()([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){_NO_MORE}", _full_date),
        (rf"({NUMERAL})[日号]", _day_of_month),
        (rf"(下下|[这本下])个?月(?:底|({NUMERAL})[日号])", _in_a_month),
        ("()月底()", _in_a_month),
    )
)
