"""How a line is shown, and its one key: a tap takes the next way, holding it shows the words behind the prompts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.preferences import SHOWINGS, Preferences, Showing

_TAP = 0.3


class LineShowing(QObject):
    """Says `changed` whenever a line is to be shown another way."""

    changed = Signal()

    def __init__(self, preferences: Preferences, ticks: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._ticks = ticks
        self._chosen = preferences.showing
        self._held_since: float | None = None

    @property
    def now(self) -> Showing:
        """The way in which the line shows now."""
        return "words" if self._held_since is not None else self._chosen

    def press(self) -> None:
        """The key, or the button, goes down."""
        if self._chosen == "prompts":
            self._held_since = self._ticks()
            self.changed.emit()
        else:
            self._next()

    def release(self) -> None:
        """It comes up again."""
        if self._held_since is None:
            return
        tapped = self._ticks() - self._held_since < _TAP
        self._held_since = None
        if tapped:
            self._next()
        else:
            self.changed.emit()

    def let_go(self) -> None:
        """The keyboard went elsewhere, where the key comes up unheard: a hold ends, and was no tap."""
        if self._held_since is not None:
            self._held_since = None
            self.changed.emit()

    def _next(self) -> None:
        self._chosen = SHOWINGS[(SHOWINGS.index(self._chosen) + 1) % len(SHOWINGS)]
        self._preferences.showing = self._chosen
        self.changed.emit()
