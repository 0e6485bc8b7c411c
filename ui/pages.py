"""What a page is to the frame: a name, a sign, a title, and how it is made when it is first shown."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One screen of the frame. It is told things and says things; it knows no neighbour.

    `told` is a sentence for the strip and whether it is a warning; `page_wanted` is the name of another page.
    """

    told = Signal(str, bool)
    page_wanted = Signal(str)

    def arrive(self) -> None:
        """The page shows now: time to read what may have changed, and to take the keyboard."""
        self.setFocus()

    def leave(self) -> None:
        """Another page, or nothing, shows next: what is being typed is kept."""

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that nobody on the page took; True where the page takes it."""
        del event
        return False


class PageKind(NamedTuple):
    """One entry of the rail. `title` reads the name in the window's language; `make` makes the page."""

    name: str
    sign: str
    title: Callable[[], str]
    make: Callable[[], Page]
