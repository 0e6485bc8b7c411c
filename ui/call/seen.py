"""How long a line has been seen: one does not answer a line that one has not seen."""

from collections.abc import Callable

_UNSEEN = 0.25


class Seen:
    """Follows when something new came up; `ticks` are seconds that are never set back."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._since = ticks() - _UNSEEN
        self._shown: object = None

    def shows(self, what: object) -> bool:
        """Takes note of what shows now; True where it is something new."""
        if what == self._shown:
            return False
        self._shown = what
        self._since = self._ticks()
        return True

    @property
    def too_soon(self) -> bool:
        """Whether a reply key now would answer something that nobody can have read."""
        return self._ticks() - self._since < _UNSEEN

    def once_seen(self, deed: Callable[[], object]) -> Callable[[], object]:
        """A deed that is not done too soon."""
        return lambda: None if self.too_soon else deed()
