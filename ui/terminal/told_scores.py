"""A score for other programs: every number exact, with what it was counted from and what it may really be."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal

from coach.appraisal.appraising import Appraisal
from coach.appraisal.evidence import Behind, Spot, behind, spots
from coach.appraisal.exact import shown
from coach.appraisal.figures import of_calls
from coach.appraisal.score import ItemScore, SectionScore
from coach.appraisal.spoken import value_of
from coach.facts import Facts
from data.book import Book
from data.person import Person
from ui.terminal.session import Session
from ui.terminal.tables import Row


class ToldScore:
    """An appraisal with the calls, promises and days behind its numbers, as far as the book has them."""

    def __init__(self, session: Session, book: Book, whom: Person, appraisal: Appraisal, now: datetime) -> None:
        self._session = session
        self._book = book
        self._whom = whom
        self._appraisal = appraisal
        self._now = now
        counted = appraisal.counted
        self._facts: Mapping[str, Facts] = book.facts_of(whom.id, *counted) if counted is not None else {}

    def told(self) -> Row:
        """The whole of it."""
        score = self._appraisal.score
        return {
            "person": self._whom.name,
            "month": f"{self._appraisal.period.first:%Y-%m}",
            "plan": score.plan,
            "status": self._appraisal.status,
            "total": None if score.total is None else shown(score.total),
            "total_exact": None if score.total is None else str(score.total),
            "ungraded": None if score.ungraded is None else self._session.text(score.ungraded),
            "sections": [self._section(section) for section in score.sections],
            "calls": list(self._facts),
        }

    def _section(self, section: SectionScore) -> Row:
        graded = self._appraisal.score.total is not None
        return {
            "id": section.id,
            "title": section.title,
            "weight": str(section.weight),
            "part": str(section.part),
            "cap": str(section.cap),
            "score": None if section.score is None else str(section.score),
            "points": str(section.points) if graded and section.points is not None else None,
            "items": [self._item(item) for item in section.items],
        }

    def _item(self, item: ItemScore) -> Row:
        interval = None if item.rate is None else item.rate.interval
        return {
            "id": item.id,
            "title": item.title,
            "share": str(item.share),
            "part": str(item.part),
            "score": None if item.score is None else str(item.score),
            "value": value_of(item) if item.formula else None,
            "value_exact": None if item.value is None else str(item.value),
            "interval": interval,
            "formula": item.formula,
            "figures": {name: None if count is None else str(count) for name, count in item.figures},
            "entries": [entry.id for line in item.lines for entry in line.entries],
            "evidence": [{"kind": way.kind, "figure": way.figure, **self._behind(way)} for way in behind(item)],
            "left_out": None if item.left_out is None else self._session.text(item.left_out),
        }

    def _behind(self, way: Behind) -> Row:
        match way.kind:
            case "promises":
                return {"promises": list(self._promises(way))}
            case "days":
                return {"days": dict(self._days(way))}
            case _:
                return {"calls": [_spot(spot) for spot in spots(way, self._facts)]}

    def _promises(self, way: Behind) -> Iterator[Row]:
        """The promises that were due, with the call that made each and the call that settled it."""
        what: Literal["callback", "appointment"] = "callback" if way.figure.startswith("callback") else "appointment"
        counted = self._appraisal.counted
        if counted is None:
            return
        for one in self._book.promises(
            now=self._now, person=self._whom.id, first=counted.first, last=counted.last, what=what
        ):
            due = one.promise.due_at.isoformat(timespec="seconds")
            yield {"call": one.call, "due_at": due, "state": one.state, "settled_by": one.settled_by}

    def _days(self, way: Behind) -> Iterator[tuple[str, str]]:
        counted = self._appraisal.counted
        if counted is None:
            return
        for day, calls in self._book.sums_by_day(self._whom.id, *counted).items():
            yield day.isoformat(), str(of_calls(way.figure, calls))


def _spot(spot: Spot) -> Row:
    """A call, and the step or the card at which to look."""
    told = {"call": spot.call, "step": spot.step, "card": spot.card}
    return {name: value for name, value in told.items() if value is not None}
