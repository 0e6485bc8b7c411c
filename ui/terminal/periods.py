"""Months and days as they are typed."""

from datetime import date

import click

from coach.appraisal.period import Period
from scripts_library.sentences import Refusal, Sentence


def month(_context: click.Context, _option: click.Parameter, text: str) -> Period:
    """The month that was typed (`2026-11`)."""
    try:
        return Period.month_of(date.fromisoformat(f"{text.strip()}-01"))
    except ValueError:
        raise Refusal(Sentence("ui.terminal:month_form", text=text)) from None


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """The day that was typed (`2026-11-23`), None where none was."""
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal(Sentence("ui.terminal:day_form", text=text)) from None
