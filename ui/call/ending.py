"""Ending: the outcome, the intent, what is still needed, tags and note, and the finish."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.call import Call
from coach.ending import asks_intent
from scripts_library.outcomes import Intent
from ui.call.ending_choices import LETTERS, Choices, hour_of, page_of, pages, still_needs
from ui.call.ending_head import EndingHead
from ui.call.ending_rows import IntentRow, OutcomeGrid, TagRow
from ui.call.fields import Fields
from ui.call.must_say import MustSay
from ui.call.note_row import NoteRow
from ui.call.raised_here import RaisedHere
from ui.call.seen import Seen
from ui.language import listed
from ui.parts.clock import Clock
from ui.parts.elided import Elided
from ui.parts.key_button import KeyButton
from ui.parts.key_cap import ENTER
from ui.parts.keys import Deeds
from ui.parts.label import Label
from ui.parts.note_edit import NoteEdit
from ui.parts.scrolled import scrolled
from ui.parts.visible import show_if

_COMPACT_BELOW = 760


class Ending(QWidget):
    """Says `finish_wanted` with the choices, `talk_on_wanted`; its `fields` say what was filled."""

    finish_wanted = Signal(object)
    talk_on_wanted = Signal()

    def __init__(self, clock: Clock, note: NoteEdit, seen: Seen) -> None:
        super().__init__()
        self._call: Call | None = None
        self._choices = Choices()
        self._page = 0
        self.fields = Fields("checklist", clock)
        self.fields.needed = True
        self.note_row = NoteRow("write_last_note", note)
        self._head = EndingHead(clock)
        self._outcomes = OutcomeGrid()
        self._outcomes.chosen.connect(self.choose_outcome)
        self._outcomes.more.connect(self.turn_page)
        self._intents = IntentRow()
        self._intents.chosen.connect(self.choose_intent)
        self._needs_title = Label(tone="quiet", size=0.92)
        self._agreed = KeyButton("agreed", padding=(12, 8))
        self._agreed.clicked.connect(self.toggle_agreed)
        self._tags = TagRow()
        self._tags.chosen.connect(self.toggle_tag)
        self._must = MustSay()
        self._raised = RaisedHere()
        self._waits = Elided(tone="quiet")
        self._talk_on = KeyButton("back_to_call", key_first=False, padding=(14, 10))
        self._talk_on.clicked.connect(self.talk_on_wanted)
        self._finish = KeyButton("finish_call", look="main", key_first=False, padding=(14, 10))
        self._finish.clicked.connect(self.finish)
        self._side = QWidget()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay()
        self.deeds: Deeds = {
            **{str(number): partial(self._outcomes.press, number) for number in range(1, 10)},
            **{letter: partial(self.press_letter, letter) for letter in LETTERS},
            "ctrl+enter": self.finish,
            "enter": seen.once_seen(self.finish_if_ready),
            "escape": self.talk_on_wanted.emit,
            "back": self.talk_on_wanted.emit,
            "tab": self.focus_needs,
            "=": self.focus_needs,
            "ctrl+n": self.note_row.write,
        }

    def open_call(self, call: Call) -> None:
        """A call has just hung up: what it proposes is chosen; tags and intent stay from before a return.

        Whoever gave an hour in the talk agreed to it; to one that is only written down now nobody has.
        """
        if self._call is None or self._call.trail[:1] != call.trail[:1]:
            self._choices = Choices(outcome=call.proposes, agreed=hour_of(call) is not None)
        else:
            agreed = self._choices.agreed or hour_of(call) not in {None, hour_of(self._call)}
            self._choices = replace(self._choices, outcome=call.proposes or self._choices.outcome, agreed=agreed)
        self._page = page_of(call, self._choices.outcome)
        self.show_call(call)

    def show_call(self, call: Call) -> None:
        """Shows what is chosen and what is still needed."""
        self._call = call
        compact = self.width() < _COMPACT_BELOW
        self._whole.setContentsMargins(*((12, 10, 12, 4) if compact else (24, 18, 24, 6)))
        directions = QBoxLayout.Direction
        self._below.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
        outcome, outcomes = self._choices.outcome, call.release.outcomes.outcomes
        self._head.show_call(call, outcome, compact=compact)
        self._outcomes.show_outcomes(call, outcome, self._page, columns=2 if compact else 3)
        show_if(self._intents, asks_intent(call, outcome))
        self._intents.show_intents(call, self._choices.intent, columns=2 if compact else 4)
        needs = outcomes[outcome].needs if outcome is not None else ()
        title = outcomes[outcome].title if outcome is not None else ""
        self._needs_title.setText(self.tr("Needed for: %1").replace("%1", title))
        show_if(self._needs_title, bool(needs))
        self.fields.columns = 1 if compact else 2
        self.fields.show_call(call, needs, asked=needs)
        show_if(self.fields, bool(needs))
        show_if(self._agreed, self._promises_callback)
        self._agreed.show_words(self.tr("The customer agreed to the hour"), key="Y")
        self._agreed.set_chosen(self._choices.agreed, signed=True)
        self._tags.show_tags(call, self._choices.tags)
        self.note_row.show_call(call)
        show_if(self._side, not compact)
        self._must.show_call(call)
        self._raised.show_call(call)
        self._show_finish(call, compact=compact)

    def choose_outcome(self, outcome: str) -> None:
        """This is how the call ended."""
        self._choose(replace(self._choices, outcome=outcome))

    def choose_intent(self, intent: Intent) -> None:
        """This is how far the customer wants to go; chosen again, it is taken away."""
        if self._call is not None and asks_intent(self._call, self._choices.outcome):
            self._choose(replace(self._choices, intent=None if self._choices.intent == intent else intent))

    def toggle_tag(self, tag: str) -> None:
        """The tag belongs to this call, or does not."""
        self._choose(self._choices.with_tag(tag))

    def press_letter(self, letter: str) -> None:
        """The key of an intent, of a tag, or of the agreement."""
        if letter in "abcd":
            self._intents.press(letter.upper())
        elif letter == "y":
            self.toggle_agreed()
        else:
            self._tags.press(letter)

    def toggle_agreed(self) -> None:
        """Whether the customer agreed to the hour of the callback (A2)."""
        if self._agreed.isVisibleTo(self):
            self._choose(replace(self._choices, agreed=not self._choices.agreed))

    def turn_page(self) -> None:
        """The next outcomes."""
        if self._call is not None:
            self._page = (self._page + 1) % pages(self._call)
            self.show_call(self._call)

    def finish(self) -> None:
        """Finishes the call, or goes to what it still needs."""
        settled = self.settle()
        if self._call is None or self._choices.outcome is None:
            return
        if not settled or still_needs(self._call, self._choices):
            self.fields.focus_open(self._needs)
            return
        intent = self._choices.intent if asks_intent(self._call, self._choices.outcome) else None
        agreed = self._choices.agreed or not self._promises_callback
        self.finish_wanted.emit(replace(self._choices, intent=intent, agreed=agreed))

    def finish_if_ready(self) -> None:
        """Enter alone finishes a call to which nothing is open; else it leads to what is needed, or says what is."""
        if self._ready:
            self.finish()
        elif not self.fields.focus_open(self._needs):
            self._waits.set_tone("warning")

    @property
    def _ready(self) -> bool:
        """Whether nothing is open: no need, and no intent that is asked."""
        if self._call is None or self._choices.outcome is None:
            return False
        asks = asks_intent(self._call, self._choices.outcome) and self._choices.intent is None
        return not asks and not still_needs(self._call, self._choices)

    def focus_needs(self) -> bool:
        """Puts the focus into what is still needed, else into the first of what was. False where nothing ever was."""
        return self.fields.focus_first(self._needs)

    @property
    def _promises_callback(self) -> bool:
        """Whether the chosen outcome promises a callback: only its hour is asked about, an appointment is agreed."""
        if self._call is None or self._choices.outcome is None:
            return False
        return self._call.release.outcomes.outcomes[self._choices.outcome].counts == "callback"

    @property
    def _needs(self) -> tuple[str, ...]:
        """The fields that the chosen outcome asks for."""
        if self._call is None or self._choices.outcome is None:
            return ()
        return self._call.release.outcomes.outcomes[self._choices.outcome].needs

    def forget(self) -> None:
        """The call is over; the next one begins with nothing chosen."""
        self._call = None
        self._choices = Choices()

    def settle(self) -> bool:
        """Keeps whatever is being typed, before anything else happens. False where a field cannot take it."""
        self.note_row.note.settle()
        return self.fields.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._call is not None:
            self.show_call(self._call)

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        if self._call is not None:
            self.show_call(self._call)

    def _show_finish(self, call: Call, *, compact: bool) -> None:
        needs = still_needs(call, self._choices)
        waits = self.tr("Choose how the call ended.") if self._choices.outcome is None else ""
        if needs:
            waits = self.tr("Still needed: %1").replace("%1", listed(needs))
        elif not waits and asks_intent(call, self._choices.outcome) and self._choices.intent is None:
            waits = self.tr("The intent is not chosen yet.")
        self._waits.setText(waits)
        self._waits.setAccessibleName(waits)
        can_finish = self._choices.outcome is not None and not needs
        self._waits.set_tone("quiet" if can_finish else "warning")
        self._talk_on.show_words(self.tr("Back") if compact else self.tr("Back to the call"), key="Esc")
        self._finish.setEnabled(can_finish)
        self._finish.show_words(self.tr("Finish, next"), key=f"Ctrl {ENTER}")

    def _lay(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self._outcomes, self._intents, self._needs_title, self.fields):
            column.addWidget(part)
        agreed = QHBoxLayout()
        agreed.addWidget(self._agreed)
        agreed.addStretch(1)
        column.addLayout(agreed)
        column.addWidget(self._tags)
        column.addWidget(self.note_row)
        column.addStretch(1)
        aside = QVBoxLayout(self._side)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(14)
        aside.addWidget(self._must)
        aside.addWidget(self._raised)
        aside.addStretch(1)
        self._side.setFixedWidth(290)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(scrolled(left), 1)
        middle.addWidget(self._side)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self._talk_on)
        buttons.addWidget(self._finish)
        self._below.setSpacing(10)
        self._below.addWidget(self._waits, 1)
        self._below.addLayout(buttons)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        self._whole.addWidget(self._head)
        self._whole.addLayout(middle, 1)
        self._whole.addLayout(self._below)
