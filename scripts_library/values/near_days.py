"""How near a day is, as one speaks of days: this week, next week, this year."""

from datetime import date, timedelta

_FAR = timedelta(days=183)


def weeks_ahead(day: date, today: date) -> int:
    """How many weeks after this one, which began on Monday, a day lies."""
    monday = today - timedelta(days=today.weekday())
    return (day - monday).days // 7


def needs_year(day: date, today: date | None) -> bool:
    """Whether a day is so far away, in another year and by more than half a year, that its year is said too."""
    return today is not None and day.year != today.year and abs(day - today) > _FAR
