"""Dialling: the number to dial, and one key for each way in which nobody answers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from coach.call import Call
from coach.facts import NOT_DIALLED
from scripts_library.values.phones import grouped
from ui.call.desk import UNANSWERED
from ui.call.known_names import name_of, text_of
from ui.call.seen import Seen
from ui.parts.card import Card
from ui.parts.centred import centre
from ui.parts.elided import Elided
from ui.parts.key_button import KeyButton
from ui.parts.keys import Deeds
from ui.parts.label import Label
from ui.parts.visible import show_if

_WIDEST = 760
_NARROW = 560


class Dialling(QWidget):
    """Says `answered`, `unanswered` with the number of the reason, `taken_back` where nothing was dialled after all,
    `copied` once the number is on the clipboard.
    """

    answered = Signal()
    unanswered = Signal(int)
    taken_back = Signal()
    copied = Signal()

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        numbers = range(1, len(UNANSWERED) + 1)
        self.deeds: Deeds = {
            **{str(number): seen.once_seen(partial(self.unanswered.emit, number)) for number in numbers},
            "enter": seen.once_seen(self.answered.emit),
            "escape": seen.once_seen(self._take_back),
            "ctrl+c": self.copy_number,
        }
        self._phone_number = ""
        self._title = Label(tone="quiet")
        self._called = Elided(size=1.9, bold=True)
        self._phone = Label(size=2.6, bold=True)
        self._phone.setObjectName("phone")
        self._copy = KeyButton("copy_phone", look="plain", key_first=False, padding=(8, 6))
        self._copy.clicked.connect(self.copy_number)
        self._about = Elided(tone="quiet", size=1.1)
        self._script = Elided(tone="quiet", size=1.1)
        self._answered = KeyButton("answered", look="main", padding=(20, 16), size=1.2)
        self._answered.clicked.connect(self.answered)
        self._nobody = Label(tone="quiet")
        self._reasons = [self._reason(number) for number in range(1, len(UNANSWERED) + 1)]
        self._slip = KeyButton("not_dialled", look="plain", key_first=False, padding=(8, 6))
        self._slip.clicked.connect(self.taken_back)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._columns = 0
        sheet = Card(margins=(34, 30), gap=10)
        sheet.setMaximumWidth(_WIDEST)
        number = QHBoxLayout()
        number.addWidget(self._phone)
        number.addWidget(self._copy)
        number.addStretch(1)
        for part in (self._title, self._called):
            sheet.rows.addWidget(part)
        sheet.rows.addLayout(number)
        for part in (self._about, self._script):
            sheet.rows.addWidget(part)
        sheet.rows.addSpacing(14)
        sheet.rows.addWidget(self._answered)
        sheet.rows.addSpacing(14)
        sheet.rows.addWidget(self._nobody)
        sheet.rows.addLayout(self._grid)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._slip)
        sheet.rows.addLayout(last)
        centre(self, sheet)
        self._arrange(4)

    def show_call(self, call: Call) -> None:
        """Shows whom to dial: here the number stands in full, since it is to be dialled."""
        self._phone_number = text_of(call, "customer.phone")
        self._title.setText(self.tr("Dialling"))
        self._called.setText(name_of(call) or self.tr("No name yet"))
        self._phone.setText(grouped(self._phone_number))
        show_if(self._phone, bool(self._phone_number))
        show_if(self._copy, bool(self._phone_number))
        self._copy.show_words(self.tr("Copy"), key="Ctrl C")
        self._about.setText(self._known(call))
        script = call.release.script
        version = self.tr("version %1").replace("%1", str(call.release.version))
        self._script.setText("    ".join(part for part in (script.title, version, script.purpose) if part))
        self._answered.show_words(self.tr("Answered"), key=self.tr("Enter"))
        self._nobody.setText(self.tr("Nobody to talk to"))
        outcomes = call.release.outcomes.outcomes
        show_if(self._slip, NOT_DIALLED in outcomes)
        self._slip.show_words(self.tr("Not dialled after all"), key="Esc")
        for number, (button, why) in enumerate(zip(self._reasons, UNANSWERED, strict=True), start=1):
            show_if(button, why in outcomes)
            if why in outcomes:
                button.show_words(outcomes[why].title, key=str(number))

    def copy_number(self) -> None:
        """Puts the number on the clipboard, for the softphone, where there is one."""
        if self._phone_number:
            QGuiApplication.clipboard().setText(self._phone_number)
            self.copied.emit()

    def _take_back(self) -> None:
        if self._slip.isVisibleTo(self):
            self.taken_back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() < _NARROW else 4)

    def _known(self, call: Call) -> str:
        name, referrer = text_of(call, "customer.name"), text_of(call, "customer.referrer")
        parts = [name if name != name_of(call) else ""]
        if referrer:
            parts.append(self.tr("introduced by %1").replace("%1", referrer))
        parts.append(text_of(call, "customer.city"))
        return "    ".join(part for part in parts if part)

    def _reason(self, number: int) -> KeyButton:
        button = KeyButton(f"unanswered_{number}", padding=(12, 12))
        button.clicked.connect(lambda: self.unanswered.emit(number))
        return button

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self._reasons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
