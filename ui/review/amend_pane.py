"""Putting a finished call right: another outcome, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.call import Call
from coach.ending import outcome_of
from ui.call.ending_choices import page_of, pages
from ui.call.ending_rows import OutcomeGrid
from ui.parts.elided import Elided
from ui.parts.entry import Entry
from ui.parts.key_button import KeyButton
from ui.parts.label import Label


class AmendPane(QWidget):
    """Says `confirmed` with the outcome and the reason, `left` where nothing is changed."""

    confirmed = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("amend_pane")
        self._call: Call | None = None
        self._outcome = ""
        self._page = 0
        self._narrow = False
        self._outcomes = OutcomeGrid()
        self._outcomes.chosen.connect(self._choose)
        self._outcomes.more.connect(self._turn_page)
        self._why = Label(tone="quiet", size=0.92)
        self.reason = Entry("amend_reason")
        self.reason.entered.connect(self._confirm)
        self.reason.left.connect(self.left)
        self.reason.textChanged.connect(self._show_save)
        self._waits = Elided(tone="quiet")
        self._waits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._save = KeyButton("amend_save", look="main", key_first=False, padding=(14, 9))
        self._save.clicked.connect(self._confirm)
        self._cancel = KeyButton("amend_cancel", key_first=False, padding=(14, 9))
        self._cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._waits, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(8)
        column.addWidget(self._outcomes)
        column.addWidget(self._why)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_call(self, call: Call, *, narrow: bool) -> None:
        """Shows the outcomes of a call, its own chosen, and an empty reason."""
        self._call, self._narrow = call, narrow
        self._outcome = outcome_of(call)
        self._page = page_of(call, self._outcome)
        self.reason.clear()
        self._show()

    def take(self, key: str) -> bool:
        """Whether a key does something here; while the reason is written, keys belong to it."""
        if key == "escape":
            self.left.emit()
        elif key in {"enter", "tab"}:
            self.reason.setFocus()
        elif key.isdecimal() and key != "0":
            self._outcomes.press(int(key))
        else:
            return False
        return True

    def _show(self) -> None:
        if self._call is None:
            return
        self._outcomes.show_outcomes(self._call, self._outcome, self._page, columns=2 if self._narrow else 3)
        self._why.setText(self.tr("Why is it put right?"))
        self.reason.setAccessibleName(self._why.text())
        self.reason.setPlaceholderText(self.tr("in a few words; it stays with the call"))
        self._cancel.show_words(self.tr("Leave as it is"), key="Esc")
        self._show_save()

    def _show_save(self) -> None:
        wanting = "" if self.reason.text().strip() else self.tr("say why first")
        same = self._call is not None and self._outcome == outcome_of(self._call)
        waits = self.tr("another outcome first") if same else wanting
        self._waits.setText(waits)
        self._save.setEnabled(not waits)
        self._save.show_words(self.tr("Put right"), key=self.tr("Enter"))

    def _choose(self, outcome: str) -> None:
        self._outcome = outcome
        self._show()
        self.reason.setFocus()

    def _turn_page(self) -> None:
        if self._call is not None:
            self._page = (self._page + 1) % pages(self._call)
            self._show()

    def _confirm(self) -> None:
        if self._save.isEnabled():
            self.confirmed.emit(self._outcome, self.reason.text().strip())
