"""The card with the line: what to say, the one hint beside it, and the replies below."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.call import Call
from coach.events import AnyEvent, Filled
from coach.offers import line, offers, says
from scripts_library.objections import Answer, Technique
from scripts_library.script import Step
from scripts_library.values.called import called
from ui.call.known_names import text_of
from ui.call.replies import Replies
from ui.call.say import Say
from ui.parts.card import Card
from ui.parts.elided import Elided
from ui.parts.key_button import KeyButton
from ui.parts.key_cap import ERASE
from ui.parts.label import Label
from ui.parts.scrolled import scrolled
from ui.parts.titles import place_title, plain_text
from ui.parts.visible import show_if
from ui.preferences import Showing

_CALLED = "customer.called"
_HOW = ("male", "female")


class LineCard(Card):
    """Says `back_wanted`, `return_wanted`, and `called_known` with how the customer is addressed."""

    back_wanted = Signal()
    return_wanted = Signal()
    called_known = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(28, 18), gap=12)
        self.say = Say()
        self.replies = Replies()
        self._place = Elided(tone="quiet")
        self._back = _small("back", self.back_wanted)
        self._return = _small("return_from_objection", self.return_wanted)
        self.showing = KeyButton("showing", look="plain", key_first=False, padding=(8, 5), size=0.95)
        self._technique = Label(tone="accent", size=1.05, bold=True)
        self._hint = Label(tone="quiet", size=1.05, wraps=True)
        self._hint.setObjectName("hint")
        self._called = [self._how_called(number) for number in range(len(_HOW))]
        self._top = self._above()
        self.rows.addLayout(self._top)
        self._area = self._scrolled()
        self.rows.addWidget(self._area, 1)
        self._offered = scrolled(self.replies)
        self._offered.setObjectName("replies_scroll")
        self.rows.addWidget(self._offered)

    def show_call(self, call: Call, showing: Showing, points: int) -> None:
        """Shows where the call stands, and what can be done there."""
        shown = line(call)
        if shown is None or call.position is None:
            return
        self._place.setText(place_title(call.release, call.position))
        self._place.setAccessibleName(self._place.text())
        self.say.show_line(call.release, says(call), shown.points, showing, points)
        technique = self._techniques()[shown.technique] if isinstance(shown, Answer) else ""
        self._technique.setText(technique)
        show_if(self._technique, bool(technique))
        self._hint.setText(shown.hint or "")
        show_if(self._hint, bool(shown.hint))
        show_if(self._return, bool(call.position.cards))
        self._return.show_words(self.tr("Return"), key="Esc")
        self._return.setAccessibleName(self.tr("Return to where the objection came up"))
        self._back.setEnabled(len(call.path) > 1 and call.phase == "talking")
        self._back.show_words(self.tr("Back"), key=ERASE)
        self._back.setAccessibleName(self.tr("Back: the last answer was a mistake"))
        self.showing.show_words(self._showings()[showing], key="Ctrl J")
        self.showing.setAccessibleDescription(self.tr("How the line is shown: words, points, prompts only"))
        self._show_called(call)
        self._show_ways_on(call, shown)
        self._share_room()

    @property
    def whole_height(self) -> int:
        """The room for all of the words and all replies."""
        margins = self.rows.contentsMargins()
        around = margins.top() + margins.bottom() + self._top.sizeHint().height() + 2 * self.rows.spacing()
        return around + self.say.minimumHeight() + self.replies.sizeHint().height()

    def say_how_called(self, number: int) -> None:
        """The customer is addressed in the first or the second way; it may be put right at any line of the call."""
        if self._called[number].text():
            self.called_known.emit(self._called[number].text())

    def set_compact(self, *, compact: bool) -> None:
        """Closer together where there is little room."""
        self.rows.setContentsMargins(*((14, 8, 14, 12) if compact else (28, 18, 28, 22)))
        self.rows.setSpacing(6 if compact else 12)
        self.say.set_tight(tight=compact)
        self.replies.set_tight(tight=compact)

    def scroll_words(self, pages: int) -> None:
        """Scrolls the words by a page, down or up, where they do not fit."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The words come first: where there is not room for all, the replies scroll."""
        wanted = self.replies.sizeHint().height()
        room = self.height() - self.whole_height + wanted
        self._offered.setFixedHeight(min(wanted, max(room, self.replies.least_height)))

    def _show_ways_on(self, call: Call, shown: Step | Answer) -> None:
        outcomes = call.release.outcomes.outcomes
        if call.phase == "paused":
            self.replies.show_way_on(self.tr("Talk on"), "Ctrl T")
        elif call.position is not None and call.position.ends is not None:
            title = outcomes[call.position.ends].title
            self.replies.show_way_on(self.tr("To the wrap-up: %1").replace("%1", title), self.tr("Space"))
        elif isinstance(shown, Step) and shown.goto is not None:
            self.replies.show_way_on(self.tr("Go on"), self.tr("Space"))
        else:
            self.replies.show_offers(call.release, offers(call))

    def _show_called(self, call: Call) -> None:
        """How the customer may be addressed: offered while the line waits for it, or where it was told in this call."""
        name, known = text_of(call, "customer.name"), text_of(call, _CALLED)
        told = known in plain_text(call.release, says(call)) and any(_tells_called(event) for event in call.trail)
        offered = bool(name) and (_CALLED in self.say.gaps or told)
        for number, (button, how) in enumerate(zip(self._called, _HOW, strict=True)):
            show_if(button, offered)
            button.show_words((called(name, how) or name) if name else "", key=f"F{9 + number}")
            button.set_chosen(button.text() == known != "")

    def _how_called(self, number: int) -> KeyButton:
        button = KeyButton(f"called_{number + 1}", padding=(10, 6))
        button.clicked.connect(lambda: self.say_how_called(number))
        return button

    def _above(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._place, 1)
        for button in (self._return, self._back, self.showing):
            top.addWidget(button)
        return top

    def _scrolled(self) -> QScrollArea:
        """The words, and what belongs to them; they scroll where the window is too small for them."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        addressed, beside = QHBoxLayout(), QHBoxLayout()
        addressed.setSpacing(8)
        for button in self._called:
            addressed.addWidget(button)
        addressed.addStretch(1)
        beside.setSpacing(8)
        beside.addWidget(self._technique, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._hint, 1)
        column.addWidget(self.say)
        column.addLayout(addressed)
        column.addLayout(beside)
        column.addStretch(1)
        area = scrolled(inside)
        area.setObjectName("line_scroll")
        return area

    def _techniques(self) -> dict[Technique, str]:
        return {
            "counter-question": self.tr("Counter-question"),
            "understand-first": self.tr("Understand first"),
            "turn-round": self.tr("Turn round"),
            "let-pass": self.tr("Let pass"),
            "affirm": self.tr("Affirm"),
        }

    def _showings(self) -> dict[Showing, str]:
        return {"words": self.tr("Words"), "points": self.tr("Points"), "prompts": self.tr("Prompts only")}


def _tells_called(event: AnyEvent) -> bool:
    return isinstance(event, Filled) and event.name == _CALLED


def _small(name: str, signal: SignalInstance) -> KeyButton:
    button = KeyButton(name, look="plain", key_first=False, padding=(8, 5), size=0.95)
    button.clicked.connect(signal)
    return button
