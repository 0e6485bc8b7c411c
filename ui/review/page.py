"""The Review page: the log of calls on the left, the call that one stands on as it was on the right."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ending import last_ending
from coach.events import Amended
from coach.limits import CUSTOMARY
from coach.replay import Replay, replay
from data.book import Book
from data.kept_call import KeptCall
from data.search import Wanted
from scripts_library.sentences import Refusal
from ui.language import said
from ui.pages import Page
from ui.parts.call_rows import customer_name
from ui.parts.choices import Choices
from ui.parts.empty import Empty
from ui.parts.keys import name_of
from ui.parts.label import Label
from ui.review.filter_bar import FilterBar
from ui.review.filters import Filter, filters
from ui.review.log_list import LogList
from ui.review.putting_right import PuttingRight
from ui.review.replay_pane import ReplayPane

_NARROW = 860
_LIST = 380


class Review(Page):
    """Says `scores_wanted` when a call that was opened from there has been read."""

    scores_wanted = Signal()

    def __init__(self, book: Book, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("review")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._book = book
        self._clock = clock
        self._kept: KeptCall | None = None
        self._told: Replay | None = None
        self._limits = CUSTOMARY
        self._reading = False
        self._from_scores = False
        self._title = Label(size=1.45, bold=True)
        self._filters = FilterBar()
        self._filters.changed.connect(self._look)
        self._filters.let_go.connect(self.setFocus)
        self._filters.choices_wanted.connect(self._offer)
        self._choices = Choices(self)
        self._choices.chosen.connect(self._choose)
        self._offered: Filter | None = None
        self._log = LogList(book, clock)
        self._log.stood_on.connect(self._stand_on)
        self._log.opened.connect(self._open)
        self._log.read.connect(self._arrange)
        self._replay = ReplayPane(clock)
        self._replay.amended.connect(self._amend)
        self._replay.let_go.connect(self._let_go)
        self._replay.left.connect(self._to_log)
        self._empty = Empty("review_empty")
        self._empty.chosen.connect(self._next_step)
        self._body = QWidget()
        self._lay()

    def arrive(self) -> None:
        """Reads the log anew: calls may have come to it."""
        self._show_filters()
        if not self._from_scores:
            self._look()
        if self._replay.puts_right:
            self._replay.amend.take_keyboard()
        else:
            super().arrive()

    def leave(self) -> None:
        """What is being composed is committed."""
        self._filters.text.settle()
        self._replay.amend.settle()
        self._from_scores = False

    def show_call(self, call_id: str, *, step: str | None = None, card: str | None = None) -> None:
        """Opens a call at a step or a card, as the evidence of a number; Esc leads back to the scores."""
        self._from_scores = True
        self._show_filters()
        if not self._log.calls:
            self._look()
        if self._read_call(call_id):
            self._reading = True
            line = self._told.line_of(step=step, card=card) if self._told is not None and (step or card) else None
            self._show_replay(line)
        self._arrange()

    def show_day(self, day: date) -> None:
        """Narrows the log to one day."""
        self._show_filters()
        self._filters.want(replace(Wanted(), first=day, last=day))

    def take_key(self, event: QKeyEvent) -> bool:
        key = name_of(event)
        if key is None:
            return False
        if self._choices.isVisible():
            return event.isAutoRepeat() or self._choices.take(key)
        moves = key in {"up", "down", "page_up", "page_down"}
        if event.isAutoRepeat() and not moves:
            return False
        if self._replay.puts_right:
            return self._replay.take(key)
        if self._reading:
            if key == "escape":
                self._to_log()
                return True
            return self._replay.take(key) or (not moves and self._filters.take(key))
        if key == "e":
            taken = self._replay.take(key)
            self._arrange()
            return taken
        if key == "enter" and not self._log.calls:
            self._next_step()
            return True
        return self._log.take(key) or self._filters.take(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _following: bool) -> bool:
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._title.text():
            self._show_filters()
            self._look()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choices.hide()
        self._arrange()

    def _show_filters(self) -> None:
        today = self._clock().date()
        self._title.setText(self.tr("Review"))
        self._filters.show_filters(filters(self._book, today), today, may_read=self._book.may("see_words"))

    def _offer(self, chip: QWidget, offered: Filter, at: int) -> None:
        self._offered = offered
        self._choices.open_below(chip, [choice.words for choice in offered.choices], at)

    def _choose(self, place: int) -> None:
        if self._offered is not None:
            self._filters.choose(self._offered, place)

    def _look(self) -> None:
        """Reads the log anew; the call that one stood on stays, where it is there."""
        self._log.look(self._filters.wanted, self._kept.id if self._kept is not None else None)
        self._arrange()

    def _stand_on(self, call_id: str) -> None:
        if self._read_call(call_id):
            self._show_replay(None)

    def _open(self, call_id: str) -> None:
        """Enter or a click: the keys are the replay's until Esc."""
        if self._kept is None or self._kept.id != call_id:
            self._stand_on(call_id)
        self._reading = True
        self._replay.look_at(0)
        self._arrange()

    def _read_call(self, call_id: str) -> bool:
        try:
            self._kept = self._book.call(call_id)
        except Refusal as refusal:
            self.told.emit(said(refusal.sentence), True)
            return False
        call = self._kept.call
        self._limits = self._book.limits_of(call_id)
        self._told = replay(call.release, call.trail, self._limits)
        return True

    def _show_replay(self, line: int | None) -> None:
        kept, told = self._kept, self._told
        if kept is None or told is None:
            return
        now = self._clock()
        agent = "" if kept.agent == self._book.me.id else self._book.person(kept.agent).name
        self._replay.show_replay(
            told,
            customer_name(self._book, kept.customer),
            agent,
            now,
            limits=self._limits,
            can_amend=self._book.can_amend(kept, at=now),
            at=line,
        )

    def _to_log(self) -> None:
        self._reading = False
        self._replay.look_at(None)
        if self._from_scores:
            self._from_scores = False
            self.scores_wanted.emit()
        self._arrange()

    def _let_go(self) -> None:
        self.setFocus()
        self._arrange()

    def _amend(self, right: PuttingRight, why: str) -> None:
        if self._kept is None:
            return
        event = right.event(at=self._clock(), by=self._book.me.id, reason=why)
        try:
            self._kept = self._book.keep(self._kept, event)
        except Refusal as refusal:
            self.told.emit(said(refusal.sentence), True)
            return
        self._read_call(self._kept.id)
        self._show_replay(None)
        self._log.refresh(self._kept.id)
        ending = last_ending(self._kept.call)
        without_reason = isinstance(ending, Amended) and ending.reason is None
        self.told.emit(
            self.tr("Put right. The reason is not kept: the customer asked to be erased.")
            if without_reason
            else self.tr("Put right, and kept with its reason."),
            False,
        )

    def _next_step(self) -> None:
        if self._filters.wanted == Wanted():
            self.page_wanted.emit("today")
        else:
            self._filters.clear()

    def _arrange(self) -> None:
        """Wide: log and replay side by side; narrow: one of them. Nothing to list: what will be here."""
        narrow = self.width() < _NARROW
        reads = self._reading or self._replay.puts_right
        nothing = not self._log.calls and self._log.ended and not reads
        self._empty.setVisible(nothing)
        self._body.setVisible(not nothing)
        if nothing:
            self._show_empty()
        self._log.setVisible(not (narrow and reads))
        self._log.setFixedWidth(self.width() - 28 if narrow else _LIST)
        self._replay.setVisible(reads or not narrow)
        self._replay.head.show_way_back(shown=(narrow or self._from_scores) and not self._replay.puts_right)
        self._filters.setVisible(not (narrow and reads))
        margin = 14 if narrow else 24
        self._column.setContentsMargins(margin, 18, margin, 6)

    def _show_empty(self) -> None:
        if self._filters.wanted == Wanted():
            self._empty.show_words(
                self.tr("No call yet"),
                self.tr("Every call will be here, line by line, as it stood on the screen."),
                self.tr("To Today"),
                key=self.tr("Enter"),
            )
        else:
            self._empty.show_words(
                self.tr("No such call"), self.tr("Nothing in the log is like that."), self.tr("Show all"), key="X"
            )

    def _lay(self) -> None:
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self._log)
        body.addWidget(self._replay, 1)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._filters, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self._empty, 1)
