"""What comes before the pages where no book opens: a new one is begun, or a window says why it cannot be opened."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from data.book import Book
from data.door import Door
from data.opening import recover
from data.refusals import CodeWrong, KeyMissing, KeyWrong, NoBook
from data.settings import COMPANY
from scripts_library.sentences import Refusal, Sentence
from ui.home import BESIDE_BACKUPS, begin_book, key_path
from ui.language import said
from ui.pages import Page
from ui.parts.clock import Clock
from ui.parts.front import come_to_front
from ui.start_notice import CannotOpen, NewBook, Notice
from ui.who_calls import WhoCalls


class Entrance(QObject):
    """Says `opened` with the door once there is a book. Until then one window shows, and asks for what it needs."""

    opened = Signal(object)

    def __init__(self, path: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._clock = clock
        self._book: Book | None = None
        self._notice: Notice | None = None

    def meet(self, refusal: Refusal) -> None:
        """Begins a book where there is none; else says what is the matter, and asks for the code where that helps."""
        if not isinstance(refusal, NoBook):
            self._say_why(refusal)
            return
        told: list[Sentence] = []
        try:
            self._book = begin_book(self._path, None, at=self._clock(), told=told.append)
        except Refusal as trouble:
            if told:  # the book is begun, and nobody hears its code again
                self._show_code(told[0])
                self._warn(trouble)
            else:
                self._say_why(trouble)
            return
        if told:
            self._show_code(told[0])
        else:  # another program was quicker
            self._go_in(self._book.door)

    def come_to_front(self) -> None:
        """Out from behind the other windows, as long as this one shows."""
        if self._notice is not None:
            come_to_front(self._notice)

    def close(self) -> None:
        """Lets go of a book that was begun and not yet entered."""
        if self._book is not None:
            self._book.close()

    def _say_why(self, refusal: Refusal) -> None:
        cannot = CannotOpen(said(refusal.sentence), asks_code=isinstance(refusal, KeyMissing | KeyWrong | CodeWrong))
        cannot.code_given.connect(self._recover)
        self._show(cannot)

    def _show_code(self, told: Sentence) -> None:
        new = NewBook(str(told.values["code"]), beside_backups=told.code == BESIDE_BACKUPS)
        new.noted.connect(self._noted)
        self._show(new)

    def _noted(self) -> None:
        """A new book does not know yet who says its openings, and for which company."""
        if self._book is None:  # it was begun, and then something went wrong
            self._open()
            return
        asks = WhoCalls()
        asks.given.connect(self._introduced)
        self._show(asks)

    def _introduced(self, name: str, company: str, number: str) -> None:
        if self._book is None:
            return
        try:
            if name or number:
                me = self._book.me
                self._book.change_person(replace(me, name=name or me.name, number=number or me.number))
            if company:
                self._book.set(COMPANY, company)
        except Refusal as refusal:
            self._warn(refusal)
            return
        self._go_in(self._book.door)

    def _recover(self, code: str) -> None:
        """Opens the book with its recovery code, which writes the key file anew."""
        try:
            recover(self._path, key_path(self._path), code)
        except Refusal as refusal:
            self._warn(refusal)
        else:
            self._open()

    def _open(self) -> None:
        try:
            door = Door.open(self._path, key_path(self._path))
        except Refusal as refusal:
            self._warn(refusal)
        else:
            self._go_in(door)

    def _go_in(self, door: Door) -> None:
        self._book = None
        self.opened.emit(door)
        self._show(None)

    def _show(self, page: Page | None) -> None:
        before, self._notice = self._notice, None if page is None else Notice(page)
        if before is not None:
            before.close()

    def _warn(self, refusal: Refusal) -> None:
        if self._notice is not None:
            self._notice.strip.say(said(refusal.sentence), "warning")
