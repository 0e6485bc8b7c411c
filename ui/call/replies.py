"""The replies that the customer may give, each with its key; a closed one says what it waits for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from coach.offers import Offer
from scripts_library.release import Release
from ui.language import listed
from ui.parts.key_button import KeyButton
from ui.parts.titles import plain_text
from ui.parts.visible import show_if

MOST = 9
_COLUMNS = 2
_LEAST_ROWS = 2
_PADDING = (14, 15)


class Replies(QWidget):
    """Says `heard` with the number of a reply, `went_on` where there is one way on.

    `with_alt` says that they print, and take, Alt and the digit, as they do while a field has the focus.
    """

    heard = Signal(int)
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.with_alt = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._buttons = [self._button(number) for number in range(1, MOST + 1)]
        self._way_on = KeyButton("go_on", padding=_PADDING, size=1.08)
        self._way_on.clicked.connect(self.went_on)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self._grid.addWidget(self._way_on, 0, 0, 1, _COLUMNS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_offers(self, release: Release, offers: Sequence[Offer]) -> None:
        """Shows the replies."""
        self._way_on.hide()
        for number, button in enumerate(self._buttons, start=1):
            show_if(button, number <= len(offers))
        for button, offer in zip(self._buttons, offers, strict=False):
            key = f"Alt {offer.number}" if self.with_alt else str(offer.number)
            button.setEnabled(offer.open)
            button.set_chosen(offer.open and offer.number == 1)
            button.show_words(plain_text(release, offer.hears), key=key, remark=self._waits_for(release, offer))
        self._wrap()

    def show_way_on(self, words: str, key: str) -> None:
        """Shows the one way on."""
        for button in self._buttons:
            button.hide()
        self._way_on.show_words(words, key=key)
        self._way_on.set_chosen(True)
        self._way_on.show()

    def set_tight(self, *, tight: bool) -> None:
        """Lower, and closer together, where there is little room."""
        self._grid.setSpacing(6 if tight else 10)
        for button in (*self._buttons, self._way_on):
            button.set_padding((10, 8) if tight else _PADDING)

    @property
    def least_height(self) -> int:
        """The room that the replies keep beside the longest words; the rest of them scroll."""
        row = self._buttons[0].sizeHint().height()
        return min(self.sizeHint().height(), _LEAST_ROWS * row + self._grid.spacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _button(self, number: int) -> KeyButton:
        button = KeyButton(f"reply_{number}", padding=_PADDING, size=1.08)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        button.clicked.connect(lambda: self.heard.emit(number))
        return button

    def _wrap(self) -> None:
        """What is too long for its column takes a second row there."""
        room = (self.width() - self._grid.spacing()) // _COLUMNS
        for button in self._buttons:
            button.wrap_within(room)

    def _waits_for(self, release: Release, offer: Offer) -> str:
        if offer.needs:
            titles = listed([release.script.fields[field].title for field in offer.needs])
            return self.tr("first: %1").replace("%1", titles)
        return offer.why or ""
