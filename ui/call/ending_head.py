"""The head of the ending: whose call it was, how long it lasted, where it stopped, and how long this takes."""

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.call import Call
from coach.clock import clock_text, talk_clock
from coach.events import HungUp
from ui.call.known_names import called_by
from ui.parts.clock import Clock
from ui.parts.elided import Elided
from ui.parts.label import Label
from ui.parts.titles import place_title
from ui.parts.visible import show_if

_TICK_MS = 500


class EndingHead(QWidget):
    """Its clock counts the wrap-up, and ticks only while it is in sight."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._call: Call | None = None
        self._title = Label(size=1.45, bold=True)
        self._about = Elided(tone="quiet", size=1.05)
        self._farewell = Label(tone="warning", size=1.2, wraps=True)
        self._farewell.setObjectName("farewell")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._farewell)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)

    def show_call(self, call: Call, outcome: str | None, *, compact: bool) -> None:
        """Shows the call that has hung up. Where no step of the script said goodbye for good, it is said here (G)."""
        self._call = call
        self._title.setText(self.tr("Wrap-up"))
        show_if(self._about, not compact)
        stops = outcome is not None and call.release.outcomes.outcomes[outcome].stops
        said_already = call.position is not None and call.position.ends == outcome
        self._farewell.setText(self.tr("Say: I am taking you off our list now. I am sorry for the trouble, goodbye."))
        show_if(self._farewell, stops and not said_already and _by_agent(call))
        self._tick()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def _tick(self) -> None:
        call = self._call
        if call is None:
            return
        parts = [called_by(call)]
        parts.append(self.tr("talk %1").replace("%1", clock_text(talk_clock(call.trail)[-1])))
        if call.position is not None:
            parts.append(self.tr("stopped at: %1").replace("%1", place_title(call.release, call.position)))
        parts.append(self.tr("wrap-up %1").replace("%1", clock_text(_wrap_up(call, self._clock()))))
        self._about.setText("    ".join(part for part in parts if part))


def _wrap_up(call: Call, now: datetime) -> timedelta:
    hung_up = next((event.at for event in reversed(call.trail) if isinstance(event, HungUp)), now)
    return max(now - hung_up, timedelta())


def _by_agent(call: Call) -> bool:
    return next((event.by == "agent" for event in reversed(call.trail) if isinstance(event, HungUp)), False)
