"""The window from start to end: one instance, the look, the book, the pages."""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from data.door import Door
from scripts_library.sentences import Refusal, Sentence
from ui.clock import now
from ui.ctrl_c import close_on_ctrl_c
from ui.display import on_a_display
from ui.home import default_path, key_path, place_of
from ui.language import of_the_system, speak
from ui.preferences import Preferences
from ui.quick_start import settle
from ui.rooms import Rooms
from ui.single_instance import SingleInstance
from ui.theme.fonts import reads_chinese
from ui.theme.theme import STYLE, Choice, Theme
from ui.unexpected import Unexpected

if TYPE_CHECKING:
    from ui.entrance import Entrance
    from ui.upkeep import Upkeep


def run(database: Path | None = None) -> int:
    """Opens the window on a database (by default the one in the user's data folder) and gives the exit code.

    Raises what `place_of` refuses and `NoDisplay`, before there is a window, and a `Refusal` where the database is open
    in a window that does not answer.
    """
    path = place_of(database or default_path())
    application = on_a_display([*sys.argv[:1], *STYLE])
    close_on_ctrl_c(application)
    instance = SingleInstance(path)
    if not instance.first():
        if instance.call_first():
            return 0
        raise Refusal(Sentence("ui:open_and_silent", path=path))
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
        self._door: Door | None = None
        self._entrance: Entrance | None = None
        self._upkeep: Upkeep | None = None
        self.rooms: Rooms | None = None

    def open(self) -> None:
        """Opens the book; where there is none yet, or it cannot be opened, a window says so and helps."""
        try:
            door = Door.open(self._path, key_path(self._path))
        except Refusal as refusal:
            self._enter(refusal)
        else:
            self._begin(door)

    def close(self) -> None:
        """Lets go of the book and of the lock; a backup that is under way is made first."""
        if self._upkeep is not None:
            self._upkeep.finish()
        if self._entrance is not None:
            self._entrance.close()
        if self._door is not None:
            self._door.close()
            self._door = None
        self._instance.release()

    def _enter(self, refusal: Refusal) -> None:
        from ui.entrance import Entrance

        self._entrance = Entrance(self._path, now, self)
        self._entrance.opened.connect(self._begin)
        self._instance.called.connect(self._entrance.come_to_front)
        self._entrance.meet(refusal)
        self._instance.listen()
        settle()

    def _begin(self, door: Door) -> None:
        self._door = door
        self.rooms = Rooms(door, now, self._preferences, self)
        window = self.rooms.window
        window.language_wanted.connect(self._speak)
        window.theme_wanted.connect(self._choose_theme)
        # Queued: the page that shows has the first turn after the paint.
        window.painted.connect(self._after_first_paint, Qt.ConnectionType.QueuedConnection)
        self._instance.called.connect(window.come_to_front)
        self.rooms.begin()
        window.show()

    def _after_first_paint(self) -> None:
        """What the first painted window need not wait for."""
        QTimer.singleShot(0, self, settle)  # whatever becomes of the rest
        self._instance.listen()
        if self.rooms is not None and not reads_chinese(self._application.font()):
            sentence = self.tr(
                "No Chinese font is installed. Install one, for example fonts-wqy-microhei, and start again."
            )
            self._warn(sentence)
        # Words with conditions need it, and the first such line of a call should not have to wait.
        import_module("scripts_library.expressions.reading")
        if self._door is not None:
            from ui.upkeep import Upkeep

            self._upkeep = Upkeep(self._door.book, now, self)
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
