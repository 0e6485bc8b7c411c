"""The pages of the window, in their order on the rail, and what leads from one to another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from data.door import Door
from ui.pages import Page, PageKind
from ui.parts.clock import Clock
from ui.preferences import Preferences
from ui.window import Window

if TYPE_CHECKING:
    from datetime import date

    from data.kept_call import KeptCall
    from ui.call.page import CallPage
    from ui.review.page import Review
    from ui.scores.behind import Shown

_TITLES = {
    "today": QT_TRANSLATE_NOOP("pages", "Today"),
    "call": QT_TRANSLATE_NOOP("pages", "Call"),
    "review": QT_TRANSLATE_NOOP("pages", "Review"),
    "scores": QT_TRANSLATE_NOOP("pages", "Scores"),
}


class Rooms(QObject):
    """Makes the pages of one book, each when it is first shown, and joins what they say to what others are told."""

    def __init__(
        self,
        door: Door,
        clock: Clock,
        preferences: Preferences,
        parent: QObject | None = None,
        *,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._door = door
        self._ticks = ticks
        self._clock = clock
        self._preferences = preferences
        self.window = Window(self._kinds())

    def begin(self) -> None:
        """Shows the first page; a call that was cut off comes before everything else."""
        cut_off = self._door.book.open_calls() if self._door.cut_off() else ()
        if cut_off:
            self.call.offer(cut_off)
        self.window.show_page("call" if cut_off else "today")

    @property
    def call(self) -> CallPage:
        """The Call page, made if it has not been shown yet."""
        from ui.call.page import CallPage

        page = self.window.page_named("call")
        if not isinstance(page, CallPage):
            raise TypeError(page)
        return page

    @property
    def review(self) -> Review:
        """The Review page, made if it has not been shown yet."""
        from ui.review.page import Review

        page = self.window.page_named("review")
        if not isinstance(page, Review):
            raise TypeError(page)
        return page

    def _kinds(self) -> Sequence[PageKind]:
        makes = {
            "today": self._make_today,
            "call": self._make_call,
            "review": self._make_review,
            "scores": self._make_scores,
        }
        return tuple(PageKind(name, name, partial(_title, name), make) for name, make in makes.items())

    # A page is read from its file when it is first shown, so that the window starts with the one that shows.

    def _make_today(self) -> Page:
        from ui.today.page import Today

        page = Today(self._door, self._clock)
        page.dialled.connect(self._dialled)
        return page

    def _make_call(self) -> Page:
        from ui.call.page import CallPage

        page = CallPage(self._door.book, self._clock, self._preferences, ticks=self._ticks)
        page.finished.connect(lambda _: self.window.show_page("today"))
        return page

    def _make_review(self) -> Page:
        from ui.review.page import Review

        page = Review(self._door.book, self._clock)
        page.scores_wanted.connect(lambda: self.window.show_page("scores"))
        return page

    def _make_scores(self) -> Page:
        from ui.scores.page import Scores

        page = Scores(self._door.book, self._clock)
        page.call_wanted.connect(self._read_evidence)
        page.day_wanted.connect(self._read_day)
        return page

    def _read_evidence(self, found: Shown) -> None:
        """A number leads into a call, to the very line."""
        if found.call is not None:
            self.review.show_call(found.call, step=found.step, card=found.card)
            self.window.show_page("review")

    def _read_day(self, day: date) -> None:
        self.review.show_day(day)
        self.window.show_page("review")

    def _dialled(self, kept: KeptCall) -> None:
        self.window.strip.be_quiet()  # what was said of the last customer is not to stand under this one
        self.window.show_page("call")
        self.call.open(kept)


def _title(name: str) -> str:
    return QCoreApplication.translate("pages", str(_TITLES[name]))
