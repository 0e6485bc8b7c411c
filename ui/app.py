"""The window from start to end: one instance, the look, the book, the pages."""

import logging
import sys
from importlib import import_module
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from data.book import Book
from data.refusals import CodeWrong, KeyMissing, KeyWrong
from data.settings import COMPANY
from scripts_library.sentences import Refusal
from ui.clock import now
from ui.home import default_path, key_path, open_book, place_of
from ui.language import of_the_system, said, speak
from ui.preferences import Preferences
from ui.rooms import Rooms
from ui.single_instance import SingleInstance
from ui.start_notice import CannotOpen, NewBook, Notice
from ui.theme.fonts import reads_chinese
from ui.theme.theme import Choice, Theme
from ui.unexpected import Unexpected
from ui.upkeep import Upkeep
from ui.who_calls import WhoCalls


def run(database: Path | None = None) -> int:
    """Opens the window on a database (by default the one in the user's data folder) and gives the exit code.

    Raises what `place_of` refuses, before there is a window.
    """
    path = place_of(database or default_path())
    application = QApplication(sys.argv[:1])
    instance = SingleInstance(path)
    if not instance.first():
        instance.call_first()
        return 0
    # No file is made until something has to be written; what is written are places in the code, never people.
    logging.getLogger("huashu").addHandler(logging.FileHandler(path.with_name("huashu.log"), delay=True))
    app = App(application, path, instance)
    app.open()
    code = application.exec()
    app.close()
    return code


class App(QObject):
    """The application of one database: the look, the book once it is open, and the window that shows."""

    def __init__(self, application: QApplication, path: Path, instance: SingleInstance) -> None:
        super().__init__(application)
        self._path = path
        self._instance = instance
        self._application = application
        self._preferences = Preferences(path.with_name("window.ini"))
        self._theme = Theme(application, self._preferences.theme)
        speak(application, self._preferences.language or of_the_system())
        self._unexpected = Unexpected(self)
        self._unexpected.happened.connect(self._something_happened)
        self._unexpected.watch()
        self._book: Book | None = None
        self._notice: Notice | None = None
        self._upkeep: Upkeep | None = None
        self.rooms: Rooms | None = None

    def open(self) -> None:
        """Opens the book, or says in the window why it cannot be opened."""
        codes: list[str] = []
        try:
            self._book = open_book(
                self._path, None, at=now(), told=lambda sentence: codes.append(str(sentence.values["code"]))
            )
        except Refusal as refusal:
            asks = isinstance(refusal, KeyMissing | KeyWrong | CodeWrong)
            cannot = CannotOpen(said(refusal.sentence), asks_code=asks)
            cannot.code_given.connect(self._recover)
            self._notice = Notice(cannot)
            return
        if codes:
            new = NewBook(codes[0])
            new.noted.connect(self._ask_who_calls)
            self._notice = Notice(new)
        else:
            self._begin()

    def close(self) -> None:
        """Lets go of the book and of the lock; a backup that is under way is made first."""
        if self._upkeep is not None:
            self._upkeep.finish()
        if self._book is not None:
            self._book.close()
        self._instance.release()

    def _ask_who_calls(self) -> None:
        """A new book does not know yet who says its openings, and for which company."""
        asks = WhoCalls()
        asks.given.connect(self._introduced)
        before, self._notice = self._notice, Notice(asks)
        if before is not None:
            before.close()

    def _introduced(self, name: str, company: str) -> None:
        if self._book is None:
            return
        try:
            if name:
                self._book.change_person(replace(self._book.me, name=name))
            if company:
                self._book.set(COMPANY, company)
        except Refusal as refusal:
            if self._notice is not None:
                self._notice.strip.say(said(refusal.sentence), "warning")
            return
        self._begin()

    def _begin(self) -> None:
        if self._book is None:
            return
        self.rooms = Rooms(self._book, now, self._preferences, self)
        window = self.rooms.window
        window.language_wanted.connect(self._speak)
        window.theme_wanted.connect(self._choose_theme)
        window.painted.connect(self._after_first_paint)
        self._instance.called.connect(window.come_to_front)
        self.rooms.begin()
        window.show()
        if self._notice is not None:
            self._notice.close()
            self._notice = None

    def _recover(self, code: str) -> None:
        """Opens the book with its recovery code, which writes the key file anew."""
        from data.opening import recover

        notice = self._notice
        try:
            recover(self._path, key_path(self._path), code)
        except Refusal as refusal:
            if notice is not None:
                notice.strip.say(said(refusal.sentence), "warning")
            return
        self._notice = None
        self.open()
        if notice is not None:
            notice.close()

    def _after_first_paint(self) -> None:
        """What the first painted window need not wait for."""
        self._instance.listen()
        if self.rooms is not None and not reads_chinese(self._application.font()):
            sentence = self.tr(
                "No Chinese font is installed. Install one, for example fonts-wqy-microhei, and start again."
            )
            self._warn(sentence)
        # Words with conditions need it, and the first such line of a call should not have to wait.
        import_module("scripts_library.expressions.reading")
        if self._book is not None and self.rooms is not None:
            self._upkeep = Upkeep(self._book, now, self)
            self._upkeep.refused.connect(self._warn)
            self._upkeep.begin()

    def _speak(self, language: str) -> None:
        self._preferences.language = language
        speak(self._application, language)

    def _choose_theme(self, choice: Choice) -> None:
        self._preferences.theme = choice
        self._theme.choose(choice)

    def _something_happened(self) -> None:
        self._warn(self.tr("Something went wrong. Your call is saved; you can go on."))

    def _warn(self, sentence: str) -> None:
        if self.rooms is not None:
            self.rooms.window.strip.say(sentence, "warning")
