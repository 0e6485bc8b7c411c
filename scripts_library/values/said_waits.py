"""Waits as they are said on the phone: 半小时后, 过两个小时, 一个半小时后, in half an hour."""

import re
from datetime import timedelta
from fractions import Fraction

from scripts_library.values.numerals import ENGLISH_NUMBERS, NUMERAL, number_said

_COUNT = rf"(?:[0-9]+\.[0-9]+|{NUMERAL}|半)"
_CHINESE = re.compile(
    f"(?:再?过|再?等)?(?:(?P<hours>{_COUNT})个?(?P<half>半)?个?(?:小时|钟头)(?P<more>半)?)?(?:零|又)?"
    f"(?:(?P<quarters>{NUMERAL})刻钟|(?P<minutes>{NUMERAL})分钟)?(?:之后|以后|后)?"
)
_WORD = rf"(?:[0-9]+(?:\.[0-9]+)?|{'|'.join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))})"
_ENGLISH = re.compile(
    f"(?:in )?(?:(?P<hours>half an?|{_WORD})(?P<half> and a half)? hours?(?P<more> and a half)?)?(?: and )?"
    f"(?:(?P<quarters>three|a) quarters? of an hour|(?P<minutes>{_WORD}) min(?:ute)?s?)?(?: later| from now)?"
)
_LONGEST = 10_000  # hours or minutes; nobody waits longer on the phone


def wait_said(text: str) -> timedelta | None:
    """How long a text says to wait, None where it says no such thing."""
    match = _CHINESE.fullmatch(text) or _ENGLISH.fullmatch(text)
    if match is None:
        return None
    hours, quarters, minutes = (_count(match[part]) for part in ("hours", "quarters", "minutes"))
    if hours is None or quarters is None or minutes is None:
        return None
    halves = 30 * sum(match[part] is not None for part in ("half", "more"))
    total = hours * 60 + quarters * 15 + minutes + halves
    return timedelta(minutes=float(total)) if 0 < total <= 60 * _LONGEST else None


def _count(text: str | None) -> Fraction | None:
    """The number that was said, 0 where none was; None where it is none."""
    if text is None:
        return Fraction(0)
    if text == "半" or text.startswith("half"):
        return Fraction(1, 2)
    if text in ENGLISH_NUMBERS:
        return Fraction(ENGLISH_NUMBERS[text])
    number = number_said(text)
    return None if number is None else Fraction(number)
