"""Whom one is talking to, for how long, by which script; hanging up and ending."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coach.call import Call
from data.customer import masked
from ui.call.known_names import called_by, name_of, text_of
from ui.call.timer import Timer
from ui.parts.clock import Clock
from ui.parts.elided import Elided
from ui.parts.key_button import KeyButton
from ui.parts.visible import show_if


class Header(QWidget):
    """Says `paused_or_resumed`, `hung_up` (the customer did) and `ended` (the agent ends)."""

    paused_or_resumed = Signal()
    hung_up = Signal()
    ended = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._timer = Timer(clock)
        self._timer.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer.clicked.connect(self.paused_or_resumed)
        self._called = Elided(size=1.3, bold=True)
        self._about = Elided(tone="quiet", size=1.02)
        self._script = Elided(tone="quiet", size=1.02)
        self._hung_up = KeyButton("hung_up", key_first=False, padding=(13, 8))
        self._hung_up.clicked.connect(self.hung_up)
        self._end = KeyButton("end_call", key_first=False, padding=(13, 8))
        self._end.clicked.connect(self.ended)
        for button in (self._hung_up, self._end):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._timer)
        row.addWidget(self._called)
        row.addSpacing(4)
        row.addWidget(self._about)
        row.addStretch(1)
        row.addWidget(self._script)
        row.addSpacing(4)
        row.addWidget(self._hung_up)
        row.addWidget(self._end)

    def show_call(self, call: Call, *, compact: bool) -> None:
        """Shows the customer as known by now; the number is masked, since it is dialled already."""
        self._timer.show_call(call, compact=compact)
        self._called.setText(called_by(call))
        self._about.setText(self._known(call))
        script = call.release.script
        version = self.tr("version %1").replace("%1", str(call.release.version))
        self._script.setText(f"{script.title}  {version}")
        self._hung_up.show_words(self.tr("Hung up"), key="-")
        self._hung_up.setAccessibleName(self.tr("The customer hung up"))
        self._end.show_words(self.tr("End"), key="Ctrl E")
        self._end.setAccessibleName(self.tr("End the call"))
        show_if(self._script, not compact)
        show_if(self._about, not compact)

    def _known(self, call: Call) -> str:
        parts = [masked(text_of(call, "customer.phone")) if name_of(call) else ""]
        referrer = text_of(call, "customer.referrer")
        if referrer:
            parts.append(self.tr("introduced by %1").replace("%1", referrer))
        parts.append(text_of(call, "customer.city"))
        return "    ".join(part for part in parts if part)
