"""Putting a finished call right: another outcome, another intent, other fields, and why."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.call import Call
from coach.ending import asks_intent, intent_of
from scripts_library.outcomes import Intent
from ui.call.ending_choices import Choices, page_of, pages, still_needs
from ui.call.ending_rows import IntentRow, OutcomeGrid
from ui.call.fields import Fields
from ui.language import listed
from ui.parts.clock import Clock
from ui.parts.elided import Elided
from ui.parts.entry import Entry
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.scrolled import scrolled
from ui.parts.visible import show_if
from ui.review.putting_right import PuttingRight


class AmendPane(QWidget):
    """Says `confirmed` with what is put right and the reason, `left` where nothing is changed."""

    confirmed = Signal(object, str)
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("amend_pane")
        self._clock = clock
        self._right: PuttingRight | None = None
        self._page = 0
        self._narrow = False
        self._outcomes = OutcomeGrid()
        self._outcomes.chosen.connect(self._choose)
        self._outcomes.more.connect(self._turn_page)
        self._intents = IntentRow()
        self._intents.chosen.connect(self._grade)
        self._fields_title = Label(tone="quiet", size=0.92)
        self._fields = Fields("amend", self._said_at)
        self._fields.needed = True
        self._fields.filled.connect(self._fill)
        self._fields.completed.connect(self._to_reason)
        self._fields.let_go.connect(self._to_reason)
        self._why = Label(tone="quiet", size=0.92)
        self.reason = Entry("amend_reason")
        self.reason.entered.connect(self._confirm)
        self.reason.left.connect(self.left)
        self.reason.passed.connect(lambda _: self._to_fields())
        self.reason.textChanged.connect(self._show_save)
        self._waits = Elided(tone="quiet", size=0.92)
        self._save = KeyButton("amend_save", look="main", key_first=False, padding=(14, 9))
        self._save.clicked.connect(self._confirm)
        self._cancel = KeyButton("amend_cancel", key_first=False, padding=(14, 9))
        self._cancel.clicked.connect(self.left)
        self._lay()

    def show_call(self, call: Call, *, narrow: bool) -> None:
        """Shows a call as it stands, to be put right, and an empty reason."""
        self._right, self._narrow = PuttingRight.of(call), narrow
        self._page = page_of(call, self._right.outcome)
        self._fields.columns = 1 if narrow else 2
        self._fields.drop()
        self.reason.clear()
        self._show()

    def show_again(self, *, narrow: bool) -> None:
        """Shows what is being put right once more, in another language or width; nothing of it is lost."""
        self._narrow = narrow
        self._fields.columns = 1 if narrow else 2
        self._show()

    def take_keyboard(self) -> None:
        """The keyboard is with something of it: where it was, else with the reason."""
        if not (self._fields.has_focus or self.reason.hasFocus()):
            self._to_reason()

    def settle(self) -> None:
        """Commits what is being composed."""
        self._fields.settle()
        self.reason.settle()

    def take(self, key: str) -> bool:
        """Whether a key does something here; while something is written, keys belong to it."""
        if key == "escape":
            self.left.emit()
        elif key in {"enter", "tab", "="}:
            self._to_fields()
        elif key.isdecimal() and key != "0":
            self._outcomes.press(int(key))
        elif key in {"a", "b", "c", "d"}:
            self._intents.press(key.upper())
        else:
            return False
        return True

    def _show(self, *_: object) -> None:
        right = self._right
        if right is None:
            return
        knowing = right.knowing
        self._outcomes.show_outcomes(right.call, right.outcome, self._page, columns=2 if self._narrow else 3)
        show_if(self._intents, asks_intent(right.call, right.outcome))
        chosen = right.intent or intent_of(right.call, right.outcome)
        self._intents.show_intents(right.call, chosen, columns=2 if self._narrow else 4)
        show_if(self._fields_title, bool(right.fields))
        title = right.call.release.outcomes.outcomes[right.outcome].title
        needed = self.tr("Needed for: %1").replace("%1", title)
        self._fields_title.setText(needed if right.needs else self.tr("What was captured"))
        self._fields.show_call(knowing, right.fields, asked=right.needs)
        show_if(self._fields, bool(right.fields))
        self._why.setText(self.tr("Why is it put right?"))
        self.reason.setAccessibleName(self._why.text())
        self.reason.setPlaceholderText(self.tr("in a few words; it stays with the call"))
        self._cancel.show_words(self.tr("Leave as it is"), key="Esc")
        self._show_save()

    def _show_save(self, *_: object) -> None:
        waits = self._waits_for()
        self._waits.setText(waits)
        self._save.setEnabled(not waits)
        self._save.show_words(self.tr("Put right"), key=self.tr("Enter"))

    def _waits_for(self) -> str:
        """What is still wanting before it can be put right."""
        if self._right is None or not self._right.changes:
            return self.tr("another outcome, intent or field first")
        needs = still_needs(self._right.knowing, Choices(outcome=self._right.outcome))
        if needs:
            return self.tr("Still needed: %1").replace("%1", listed(needs))
        return "" if self.reason.text().strip() else self.tr("say why first")

    def _choose(self, outcome: str) -> None:
        if self._right is not None:
            self._right = self._right.with_outcome(outcome)
            self._show()
            self._to_what_is_open()

    def _grade(self, intent: Intent) -> None:
        if self._right is not None:
            self._right = self._right.with_intent(intent)
            self._show()
            self._to_what_is_open()

    def _fill(self, name: str, value: str) -> None:
        if self._right is not None:
            self._right = self._right.with_field(name, value)
            self._show()

    def _turn_page(self) -> None:
        if self._right is not None:
            self._page = (self._page + 1) % pages(self._right.call)
            self._show()

    def _to_what_is_open(self) -> None:
        """To the first field that is still needed, else to the reason."""
        if self._right is None or not self._fields.focus_open(self._right.needs):
            self._to_reason()

    def _to_fields(self) -> None:
        if self._right is None or not self._fields.focus_first(self._right.fields):
            self._to_reason()

    def _to_reason(self) -> None:
        self.reason.setFocus()

    def _confirm(self) -> None:
        if self._right is None:
            return
        if not self._fields.settle():
            self._fields.focus_open(self._right.fields)
        elif self._save.isEnabled():
            self.confirmed.emit(self._right, self.reason.text().strip())
        else:
            self._to_what_is_open()

    def _said_at(self) -> datetime:
        return self._clock() if self._right is None else self._right.said_at

    def _lay(self) -> None:
        inside = QWidget()
        choices = QVBoxLayout(inside)
        choices.setContentsMargins(0, 0, 8, 0)
        choices.setSpacing(8)
        for part in (self._outcomes, self._intents, self._fields_title, self._fields):
            choices.addWidget(part)
        choices.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(8)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self._why)
        column.addWidget(self.reason)
        column.addWidget(self._waits)
        column.addLayout(buttons)
