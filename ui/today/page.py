"""The Today page: a new call in one line, the callbacks due, my figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from data.door import Door
from scripts_library.sentences import Refusal
from ui.language import said
from ui.pages import Page
from ui.parts.keys import name_of
from ui.parts.label import Label
from ui.parts.moments import day_text
from ui.today.my_day import MyDay
from ui.today.new_call import NewCall

if TYPE_CHECKING:
    from data.book import Book
    from data.customer import Customer
    from scripts_library.release import Release
    from ui.today.callbacks import Callbacks
    from ui.today.understood import Understood

_NARROW = 760
_REFRESH_MS = 20_000


class Today(Page):
    """Says `dialled` with the call that was just begun and is kept."""

    dialled = Signal(object)

    def __init__(self, door: Door, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("today")
        self._door = door
        self._clock = clock
        self._found: Understood | None = None
        self._script = 0
        self._unread = True
        self._read_due = False
        self._title = Label(size=1.45, bold=True)
        self._day = Label(tone="quiet", size=1.02)
        self._new = NewCall()
        self._new.written.connect(self._written)
        self._new.dial_wanted.connect(self._dial_written)
        self._new.script_wanted.connect(self._turn_script)
        self._new.several_pasted.connect(self._several)
        self._new.entry.entered.connect(self._enter)
        self._new.entry.left.connect(self._new.entry.clear)
        self._new.entry.stepped.connect(self._step)
        self._my_day = MyDay()
        self._my_day.scores_wanted.connect(lambda: self.page_wanted.emit("scores"))
        self._minutes = QTimer(self)
        self._minutes.setInterval(_REFRESH_MS)
        self._minutes.timeout.connect(self._show_due)
        self._lay()

    def arrive(self) -> None:
        """The keyboard goes to the line; what is due and how the day stands is read, at the start after it shows."""
        self._show_words()
        self._unread = not self._door.at_hand
        if self._unread:
            self._new.show_nothing()
        else:
            self._show_what_is_kept()
        self._new.entry.setFocus()
        self._read_due = True
        self.update()

    def leave(self) -> None:
        """What is being composed is committed and stays in the line."""
        self._new.entry.settle()

    def take_key(self, event: QKeyEvent) -> bool:
        key = name_of(event)
        if key is None or event.isAutoRepeat():
            return False
        number = key.removeprefix("alt+")
        if key.startswith("alt+") and number.isdecimal() and 0 < int(number) <= len(self._callbacks.due):
            self._dial_callback(int(number) - 1)
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self._show_words()
            self._show_what_is_kept()
            self._show_score()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._read_due:
            # The book takes a while to load, and the score a parser and a month of sums: one can write before.
            self._read_due = False
            QTimer.singleShot(0, self, self._read)

    def hideEvent(self, event: QHideEvent) -> None:
        self._minutes.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minutes.start()
        if not self._unread:
            self._show_due()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._my_day.setVisible(not narrow)
        margin = 14 if narrow else 24
        self._column.setContentsMargins(margin, 18, margin, 6)

    @cached_property
    def _callbacks(self) -> Callbacks:
        """Made when it is known who waits: the window paints before."""
        from ui.today.callbacks import Callbacks

        callbacks = Callbacks()
        callbacks.dial_wanted.connect(self._dial_callback)
        self._main.insertWidget(1, callbacks)
        return callbacks

    @property
    def _book(self) -> Book:
        return self._door.book

    def _show_words(self) -> None:
        today = self._clock().date()
        self._title.setText(self.tr("Today"))
        self._day.setText(day_text(today, today))

    def _show_what_is_kept(self) -> None:
        today = self._clock().date()
        self._my_day.show_day(self._book.sums(self._book.me.id, today, today))
        self._show_due()
        self._written(self._new.entry.text())

    def _read(self) -> None:
        if self._unread:
            self._unread = False
            self._show_what_is_kept()
        QTimer.singleShot(0, self, self._show_score)

    def _show_due(self) -> None:
        now = self._clock()
        due = self._book.callbacks_to_make(now=now)
        self._callbacks.show_due(due, now, on_time=self._book.limits.on_time)

    def _show_score(self) -> None:
        now = self._clock()
        self._my_day.show_score(self._book.appraisal(self._book.me.id, now.date(), now=now))

    def _written(self, line: str) -> None:
        self._script = 0
        self._found = None
        if line.strip():
            from ui.today.understood import understood

            self._found = understood(self._book, line, self._clock())
        self._show_found()
        self._callbacks.set_standing(standing=self._found is None)

    def _show_found(self) -> None:
        if self._found is None:
            self._new.show_nothing()
        else:
            self._new.show_understood(self._found, self._chosen(), others=len(self._found.releases) > 1)

    def _chosen(self) -> Release | None:
        scripts = self._found.releases if self._found is not None else ()
        return scripts[self._script % len(scripts)] if scripts else None

    def _turn_script(self, on: int) -> None:
        if self._found is not None:
            self._script += on
            self._show_found()

    def _step(self, up: int) -> None:
        """The arrows choose the script of what is written, or else a callback."""
        if self._found is not None:
            self._turn_script(-up)
        else:
            self._callbacks.take("up" if up > 0 else "down")

    def _enter(self) -> None:
        if self._found is not None:
            self._dial_written()
        elif self._callbacks.current is not None:
            self._dial_callback(self._callbacks.current)

    def _dial_written(self) -> None:
        found, script = self._found, self._chosen()
        if found is None:
            return
        if not self._new.can_dial or script is None:
            self.told.emit(self.tr("Not dialled: %1.").replace("%1", self._new.waits_for), True)
            return
        from ui.today.understood import keep

        at = self._clock()
        if self._dials(lambda: keep(self._book, found, at), script, at):
            self._new.entry.clear()

    def _dial_callback(self, place: int) -> None:
        from ui.today.understood import releases_for

        customer, at = self._callbacks.due[place].customer, self._clock()
        scripts = releases_for(self._book, customer, at)
        if scripts:
            self._dials(lambda: customer, scripts[0], at)

    def _dials(self, whom: Callable[[], Customer], script: Release, at: datetime) -> bool:
        if self._book.open_calls():
            self.told.emit(self.tr("A call is still open: finish it first."), True)
            self.page_wanted.emit("call")
            return False
        try:
            customer = whom()
            names = self._book.call_names(customer, at)
            kept = self._book.start_call(release=script, at=at, customer=customer, names=names)
        except Refusal as refusal:
            self.told.emit(said(refusal.sentence), True)
            return False
        self.dialled.emit(kept)
        return True

    def _several(self, lines: int) -> None:
        words = self.tr("%1 lines were pasted; here it is one at a time, so this is the first.")
        self.told.emit(words.replace("%1", str(lines)), False)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._day, 1)
        self._main = QVBoxLayout()
        self._main.setSpacing(16)
        self._main.addWidget(self._new)
        self._main.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addLayout(self._main, 1)
        body.addWidget(self._my_day)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 6)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self._column.addLayout(body, 1)
