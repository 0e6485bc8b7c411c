"""Numbers in characters and in English words: 十五, 两千五, 二〇二八, twenty."""

import re
from decimal import Decimal
from types import MappingProxyType

NUMERAL = "(?:[0-9]+|[零〇一二两三四五六七八九十百]+)"  # what an hour, a day or a count is said with
_DIGITS = {"零": 0, "〇": 0, "一": 1, "幺": 1, "二": 2, "两": 2, "三": 3, "四": 4}
_DIGITS |= {"五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SIZES = {"亿": 100_000_000, "万": 10_000, "千": 1000, "百": 100, "十": 10}
_IN_DIGITS = re.compile("([0-9]+(?:\\.[0-9]+)?)([百千万亿]?)")
_LONGEST = 30
_ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ENGLISH_NUMBERS = MappingProxyType(
    {word: number for number, word in enumerate(_ENGLISH, start=1)}
    | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45}
)
_WRITTEN = "零一二三四五六七八九"


def number_said(text: str) -> Decimal | None:
    """The number that a text says in digits or in characters (15, 十五, 两千五, 3万); None where it says none."""
    if len(text) > _LONGEST:
        return None
    if match := _IN_DIGITS.fullmatch(text):
        return Decimal(match[1]) * _SIZES.get(match[2], 1)
    if text and all(sign in _DIGITS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text))
    number = _composed(text)
    return None if number is None else Decimal(number)


def digits_said(text: str) -> str | None:
    """The digits of a number that was said one by one, 幺三八 or 138; None where there is anything else."""
    if not text or not all(sign in _DIGITS or sign in "0123456789+" for sign in text):
        return None
    return "".join(str(_DIGITS.get(sign, sign)) for sign in text)


def whole_number_said(text: str) -> int:
    """The whole number that a text matching `NUMERAL` says; -1 where its characters make none (十百)."""
    number = number_said(text)
    return -1 if number is None else int(number)


def in_characters(number: int) -> str:
    """A number from 0 to 99 as it is said: 十二, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _WRITTEN[ones]
    return ("" if tens == 1 else _WRITTEN[tens]) + "十" + (_WRITTEN[ones] if ones else "")


def digit_by_digit(number: int) -> str:
    """A year as it is said: 二〇二八."""
    return "".join("〇" if sign == "0" else _WRITTEN[int(sign)] for sign in str(number))


def _composed(text: str) -> int | None:
    """A number with units: 一百零五 is 105, 一百五 is 150."""
    text = text.lstrip("零〇")
    for sign, size in _SIZES.items():
        head, found, tail = text.partition(sign)
        if found:
            times = _composed(head) if head else (1 if sign == "十" else None)
            rest = _rest(tail, size)
            if times is None or rest is None or rest >= size or (size <= 1000 and times > 9):
                return None
            return times * size + rest
    return _DIGITS.get(text)


def _rest(tail: str, size: int) -> int | None:
    if not tail:
        return 0
    if len(tail) == 1 and tail in _DIGITS and size >= 100:
        return _DIGITS[tail] * size // 10
    return _composed(tail)
