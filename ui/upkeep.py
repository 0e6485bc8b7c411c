"""What the program does by itself while it is in use: the hourly backup, and the library of a newer version."""

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from data.book import Book
from scripts_library.sentences import Refusal
from ui.home import publish_shipped
from ui.language import said
from ui.parts.clock import Clock

_LOOKS_MS = 5 * 60 * 1000
_FIRST_LOOK_MS = 30 * 1000  # the first call of the day is not to wait for it


class Upkeep(QObject):
    """Looks every few minutes whether a backup is due. Says `refused` with the sentence where one could not be made.

    A backup runs in a thread of its own, on a connection of its own: a large book takes seconds to copy.
    """

    refused = Signal(str)
    backed_up = Signal()

    def __init__(self, book: Book, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._clock = clock
        self._worker = QThreadPool(self)
        self._worker.setMaxThreadCount(1)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS_MS)
        self._looks.timeout.connect(self.back_up_if_due)

    def begin(self) -> None:
        """Begins to look, and publishes the scripts that came with a newer version of the program."""
        QTimer.singleShot(_FIRST_LOOK_MS, self, self.back_up_if_due)
        self._looks.start()
        try:
            publish_shipped(self._book, self._clock())
        except Refusal as refusal:
            self.refused.emit(said(refusal.sentence))

    def back_up_if_due(self) -> None:
        """Makes the hourly backup where it is due and none is under way."""
        if self._worker.activeThreadCount() == 0:
            self._worker.start(self._make)

    def finish(self) -> None:
        """Stops looking; a backup that is under way is made to its end."""
        self._looks.stop()
        self._worker.waitForDone()

    def _make(self) -> None:
        try:
            if self._book.backup_if_due(at=self._clock()) is not None:
                self.backed_up.emit()
        except Refusal as refusal:
            self.refused.emit(said(refusal.sentence))
