"""Exact numbers: read from a plan as a person writes them, rounded half up only where one is shown."""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor

from scripts_library.sentences import Refusal, Sentence

_HUNDREDTH = Fraction(1, 100)
_NUMBER = re.compile(r"([+-]?[0-9]{1,15}(?:\.[0-9]{1,9})?)(%?)")


class NotANumber(Refusal, ValueError):
    """A text that is no number as plans and entries write them."""

    def __init__(self, text: str) -> None:
        super().__init__(Sentence("coach:HC2002", text=text[:40]))


def exact(text: str) -> Fraction:
    """The exact number that a plan writes: `72`, `-1.5`, `2%`. Raises `NotANumber`."""
    written = _NUMBER.fullmatch(text.strip())
    if written is None:
        raise NotANumber(text)
    return Fraction(written[1]) * (_HUNDREDTH if written[2] else 1)


def shown(number: Fraction | int, places: int = 1) -> str:
    """A number as people read it: rounded half up to so many decimals, without idle zeros (`72.8`, `99`)."""
    half_up = floor(abs(Fraction(number)) * 10**places + Fraction(1, 2))
    text = f"{Decimal(half_up).scaleb(-places):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"−{text}" if number < 0 and half_up else text


def signed(number: Fraction | int) -> str:
    """Points given or taken, always with their sign: `+6`, `−5`, `0`."""
    text = shown(number)
    return f"+{text}" if number > 0 else text
