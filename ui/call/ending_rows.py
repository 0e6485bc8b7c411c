"""The rows of the ending that one chooses from: outcomes by digit, intents by letter, tags by letter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.call import Call
from scripts_library.outcomes import Intent
from ui.call.ending_choices import ON_A_PAGE, TAG_KEYS, on_page, pages
from ui.parts.flow import Flow
from ui.parts.key_button import KeyButton
from ui.parts.label import Label
from ui.parts.visible import show_if

_INTENTS: tuple[Intent, ...] = ("A", "B", "C", "D")


class OutcomeGrid(QWidget):
    """Says `chosen` with an outcome, or `more` where there are more than one page of them."""

    chosen = Signal(str)
    more = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(tone="quiet", size=0.92)
        self._buttons: dict[str, KeyButton] = {}
        self._shown: tuple[str, ...] = ()
        self._more = KeyButton("more_outcomes", padding=(12, 11), parent=self)
        self._more.clicked.connect(self.more)
        self._grid = _titled(self, self._title)

    def show_outcomes(self, call: Call, chosen: str | None, page: int, *, columns: int) -> None:
        """Shows one page of the outcomes; the chosen one has a tick."""
        self._title.setText(self.tr("Outcome"))
        known = call.release.outcomes.outcomes
        self._shown = on_page(call, page)
        for place, name in enumerate(self._shown):
            button = self._buttons.get(name) or self._made(name)
            button.set_chosen(name == chosen, signed=True)
            button.show_words(known[name].title, key=str(place + 1))
            self._grid.addWidget(button, place // columns, place % columns)
        for name, button in self._buttons.items():
            show_if(button, name in self._shown)
        several = pages(call) > 1
        show_if(self._more, several)
        self._more.show_words(self.tr("More…"), key=str(ON_A_PAGE + 1))
        if several:
            place = len(self._shown)
            self._grid.addWidget(self._more, place // columns, place % columns)
        _even(self._grid, columns)

    def press(self, number: int) -> None:
        """A digit was pressed."""
        if number == ON_A_PAGE + 1 and self._more.isVisibleTo(self):
            self.more.emit()
        elif number <= len(self._shown):
            self.chosen.emit(self._shown[number - 1])

    def _made(self, name: str) -> KeyButton:
        button = KeyButton(f"outcome_{name}", padding=(12, 11), parent=self)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._buttons[name] = button
        return button


class IntentRow(QWidget):
    """Says `chosen` with A, B, C or D."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(tone="quiet", size=0.92)
        self._grid = _titled(self, self._title)
        self._buttons = {intent: self._made(intent) for intent in _INTENTS}

    def show_intents(self, call: Call, chosen: Intent | None, *, columns: int) -> None:
        """Shows the grades that the outcomes have; the chosen one has a tick."""
        self._title.setText(self.tr("Intent"))
        known = call.release.outcomes.intents
        for place, (intent, button) in enumerate(self._buttons.items()):
            show_if(button, intent in known)
            button.set_chosen(intent == chosen, signed=True)
            button.show_words(known.get(intent, ""), key=intent)
            self._grid.addWidget(button, place // columns, place % columns)
        _even(self._grid, columns)

    def press(self, letter: str) -> None:
        """A letter was pressed."""
        intent = next((intent for intent in _INTENTS if intent == letter), None)
        if intent is not None and self._buttons[intent].isVisibleTo(self):
            self.chosen.emit(intent)

    def _made(self, intent: Intent) -> KeyButton:
        button = KeyButton(f"intent_{intent}", padding=(12, 11), parent=self)
        button.clicked.connect(lambda: self.chosen.emit(intent))
        return button


class TagRow(QWidget):
    """Says `chosen` with a tag."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(tone="quiet", size=0.92)
        self._tags: tuple[str, ...] = ()
        self._buttons: list[KeyButton] = []
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = Flow(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(holder)

    def show_tags(self, call: Call, chosen: tuple[str, ...]) -> None:
        """Shows the tags of the outcomes; those that were chosen have a tick."""
        self._title.setText(self.tr("Tags"))
        self._tags = call.release.outcomes.tags
        while len(self._buttons) < len(self._tags):
            self._add()
        for number, button in enumerate(self._buttons):
            show_if(button, number < len(self._tags))
        for number, (button, tag) in enumerate(zip(self._buttons, self._tags, strict=False)):
            button.show_words(tag, key=TAG_KEYS[number].upper() if number < len(TAG_KEYS) else "")
            button.set_chosen(tag in chosen, signed=True)
        show_if(self, bool(self._tags))

    def press(self, letter: str) -> None:
        """A letter was pressed."""
        number = TAG_KEYS.find(letter)
        if 0 <= number < len(self._tags):
            self.chosen.emit(self._tags[number])

    def _add(self) -> None:
        number = len(self._buttons)
        button = KeyButton(f"tag_{number + 1}", padding=(11, 7))
        button.clicked.connect(lambda: self.chosen.emit(self._tags[number]))
        self._buttons.append(button)
        self._flow.addWidget(button)


def _titled(row: QWidget, title: Label) -> QGridLayout:
    """A title with a grid below it."""
    grid = QGridLayout()
    grid.setSpacing(9)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(6)
    column.addWidget(title)
    column.addLayout(grid)
    return grid


def _even(grid: QGridLayout, columns: int) -> None:
    for column in range(4):
        grid.setColumnStretch(column, 1 if column < columns else 0)
