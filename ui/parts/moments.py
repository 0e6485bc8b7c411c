"""Days, months and hours as the window writes them, in its language."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui.language import spoken


def day_text(day: date, today: date) -> str:
    """A day with its weekday; the year only where it is another one."""
    if day.year == today.year:
        return _written(day, QCoreApplication.translate("moments", "ddd d MMM", "a day of this year, for QLocale"))
    return _written(day, QCoreApplication.translate("moments", "d MMM yyyy", "a day of another year, for QLocale"))


def month_text(month: date) -> str:
    """A month with its year."""
    return _written(month, QCoreApplication.translate("moments", "MMMM yyyy", "a month, for QLocale"))


def short_month_text(month: date) -> str:
    """A month without its year."""
    return _written(month, QCoreApplication.translate("moments", "MMM", "a month without its year, for QLocale"))


def moment_text(moment: datetime, now: datetime) -> str:
    """An hour; with its day where that is not today."""
    hour = f"{moment:%H:%M}"
    return hour if moment.date() == now.date() else f"{day_text(moment.date(), now.date())} {hour}"


def hours_text(seconds: int) -> str:
    """Talk time of a day in hours and minutes: 1:12."""
    hours, minutes = divmod(max(seconds, 0) // 60, 60)
    return f"{hours}:{minutes:02}"


def _written(day: date, pattern: str) -> str:
    locale = QLocale(QLocale.Language.Chinese) if spoken() == "zh" else QLocale(QLocale.Language.English)
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
