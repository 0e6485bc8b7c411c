"""A list of choices below the thing that opened it, within the window: nothing pops up or grabs the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.card import Card
from ui.parts.key_button import KeyButton
from ui.parts.scrolled import scrolled

_MOST_KEYS = 9
_LEAST_WIDE = 180
_MARGIN = 8


class Choices(QWidget):
    """Lies over a page while it is open: says `chosen` with the place of a choice, `closed` when it is left.

    The n-th choice is the widget `choice_<n>`; the arrows and Enter choose, and a digit the first nine.
    """

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("choices")
        self._page = page
        self._at = 0
        self._buttons: list[KeyButton] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._area = scrolled(self._inside)
        self._card = Card(margins=(6, 6), gap=0)
        self._card.setParent(self)
        self._card.rows.addWidget(self._area)
        self.hide()

    def open_below(self, opener: QWidget, words: Sequence[str], at: int) -> None:
        """Opens the choices below a widget, with the one at a place marked."""
        while len(self._buttons) < len(words):
            self._add()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(words))
            if place < len(words):
                button.show_words(words[place], key=str(place + 1) if place < _MOST_KEYS else "")
        self._at = min(max(at, 0), len(words) - 1)
        self._mark()
        self.setGeometry(self._page.rect())
        self._set(opener, len(words))
        self.show()
        self.raise_()
        self._area.ensureWidgetVisible(self._buttons[self._at])

    def close_choices(self) -> None:
        """Leaves everything as it was."""
        self.hide()
        self.closed.emit()

    def take(self, key: str) -> bool:
        """While it is open every key is its own."""
        shown = sum(button.isVisibleTo(self._inside) for button in self._buttons)
        match key:
            case "up" | "down":
                self._at = (self._at + (1 if key == "down" else -1)) % shown
                self._mark()
                self._area.ensureWidgetVisible(self._buttons[self._at])
            case "enter" | "space":
                self._choose(self._at)
            case "escape":
                self.close_choices()
            case _ if key.isdecimal() and 0 < int(key) <= min(shown, _MOST_KEYS):
                self._choose(int(key) - 1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_choices()

    def _choose(self, place: int) -> None:
        self.hide()
        self.chosen.emit(place)

    def _mark(self) -> None:
        for place, button in enumerate(self._buttons):
            button.set_chosen(place == self._at)

    def _set(self, opener: QWidget, count: int) -> None:
        """Below the opener, as wide and as high as it needs, and within the page."""
        corner = opener.mapTo(self._page, QPoint(0, opener.height() + 4))
        shown = self._buttons[:count]
        wide = max(_LEAST_WIDE, opener.width(), max(button.sizeHint().width() for button in shown) + 36)
        high = sum(button.sizeHint().height() + 2 for button in shown) + 14
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide = min(wide, room.width())
        left = min(max(corner.x(), room.left()), room.right() - wide)
        self._card.setGeometry(left, corner.y(), wide, min(high, room.bottom() - corner.y()))

    def _add(self) -> None:
        place = len(self._buttons)
        button = KeyButton(f"choice_{place + 1}", look="plain", padding=(10, 6), parent=self._inside)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._choose(place))
        self._buttons.append(button)
        self._column.addWidget(button)
