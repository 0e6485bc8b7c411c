"""What the log may be narrowed to: each choice with its words, and what is chosen now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from coach.appraisal.period import Period
from data.book import Book
from data.search import Wanted
from ui.parts.moments import day_text

_A_DAY = timedelta(days=1)
_LENGTHS = (30, 60, 180, 300)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to narrow the log to; `take` gives what is wanted then."""

    words: str
    take: Callable[[Wanted], Wanted]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in tests, its key, its title, the choices, the first of which lifts it."""

    name: str
    key: str
    title: str
    choices: Sequence[Choice]

    def chosen(self, wanted: Wanted) -> Choice | None:
        """The choice that is in force; None where it is none of those that are listed."""
        return next((choice for choice in self.choices if choice.take(wanted) == wanted), None)


def filters(book: Book, today: date) -> tuple[Filter, ...]:
    """The filters of this book, in the window's language."""
    newest = book.newest_releases()
    outcomes = {name: one.title for release in newest for name, one in release.outcomes.outcomes.items()}
    cards = {name: card.title for release in newest for name, card in release.cards.items()}
    scripts = {release.script.id: release.script.title for release in newest}
    made = [
        Filter("filter_day", "D", QCoreApplication.translate("filters", "Day"), _days(today)),
        Filter("filter_outcome", "O", QCoreApplication.translate("filters", "Outcome"), _of("outcome", outcomes)),
        Filter("filter_objection", "J", QCoreApplication.translate("filters", "Objection"), _of("card", cards)),
        Filter("filter_length", "L", QCoreApplication.translate("filters", "Talk"), _lengths()),
        Filter("filter_script", "S", QCoreApplication.translate("filters", "Script"), _of("script", scripts)),
    ]
    if book.may("see_calls_of_others"):
        people = {person.id: person.name for person in book.people()}
        made.append(Filter("filter_person", "P", QCoreApplication.translate("filters", "Agent"), _of("agent", people)))
    return tuple(made)


def _of(attribute: str, named: dict[str, str]) -> Sequence[Choice]:
    """A choice for each id, by its title."""
    return (
        _taking(QCoreApplication.translate("filters", "all"), **{attribute: None}),
        *(_taking(title, **{attribute: name}) for name, title in named.items()),
    )


def _days(today: date) -> Sequence[Choice]:
    month = Period.month_of(today)
    monday = today - today.weekday() * _A_DAY
    return (
        _taking(QCoreApplication.translate("filters", "all"), first=None, last=None),
        _taking(QCoreApplication.translate("filters", "today"), first=today, last=today),
        _taking(QCoreApplication.translate("filters", "yesterday"), first=today - _A_DAY, last=today - _A_DAY),
        _taking(QCoreApplication.translate("filters", "this week"), first=monday, last=today),
        _taking(QCoreApplication.translate("filters", "this month"), first=month.first, last=month.last),
        _taking(QCoreApplication.translate("filters", "last month"), first=month.before.first, last=month.before.last),
    )


def _lengths() -> Sequence[Choice]:
    longer = QCoreApplication.translate("filters", "from %1 s")
    return (
        _taking(QCoreApplication.translate("filters", "any"), talk_seconds=0),
        *(_taking(longer.replace("%1", str(seconds)), talk_seconds=seconds) for seconds in _LENGTHS),
    )


def day_words(wanted: Wanted, today: date) -> str:
    """The days of a filter that no choice names."""
    days = [day_text(day, today) for day in (wanted.first, wanted.last) if day is not None]
    return " – ".join(dict.fromkeys(days))


def _taking(words: str, **changes: object) -> Choice:
    return Choice(words, lambda wanted: replace(wanted, **changes))
