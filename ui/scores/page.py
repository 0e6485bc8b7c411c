"""The Scores page: one's own month, sections and sentences, every number down to the line that was spoken."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.appraisal.appraising import Appraisal
from coach.appraisal.exact import shown
from coach.appraisal.period import Period
from coach.appraisal.score import ItemScore
from coach.appraisal.spoken import of_next_point
from data.book import Book
from ui.language import said
from ui.pages import Page
from ui.parts.banner import Banner
from ui.parts.elided import Elided
from ui.parts.empty import Empty
from ui.parts.figures_card import FiguresCard
from ui.parts.key_button import KeyButton
from ui.parts.keys import name_of
from ui.parts.label import Label
from ui.parts.moments import month_text, short_month_text
from ui.scores.behind import Evidence, Shown, Way
from ui.scores.evidence_pane import EvidencePane
from ui.scores.sections_card import SectionsCard
from ui.scores.total_card import TotalCard

_NARROW = 760
_SIDE = 380
_UNBOUNDED = 16_777_215
_MOST_KEYS = 9


class Scores(Page):
    """Says `call_wanted` with the evidence whose call is to be read, `day_wanted` with a day of the log."""

    call_wanted = Signal(object)
    day_wanted = Signal(object)

    def __init__(self, book: Book, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("scores")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._book = book
        self._clock = clock
        self._chosen: Period | None = None
        self._month: Period | None = None
        self._appraisal: Appraisal | None = None
        self._before: Appraisal | None = None
        self._ways: dict[str, tuple[Way, ...]] = {}
        self._asked: str | None = None
        self._title = Label(size=1.45, bold=True)
        self._short_total = Label(size=1.8, bold=True)
        self._about = Elided(tone="quiet", size=1.02)
        self._earlier = KeyButton("month_before", padding=(12, 8))
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later = KeyButton("month_after", padding=(12, 8))
        self._later.clicked.connect(lambda: self._turn(1))
        self._first_line = Banner("next_point")
        self._sections = SectionsCard()
        self._sections.evidence_wanted.connect(self.show_evidence)
        self._total = TotalCard()
        self._figures = FiguresCard()
        self._evidence = EvidencePane()
        self._evidence.opened.connect(self._open)
        self._evidence.closed.connect(self.close_evidence)
        self._side = QWidget()
        self._body = QWidget()
        self._empty = Empty("scores_empty")
        self._empty.chosen.connect(lambda: self.page_wanted.emit("today"))
        self._column = QVBoxLayout(self)
        self._lay()

    def arrive(self) -> None:
        """Reads the month anew: calls may have come to it."""
        self._read()
        super().arrive()

    def show_evidence(self, item: str) -> None:
        """Opens what is behind an item."""
        if item in self._ways:
            self._asked = item
            title = next(one.title for one in self._items() if one.id == item)
            self._evidence.show_evidence(title, self._ways[item])
            self._arrange()

    def close_evidence(self) -> None:
        """Back to the sections."""
        self._asked = None
        self._arrange()

    def take_key(self, event: QKeyEvent) -> bool:
        key = name_of(event)
        if key is None:
            return False
        if self._asked is not None and self._evidence.take(key):
            return True
        if event.isAutoRepeat():
            return False
        match key:
            case "-":
                self._turn(-1)
            case "+" | "=":
                self._turn(1)
            case "enter" if self._appraisal is None:
                self.page_wanted.emit("today")
            case _ if key.isdecimal() and 0 < int(key) <= len(self._ways):
                self.show_evidence(tuple(self._ways)[int(key) - 1])
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _following: bool) -> bool:
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._month is not None:
            self._show()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._month is not None and (event.oldSize().width() < _NARROW) != (self.width() < _NARROW):
            self._show()

    def _turn(self, months: int) -> None:
        if self._month is None:
            return
        wanted = self._month.before if months < 0 else self._month.after
        if wanted.first > self._clock().date() or (months < 0 and self._book.plan_for(wanted.first) is None):
            return
        self._chosen, self._asked = wanted, None
        self._read()

    def _read(self) -> None:
        now = self._clock()
        self._month = month = self._chosen or Period.month_of(now.date())
        me = self._book.me.id
        self._appraisal = self._book.appraisal(me, month.first, now=now)
        self._before = self._book.appraisal(me, month.before.first, now=now)
        if self._before is not None and self._before.counted is None:
            self._before = None
        self._show()

    def _show(self) -> None:
        if self._month is None:
            return
        self._retitle(self._month)
        now = self._appraisal
        self._body.setVisible(now is not None)
        self._first_line.setVisible(now is not None)
        self._empty.setVisible(now is None)
        if now is None:
            self._empty.show_words(
                self.tr("No appraisal yet"),
                self.tr("Once a plan is in force, every point of the month is explained here, down to the call."),
                self.tr("To Today"),
                key=self.tr("Enter"),
            )
            return
        evidence = Evidence(self._book, self._book.me.id, now, self._clock())
        found = ((item.id, evidence.ways(item)) for item in self._items())
        self._ways = {item: ways for item, ways in found if ways}
        self._first_line.say(self._first_words(now), quiet=now.next_point is None)
        before = self._before.score if self._before is not None else None
        narrow = self.width() < _NARROW
        self._sections.show_score(now.score, before, self._links(), narrow=narrow)
        self._total.show_total(now, self._before)
        self._show_figures(now)
        if self._asked in self._ways:
            self.show_evidence(self._asked)
        self._arrange()

    def _retitle(self, month: Period) -> None:
        today = self._clock().date()
        self._title.setText(self.tr("My scores"))
        state = self.tr("closed") if self._book.closed(month.first) else self.tr("not closed yet")
        narrow = self.width() < _NARROW
        total = self._appraisal.score.total if self._appraisal is not None else None
        self._short_total.setText("—" if total is None else shown(total))
        self._short_total.setVisible(narrow and self._appraisal is not None)
        self._title.setVisible(not (narrow and self._appraisal is not None))
        self._about.setText(short_month_text(month.first) if narrow else f"{month_text(month.first)}  ·  {state}")
        self._earlier.show_words(short_month_text(month.before.first), key="-")
        self._later.show_words(short_month_text(month.after.first), key="+")
        self._earlier.setEnabled(self._book.plan_for(month.before.first) is not None)
        self._later.setEnabled(month.after.first <= today)

    def _first_words(self, now: Appraisal) -> str:
        if now.score.ungraded is not None:
            return said(now.score.ungraded)
        if not now.figures.get("dials"):
            return self.tr("No call in this month yet; after the first one the figures are here.")
        if now.next_point is not None:
            return said(of_next_point(now.next_point))
        if now.over:
            return self.tr("This month is over; its points stand as they are.")
        return self.tr("No single next step brings a whole point right now.")

    def _show_figures(self, now: Appraisal) -> None:
        today = self._clock().date()
        if now.period.holds(today):
            self._figures.show_day(self.tr("Today"), self._book.sums(self._book.me.id, today, today))
        else:
            self._figures.show_day(month_text(now.period.first), self._book.sums(self._book.me.id, *now.period))

    def _items(self) -> tuple[ItemScore, ...]:
        if self._appraisal is None:
            return ()
        return tuple(item for section in self._appraisal.score.sections for item in section.items)

    def _links(self) -> dict[str, tuple[str, str]]:
        links = {}
        for place, (item, ways) in enumerate(self._ways.items(), start=1):
            words = f"{ways[0].title} {ways[0].count}"
            links[item] = words, str(place) if place <= _MOST_KEYS else ""
        return links

    def _open(self, one: Shown) -> None:
        if one.call is not None:
            self.call_wanted.emit(one)
        elif one.day is not None:
            self.day_wanted.emit(one.day)

    def _arrange(self) -> None:
        """Wide: evidence beside the sections; narrow: in their place."""
        narrow, looking = self.width() < _NARROW, self._asked is not None
        self._sections.setVisible(not (narrow and looking))
        self._side.setVisible(not narrow or looking)
        self._total.setVisible(not narrow)
        self._figures.setVisible(not looking)
        self._evidence.setVisible(looking)
        self._side.setMinimumWidth(0 if narrow else _SIDE)
        self._side.setMaximumWidth(_UNBOUNDED if narrow else _SIDE)
        margin = 14 if narrow else 24
        self._column.setContentsMargins(margin, 18, margin, 6)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._short_total)
        head.addWidget(self._about, 1)
        head.addWidget(self._earlier)
        head.addWidget(self._later)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self._total)
        side.addWidget(self._figures)
        side.addWidget(self._evidence, 1)
        side.addStretch(0)
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(18)
        body.addWidget(self._sections, 1)
        body.addWidget(self._side)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self._column.addWidget(self._first_line)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self._empty, 1)
