"""What a team has set for itself: its company, the limits of what counts, and the like."""

from coach.limits import Limits
from data.opened import Opened
from data.packing import read_limits, written_limits
from data.store import Store
from scripts_library.text import clean

_LIMITS = "limits"
COMPANY = "company"


class Settings(Opened):
    """The settings of the team and of this desk, each by its name."""

    def setting(self, name: str) -> str | None:
        """The value that was set, None where nothing was."""
        return setting(self._store, name)

    def set(self, name: str, value: str) -> None:
        """Set a value of the team."""
        self._needs("set")
        self._set(name, value)

    @property
    def limits(self) -> Limits:
        """Where a count begins or ends, as the team has set it."""
        return limits(self._store)

    def set_limits(self, limits: Limits) -> None:
        """Set the limits; calls that are finished keep those with which they were counted."""
        self.set(_LIMITS, written_limits(limits))

    def _set(self, name: str, value: str) -> None:
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (name, clean(value)),
            )


def setting(store: Store, name: str) -> str | None:
    """The value of that name, None where nothing was set."""
    row = store.row("SELECT value FROM settings WHERE name = ?", (name,))
    return None if row is None else str(row[0])


def limits(store: Store) -> Limits:
    """The limits in force."""
    return read_limits(setting(store, _LIMITS) or "{}")
