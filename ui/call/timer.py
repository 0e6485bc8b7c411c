"""The talk clock, as it runs; pressing it pauses."""

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.call import Call
from coach.clock import clock_text, talk_clock
from ui.parts.clock import Clock
from ui.parts.key_button import KeyButton

_TICK_MS = 250


def talked(call: Call, now: datetime) -> timedelta:
    """What the talk clock shows at a moment."""
    shown = talk_clock(call.trail)[-1] if call.trail else timedelta()
    if call.phase == "talking" and call.at is not None:
        shown += max(now - call.at, timedelta())
    return shown


class Timer(KeyButton):
    """The clock of one call; it looks at the desk's clock, so that a slow tick never makes it late."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("timer", look="plain", key_first=False, padding=(4, 6), size=1.3, bold=True, parent=parent)
        self._clock = clock
        self._call: Call | None = None
        self._compact = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)

    def show_call(self, call: Call, *, compact: bool = False) -> None:
        """Follows a call: runs while it is talking, stands while it is paused."""
        self._call, self._compact = call, compact
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _follow(self) -> None:
        """Ticks only while the call is talking and the clock is in sight."""
        self._tick()
        if self._call is not None and self._call.phase == "talking" and self.isVisible():
            self._ticks.start()
        else:
            self._ticks.stop()

    def _tick(self) -> None:
        if self._call is None:
            return
        paused = self._call.phase == "paused"
        shown = clock_text(talked(self._call, self._clock()), wide=True)
        self.set_sign("paused" if paused else "running", "warning" if paused else "accent")
        self.show_words(shown, key="" if self._compact else "Ctrl T", remark=self.tr("paused") if paused else "")
        spoken = self.tr("Talk time %1, paused") if paused else self.tr("Talk time %1")
        self.setAccessibleName(spoken.replace("%1", shown))
