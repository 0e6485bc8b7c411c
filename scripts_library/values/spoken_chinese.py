"""How values are said in Chinese: 十二月三日星期四, 下午三点半, 这周四下午."""

from datetime import date, datetime, time

from scripts_library.values import HalfDay
from scripts_library.values.near_days import needs_year, weeks_ahead
from scripts_library.values.numerals import digit_by_digit, in_characters
from scripts_library.values.speech import Speech

WEEKDAYS = "一二三四五六日"
_HALVES = {"am": "上午", "pm": "下午"}
_QUARTERS = {0: "", 15: "一刻", 30: "半", 45: "三刻"}
# The first hour of each part of the day, latest first.
_PARTS = ((18, "晚上"), (13, "下午"), (12, "中午"), (9, "上午"), (5, "早上"), (0, "凌晨"))


def day(value: date, today: date | None) -> str:
    """十二月三日星期四; a far day with its year, 二〇二八年五月三日."""
    said = f"{in_characters(value.month)}月{in_characters(value.day)}日"
    if needs_year(value, today):
        return f"{digit_by_digit(value.year)}年{said}"
    return f"{said}星期{WEEKDAYS[value.weekday()]}"


def hour(value: time) -> str:
    """下午三点, 上午十点零五分, 中午十二点半."""
    part = next(name for first, name in _PARTS if value.hour >= first)
    twelve = value.hour - 12 if value.hour > 12 else value.hour
    number = "两" if twelve == 2 else in_characters(twelve)
    return f"{part}{number}点{_minutes(value.minute)}"


def moment(value: datetime, today: date | None) -> str:
    """十二月三日星期四下午三点."""
    return day(value.date(), today) + hour(value.time())


def half_day(value: HalfDay, today: date | None) -> str:
    """明天下午, 这周四下午, 下周二下午; farther away by its date."""
    half = _HALVES[value.half]
    if today is not None:
        if (value.day - today).days in (0, 1):
            return ("今天", "明天")[(value.day - today).days] + half
        if value.day > today and weeks_ahead(value.day, today) in (0, 1):
            week = ("这周", "下周")[weeks_ahead(value.day, today)]
            return f"{week}{WEEKDAYS[value.day.weekday()]}{half}"
    return day(value.day, today) + half


def _minutes(minute: int) -> str:
    if minute in _QUARTERS:
        return _QUARTERS[minute]
    return f"{'零' if minute < 10 else ''}{in_characters(minute)}分"


CHINESE = Speech(yes="是", no="否", day=day, hour=hour, moment=moment, half_day=half_day)
