"""The bar below the words: the finder, the commonest objections, and the ways off the script."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from coach.call import Call
from coach.offers import allowed
from ui.call.finder import FinderEntry
from ui.call.finding import commonest
from ui.parts.card import Card
from ui.parts.entry import Entry
from ui.parts.flow import Flow
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.visible import show_if

MOST = 8
_ANY_WIDTH = 16_777_215  # Qt's own largest


class ObjectionBar(Card):
    """The finder, the objections and the ways off; in their place, when it is asked, what the customer said.

    Says `raised` with a card, `finder_opened`, `none_asked`, `not_covered` with the customer's words (who keeps them
    calls `close_words`), `callback_wanted`, `wechat_wanted`, `stop_wanted`, and `let_go` when it gives the keyboard
    back.
    """

    raised = Signal(str)
    finder_opened = Signal()
    none_asked = Signal()
    not_covered = Signal(str)
    callback_wanted = Signal()
    wechat_wanted = Signal()
    stop_wanted = Signal()
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(10, 8), gap=0)
        self._call: Call | None = None
        self.finder = FinderEntry()
        self.finder.opened.connect(self.finder_opened)
        self.finder.setMinimumWidth(130)
        self._objections = [self._objection(number) for number in range(1, MOST + 1)]
        self._none = _plain("reply_none", self.none_asked)
        self._callback = _plain("book_callback", self.callback_wanted)
        self._wechat = _plain("ask_wechat", self.wechat_wanted)
        self._stop = KeyButton("do_not_call", look="warning", key_first=False, padding=(8, 6))
        self._stop.clicked.connect(self.stop_wanted)
        self._words = Entry("none_of_these")
        self._words.entered.connect(self._covered)
        self._words.left.connect(self.close_words)
        self._words.passed.connect(self.settle)
        self._asks = Label(tone="quiet")
        # A stack shows its first page at once: without its place on the card that would be a window of its own.
        self._pages = QStackedLayout()
        self.rows.addLayout(self._pages)
        self._pages.addWidget(self._usual())
        self._pages.addWidget(self._asking())

    def show_call(self, call: Call, *, compact: bool) -> None:
        """Shows the objections of the script in the order of their keys."""
        self._call = call
        cards = commonest(call.release, MOST)
        for number, button in enumerate(self._objections):
            show_if(button, number < len(cards))
            if number < len(cards):
                button.show_words(call.release.cards[cards[number]].title, key=f"F{number + 1}")
        self._arrange(compact=compact)
        talking = call.phase == "talking"
        for widget in (self.finder, *self._objections, self._none, self._callback, self._wechat, self._stop):
            widget.setEnabled(talking)
        self.finder.setPlaceholderText(self.tr("find…") if compact else self.tr("objection, question, jump…"))
        self.finder.setAccessibleName(self.tr("Find an objection, a common question or a step"))
        self._none.show_words(self.tr("None of these"), key="0")
        self._callback.show_words(self.tr("Callback"), key="+")
        self._wechat.show_words(self.tr("WeChat"), key="*")
        self._stop.show_words(self.tr("Don't call again"), key="Ctrl D")
        self._asks.setText(self.tr("What did the customer say?"))
        self._words.setPlaceholderText(self.tr("a few words, then Enter"))
        self._words.setAccessibleName(self._asks.text())

    def raise_number(self, number: int) -> None:
        """The objection of that key was raised."""
        if self._call is not None:
            cards = commonest(self._call.release, MOST)
            if 1 <= number <= len(cards):
                self.raised.emit(cards[number - 1])

    def ask_words(self) -> None:
        """Asks what the customer said, and takes the keyboard, where that can be kept."""
        if self._call is not None and allowed(self._call, "none_of_these", recorded=False):
            self._pages.setCurrentIndex(1)
            self._words.setFocus()

    def close_words(self) -> None:
        """Asks no longer what the customer said, and forgets what was typed."""
        if self._pages.currentIndex() == 1:
            self.let_go.emit()
            self._words.clear()
            self._pages.setCurrentIndex(0)

    def settle(self) -> None:
        """Commits what is being composed, and says the customer's words if there are any."""
        self._words.settle()
        if self._words.text().strip():
            self._covered()
        else:
            self.close_words()

    def _covered(self) -> None:
        self.not_covered.emit(self._words.text().strip())

    def _objection(self, number: int) -> KeyButton:
        button = KeyButton(f"objection_{number}", look="plain", padding=(7, 6))
        button.clicked.connect(lambda: self.raise_number(number))
        return button

    def _usual(self) -> QWidget:
        """The finder, the objections, and the ways off; in a compact window three rows of them."""
        page, objections = QWidget(), QWidget()
        objections.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        flow = Flow(objections, gap=2, most_rows=1)
        for button in self._objections:
            flow.addWidget(button)
        self._first, self._last = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.finder, 1)
        self._last.setSpacing(2)
        for button in (self._none, self._callback, self._wechat, self._stop):
            self._last.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addLayout(self._first, 1)
        self._rows.addWidget(objections, 3)
        self._rows.addLayout(self._last)
        return page

    def _arrange(self, *, compact: bool) -> None:
        self._rows.setDirection(QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight)
        self.finder.setMaximumWidth(_ANY_WIDTH if compact else 210)
        if compact and self._first.indexOf(self._none) < 0:
            self._first.addWidget(self._none)
        elif not compact and self._last.indexOf(self._none) < 0:
            self._last.insertWidget(0, self._none)

    def _asking(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._asks)
        row.addWidget(self._words, 1)
        return page


def _plain(name: str, signal: SignalInstance) -> KeyButton:
    button = KeyButton(name, look="plain", padding=(7, 6))
    button.clicked.connect(signal)
    return button
