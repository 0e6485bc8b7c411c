"""The replay: every line as it stood on the screen, one below the other, and putting the call right."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.limits import Limits
from coach.replay import Happened, Replay
from ui.parts.card import Card
from ui.parts.clock import Clock
from ui.parts.line import Line
from ui.parts.scrolled import scrolled
from ui.review.amend_pane import AmendPane
from ui.review.line_view import LineView, happened_row
from ui.review.replay_head import ReplayHead
from ui.review.telling import sign_of
from ui.review.telling import told as said_of

_NARROW = 520


class ReplayPane(Card):
    """Says `amended` with what is put right and the reason, `let_go` when it gives the keyboard back, `left` where the
    replay is to be left.
    """

    amended = Signal(object, str)
    let_go = Signal()
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(margins=(10, 10), gap=4)
        self.setObjectName("replay")
        self._told: Replay | None = None
        self._can_amend = False
        self._views: list[LineView] = []
        self._at: int | None = None
        self.head = ReplayHead()
        self.head.amend_wanted.connect(self.open_amend)
        self.head.left.connect(self.left)
        self.amend = AmendPane(clock)
        self.amend.confirmed.connect(self.amended)
        self.amend.left.connect(self.close_amend)
        self._area = scrolled(QWidget())
        self.rows.addWidget(self.head)
        self.rows.addSpacing(4)
        self.rows.addWidget(Line())
        self.rows.addWidget(self.amend, 1)
        self.rows.addWidget(self._area, 1)
        self.amend.hide()

    @property
    def at(self) -> int | None:
        """The line that is looked at, counted from 0."""
        return self._at

    @property
    def puts_right(self) -> bool:
        """Whether the call is being put right."""
        return self.amend.isVisibleTo(self)

    def show_replay(
        self,
        told: Replay,
        who: str,
        agent: str,
        now: datetime,
        *,
        limits: Limits,
        can_amend: bool,
        at: int | None = None,
    ) -> None:
        """Shows a call from its beginning, or at a line; `limits` are those with which it was counted."""
        puts_right = can_amend and self.puts_right and self._told is not None and self._told.call == told.call
        self._told, self._can_amend = told, can_amend
        if puts_right:
            self.amend.show_again(narrow=self._narrow)
        else:
            self.close_amend()
        self.head.show_replay(told, who, agent, now, limits=limits, can_amend=can_amend and not puts_right)
        self._lay(told)
        self._at = None
        self.look_at(at)

    def look_at(self, line: int | None) -> None:
        """Marks a line and brings it into view; None marks none."""
        if line is not None:
            line = min(max(line, 0), len(self._views) - 1) if self._views else None
        self._at = line
        for place, view in enumerate(self._views):
            view.look_at(place == line)
        if line is not None:
            # The place of a line is known only once all of them are laid out.
            QTimer.singleShot(0, self._views[line], self._reveal)

    def open_amend(self) -> None:
        """Opens the way to put the call right."""
        if self._told is not None and self._can_amend:
            self.amend.show_call(self._told.call, narrow=self._narrow)
            self.amend.show()
            self.head.hide_keys()
            self._area.hide()

    def close_amend(self) -> None:
        """Back to the lines, and the keyboard with them: a reason that is hidden would swallow every key."""
        was_open = self.puts_right
        self.amend.hide()
        self.head.show_amend(shown=self._can_amend)
        self._area.show()
        if was_open:
            self.let_go.emit()

    def take(self, key: str) -> bool:
        """Whether a key does something in the replay."""
        if self.puts_right:
            return self.amend.take(key)
        here = -1 if self._at is None else self._at
        match key:
            case "up":
                self.look_at(here - 1 if here > 0 else 0)
            case "down":
                self.look_at(here + 1)
            case "page_up" | "page_down":
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + (bar.pageStep() if key == "page_down" else -bar.pageStep()))
            case "e":
                self.open_amend()
            case _:
                return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.puts_right:
            self.amend.show_again(narrow=self._narrow)

    @property
    def _narrow(self) -> bool:
        return self.width() < _NARROW

    def _reveal(self) -> None:
        if self._at is not None and self._at < len(self._views):
            view = self._views[self._at]
            inside = self._area.widget()
            laid = inside.layout() if inside is not None else None
            if laid is not None:
                laid.activate()
            self._area.ensureVisible(0, view.y() + view.height() // 2, 0, self._area.viewport().height() // 2 - 8)

    def _lay(self, told: Replay) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        day = told.call.trail[0].at.date()
        release = told.call.release

        def tell(those: tuple[Happened, ...]) -> None:
            for one in those:
                if words := said_of(release, one, day):
                    column.addWidget(happened_row(sign_of(one), words, f"{one.what.at:%H:%M:%S}"))

        tell(told.before)
        self._views = []
        for place, line in enumerate(told.lines):
            view = LineView(f"line_{place + 1}", release, line, day)
            view.clicked.connect(lambda place=place: self.look_at(place))
            self._views.append(view)
            column.addWidget(view)
        if told.after:
            column.addSpacing(6)
        tell(told.after)
        column.addStretch(1)
        # The area deletes the widget that it held.
        self._area.setWidget(inside)
