"""The finder: one line to type in, and above it what fits, each with the first sentence of its answer."""

import re
from collections.abc import Collection

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.call import Call
from scripts_library.release import Release
from ui.call.finding import MOST, Findable, Found
from ui.parts import keys
from ui.parts.card import Card
from ui.parts.entry import Entry
from ui.parts.key_button import KeyButton
from ui.parts.key_cap import cap_width, draw_cap
from ui.parts.label import Label
from ui.parts.titles import step_title
from ui.parts.visible import show_if
from ui.theme.colours import colours_of

_KEY = "/"
_FIRST_SENTENCE = re.compile(r"[^。！？!?‖]*[。！？!?]?")
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


class FinderEntry(Entry):
    """What is typed to find. Raw letters at first, with the input method off; `/` or a click makes it a text field.

    Says `picked` with the number of a hit, `moved` by the arrows, `closed` on Esc or Backspace in the empty line.
    """

    opened = Signal()
    picked = Signal(int)
    moved = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("objection_finder")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextMargins(int(cap_width(_KEY)) + 4, 0, 0, 0)
        self.set_raw()
        self.stepped.connect(lambda by: self.moved.emit(-by))
        self.left.connect(self.closed)
        self.entered.connect(lambda: self.picked.emit(0))

    def set_raw(self) -> None:
        """Takes raw letters: digits choose, and the input method is off."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    @property
    def raw(self) -> bool:
        """Whether it takes raw letters."""
        return not self.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.composition.keeps(event):
            return
        named = keys.name_of(event)
        if named == "back" and event.key() == Qt.Key.Key_Backspace and not self.text():
            if not event.isAutoRepeat():
                self.closed.emit()
            return
        if self.raw and named is not None and len(named) == 1 and not event.isAutoRepeat() and self._raw_key(named):
            return
        if self.raw and named == "space":
            if not event.isAutoRepeat():
                self.picked.emit(0)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()
        self._write_chinese()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = colours_of(self)
        at = QPointF(7, self.height() / 2)
        draw_cap(QPainter(self), at, _KEY, colours.colour("key"), colours.colour("quiet"))

    def _raw_key(self, named: str) -> bool:
        if named == "/":
            self._write_chinese()
            return True
        if named.isdecimal():
            if named != "0":
                self.picked.emit(int(named))
            return True
        return False

    def _write_chinese(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)


class Finder(Card):
    """The list of what fits. Says `raised` with a card, `jumped` with a step, `changed` in size, `closed`."""

    changed = Signal()
    raised = Signal(str)
    jumped = Signal(str)
    closed = Signal()

    def __init__(self, entry: FinderEntry, parent: QWidget) -> None:
        super().__init__(margins=(10, 10), gap=2)
        self.setParent(parent)
        self.setObjectName("finder_list")
        self.hide()
        self._entry = entry
        self._call: Call | None = None
        self._findable: Findable | None = None
        self._first: Collection[str] = ()
        self._found: tuple[Found, ...] = ()
        self._at = 0
        self._none = Label(tone="quiet")
        self.rows.addWidget(self._none)
        self._hits = [self._hit(number) for number in range(1, MOST + 1)]
        entry.textChanged.connect(self._search)
        entry.picked.connect(self._picked)
        entry.moved.connect(self._move)
        entry.closed.connect(self.close_list)
        entry.gone.connect(self.close_list)

    def open_list(self, call: Call, typed: str, *, first: Collection[str]) -> None:
        """Opens it with what was typed so far, and takes the keyboard; where it is open it stays as it is."""
        if self._call is not None:
            return
        self._call, self._first = call, first
        self._entry.set_raw()
        self._entry.setText(typed)
        self._entry.setFocus()
        self._search()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        """Closes it and forgets what was typed."""
        if self._call is None:
            return
        self._call = None
        self.hide()
        self._entry.clear()
        self._entry.set_raw()
        self.closed.emit()

    def _hit(self, number: int) -> KeyButton:
        button = KeyButton(f"found_{number}", look="plain", padding=(8, 7), remark_at=170)
        button.clicked.connect(lambda: self._picked(number))
        self.rows.addWidget(button)
        return button

    def _search(self) -> None:
        if self._call is None:
            return
        release = self._call.release
        self._found = self._all_of(release).find(self._entry.text(), first=self._first)
        self._at = 0
        self._none.setText(self.tr("Nothing fits. Esc, then 0 takes down what the customer said."))
        show_if(self._none, not self._found)
        for number, button in enumerate(self._hits):
            show_if(button, number < len(self._found))
            if number < len(self._found):
                title, answer = self._worded(release, self._found[number])
                button.show_words(title, key=str(number + 1), remark=answer)
        self._mark()
        self.rows.activate()
        self.changed.emit()
        self._entry.setAccessibleDescription(self._hits[0].text() if self._found else self._none.text())

    def _all_of(self, release: Release) -> Findable:
        if self._findable is None or self._findable.release.digest != release.digest:
            self._findable = Findable(release)
        return self._findable

    def _worded(self, release: Release, found: Found) -> tuple[str, str]:
        if found.kind == "step":
            words = release.script.steps[found.id].says or ""
            title = self.tr("jump to: %1").replace("%1", step_title(release, found.id))
        else:
            words = release.cards[found.id].answers[0].says
            title = release.cards[found.id].title
        return title, first_sentence(words)

    def _picked(self, number: int) -> None:
        place = number - 1 if number else self._at
        if not 0 <= place < len(self._found):
            return
        found = self._found[place]
        self.close_list()
        (self.jumped if found.kind == "step" else self.raised).emit(found.id)

    def _move(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._mark()

    def _mark(self) -> None:
        for number, button in enumerate(self._hits):
            button.set_chosen(number == self._at)


def first_sentence(words: str) -> str:
    """The first sentence of authored words, with its names left open."""
    plain = _MARKUP.sub(lambda found: "…" if found[0].startswith("{{") else "", words).strip()
    match = _FIRST_SENTENCE.match(plain)
    return match[0] if match else plain
