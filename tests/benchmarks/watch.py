"""Watches a window start: when it was painted, when it was free, and what memory it takes once it is idle."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

QUIET_TURNS = 5  # more than the window puts off one behind the other


class Watch(QObject):
    """Waits for the first window to be painted whole, then for the event loop to come to rest, then for the idle time.

    It loads nothing that an empty window has not loaded, before it has the moments.
    """

    def __init__(self, application: QApplication, idle_seconds: float) -> None:
        super().__init__()
        self._application = application
        self._idle_seconds = idle_seconds
        self._told: dict[str, float | str] = {}
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is begun here comes after all that this window paints, and before anything that its painting begins.
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: self._painted(watched))
        return False

    def _painted(self, window: QWidget) -> None:
        self._told["painted"] = time.monotonic()
        # It has the keyboard as soon as the window has it.
        takes = (child.objectName() for child in window.findChildren(QWidget) if child is window.focusWidget())
        self._told["takes_keys"] = "".join(takes)
        self._rest(QUIET_TURNS)

    def _rest(self, turns: int) -> None:
        """What a turn of the event loop posts comes in the next one."""
        if turns:
            QTimer.singleShot(0, self, lambda: self._rest(turns - 1))
            return
        self._told["free"] = time.monotonic()
        QTimer.singleShot(round(self._idle_seconds * 1000), self, self._tell)

    def _tell(self) -> None:
        import json

        sys.stdout.write(json.dumps({**self._told, **memory()}) + "\n")
        self._application.quit()


def memory() -> dict[str, int]:
    """What the system counts for this process, in bytes: all, its share of what is shared, what is its own."""
    from pathlib import Path

    lines = [line.split() for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]]
    kept = {name: int(kilobytes) * 1024 for name, kilobytes, *_ in lines}
    return {"resident": kept["Rss:"], "share": kept["Pss:"], "own": kept["Private_Clean:"] + kept["Private_Dirty:"]}
