"""Who calls: the name and the company that every opening says, asked for once when a book is new."""

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
    """Says `given` with the name and the company; what was left empty is an empty text, and a gap in the words."""

    given = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._name = Entry("agent_name")
        self._company = Entry("agent_company")
        self._begin = KeyButton("begin", look="main", padding=(16, 11))
        self._begin.show_words(self.tr("Begin"), key=self.tr("Enter"))
        self._begin.clicked.connect(self._give)
        sheet = Card(margins=(34, 30), gap=16)
        sheet.setMaximumWidth(_WIDEST)
        sheet.rows.addWidget(Label(self.tr("How do you introduce yourself?"), size=1.5, bold=True))
        words = self.tr("Your openings say it to every customer. What you leave empty is a gap to fill in the call.")
        sheet.rows.addWidget(Label(words, tone="quiet", size=1.1, wraps=True))
        for entry, title in ((self._name, self.tr("Your name")), (self._company, self.tr("Company"))):
            entry.setMaxLength(_LONGEST)
            entry.setMinimumHeight(_TALL)
            entry.setAccessibleName(title)
            titled = QVBoxLayout()
            titled.setSpacing(4)
            titled.addWidget(Label(title, tone="quiet"))
            titled.addWidget(entry)
            sheet.rows.addLayout(titled)
        sheet.rows.addWidget(self._begin)
        self._name.entered.connect(self._company.setFocus)
        self._name.passed.connect(lambda _: self._company.setFocus())
        self._company.entered.connect(self._give)
        self._company.passed.connect(lambda _: self._name.setFocus())
        centre(self, sheet)

    def arrive(self) -> None:
        self._name.setFocus()

    def _give(self) -> None:
        for entry in (self._name, self._company):
            entry.settle()
        self.given.emit(self._name.text().strip(), self._company.text().strip())
