"""Who calls: the name, the company and the agent number that a call says, asked for once when a book is new."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.pages import Page
from ui.parts.card import Card
from ui.parts.centred import centre
from ui.parts.entry import Entry
from ui.parts.key_button import KeyButton
from ui.parts.label import Label

_WIDEST = 680
_LONGEST = 60
_TALL = 42


class WhoCalls(Page):
    """Says `given` with name, company and agent number; what was left empty is an empty text: a gap in the words."""

    given = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._name = Entry("agent_name")
        self._company = Entry("agent_company")
        self._number = Entry("agent_number")
        self._entries = self._name, self._company, self._number
        self._begin = KeyButton("begin", look="main", padding=(16, 11))
        self._begin.show_words(self.tr("Begin"), key=self.tr("Enter"))
        self._begin.clicked.connect(self._give)
        sheet = Card(margins=(34, 30), gap=16)
        sheet.setMaximumWidth(_WIDEST)
        sheet.rows.addWidget(Label(self.tr("How do you introduce yourself?"), size=1.5, bold=True))
        words = self.tr("Your openings say it to every customer. What you leave empty is a gap to fill in the call.")
        sheet.rows.addWidget(Label(words, tone="quiet", size=1.1, wraps=True))
        titles = self.tr("Your name"), self.tr("Company"), self.tr("Agent number")
        for entry, title in zip(self._entries, titles, strict=True):
            entry.setMaxLength(_LONGEST)
            entry.setMinimumHeight(_TALL)
            entry.setAccessibleName(title)
            titled = QVBoxLayout()
            titled.setSpacing(4)
            titled.addWidget(Label(title, tone="quiet"))
            titled.addWidget(entry)
            sheet.rows.addLayout(titled)
        sheet.rows.addWidget(self._begin)
        for place, entry in enumerate(self._entries):
            entry.passed.connect(partial(self._step, place))
            entry.entered.connect(partial(self._step, place, 1) if entry is not self._number else self._give)
        centre(self, sheet)

    def arrive(self) -> None:
        self._name.setFocus()

    def _give(self) -> None:
        for entry in self._entries:
            entry.settle()
        name, company, number = (entry.text().strip() for entry in self._entries)
        self.given.emit(name, company, number)

    def _step(self, place: int, on: int) -> None:
        self._entries[(place + on) % len(self._entries)].setFocus()
