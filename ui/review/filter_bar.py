"""The filters above the log: chips with their keys, each opens its choices; a line looks into the notes."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from data.search import Wanted
from ui.parts.entry import Entry
from ui.parts.flow import Flow
from ui.parts.key_button import KeyButton
from ui.review.filters import Filter, day_words


class FilterBar(QWidget):
    """The filters of the log, a chip each.

    Says `changed` when something else is wanted, `choices_wanted` with a chip, its filter and what is chosen now, and
    `let_go` when it gives the keyboard back.
    """

    changed = Signal()
    choices_wanted = Signal(object, object, int)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Wanted()
        self._filters: tuple[Filter, ...] = ()
        self._today = date.min
        self._chips: dict[str, KeyButton] = {}
        self.text = Entry("filter_text")
        self.text.setMaximumWidth(260)
        self.text.setMinimumWidth(150)
        self.text.entered.connect(self._look_for)
        self.text.left.connect(self._leave_text)
        self._clear = KeyButton("filter_clear", look="plain", padding=(8, 6), size=0.95)
        self._clear.clicked.connect(self.clear)
        holder = QWidget()
        self._flow = Flow(holder, gap=8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(holder, 1)
        self._flow.addWidget(self.text)
        self._flow.addWidget(self._clear)

    def show_filters(self, filters: Sequence[Filter], today: date, *, may_read: bool) -> None:
        """Shows the filters, each with what is chosen."""
        self._filters, self._today = tuple(filters), today
        for one in filters:
            if one.name not in self._chips:
                self._add(one.name)
        for name, chip in self._chips.items():
            chip.setVisible(any(one.name == name for one in filters))
        self.text.setVisible(may_read)
        self.text.setPlaceholderText(self.tr("/ in the notes"))
        self.text.setAccessibleName(self.tr("Text in the notes"))
        self._retitle()

    def clear(self) -> None:
        """Everything is wanted again."""
        self.text.clear()
        self.want(Wanted())

    def want(self, wanted: Wanted) -> None:
        """Narrows the log to this."""
        self.wanted = wanted
        self._retitle()
        self.changed.emit()

    def take(self, key: str) -> bool:
        """Whether a key opens or lifts a filter."""
        found = next((one for one in self._filters if one.key.lower() == key), None)
        if found is not None:
            self._open(found.name)
        elif key == "/" and self.text.isVisibleTo(self):
            self.text.setFocus()
            self.text.selectAll()
        elif key == "x":
            self.clear()
        else:
            return False
        return True

    def _retitle(self) -> None:
        for one in self._filters:
            chosen = one.chosen(self.wanted)
            words = chosen.words if chosen is not None else day_words(self.wanted, self._today)
            lifted = chosen is one.choices[0]
            chip = self._chips[one.name]
            chip.show_words(one.title if lifted else f"{one.title}  {words}", key=one.key)
            chip.set_chosen(not lifted)
        self._clear.show_words(self.tr("Show all"), key="X")
        self._clear.setEnabled(self.wanted != Wanted())

    def _open(self, name: str) -> None:
        found = next(one for one in self._filters if one.name == name)
        chosen = found.chosen(self.wanted)
        at = list(found.choices).index(chosen) if chosen is not None else 0
        self.choices_wanted.emit(self._chips[name], found, at)

    def choose(self, found: Filter, place: int) -> None:
        """One of the choices of a filter was chosen."""
        self.want(found.choices[place].take(self.wanted))

    def _look_for(self) -> None:
        self.want(replace(self.wanted, text=self.text.text().strip()))
        self.let_go.emit()

    def _leave_text(self) -> None:
        self.text.setText(self.wanted.text)
        self.let_go.emit()

    def _add(self, name: str) -> None:
        chip = KeyButton(name, padding=(10, 6), size=0.95)
        chip.clicked.connect(lambda: self._open(name))
        self._chips[name] = chip
        self.text.setFixedHeight(chip.sizeHint().height())
        self._flow.removeWidget(self.text)
        self._flow.removeWidget(self._clear)
        for widget in (chip, self.text, self._clear):
            self._flow.addWidget(widget)
