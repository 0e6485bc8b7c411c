"""What is behind a number, ready to be listed: entries, calls, promises, days, each with the way on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from coach.appraisal.appraising import Appraisal
from coach.appraisal.evidence import Behind, Spot, behind, spots
from coach.appraisal.exact import exact, shown, signed
from coach.appraisal.figures import of_calls
from coach.appraisal.score import EntryLine, ItemScore
from coach.facts import Facts
from data.book import Book
from data.promises import KeptPromise
from ui.parts.call_rows import call_row, customer_name
from ui.parts.moments import day_text, moment_text
from ui.parts.row import Row
from ui.parts.titles import step_title

_ANY = "calls"


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of evidence and where it leads: into a call (at a step or a card), to a day of the log, or nowhere."""

    row: Row
    call: str | None = None
    step: str | None = None
    card: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One list behind a number. `read` gives the rows from one place to another; `count` is how many there are."""

    title: str
    count: int
    read: Callable[[int, int], Sequence[Shown]]


class Evidence:
    """The evidence of one appraisal; the facts of the month are read once, when they are first asked for."""

    def __init__(self, book: Book, person: str, appraisal: Appraisal, now: datetime) -> None:
        self._book = book
        self._person = person
        self._appraisal = appraisal
        self._now = now

    def ways(self, item: ItemScore) -> tuple[Way, ...]:
        """The lists behind an item, the most telling first; none where there is nothing to show."""
        if item.formula is None:
            return self._of_entries(item.lines)
        made = (self._of_measure(way) for way in behind(item))
        return tuple(way for way in made if way.count)

    @cached_property
    def _facts(self) -> Mapping[str, Facts]:
        """The facts of the days that count, the newest call first."""
        counted = self._appraisal.counted
        found = self._book.facts_of(self._person, *counted) if counted is not None else {}
        return dict(reversed(tuple(found.items())))

    def _of_entries(self, lines: tuple[EntryLine, ...]) -> tuple[Way, ...]:
        noted = sorted(((entry.day, line, entry) for line in lines for entry in line.entries), key=lambda one: one[0])
        rows = []
        for day, line, entry in reversed(noted):
            points = line.points / sum(one.times for one in line.entries) * exact(entry.count)
            times = f" × {shown(entry.times)}" if entry.times != 1 else ""
            when = day_text(day, self._now.date())
            rows.append(
                Shown(
                    Row(f"{line.title}{times}", tail=signed(points), detail=f"{when}    {entry.by}", aside=entry.reason)
                )
            )
        return (Way(_title("entries"), len(rows), _slice(rows)),) if rows else ()

    def _of_measure(self, way: Behind) -> Way:
        match way.kind:
            case "promises":
                return self._promised(way)
            case "days":
                return self._by_day(way)
            case _:
                found = spots(way, self._facts)
                title = _title(f"short_{way.figure}" if way.kind == "short" else way.figure)
                return Way(title, len(found), lambda start, stop: tuple(self._calls(found[start:stop])))

    def _calls(self, found: Sequence[Spot]) -> Iterator[Shown]:
        known = {row.id: row for row in self._book.calls_of(spot.call for spot in found)}
        for spot in found:
            if spot.call not in known:
                continue
            row = known[spot.call]
            release = self._book.release(row.release)
            aside = ""
            if spot.step is not None:
                aside = step_title(release, spot.step) if spot.step in release.script.steps else spot.step
            elif spot.card is not None:
                aside = release.cards[spot.card].title
            yield Shown(call_row(self._book, row, self._now, aside), spot.call, spot.step, spot.card)

    def _promised(self, way: Behind) -> Way:
        counted = self._appraisal.counted
        what = "callback" if way.figure.startswith("callback") else "appointment"
        made = [
            one
            for one in self._book.promises(
                now=self._now,
                person=self._person,
                first=counted.first if counted else None,
                last=counted.last if counted else None,
            )
            if one.promise.what == what and one.state in {"kept", "missed", "excused"}
        ]
        rows = [self._promise(one) for one in sorted(made, key=_missed_first)]
        return Way(_title(way.figure), len(rows), _slice(rows))

    def _promise(self, one: KeptPromise) -> Shown:
        kept = one.promise.kept_at
        due = moment_text(one.promise.due_at, self._now)
        words = _stands(one)
        row = Row(
            customer_name(self._book, one.customer),
            tail=words,
            detail=QCoreApplication.translate("evidence", "due %1").replace("%1", due),
            aside=moment_text(kept, self._now) if kept is not None else "",
            sign="check" if one.state == "kept" else "attention" if one.state == "missed" else "ring",
            tone="warning" if one.state == "missed" else "accent" if one.state == "kept" else "quiet",
        )
        return Shown(row, call=one.settled_by or one.call)

    def _by_day(self, way: Behind) -> Way:
        counted = self._appraisal.counted
        days = self._book.sums_by_day(self._person, *counted) if counted is not None else {}
        found = [(day, count) for day, one in days.items() if (count := of_calls(way.figure, one))]
        rows = [
            Shown(Row(day_text(day, self._now.date()), tail=shown(count)), day=day)
            for day, count in sorted(found, reverse=True)
        ]
        return Way(_title("days"), len(rows), _slice(rows))


def _slice(rows: Sequence[Shown]) -> Callable[[int, int], Sequence[Shown]]:
    return lambda start, stop: rows[start:stop]


def _missed_first(one: KeptPromise) -> tuple[bool, float]:
    return one.state != "missed", -one.promise.due_at.timestamp()


def _stands(one: KeptPromise) -> str:
    stands = one.excuse if one.state == "excused" and one.excuse else one.state
    return QCoreApplication.translate("evidence", str(_STATES[stands]))


def _title(of: str) -> str:
    """What a list is called."""
    return QCoreApplication.translate("evidence", str(_TITLES.get(of, _TITLES[_ANY])))


_STATES = {
    "kept": QT_TRANSLATE_NOOP("evidence", "on time"),
    "missed": QT_TRANSLATE_NOOP("evidence", "missed"),
    "in_a_call": QT_TRANSLATE_NOOP("evidence", "excused: in another call"),
    "on_leave": QT_TRANSLATE_NOOP("evidence", "excused: on leave"),
    "hour_forbidden": QT_TRANSLATE_NOOP("evidence", "excused: hour forbidden"),
}
_TITLES = {
    "entries": QT_TRANSLATE_NOOP("evidence", "Entries"),
    "short_must_done": QT_TRANSLATE_NOOP("evidence", "Left unsaid"),
    "short_overcome": QT_TRANSLATE_NOOP("evidence", "Not overcome"),
    "must_done": QT_TRANSLATE_NOOP("evidence", "Calls that kept some"),
    "must_due": QT_TRANSLATE_NOOP("evidence", "Calls where some were due"),
    "overcome": QT_TRANSLATE_NOOP("evidence", "Calls with one overcome"),
    "raised": QT_TRANSLATE_NOOP("evidence", "Calls with one raised"),
    "appointments": QT_TRANSLATE_NOOP("evidence", "Appointments"),
    "contacts": QT_TRANSLATE_NOOP("evidence", "Contacts"),
    "callbacks_due": QT_TRANSLATE_NOOP("evidence", "Callbacks due"),
    "appointments_due": QT_TRANSLATE_NOOP("evidence", "Appointments due"),
    "days": QT_TRANSLATE_NOOP("evidence", "By day"),
    "dials": QT_TRANSLATE_NOOP("evidence", "Dials"),
    "wechat_accepted": QT_TRANSLATE_NOOP("evidence", "WeChat contacts"),
    _ANY: QT_TRANSLATE_NOOP("evidence", "Calls"),
}
