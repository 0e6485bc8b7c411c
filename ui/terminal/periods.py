"""Months and days as they are typed."""

import re
from datetime import date

import click

from coach.appraisal.period import Period
from scripts_library.sentences import Refusal, Sentence
from scripts_library.values.days import calendar_day
from scripts_library.values.parsing import Asked, plainly, read_date
from ui.clock import now

_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_QUOTED = 40  # characters of what was typed that a sentence repeats


def month(_context: click.Context, _option: click.Parameter, text: str) -> Period:
    """The month that was typed (`2026-11`)."""
    typed = _MONTH.fullmatch(plainly(text))
    if typed is None:
        raise Refusal(Sentence("ui.terminal:month_form", text=text[:_QUOTED]))
    return Period.month_of(calendar_day(int(typed[1]), int(typed[2]), 1, text))


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """The day that was typed (`2026-11-23`, `today`), None where none was."""
    return None if text is None else read_date(text, Asked(now()))
