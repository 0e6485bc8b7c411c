"""A new call: one line, typed or pasted, told apart as it is written; the script that suits; one key dials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from ui.parts.card import Card
from ui.parts.elided import Elided
from ui.parts.entry import Entry
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.theme.fonts import scaled

if TYPE_CHECKING:
    from data.customer import Customer
    from scripts_library.release import Release
    from ui.today.understood import Understood


class NewCall(Card):
    """The line in which the next customer is typed or pasted, and whom it is understood to tell of.

    Says `written` with the line as it changes, `several_pasted` with how many lines were pasted at once (the first is
    taken), `dial_wanted`, and `script_wanted` (1 on, −1 back).
    """

    written = Signal(str)
    several_pasted = Signal(int)
    dial_wanted = Signal()
    script_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(margins=(18, 16), gap=10)
        self._title = Label(tone="quiet", size=0.92)
        self.entry = OneLine("new_call")
        self.entry.several_pasted.connect(self.several_pasted)
        self.entry.setFont(scaled(self.entry.font(), 1.2))
        self.entry.setMinimumHeight(42)
        self.entry.textChanged.connect(self.written)
        self._who = Elided()
        self._who.setFixedHeight(int(self._who.fontMetrics().height() * 1.4))
        self._who.setObjectName("told_apart")
        self._about = Elided(tone="quiet")
        self._script = KeyButton("choose_script", look="plain", key_first=False, padding=(0, 6))
        self._script.clicked.connect(lambda: self.script_wanted.emit(1))
        self._dial = KeyButton("dial", look="main", key_first=False, padding=(18, 11), size=1.05)
        self._dial.clicked.connect(self.dial_wanted)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._script, 1)
        row.addWidget(self._dial)
        for part in (self._title, self.entry, self._who, self._about):
            self.rows.addWidget(part)
        self.rows.addLayout(row)

    def show_nothing(self) -> None:
        """Nothing is written: says how little it takes."""
        self._show_titles()
        self._show_who(bold=False)
        self._who.setText(self.tr("Name, number, who introduced them: any order."))
        self._about.setText(self.tr("A pasted line too: told apart before you dial."))
        self._script.show_words("")
        self._script.setEnabled(False)
        self._dial.setEnabled(False)
        self._dial.show_words(self.tr("Dial"), key=self.tr("Enter"))

    def show_understood(self, found: Understood, script: Release | None, *, others: bool) -> None:
        """Shows what the line was understood as, and by which script the call would be made."""
        from scripts_library.values.phones import grouped

        self._show_titles()
        customer = found.customer
        self._show_who(bold=True)
        self._who.setText("    ".join(part for part in (_named(customer), grouped(customer.phone)) if part))
        self._about.setText("    ".join(self._told(customer, known=found.known)))
        title = ""
        if script is not None:
            version = self.tr("version %1").replace("%1", str(script.version))
            title = f"{script.script.title}  {version}"
        self._script.show_words(title, key="↑ ↓" if others else "")
        self._script.setEnabled(others)
        waits = self._waits(customer, script)
        self._dial.setEnabled(not waits)
        self._dial.show_words(self.tr("Dial"), key=self.tr("Enter"), remark=waits)

    @property
    def can_dial(self) -> bool:
        """Whether the line says enough to dial."""
        return self._dial.isEnabled()

    @property
    def waits_for(self) -> str:
        """What is still wanting before one can dial."""
        return self._dial.remark

    def _show_titles(self) -> None:
        self._title.setText(self.tr("New call"))
        self.entry.setPlaceholderText(self.tr("Wang Wei 13812345678, friend of Li Wei"))
        self.entry.setAccessibleName(self.tr("New call: name, number, who introduced them"))

    def _show_who(self, *, bold: bool) -> None:
        self._who.setFont(scaled(QApplication.font(), 1.15 if bold else 1.0, bold=bold))
        self._who.set_tone("ink" if bold else "quiet")

    def _told(self, customer: Customer, *, known: bool) -> list[str]:
        parts = [self.tr("on record")] if known else []
        if customer.called and customer.called != _named(customer):
            parts.append(customer.called)
        if customer.referrer:
            parts.append(self.tr("introduced by %1").replace("%1", customer.referrer))
        if customer.city:
            parts.append(customer.city)
        if customer.notes:
            parts.append(self.tr("note: %1").replace("%1", customer.notes))
        return parts

    def _waits(self, customer: Customer, script: Release | None) -> str:
        if customer.do_not_call is not None:
            return self.tr("asked not to be called")
        if not customer.phone:
            return self.tr("a number first")
        return "" if script is not None else self.tr("no script yet")


class OneLine(Entry):
    """A line into which one customer is pasted at a time: of several lines it takes the first."""

    several_pasted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Paste):
            lines = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
            if len(lines) > 1:
                self.insert(lines[0].strip())
                self.several_pasted.emit(len(lines))
                return
        super().keyPressEvent(event)


def _named(customer: Customer) -> str:
    return customer.name or customer.called
